// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.config;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.security.AuthenticationProcessInterceptor;
import org.springframework.grpc.server.security.GrpcSecurity;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.hierarchicalroles.NullRoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Who may enter: callers with a token (JWT) of our issuer and for us, or with an API key,
 * by REST and by gRPC alike. What a role may do is written at the methods of the application's
 * services.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

  /** Which roles of callers hold roles of ours: {@code ROLE_HIERARCHY}. */
  @Bean
  static RoleHierarchy roleHierarchy(@Value("${service.role-hierarchy}") String hierarchy) {
    if (hierarchy.isBlank()) {
      return new NullRoleHierarchy();
    }
    return RoleHierarchyImpl.fromHierarchy(
        Arrays.stream(hierarchy.split(";"))
            .map(
                line ->
                    Arrays.stream(line.split(">"))
                        .map(role -> "ROLE_" + role.strip())
                        .collect(Collectors.joining(" > ")))
            .collect(Collectors.joining("\n")));
  }

  @Bean
  ApiKeys apiKeys(
      @Value("${service.api-keys.file}") String file,
      @Value("${service.api-keys.interval}") Duration interval) {
    return new ApiKeys(Path.of(file), interval);
  }

  @Bean
  SecurityFilterChain httpAuthentication(HttpSecurity http, ApiKeys keys) throws Exception {
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
        .addFilterBefore(byKey(keys), BearerTokenAuthenticationFilter.class)
        .oauth2ResourceServer(
            server -> server.jwt(withDefaults()).authenticationEntryPoint(problem()))
        .build();
  }

  @Bean
  @GlobalServerInterceptor
  AuthenticationProcessInterceptor grpcAuthentication(
      GrpcSecurity grpc, ApiKeys keys) throws Exception {
    return grpc.authorizeRequests(
            calls -> calls.methods("grpc.*/*").permitAll().allRequests().authenticated())
        // asked before a token is looked for: a call with both is refused
        .authenticationExtractor(ApiKeyAuthentication::of)
        .authenticationProvider(new ApiKeyAuthentication(keys))
        .oauth2ResourceServer(server -> server.jwt(withDefaults()))
        .build();
  }

  /** Lets a caller with a key in; one without goes on to show a token. */
  private static AuthenticationFilter byKey(ApiKeys keys) {
    AuthenticationFilter filter =
        new AuthenticationFilter(
            new ProviderManager(new ApiKeyAuthentication(keys)), ApiKeyAuthentication::of);
    filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(problem()));
    // goes on with the request, and nowhere else
    filter.setSuccessHandler((request, response, caller) -> {});
    return filter;
  }

  /**
   * A path that no honest caller writes, as one with an encoded slash, is a mistake of the caller.
   */
  @Bean
  RequestRejectedHandler rejected() {
    return (request, response, why) -> write(response, HttpStatus.BAD_REQUEST);
  }

  /** Who is not let in reads a problem of RFC 9457, as whoever asks for what is not there. */
  private static AuthenticationEntryPoint problem() {
    BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
    return (request, response, why) -> {
      // the status, and what is wanted in WWW-Authenticate
      bearer.commence(request, response, why);
      write(response, HttpStatus.valueOf(response.getStatus()));
    };
  }

  private static void write(HttpServletResponse response, HttpStatus status) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"title\":\"%s\",\"status\":%d}"
                .formatted(status.getReasonPhrase(), status.value()));
  }
}
