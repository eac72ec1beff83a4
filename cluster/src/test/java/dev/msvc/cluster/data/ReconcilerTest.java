package dev.msvc.cluster.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.RowMismatch;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of two databases in memory, whose columns hold the same in different types. */
class ReconcilerTest {
  private static final String SAME =
      "(5, 1.50, 'paid', timestamp '2026-01-02 03:04:05', true,"
          + " uuid '0b9d3c1e-0000-4000-8000-00000000000a', null)";

  private Connection monolith;
  private Connection service;
  private final List<Duration> paused = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    monolith = DriverManager.getConnection("jdbc:h2:mem:monolith", "shop", "s3cret");
    service = DriverManager.getConnection("jdbc:h2:mem:service", "orders", "s3cret");
  }

  @AfterEach
  void close() throws SQLException {
    monolith.close();
    service.close();
  }

  private static void run(Connection connection, String... sql) {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void tables() {
    run(
        monolith,
        "create table orders (id int primary key, total decimal(10, 2), status char(8), at"
            + " timestamp, paid boolean, ref uuid, note varchar(50))");
    run(
        service,
        "create table customer_order (note varchar(90), id bigint primary key, amount"
            + " decimal(12, 4), status varchar(20), at timestamp with time zone, paid int, ref"
            + " varchar(36))");
  }

  private void same(int id) {
    run(
        monolith,
        "insert into orders (id, total, status, at, paid, ref, note) values "
            + SAME.replace("(5", "(" + id));
    run(
        service,
        "insert into customer_order (id, amount, status, at, paid, ref, note) values (%d, 1.5,"
                .formatted(id)
            + " 'paid', timestamp with time zone '2026-01-02 04:04:05+01:00', 1,"
            + " '0b9d3c1e-0000-4000-8000-00000000000a', null)");
  }

  private static SyncWord.TablePair pair(String monolith, String service, String... key) {
    return new SyncWord.TablePair(
        "Order",
        both(monolith, service),
        List.of(key).stream().map(SyncWord.Column::of).toList(),
        List.of(),
        new TreeMap<>(),
        0,
        1);
  }

  private static SyncWord.TablePair orders() {
    SyncWord.TablePair pair = pair("orders", "customer_order", "id");
    List<SyncWord.Column> columns = new ArrayList<>();
    columns.add(new SyncWord.Column("total", "amount"));
    for (String each : List.of("status", "at", "paid", "ref", "note")) {
      columns.add(SyncWord.Column.of(each));
    }
    return new SyncWord.TablePair(
        pair.aggregate(), pair.tables(), pair.key(), columns, pair.where(), 0, 1);
  }

  private static SortedMap<Arm, String> both(String monolith, String service) {
    return new TreeMap<>(Map.of(Arm.MONOLITH, monolith, Arm.SERVICE, service));
  }

  private static SyncWord sync(SyncWord.TablePair pair) {
    return new SyncWord(
        new SyncWord.Lag.Sql("select 1", Arm.SERVICE, 5),
        Duration.ofSeconds(7),
        new TreeMap<>(
            Map.of(
                Arm.MONOLITH,
                new SyncWord.Database("jdbc:h2:mem:monolith", Optional.of("U"), Optional.of("P")),
                Arm.SERVICE,
                new SyncWord.Database("jdbc:h2:mem:service", Optional.of("V"), Optional.of("P")))),
        List.of(pair),
        1);
  }

  private Reconciler reconciler(int part, Runnable meanwhile) {
    return new Reconciler(
        databases("s3cret"),
        Clock.systemUTC(),
        (time, told) -> {
          paused.add(time);
          meanwhile.run();
        },
        part);
  }

  private static Databases databases(String password) {
    List<Driver> drivers = List.of(new org.h2.Driver());
    return new Databases(drivers, Map.of("U", "shop", "V", "orders", "P", password));
  }

  private TableComparison compare(SyncWord.TablePair pair, Runnable meanwhile) {
    return reconciler(2, meanwhile).compare(sync(pair), said::add).tables().get(0);
  }

  private TableComparison compare(SyncWord.TablePair pair) {
    return compare(pair, () -> {});
  }

  @Test
  void whatIsTheSameInOtherTypesIsTheSame() {
    tables();
    for (int i = 1; i <= 5; i++) {
      same(i);
    }

    TableComparison made = compare(orders());

    assertThat(made.why()).isEmpty();
    assertThat(made.rows()).containsEntry(Arm.MONOLITH, 5L).containsEntry(Arm.SERVICE, 5L);
    assertThat(made.mismatches()).isZero();
    assertThat(made.digests().get(Arm.MONOLITH)).isEqualTo(made.digests().get(Arm.SERVICE));
    assertThat(made.words()).isEqualTo("5 rows in orders, 5 in customer_order, all the same");
    assertThat(paused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount = 1.51",
        "amount = null",
        "status = 'Paid'",
        "at = timestamp with time zone '2026-01-02 03:04:05+01:00'",
        "paid = 0",
        "ref = '0b9d3c1e-0000-4000-8000-00000000000b'",
        "note = ''"
      })
  void oneValueThatIsAnotherIsSeen(String change) {
    tables();
    same(1);
    same(2);
    run(service, "update customer_order set %s where id = 2".formatted(change));

    TableComparison made = compare(orders());

    assertThat(made.differing()).isEqualTo(1);
    assertThat(made.first()).containsExactly(new RowMismatch("2", RowMismatch.Kind.DIFFERS));
    assertThat(made.digests().get(Arm.MONOLITH)).isNotEqualTo(made.digests().get(Arm.SERVICE));
    assertThat(paused).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void rowsOfOneAloneAreCountedAndTheFirstTenShown() {
    tables();
    for (int i = 1; i <= 30; i++) {
      same(i);
    }
    run(monolith, "delete from orders where id in (1, 30)");
    run(service, "delete from customer_order where id between 5 and 15");

    TableComparison made = compare(orders());

    assertThat(made.missing()).isEqualTo(11);
    assertThat(made.extra()).isEqualTo(2);
    assertThat(made.differing()).isZero();
    assertThat(made.first())
        .hasSize(10)
        .startsWith(
            new RowMismatch("1", RowMismatch.Kind.EXTRA),
            new RowMismatch("5", RowMismatch.Kind.MISSING));
    assertThat(made.passes()).isFalse();
  }

  @Test
  void aRowThatWasOnItsWayIsNoMismatch() {
    tables();
    same(1);
    same(2);
    run(service, "delete from customer_order where id = 2");

    TableComparison made =
        compare(
            orders(),
            () -> {
              run(monolith, "delete from orders where id = 2");
              same(2);
            });

    assertThat(made.mismatches()).isZero();
    assertThat(made.settled()).isEqualTo(1);
    assertThat(made.passes()).isTrue();
    assertThat(made.words()).endsWith("all the same, 1 came a little later");
  }

  @Test
  void aRowThatIsWrittenWithoutAPauseIsLookedAtUntilItComesOrNot() {
    tables();
    same(1);
    run(service, "update customer_order set note = 'old'");

    TableComparison comes =
        compare(
            orders(),
            () -> {
              run(monolith, "update orders set note = '%d'".formatted(paused.size()));
              if (paused.size() == 3) {
                run(service, "update customer_order set note = '3'");
              }
            });
    assertThat(comes.mismatches()).isZero();
    assertThat(paused).hasSize(3);

    paused.clear();
    run(monolith, "update orders set note = 'new'");
    TableComparison never =
        compare(
            orders(),
            () -> run(monolith, "update orders set note = 'and %d'".formatted(paused.size())));
    assertThat(never.differing()).isEqualTo(1);
    assertThat(paused).hasSize(3);
  }

  /** Against what one sees who has all rows in memory. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void randomTablesDifferWhereTheirRowsDo(int seed) {
    Random random = new Random(seed);
    String type = random.nextBoolean() ? "bigint" : "varchar(20)";
    String[] create = {
      "create table line (order_id %s, number int, word varchar(9), primary key (order_id, number))"
          .formatted(type)
    };
    run(monolith, create);
    run(service, create);
    long missing = 0;
    long extra = 0;
    long differing = 0;
    for (int i = 0; i < 200; i++) {
      String row =
          "insert into line values ('%d', %d, '%%s')".formatted(random.nextInt(40) - 20, i);
      int fate = random.nextInt(10);
      if (fate != 0) {
        run(monolith, row.formatted("a"));
      }
      if (fate != 1) {
        run(service, row.formatted(fate == 2 ? "b" : "a"));
      }
      extra += fate == 0 ? 1 : 0;
      missing += fate == 1 ? 1 : 0;
      differing += fate == 2 ? 1 : 0;
    }

    TableComparison made =
        reconciler(1 + random.nextInt(30), () -> {})
            .compare(sync(pair("line", "line", "order_id", "number")), said::add)
            .tables()
            .get(0);

    assertThat(made.why()).isEmpty();
    assertThat(made.missing()).isEqualTo(missing);
    assertThat(made.extra()).isEqualTo(extra);
    assertThat(made.differing()).isEqualTo(differing);
  }

  @Test
  void onlyTheRowsThatAreAskedForAreCompared() {
    tables();
    same(1);
    same(2);
    run(service, "delete from customer_order where id = 2");
    SyncWord.TablePair pair = orders();
    SyncWord.TablePair some =
        new SyncWord.TablePair(
            pair.aggregate(),
            pair.tables(),
            pair.key(),
            pair.columns(),
            both("id < 2 or id > 9", "id < 2"),
            0,
            1);

    assertThat(compare(some).passes()).isTrue();
    assertThat(compare(some).rows()).containsEntry(Arm.MONOLITH, 1L);
  }

  @Test
  void whatCannotBeComparedIsSaidAndIsNoPass() {
    tables();
    run(
        monolith,
        "create table t (id int, code varchar(9), at date, caps varchar_ignorecase(9))",
        "insert into t values (1, 'a', null, 'B'), (1, 'b', null, 'a'), (2, null, null, 'A')");
    run(
        service,
        "create table t (id int, code varchar(9), at time, caps varchar_ignorecase(9))",
        "insert into t values (1, 'a', null, 'B'), (1, 'b', null, 'a')");

    assertThat(compare(pair("orders", "other", "id")).why())
        .isEqualTo("there is no table other in the service's database, schema PUBLIC");
    assertThat(compare(pair("orders", "customer_order", "ident")).why())
        .contains("has no column ident; there are at, id, note");
    assertThat(compare(pair("orders", "customer_order", "at")).why())
        .contains("a key is made of whole numbers, uuids, texts or bytes");
    assertThat(compare(pair("t", "t", "id")).why())
        .contains("AT is DATE in", "is TIME in", "never the same");
    assertThat(compare(withColumns(pair("t", "t", "id"), "code")).why())
        .contains("two rows of", "have the key 1: it does not tell rows apart");
    assertThat(compare(withColumns(pair("t", "t", "code"), "id")).why())
        .contains("a row of", "has no CODE");
    assertThat(compare(withColumns(pair("t", "t", "caps"), "id")).why())
        .contains("orders keys otherwise than by the codes of their letters (a before ");
    assertThat(compare(pair("t", "t", "id")).passes()).isFalse();
  }

  private static SyncWord.TablePair withColumns(SyncWord.TablePair pair, String column) {
    return new SyncWord.TablePair(
        pair.aggregate(),
        pair.tables(),
        pair.key(),
        List.of(SyncWord.Column.of(column)),
        pair.where(),
        0,
        1);
  }

  @Test
  void nothingSecretIsInWhatADatabaseOrWeSay() {
    tables();
    Reconciler wrong = new Reconciler(databases("wr0ng-s3cret"), Clock.systemUTC(), Pause.REAL, 5);
    TableComparison made = wrong.compare(sync(orders()), said::add).tables().get(0);
    assertThat(made.why())
        .startsWith("the database of the monolith: ")
        .doesNotContain("wr0ng", "jdbc:", "shop");

    SQLException careless =
        new SQLException("cannot open jdbc:h2:mem:x;password=abc as shop with s3cret\u001b[31m");
    Databases databases = databases("s3cret");
    assertThat(databases.words(careless))
        .isEqualTo("cannot open its address as shop with s3cret [31m");
    try (Connection known = databases.open(sync(orders()).database(Arm.MONOLITH).orElseThrow())) {
      assertThat(databases.words(careless))
          .isEqualTo("cannot open its address as *** with *** [31m");
      assertThat(known.isReadOnly() || known.getMetaData().getURL().contains("h2")).isTrue();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aVariableThatIsNotSetAndADriverThatIsNotThereAreTheUsersToMend() {
    Databases none = new Databases(List.of(new org.h2.Driver()), Map.of());
    assertThatThrownBy(
            () ->
                new Reconciler(none, Clock.systemUTC(), Pause.REAL)
                    .compare(sync(orders()), said::add))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(8);
              assertThat(error.message())
                  .contains("the variable U, which a database is asked with");
            });
    Databases other = Databases.of(List.of(), Map.of("U", "a", "V", "b", "P", "c"));
    assertThatThrownBy(
            () ->
                new Reconciler(other, Clock.systemUTC(), Pause.REAL)
                    .compare(sync(orders()), said::add))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(3);
              assertThat(error.message()).isEqualTo("no driver for jdbc:h2 is here");
            });
    assertThatThrownBy(() -> Databases.of(List.of(Path.of("pom.xml")), Map.of()))
        .hasMessageContaining("pom.xml is no driver of JDBC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 12 | 12.0 |",
        "select count(*) from orders | 0.0 |",
        "select null | 0.0 | the query gives no number",
        "select 1, 2 | 0.0 | the query gives no row of one number",
        "select 1 where 1 = 0 | 0.0 | the query gives no row of one number",
        "select x from (values (1), (2)) as t(x) | 0.0 | the query gives more than one row",
        "select 'often' | 0.0 | Data conversion error",
        "select nothing | 0.0 | Column \"NOTHING\" not found",
      })
  void aLagIsOneNumberOrUnknown(String sql, double value, String why) {
    tables();

    Reconciler.Figure figure =
        reconciler(5, () -> {}).lag(sync(orders()), new SyncWord.Lag.Sql(sql, Arm.MONOLITH, 5));

    assertThat(figure.value()).isEqualTo(value);
    assertThat(figure.why()).startsWith(why == null ? "" : why);
    assertThat(figure.why().isEmpty()).isEqualTo(why == null);
  }

  /** One that no class path has: it comes with its own classes. */
  @Test
  void aDriverOfTheUserIsTakenFromItsJar(@TempDir Path folder) throws Exception {
    Path jar =
        Path.of(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String url = "jdbc:h2:file:" + folder.resolve("shop");
    try (Connection file = DriverManager.getConnection(url, "shop", "s3cret")) {
      run(file, "create table outbox (id int)", "insert into outbox values (1), (2)");
    }
    SyncWord sync =
        new SyncWord(
            new SyncWord.Lag.Sql("select count(*) from outbox", Arm.MONOLITH, 5),
            SyncWord.SETTLE,
            new TreeMap<>(
                Map.of(
                    Arm.MONOLITH, new SyncWord.Database(url, Optional.of("U"), Optional.of("P")))),
            List.of(),
            1);
    Databases databases = Databases.of(List.of(jar), Map.of("U", "shop", "P", "s3cret"));

    Reconciler reconciler = new Reconciler(databases, Clock.systemUTC(), Pause.REAL);

    assertThat(reconciler.lag(sync, (SyncWord.Lag.Sql) sync.lag()).value()).isEqualTo(2);
    assertThat(reconciler.probe(sync)).isEmpty();
  }

  @Test
  void whatWouldBeInTheWayIsSaidBeforeAnyRowIsRead() {
    tables();

    assertThat(reconciler(5, () -> {}).probe(sync(orders()))).isEmpty();
    assertThat(reconciler(5, () -> {}).probe(sync(pair("orders", "other", "id"))))
        .hasValueSatisfying(
            why ->
                assertThat(why).startsWith("orders cannot be compared: there is no table other"));
  }
}
