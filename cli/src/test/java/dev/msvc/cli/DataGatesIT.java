package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes move between two databases of a real PostgreSQL, behind the local proxy. */
class DataGatesIT {
  private static final String TABLE =
      "create table orders (id int primary key, status text, total numeric(9, 2))";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SHOP_USER", "postgres", "SHOP_PASSWORD", "s3cret");

  private static EmbeddedPostgres postgres;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private Connection shop;
  private Connection orders;
  private Origin monolith;
  private Origin service;
  private int port;

  @BeforeAll
  static void postgres() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException cannot) {
      String loud = "NOT TESTED: no PostgreSQL starts here, so no writes were moved by its rows";
      System.err.println("\n*** " + loud + ": " + cannot + "\n");
      assumeTrue(false, loud);
    }
  }

  @AfterAll
  static void end() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    try (Connection server = postgres.getPostgresDatabase().getConnection()) {
      run(server, "drop database if exists shop", "drop database if exists orders");
      run(server, "create database shop", "create database orders");
    }
    shop = postgres.getDatabase("postgres", "shop").getConnection();
    orders = postgres.getDatabase("postgres", "orders").getConnection();
    run(shop, TABLE, "create table outbox (id int)");
    run(orders, TABLE.replace("orders", "customer_order"));
    for (int i = 1; i <= 20; i++) {
      run(shop, "insert into orders values (%d, 'paid', 1.5)".formatted(i));
      run(orders, "insert into customer_order values (%d, 'paid', 1.50)".formatted(i));
    }
    monolith = new Origin("monolith");
    service = new Origin("service");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.createDirectory(folder.resolve("strangle"));
    plan("orders", "/orders", "Order");
  }

  private void plan(String name, String prefix, String aggregate) throws IOException {
    Files.writeString(
        folder.resolve("strangle/%s.yaml".formatted(name)),
        """
        router: {local: {listen: "127.0.0.1:%d"}}
        monolith: %s
        service: %s
        routes:
        - {prefix: %s, methods: [GET, HEAD]}
        - {prefix: %s, methods: [POST, PUT, DELETE], writes: %s}
        cohort: {header: X-Tenant}
        stages:
        - {weight: 100, soak: 1s}
        - {writes: [acme], soak: 10s}
        - {writes: all, soak: 30s}
        ungated: a test
        tolerance: {window: 1s}
        sync:
          lag: {sql: select count(*) from outbox, at: monolith, below: 5}
          settle: 1s
          databases:
            monolith: {url: "jdbc:postgresql://localhost:%d/shop", userEnv: SHOP_USER, passwordEnv: SHOP_PASSWORD}
            service: {url: "jdbc:postgresql://localhost:%d/orders", userEnv: SHOP_USER, passwordEnv: SHOP_PASSWORD}
          reconcile:
          - {aggregate: %s, monolith: orders, service: customer_order, key: id, where: id < 1000}
        """
            .formatted(
                port,
                monolith.address(),
                service.address(),
                prefix,
                prefix,
                aggregate,
                postgres.getPort(),
                postgres.getPort(),
                aggregate));
  }

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    monolith.close();
    service.close();
    shop.close();
    orders.close();
  }

  private static void run(Connection connection, String... sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    }
  }

  private Run strangle(String... args) {
    return strangle(ENVIRONMENT, args);
  }

  private Run strangle(Map<String, String> environment, String... args) {
    List<String> all = new ArrayList<>(List.of("strangle"));
    all.addAll(List.of(args));
    Run run =
        Run.msvc(
            (root, inputs, progress) -> {
              throw new AssertionError("nothing was to be analysed");
            },
            Terminal.NONE,
            environment,
            Run.there(folder, all.toArray(String[]::new)));
    assertThat(run.out() + run.err()).doesNotContain("s3cret");
    return run;
  }

  private String writes(String tenant) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/orders/1".formatted(port)))
            .header("X-Tenant", tenant)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void until(String what, Supplier<String> said) throws InterruptedException {
    String last = "";
    for (int i = 0; i < 600; i++) {
      last = said.get();
      if (last.contains(what)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never '%s': %s".formatted(what, last));
  }

  @Test
  void writesMoveOnceRowsAreInStepAndComeBackWhenTheyAreNot() throws Exception {
    run(shop, "insert into outbox select generate_series(1, 7)");
    run(orders, "update customer_order set status = 'open' where id = 7");
    threads.submit(() -> strangle("proxy", "orders"));
    until("orders-writes ", () -> strangle("status", "orders").out());

    Future<Run> shifting = threads.submit(() -> strangle("start", "orders", "-y"));

    until("sync lag: 7, and must be below 5", () -> strangle("status", "orders").out());
    assertThat(writes("acme")).isEqualTo("monolith");
    run(shop, "delete from outbox");
    until("1 with other values", () -> strangle("status", "orders").out());
    assertThat(writes("acme")).isEqualTo("monolith");
    assertThat(strangle("status", "orders").out())
        .contains("written by: Order of acme: monolith", "written by: Order: monolith");

    run(orders, "update customer_order set status = 'paid' where id = 7");
    until("Order of acme: service", () -> strangle("status", "orders").out());
    assertThat(writes("acme")).isEqualTo("service");
    assertThat(writes("other")).isEqualTo("monolith");
    until("written by: Order: service", () -> strangle("status", "orders").out());
    assertThat(writes("other")).isEqualTo("service");

    run(shop, "insert into outbox select generate_series(1, 9)");
    Run run = shifting.get(60, TimeUnit.SECONDS);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(run.out()).contains("bad window 1 of 2: sync lag: 9, and must be below 5");
    assertThat(writes("acme")).isEqualTo("monolith");

    Run audit = strangle("audit", "orders", "--verify");
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out())
        .contains(
            "Order of acme: monolith, in hand-over to the service",
            "Order: service, in hand-over to the monolith");
    assertThat(strangle("audit", "orders", "-o", "json").out())
        .contains("\"sync lag\"", "PASS: 20 rows in orders, 20 in customer_order, all the same");
    assertThat(Files.readString(folder.resolve("strangle/orders.state.json")))
        .doesNotContain("s3cret");
  }

  @Test
  void whereRowsAreNotTheSameIsSaidToPeopleAndPrograms() throws Exception {
    Run same = strangle("reconcile", "orders", "-y");
    assertThat(same.exitCode()).as(same.err()).isZero();
    assertThat(same.out())
        .isEqualTo(
            """
            orders: 1 of 1 tables the same
            Order: 20 rows in orders, 20 in customer_order, all the same
            """);

    run(orders, "delete from customer_order where id > 8");
    run(orders, "insert into customer_order values (99, 'paid', 2), (1001, 'not asked for', 2)");
    run(shop, "update orders set total = 7 where id = 3");
    Run text = strangle("reconcile", "orders", "-y");
    assertThat(text.exitCode()).isEqualTo(1);
    assertThat(text.out())
        .isEqualTo(
            """
            orders: 0 of 1 tables the same
            Order: 20 rows in orders, 9 in customer_order: 12 missing in the service, 1 only there, 1 with other values
              missing  9, 10, 11, 12, 13, 14, 15, 16, 17
              differs  3
              these are the first 10 of 14
            """);
    Run json = strangle("reconcile", "orders", "-y", "-o", "json");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(ServiceSchemaTest.accepts("reconcile", json.out())).isTrue();
    assertThat(json.out()).contains("\"missing\": 12", "\"where\": \"id < 1000\"");

    run(orders, "drop table customer_order");
    Run gone = strangle("reconcile", "orders", "-y");
    assertThat(gone.exitCode()).isEqualTo(8);
    assertThat(gone.out()).contains("there is no table customer_order in the service's database");
  }

  @Test
  void nothingIsAskedBeforeItIsShown() throws Exception {
    Run run = strangle("reconcile", "orders");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "select count(*) from outbox at the monolith, below 5",
            "/shop, as $SHOP_USER with $SHOP_PASSWORD",
            "Order: orders with customer_order by id, all columns that both have, monolith where id"
                + " < 1000");
    assertThat(strangle("lint", "orders").out()).contains("rows that are compared before they do:");
  }

  @Test
  void whatWouldOnlyBeSeenDaysLaterIsRefusedAtTheStart() throws Exception {
    Run unset = strangle(Map.of("SHOP_USER", "postgres"), "start", "orders", "-y");
    assertThat(unset.exitCode()).isEqualTo(8);
    assertThat(unset.err()).contains("the variable SHOP_PASSWORD");

    run(orders, "alter table customer_order rename column id to ident");
    Run run = strangle("start", "orders", "-y");
    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains("strangle/orders.yaml:15: orders cannot be compared", "has no column id");
  }

  @Test
  void p20NoTwoPlansMoveWritesOfTheSameRows() throws Exception {
    plan("billing", "/bills", "order");

    Run run = strangle("lint", "orders");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("strangle/orders.yaml:6: writes of Order are in strangle/billing.yaml:6, too");
    assertThat(strangle("start", "orders", "-y").exitCode()).isEqualTo(3);

    plan("billing", "/bills", "Bill");
    Path billing = folder.resolve("strangle/billing.yaml");
    Files.writeString(
        billing,
        Files.readString(billing).replaceFirst("listen: \"[^\"]+\"", "listen: \"127.0.0.1:9\""));
    Run apart = strangle("lint", "orders");
    assertThat(apart.exitCode()).as(apart.err()).isZero();
  }
}
