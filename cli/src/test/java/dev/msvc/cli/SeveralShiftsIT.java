package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.yaml.JournalDocument;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two shifts, of which one is after the other, each behind a local proxy of its own. */
class SeveralShiftsIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, Origin> services = new HashMap<>();
  private Origin monolith;
  private volatile boolean ends;

  @BeforeEach
  void start() throws Exception {
    monolith = new Origin("monolith");
    Files.createDirectory(folder.resolve("strangle"));
    plan("customers", "1s", "");
    plan("orders", "1h", "after: [customers]");
  }

  private void plan(String name, String soak, String after) throws Exception {
    if (!services.containsKey(name)) {
      services.put(name, new Origin(name));
    }
    try (ServerSocket free = new ServerSocket(0)) {
      ports.putIfAbsent(name, free.getLocalPort());
    }
    Files.writeString(
        folder.resolve("strangle/%s.yaml".formatted(name)),
        """
        schema: msvc/shift/v1
        router: {local: {listen: "127.0.0.1:%d"}}
        monolith: %s
        service: %s
        routes:
        - {prefix: /%s, methods: [GET, HEAD]}
        stages:
        - {weight: 100, soak: %s}
        gates:
        - success-rate: {min: 80%%, requests: 20}
        tolerance: {window: 1s}
        %s
        """
            .formatted(
                ports.get(name),
                monolith.address(),
                services.get(name).address(),
                name,
                soak,
                after));
  }

  @AfterEach
  void stop() throws Exception {
    ends = true;
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    monolith.close();
    for (Origin each : services.values()) {
      each.close();
    }
  }

  private Run strangle(String... args) {
    List<String> all = new ArrayList<>(List.of("strangle"));
    all.addAll(List.of(args));
    return Run.msvc(Run.there(folder, all.toArray(String[]::new)));
  }

  private Future<?> proxy(String name) throws Exception {
    Future<?> proxy = threads.submit(() -> strangle("proxy", name));
    for (int i = 0; i < 1200; i++) {
      if (!strangle("status", name).out().contains("cannot be asked")) {
        return proxy;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(strangle("status", name).out());
  }

  private String ask(String name) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:%d/%s/1".formatted(ports.get(name), name)))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void load(String... names) {
    for (String each : names) {
      threads.submit(
          () -> {
            while (!ends) {
              try {
                ask(each);
                Thread.sleep(2);
              } catch (InterruptedException end) {
                return;
              } catch (Exception away) {
                // a proxy that ends is what a test is about
              }
            }
          });
    }
  }

  private void goes(String name, String until) throws Exception {
    for (int i = 0; i < 1200; i++) {
      if (strangle("status", name).out().contains(until)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(strangle("status", name).out());
  }

  /** Both have all of their reads, and that of orders is watched. */
  private CompletableFuture<Run> bothUnderWay() throws Exception {
    proxy("customers");
    proxy("orders");
    load("customers", "orders");
    assertThat(strangle("start", "customers", "-y").exitCode()).isZero();
    CompletableFuture<Run> orders =
        CompletableFuture.supplyAsync(() -> strangle("start", "orders", "-y"), threads);
    goes("orders", "service 100 %");
    return orders;
  }

  private List<Entry> journal(String name) throws Exception {
    String file = name + ".state.json";
    return JournalDocument.read(
            file, Files.readString(folder.resolve("strangle").resolve(file)), "")
        .entries();
  }

  /** The entry by which a shift was said to have lost all. */
  private Entry back(String name) throws Exception {
    return journal(name).stream()
        .filter(each -> each.event() == Event.EFFECT && each.stage() < 0)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  @Test
  void oneThatIsAfterAnotherBeginsWhenThatIsDone() throws Exception {
    proxy("customers");
    proxy("orders");

    Run early = strangle("start", "orders", "-y");

    assertThat(early.exitCode()).as(early.out() + early.err()).isEqualTo(5);
    assertThat(early.err())
        .contains(
            "strangle/orders.yaml:12: customers was not begun yet, and orders comes after it",
            "after: [{shift: customers, weight: 50}]");
    load("customers");
    assertThat(strangle("start", "customers", "-y").exitCode()).isZero();
    assertThat(strangle("start", "orders", "--once", "-y").exitCode()).isZero();

    Run list = strangle("status");
    assertThat(list.exitCode()).isZero();
    assertThat(list.lines().get(1)).matches("customers +passed +1 of 1, reads 100 % +100 % .*ago");
    assertThat(list.lines().get(2)).startsWith("orders     customers  running  ");
    assertThat(strangle("status", "-o", "json").out())
        .contains("\"schema\": \"msvc/shift-list/v1\"", "\"after\": [ \"customers\" ]");
  }

  @Test
  void p13WhatIsAfterGoesBackFirstAlsoWhileItIsWatchedElsewhere() throws Exception {
    CompletableFuture<Run> orders = bothUnderWay();

    Run run = strangle("rollback", "customers", "--reason", "wrong names");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsSubsequence("orders goes back first: it is after customers", "wrong names");
    assertThat(orders.get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(6);
    assertThat(ask("orders")).isEqualTo("monolith");
    assertThat(ask("customers")).isEqualTo("monolith");
    assertThat(back("orders").when()).isBefore(back("customers").when());
    assertThat(back("orders").reason()).isEqualTo("customers goes back: wrong names");
    assertThat(strangle("audit", "orders", "--verify").exitCode()).isZero();
  }

  @Test
  void p11AShiftThatFailsByItselfTakesBackFirstWhatIsAfterIt() throws Exception {
    plan("customers", "1h", "");
    plan("orders", "1h", "after: [{shift: customers, weight: 100}]");
    proxy("customers");
    proxy("orders");
    load("customers", "orders");
    CompletableFuture<Run> customers =
        CompletableFuture.supplyAsync(() -> strangle("start", "customers", "-y"), threads);
    goes("customers", "of 1h");
    CompletableFuture<Run> orders = new CompletableFuture<>();
    for (int i = 0; i < 1200 && !strangle("status", "orders").out().contains("100 %\n"); i++) {
      // from the moment that the stage of customers is effective
      if (strangle("start", "orders", "--once", "-y").exitCode() != 5) {
        break;
      }
      Thread.sleep(50);
    }
    threads.submit(() -> orders.complete(strangle("start", "orders", "-y")));
    goes("orders", "service 100 %");

    services.get("customers").answers(503);

    Run failed = customers.get(60, TimeUnit.SECONDS);
    assertThat(failed.exitCode()).as(failed.out() + failed.err()).isEqualTo(6);
    assertThat(failed.out())
        .containsSubsequence("bad window 1 of 2", "orders goes back first", "requests failed");
    assertThat(orders.get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(6);
    assertThat(back("orders").when()).isBefore(back("customers").when());
    assertThat(ask("orders")).isEqualTo("monolith");
    assertThat(ask("customers")).isEqualTo("monolith");
  }

  @Test
  void onlyThatOneGoesBackWhereThatIsAskedForAndTheAuditSaysSo() throws Exception {
    bothUnderWay();

    Run run = strangle("rollback", "customers", "--only");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(ask("customers")).isEqualTo("monolith");
    assertThat(ask("orders")).isEqualTo("orders");
    assertThat(back("customers").reason()).endsWith("; only this one, and not orders");
    goes("orders", "customers was rolled back");
    assertThat(strangle("rollback", "orders").exitCode()).isZero();
  }

  @Test
  void p13OneWhoseRouterIsAwayIsToldAndKeepsTheOtherForSecondsOnly() throws Exception {
    proxy("customers");
    Future<?> proxy = proxy("orders");
    load("customers", "orders");
    assertThat(strangle("start", "customers", "-y").exitCode()).isZero();
    assertThat(strangle("start", "orders", "--once", "-y").exitCode()).isZero();
    proxy.cancel(true);
    goes("orders", "cannot be asked");
    long begin = System.nanoTime();

    Run run = strangle("rollback", "customers");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
    assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(30));
    assertThat(run.out()).contains("orders DID NOT GO BACK", "msvc strangle rollback orders");
    assertThat(ask("customers")).isEqualTo("monolith");
    assertThat(back("customers").reason()).contains("; orders did not go back: ");
    proxy("orders");
    assertThat(ask("orders")).isEqualTo("orders");
    assertThat(strangle("rollback", "orders").exitCode()).isZero();
  }

  @Test
  void whatCannotGoTogetherIsRefusedWithItsLines() throws Exception {
    plan("customers", "1s", "after: [orders]");
    assertThat(strangle("lint", "orders").err())
        .contains(
            "strangle/orders.yaml:12: no shift of a circle can be first",
            "customers is after orders (strangle/customers.yaml:12)");
    plan("customers", "1s", "after: [odrers]");
    assertThat(strangle("lint", "customers").err()).contains("did you mean 'orders'?");
    plan("customers", "1s", "after: [customers]");
    Run itself = strangle("lint", "customers");
    assertThat(itself.exitCode()).isEqualTo(3);
    assertThat(itself.err()).contains("strangle/customers.yaml:12:9: customers comes after itself");
    Run other = strangle("lint", "orders");
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.err()).contains("strangle/customers.yaml:12:9");

    ports.put("customers", ports.get("orders"));
    plan("customers", "1s", "");
    assertThat(strangle("lint", "customers").err())
        .contains("strangle/customers.yaml:2: the proxy of shift orders listens at");
    assertThat(strangle("start").exitCode()).isEqualTo(2);
  }
}
