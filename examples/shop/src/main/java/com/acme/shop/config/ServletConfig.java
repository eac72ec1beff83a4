package com.acme.shop.config;

import com.acme.shop.controller.ApiPaths;
import com.acme.shop.legacy.ProductFeedServlet;
import com.acme.shop.repository.ProductRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers what does not run inside the dispatcher servlet. */
@Configuration
public class ServletConfig {

  @Bean
  public ServletRegistrationBean<ProductFeedServlet> productFeed(ProductRepository products) {
    ServletRegistrationBean<ProductFeedServlet> registration =
        new ServletRegistrationBean<>(new ProductFeedServlet(products), "/feeds/products");
    registration.setName("productFeed");
    registration.setLoadOnStartup(2);
    return registration;
  }

  @Bean
  public FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(
      @Value("${shop.admin.api-key}") String apiKey) {
    FilterRegistrationBean<ApiKeyFilter> registration =
        new FilterRegistrationBean<>(new ApiKeyFilter(apiKey));
    registration.addUrlPatterns(ApiPaths.ADMIN + "/*");
    registration.setOrder(1);
    return registration;
  }
}
