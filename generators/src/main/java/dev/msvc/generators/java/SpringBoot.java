package dev.msvc.generators.java;

import dev.msvc.model.service.ServiceOptions;
import java.util.List;

/**
 * A line of Spring Boot: what each calls otherwise.
 *
 * @param version of the parent
 * @param cloud the version of Spring Cloud that goes with it
 * @param keys names of properties below {@code spring.grpc.server}
 * @param grpcApart whether Spring gRPC is no part of it yet, and must be told more
 * @param properties of the project that no other line has
 * @param boms of what the parent does not manage
 */
public record SpringBoot(
    String version,
    String cloud,
    Keys keys,
    boolean grpcApart,
    List<Property> properties,
    List<Dependency> boms,
    Dependency web,
    Dependency grpcServer,
    Dependency resourceServer,
    Dependency flyway,
    List<Dependency> tracing) {

  /** Those that the newer line manages. */
  static final String GRPC = "1.84.1";

  static final String PROTOBUF = "4.36.2";

  private static final SpringBoot FOUR =
      new SpringBoot(
          "4.1.2",
          "2025.1.4",
          new Keys(
              "shutdown.grace-period",
              "keepalive.connection.max-age",
              "keepalive.connection.grace-period",
              "keepalive.permit.time"),
          false,
          List.of(
              new Property("netty.version", "4.2.18.Final"),
              new Property("springdoc.version", "3.1.0")),
          List.of(),
          starter("webmvc"),
          starter("grpc-server"),
          starter("security-oauth2-resource-server"),
          starter("flyway"),
          List.of(starter("opentelemetry")));

  private static final SpringBoot THREE =
      new SpringBoot(
          "3.5.7",
          "2025.0.0",
          new Keys(
              "shutdown-grace-period",
              "keep-alive.max-age",
              "keep-alive.max-age-grace",
              "keep-alive.permit-time"),
          true,
          List.of(
              new Property("grpc-java.version", GRPC),
              new Property("protobuf-java.version", PROTOBUF),
              new Property("spring-grpc.version", "0.12.0"),
              new Property("springdoc.version", "2.8.14")),
          List.of(
              Dependency.of("io.grpc", "grpc-bom", "grpc-java.version"),
              Dependency.of("com.google.protobuf", "protobuf-bom", "protobuf-java.version"),
              Dependency.of(
                  "org.springframework.grpc", "spring-grpc-dependencies", "spring-grpc.version")),
          starter("web"),
          Dependency.managed("org.springframework.grpc", "spring-grpc-server-spring-boot-starter"),
          starter("oauth2-resource-server"),
          Dependency.managed("org.flywaydb", "flyway-core"),
          List.of(
              Dependency.managed("io.micrometer", "micrometer-tracing-bridge-otel"),
              Dependency.managed("io.opentelemetry", "opentelemetry-exporter-otlp").atRuntime()));

  /**
   * Names of properties.
   *
   * @param gracePeriod how long a shutdown waits for calls
   * @param maxAge how old a connection gets
   * @param maxAgeGrace how long its calls may go on then
   * @param permitTime how often a client may ask whether the server is there
   */
  public record Keys(String gracePeriod, String maxAge, String maxAgeGrace, String permitTime) {}

  /** A property of the project. */
  public record Property(String name, String value) {}

  /** The line that a service wants. */
  static SpringBoot of(ServiceOptions.Boot line) {
    return switch (line) {
      case BOOT_4 -> FOUR;
      case BOOT_3 -> THREE;
    };
  }

  static Dependency starter(String name) {
    return Dependency.managed("org.springframework.boot", "spring-boot-starter-" + name);
  }
}
