package dev.msvc.cluster.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.RowMismatch;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PostgreSQL beside another one, and beside H2. */
class RealDatabasesIT {
  private static final int ROWS = 300_000;
  private static final String ORDERS =
      "create table orders (id bigserial primary key, total numeric(12, 2) not null, status text,"
          + " made timestamptz, paid boolean, ref uuid, blob bytea)";
  private static final String FILL =
      "insert into orders (total, status, made, paid, ref, blob) select i * 0.01, 'status ' || i %%"
          + " 7, timestamptz '2026-01-01 00:00:00+02' + i * interval '1.5 seconds', i %% 2 = 0,"
          + " lpad(to_hex(i), 32, '0')::uuid, decode(lpad(to_hex(i), 8, '0'), 'hex') from"
          + " generate_series(1, %d) i";

  private static EmbeddedPostgres postgres;
  private Connection monolith;
  private Connection service;

  @BeforeAll
  static void start() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException cannot) {
      String loud =
          "NOT TESTED: no PostgreSQL starts here, so tables of real ones were not compared";
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
  void open() throws SQLException {
    try (Connection server = postgres.getPostgresDatabase().getConnection()) {
      run(server, "drop database if exists shop", "drop database if exists orders");
      run(server, "create database shop", "create database orders");
    }
    monolith = postgres.getDatabase("postgres", "shop").getConnection();
    service = postgres.getDatabase("postgres", "orders").getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    monolith.close();
    service.close();
  }

  private static void run(Connection connection, String... sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    }
  }

  private static SyncWord.Database at(String database) {
    return new SyncWord.Database(
        "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database),
        Optional.of("U"),
        Optional.of("P"));
  }

  private static TableComparison compare(
      SyncWord.Database monolith, SyncWord.Database service, String table, String... key)
      throws SQLException {
    SyncWord.TablePair pair =
        new SyncWord.TablePair(
            "Order",
            new TreeMap<>(Map.of(Arm.MONOLITH, table, Arm.SERVICE, table)),
            List.of(key).stream().map(SyncWord.Column::of).toList(),
            List.of(),
            new TreeMap<>(),
            0,
            1);
    SyncWord sync =
        new SyncWord(
            new SyncWord.Lag.Sql("select 1", Arm.SERVICE, 5),
            Duration.ofMillis(100),
            new TreeMap<>(Map.of(Arm.MONOLITH, monolith, Arm.SERVICE, service)),
            List.of(pair),
            1);
    return reconciler().compare(sync, said -> {}).tables().get(0);
  }

  private static Reconciler reconciler() throws SQLException {
    Databases databases =
        new Databases(
            List.of(
                new org.postgresql.Driver(),
                new org.h2.Driver(),
                new org.mariadb.jdbc.Driver(),
                new com.mysql.cj.jdbc.Driver()),
            Map.of("U", "postgres", "P", "postgres"));
    return new Reconciler(databases, Clock.systemUTC(), Pause.REAL);
  }

  private static Reconciler.Figure lag(SyncWord.Database database, String sql) throws SQLException {
    SyncWord.Lag.Sql lag = new SyncWord.Lag.Sql(sql, Arm.SERVICE, 5);
    SyncWord sync =
        new SyncWord(
            lag,
            Duration.ofMillis(100),
            new TreeMap<>(Map.of(Arm.SERVICE, database)),
            List.of(),
            1);
    return reconciler().lag(sync, lag);
  }

  @Test
  void manyRowsAreComparedAndTheFewThatDifferFound() throws SQLException {
    run(monolith, ORDERS, FILL.formatted(ROWS));
    run(
        service,
        ORDERS.replace("id bigserial", "id int").replace("total numeric(12, 2)", "total numeric"),
        FILL.formatted(ROWS)
            .replace("orders (total", "orders (id, total")
            .replace("select i", "select i, i"));

    long began = System.nanoTime();
    TableComparison same = compare(at("shop"), at("orders"), "orders", "id");
    System.out.printf(
        "compared %d rows of each in %d ms%n", ROWS, (System.nanoTime() - began) / 1_000_000);
    assertThat(same.words()).isEqualTo("300,000 rows in orders, 300,000 in orders, all the same");

    run(service, "update orders set total = total + 0.01 where id in (7, 299999)");
    run(service, "delete from orders where id = 150000");
    run(monolith, "delete from orders where id = 1");
    TableComparison made = compare(at("shop"), at("orders"), "orders", "id");
    assertThat(made.first())
        .containsExactly(
            new RowMismatch("1", RowMismatch.Kind.EXTRA),
            new RowMismatch("7", RowMismatch.Kind.DIFFERS),
            new RowMismatch("150000", RowMismatch.Kind.MISSING),
            new RowMismatch("299999", RowMismatch.Kind.DIFFERS));
  }

  @Test
  void textsInAnyCollationAndUuidsAreKeysThatBothOrderTheSame() throws SQLException {
    for (Connection each : List.of(monolith, service)) {
      run(
          each,
          "create table word (code text primary key, n int)",
          "insert into word select chr(33 + i % 90) || '-' || chr(945 + i % 20) || i, i from"
              + " generate_series(1, 5000) i",
          "insert into word values ('\ud83d\ude00', 1), ('\uff5e', 2), ('A', 3), ('a', 4), ('a b',"
              + " 5)",
          "create table token (id uuid primary key, n int)",
          "insert into token select md5(i::text)::uuid, i from generate_series(1, 12000) i");
    }
    run(service, "delete from word where code = 'a b'");
    run(service, "update token set n = 0 where n = 77");

    assertThat(compare(at("shop"), at("orders"), "word", "code").first())
        .containsExactly(new RowMismatch("a b", RowMismatch.Kind.MISSING));
    TableComparison tokens = compare(at("shop"), at("orders"), "token", "id");
    assertThat(tokens.rows()).containsEntry(Arm.MONOLITH, 12_000L);
    assertThat(tokens.differing()).isEqualTo(1);
    assertThat(tokens.mismatches()).isEqualTo(1);
  }

  @Test
  void anotherDatabaseHasTheSameRows() throws SQLException {
    run(monolith, ORDERS, FILL.formatted(12_000));
    try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:other", "postgres", "postgres")) {
      run(
          h2,
          "create table orders (id bigint primary key, total decfloat, status varchar(90), made"
              + " timestamp with time zone, paid int, ref uuid, blob varbinary(9))");
      try (Statement rows = monolith.createStatement();
          ResultSet each = rows.executeQuery("select * from orders");
          var insert = h2.prepareStatement("insert into orders values (?, ?, ?, ?, ?, ?, ?)")) {
        while (each.next()) {
          insert.setLong(1, each.getLong(1));
          insert.setBigDecimal(2, each.getBigDecimal(2));
          insert.setString(3, each.getString(3));
          insert.setObject(4, each.getObject(4, java.time.OffsetDateTime.class));
          insert.setInt(5, each.getBoolean(5) ? 1 : 0);
          insert.setObject(6, each.getObject(6));
          insert.setBytes(7, each.getBytes(7));
          insert.execute();
        }
      }
      SyncWord.Database other =
          new SyncWord.Database("jdbc:h2:mem:other", Optional.of("U"), Optional.of("P"));
      assertThat(compare(at("shop"), other, "orders", "id").words())
          .isEqualTo("12,000 rows in orders, 12,000 in orders, all the same");

      run(h2, "update orders set paid = 1 - paid where id = 4711");
      assertThat(compare(at("shop"), other, "orders", "id").first())
          .containsExactly(new RowMismatch("4711", RowMismatch.Kind.DIFFERS));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadb", "mysql"})
  void mariaDbHasTheSameRowsInTypesOfItsOwnByEitherDriver(String driver, @TempDir Path folder)
      throws Exception {
    if (!RealMariaDb.isHere()) {
      String loud = "NOT TESTED: no MariaDB is here, so its rows were not compared";
      System.err.println("\n*** " + loud + "\n");
      assumeTrue(false, loud);
    }
    run(monolith, ORDERS, FILL.formatted(12_000));
    run(
        monolith,
        "create table word (code text primary key, n float8)",
        "insert into word select chr(33 + i % 90) || '-' || chr(945 + i % 20) || i, i / 7.0::float8"
            + " from generate_series(1, 3000) i",
        "insert into word values ('\ud83d\ude00', 1), ('\uff5e', 2), ('A', 3), ('a', 4), ('a b',"
            + " 5)");
    try (RealMariaDb server = RealMariaDb.start(folder)) {
      try (Connection root = server.root("")) {
        run(
            root,
            "create database orders character set utf8mb4",
            "create user postgres identified by 'postgres'",
            "grant select on orders.* to postgres");
      }
      try (Connection maria = server.root("orders")) {
        // the zone in which the test writes is not that in which msvc reads
        run(maria, "set time_zone = '-03:00'");
        run(
            maria,
            "create table orders (id bigint unsigned primary key auto_increment, total"
                + " decimal(14, 4), status varchar(90), made timestamp(6), paid tinyint(1), ref"
                + " char(36), `blob` varbinary(9))",
            "create table word (code varchar(90) collate utf8mb4_bin primary key, n double)");
        copy(
            "select id, total, status, (made at time zone interval '-03:00')::text, paid::int,"
                + " ref::text, blob from orders",
            maria,
            "insert into orders values (?, ?, ?, ?, ?, ?, ?)");
        copy("select code, n from word", maria, "insert into word values (?, ?)");
        SyncWord.Database other =
            new SyncWord.Database(
                server.url("orders").replace("jdbc:mariadb:", "jdbc:%s:".formatted(driver)),
                Optional.of("U"),
                Optional.of("P"));

        assertThat(compare(at("shop"), other, "orders", "id").words())
            .isEqualTo("12,000 rows in orders, 12,000 in orders, all the same");
        assertThat(compare(at("shop"), other, "word", "code").words())
            .isEqualTo("3,005 rows in word, 3,005 in word, all the same");

        run(maria, "update orders set made = made + interval 1 microsecond where id = 4711");
        run(maria, "delete from word where code = 'a'");
        assertThat(compare(at("shop"), other, "orders", "id").first())
            .containsExactly(new RowMismatch("4711", RowMismatch.Kind.DIFFERS));
        assertThat(compare(at("shop"), other, "word", "code").first())
            .containsExactly(new RowMismatch("a", RowMismatch.Kind.MISSING));

        run(
            maria,
            "create table log (n int)",
            "create function spy() returns int begin insert into log values (1); return 1; end");
        try (Connection root = server.root("")) {
          run(root, "grant execute on orders.* to postgres");
        }
        assertThat(lag(other, "select count(*) from word"))
            .isEqualTo(new Reconciler.Figure(3_004, ""));
        assertThat(lag(other, "select spy()").why()).containsIgnoringCase("read only transaction");
        try (Statement statement = maria.createStatement();
            ResultSet count = statement.executeQuery("select count(*) from log")) {
          count.next();
          assertThat(count.getInt(1)).isZero();
        }
      }
    }
  }

  private void copy(String select, Connection to, String insert) throws SQLException {
    try (Statement rows = monolith.createStatement();
        ResultSet each = rows.executeQuery(select);
        PreparedStatement statement = to.prepareStatement(insert)) {
      to.setAutoCommit(false);
      while (each.next()) {
        for (int i = 1; i <= each.getMetaData().getColumnCount(); i++) {
          statement.setObject(i, each.getObject(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
      to.commit();
      to.setAutoCommit(true);
    }
  }

  @Test
  void nothingIsWrittenWhateverAPlanSays() throws SQLException {
    run(
        monolith,
        "create table t (id int primary key)",
        "create table log (n int)",
        "create function spy(n int) returns boolean language plpgsql as 'begin insert into log"
            + " values (n); return true; end'",
        "insert into t values (1)");
    run(service, "create table t (id int primary key)", "insert into t values (1)");
    SyncWord.TablePair pair =
        new SyncWord.TablePair(
            "Order",
            new TreeMap<>(Map.of(Arm.MONOLITH, "t", Arm.SERVICE, "t")),
            List.of(SyncWord.Column.of("id")),
            List.of(),
            new TreeMap<>(Map.of(Arm.MONOLITH, "spy(id)")),
            0,
            1);
    SyncWord sync =
        new SyncWord(
            new SyncWord.Lag.Sql("select case when spy(1) then 1 end", Arm.MONOLITH, 5),
            Duration.ofMillis(100),
            new TreeMap<>(Map.of(Arm.MONOLITH, at("shop"), Arm.SERVICE, at("orders"))),
            List.of(pair),
            1);
    Reconciler reconciler =
        new Reconciler(
            Databases.of(List.of(), Map.of("U", "postgres", "P", "postgres")),
            Clock.systemUTC(),
            Pause.REAL);

    assertThat(reconciler.compare(sync, said -> {}).tables().get(0).why())
        .contains("cannot execute INSERT in a read-only transaction");
    assertThat(reconciler.lag(sync, (SyncWord.Lag.Sql) sync.lag()).why())
        .contains("cannot execute INSERT in a read-only transaction");
    try (Statement statement = monolith.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from log")) {
      count.next();
      assertThat(count.getInt(1)).isZero();
    }
  }
}
