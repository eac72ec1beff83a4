package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap;
import dev.msvc.model.SqlChange;
import dev.msvc.model.TableFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A real MariaDB, which scripts are given to as people give them: by its client. Another server, as
 * MySQL, is tested the same way where {@code -Dmsvc.mysql.client} names a client that reaches it.
 */
abstract class OnMariaDb {
  static final String HOME = "shop";
  private static final String OTHER = System.getProperty("msvc.mysql.client", "");
  private static final Set<String> SYSTEM =
      Set.of("mysql", "information_schema", "performance_schema", "sys");

  static Path folder;
  private static Process server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path memory = Path.of("/dev/shm");
    folder =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "msvc")
            : Files.createTempDirectory("msvc");
    if (!OTHER.isEmpty()) {
      return;
    }
    boolean here =
        Stream.of("/usr/sbin/mariadbd", "/usr/bin/mariadb-install-db", "/usr/bin/mariadb")
            .allMatch(each -> Files.isExecutable(Path.of(each)));
    if (!here) {
      String loud = "NOT TESTED: no MariaDB is here, so the SQL of roadmaps was not run on it";
      System.err.println("\n*** " + loud + "\n");
      assumeTrue(false, loud);
    }
    String user = "--user=" + System.getProperty("user.name");
    Process install =
        new ProcessBuilder(
                "/usr/bin/mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + folder.resolve("data"),
                user)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install").toFile())
            .start();
    assertThat(install.waitFor(2, TimeUnit.MINUTES)).isTrue();
    server =
        new ProcessBuilder(
                "/usr/sbin/mariadbd",
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("s"),
                "--skip-networking",
                "--pid-file=" + folder.resolve("pid"),
                // a zone of its own, which must not show
                "--default-time-zone=+05:30",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                user)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    for (int i = 0; i < 600 && !ask("", "SELECT 1").ok(); i++) {
      Thread.sleep(100);
    }
    assertThat(ask("", "SELECT 1").ok()).as(Files.readString(folder.resolve("log"))).isTrue();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (server != null) {
      if (!server.isAlive()) {
        System.err.println(
            "the server ended by itself:\n" + Files.readString(folder.resolve("log")));
      }
      server.destroy();
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    }
  }

  @BeforeEach
  void empty() throws IOException, InterruptedException {
    StringBuilder sql = new StringBuilder("SET foreign_key_checks = 0;");
    for (String each : texts("SHOW DATABASES")) {
      if (!SYSTEM.contains(each)) {
        sql.append("DROP DATABASE `").append(each).append("`;");
      }
    }
    run(sql + "CREATE DATABASE shop CHARACTER SET utf8mb4;");
  }

  /** What the client said. */
  record Said(int exitCode, List<String> rows, String errors) {
    boolean ok() {
      return exitCode == 0;
    }
  }

  static Said ask(String database, String sql, String... options)
      throws IOException, InterruptedException {
    return said(begin(database, sql, options));
  }

  /** A client that goes on beside the test. */
  static Session begin(String database, String sql, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    if (OTHER.isEmpty()) {
      command.addAll(
          List.of(
              "/usr/bin/mariadb", "--no-defaults", "-S", folder.resolve("s").toString(), "-uroot"));
    } else {
      command.add(OTHER);
    }
    command.addAll(List.of("-N", "-B", "--default-character-set=utf8mb4"));
    command.addAll(List.of(options));
    if (!database.isEmpty()) {
      command.add(database);
    }
    Path in = Files.writeString(Files.createTempFile(folder, "in", ".sql"), sql);
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Session(process, out, err);
  }

  /** A client that runs. */
  record Session(Process process, Path out, Path err) {}

  static Said said(Session session) throws IOException, InterruptedException {
    assertThat(session.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Said(
        session.process().exitValue(),
        // rows may hold bytes that are no text
        Files.readAllLines(session.out(), StandardCharsets.ISO_8859_1),
        Files.readString(session.err()));
  }

  static void run(String sql) throws IOException, InterruptedException {
    String database = sql.contains("CREATE DATABASE shop") ? "" : HOME;
    Said said = ask(database, sql);
    assertThat(said.ok()).as(said.errors() + said.rows()).isTrue();
  }

  static Said refused(String sql) throws IOException, InterruptedException {
    Said said = ask(HOME, sql);
    assertThat(said.ok()).as(sql).isFalse();
    return said;
  }

  static List<String> texts(String sql) throws IOException, InterruptedException {
    Said said = ask("", sql);
    assertThat(said.errors()).isEmpty();
    return said.rows();
  }

  static long count(String sql) throws IOException, InterruptedException {
    return Long.parseLong(texts(sql).get(0));
  }

  /** Statements as the client tells them apart. */
  static List<String> statements(String script) {
    List<String> all = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    String end = ";";
    for (String line : script.split("\n")) {
      if (line.startsWith("DELIMITER ")) {
        end = line.substring("DELIMITER ".length());
      } else if (!line.isBlank() && !line.startsWith("-- ")) {
        one.append(line).append('\n');
        if (line.endsWith(end) || (end.equals(";") && line.contains("; -- "))) {
          all.add(end.equals(";") ? one.toString() : "DELIMITER //\n" + one + "DELIMITER ;\n");
          one.setLength(0);
        }
      }
    }
    assertThat(one.toString()).isBlank();
    return all;
  }

  /** The steps for tables of a context sales, as msvc reads them from a schema file. */
  static List<SqlChange> changes(Path home, String schema, String... moved) throws Exception {
    Path file = home.resolve("src/main/resources/db/migration/V1__a.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, schema);
    Path code = Files.createDirectories(home.resolve("src/main/java"));
    Files.writeString(code.resolve("A.java"), "class A {}");
    Contexts contexts = new Contexts();
    for (String each : List.of("A", "B", "C")) {
      contexts.type("sales", "a." + each).type("people", "b." + each);
    }
    for (TableFact each : Monolith.analyze(home, Progress.NONE).facts().tables()) {
      contexts.table(List.of(moved).contains(each.name()) ? "sales" : "people", each);
    }
    ContextMap map = contexts.map();
    var roadmap = Roadmaps.of(map);
    return Stream.concat(roadmap.order().stream(), roadmap.leave().stream())
        .filter(each -> each.name().equals("sales"))
        .map(each -> DatabaseSplit.of(map, each))
        .findFirst()
        .orElseThrow();
  }
}
