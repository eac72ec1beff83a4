// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** The whole service, on free ports, with a real database and a real issuer of tokens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceTest.Variables.class)
public @interface ServiceTest {

  final class Variables implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, Object> variables = new TreeMap<>(TestEnvironment.variables());
      variables.put("GRPC_PORT", 0);
      variables.put("MANAGEMENT_PORT", 0);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test environment", variables));
    }
  }
}
