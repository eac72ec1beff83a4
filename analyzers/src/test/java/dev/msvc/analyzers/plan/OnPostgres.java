package dev.msvc.analyzers.plan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A real PostgreSQL with an empty database for each test. */
abstract class OnPostgres {
  private static EmbeddedPostgres postgres;
  private static int runs;
  Connection database;

  @BeforeAll
  static void start() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException cannot) {
      String loud = "NOT TESTED: no PostgreSQL starts here, so the SQL of roadmaps was not run";
      System.err.println("\n*** " + loud + ": " + cannot + "\n");
      assumeTrue(false, loud);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    String name = "run_" + ++runs;
    try (Connection server = postgres.getPostgresDatabase().getConnection();
        Statement statement = server.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    database = postgres.getDatabase("postgres", name).getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    return Long.parseLong(texts(sql).get(0));
  }

  List<String> texts(String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
