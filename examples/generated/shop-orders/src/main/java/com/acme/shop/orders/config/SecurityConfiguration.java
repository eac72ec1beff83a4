// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.config;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.security.AuthenticationProcessInterceptor;
import org.springframework.grpc.server.security.GrpcSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may enter: callers with a token (JWT) of our issuer and for us, by REST and by gRPC alike.
 * What a role may do is written at the methods of the application's services.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

  @Bean
  SecurityFilterChain httpAuthentication(HttpSecurity http) throws Exception {
    return http
        // no cookie, no session: nothing that another site could ride on
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/livez", "/readyz", "/actuator/**", "/v3/api-docs/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(server -> server.jwt(withDefaults()))
        .build();
  }

  @Bean
  @GlobalServerInterceptor
  AuthenticationProcessInterceptor grpcAuthentication(GrpcSecurity grpc) throws Exception {
    return grpc.authorizeRequests(
            calls -> calls.methods("grpc.*/*").permitAll().allRequests().authenticated())
        .oauth2ResourceServer(server -> server.jwt(withDefaults()))
        .build();
  }
}
