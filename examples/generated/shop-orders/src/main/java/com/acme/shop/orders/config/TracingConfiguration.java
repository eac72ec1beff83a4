// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.config;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where traces are sent: OpenTelemetry's own variable, which Spring Boot 3 does not read. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("OTEL_EXPORTER_OTLP_ENDPOINT")
class TracingConfiguration {

  @Bean
  OtlpTracingConnectionDetails collector(
      @Value("${OTEL_EXPORTER_OTLP_ENDPOINT}") String endpoint) {
    return transport -> endpoint.replaceAll("/+$", "") + "/v1/traces";
  }
}
