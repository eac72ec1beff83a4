// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A real PostgreSQL, new and empty: in a container where there is Docker, else from binaries on the
 * class path.
 */
public record TestDatabase(String url, String username, String password) {

  private static final String IMAGE = "postgres:18-alpine";

  public static TestDatabase start() {
    return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : onThisMachine();
  }

  @SuppressWarnings("resource") // lives as long as the JVM
  private static TestDatabase inContainer() {
    GenericContainer<?> postgres =
        new GenericContainer<>(IMAGE)
            .withEnv("POSTGRES_PASSWORD", "test")
            .withExposedPorts(5432)
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
    postgres.start();
    String url =
        "jdbc:postgresql://%s:%d/postgres"
            .formatted(postgres.getHost(), postgres.getMappedPort(5432));
    return new TestDatabase(url, "postgres", "test");
  }

  @SuppressWarnings("resource") // lives as long as the JVM
  private static TestDatabase onThisMachine() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
      return new TestDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
