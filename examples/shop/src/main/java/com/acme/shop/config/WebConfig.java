package com.acme.shop.config;

import com.acme.shop.controller.ApiPaths;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Web settings that have no better place. */
@Configuration
public class WebConfig implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new RequestTimingInterceptor())
        .addPathPatterns(ApiPaths.API + "/**", ApiPaths.ADMIN + "/**");
  }

  @Bean
  public Clock clock() {
    return Clock.systemDefaultZone();
  }
}
