package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shift behind the local proxy, under requests, as somebody does it on a laptop. */
class StrangleIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final UnderWay asked = new UnderWay();
  private Origin monolith;
  private Origin service;
  private int port;
  private volatile boolean ends;

  @BeforeEach
  void start() throws Exception {
    monolith = new Origin("monolith");
    service = new Origin("service");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.createDirectory(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: {local: {listen: "127.0.0.1:%d"}}
        monolith: %s
        service: %s
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        - {prefix: /orders, methods: [POST, PUT, DELETE], writes: Order}
        canary: {header: X-Canary, value: orders}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 3s}
        - {weight: 100, soak: 1s}
        gates:
        - success-rate: {min: 99%%, requests: 50}
        tolerance: {window: 1s}
        """
            .formatted(port, monolith.address(), service.address()));
  }

  @AfterEach
  void stop() throws Exception {
    ends = true;
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    monolith.close();
    service.close();
  }

  private Run strangle(String... args) {
    List<String> all = new ArrayList<>(List.of("strangle"));
    all.addAll(List.of(args));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Run.there(folder, all.toArray(String[]::new)));
  }

  private int watch(StringWriter said) {
    return Msvc.run(
        said,
        said,
        Terminal.NONE,
        Map.of(),
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Run.there(folder, "strangle", "watch", "orders"));
  }

  private Future<?> proxy() throws Exception {
    Future<?> proxy = threads.submit(() -> strangle("proxy", "orders"));
    for (int i = 0; i < 1200; i++) {
      if (strangle("status", "orders").out().contains("orders-writes ")) {
        return proxy;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(strangle("status", "orders").out());
  }

  private HttpResponse<String> ask(String method, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/orders/1".formatted(port)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Requests until the test ends; those of the canary among them. */
  private void load() {
    for (int i = 0; i < 4; i++) {
      boolean canary = i == 0;
      threads.submit(
          () -> {
            while (!ends) {
              long number = asked.begin();
              try {
                HttpResponse<String> answer =
                    canary ? ask("GET", "X-Canary", "orders") : ask("GET");
                answered.incrementAndGet();
                if (answer.statusCode() != 200) {
                  failed.incrementAndGet();
                }
              } catch (InterruptedException end) {
                return;
              } catch (Exception lost) {
                failed.incrementAndGet();
              } finally {
                asked.end(number);
              }
            }
          });
    }
  }

  @Test
  void aShiftGoesToItsEndAndBackAndNoRequestIsLost() throws Exception {
    proxy();
    load();

    StringWriter watched = new StringWriter();
    Future<Integer> watching = threads.submit(() -> watch(watched));
    for (int i = 0; i < 1200 && !watched.toString().contains("shift orders: new"); i++) {
      Thread.sleep(50);
    }
    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("reads 20 % is effective", "all stages passed");
    assertThat(watching.get(60, TimeUnit.SECONDS)).as(watched.toString()).isZero();
    assertThat(watched.toString())
        .contains("shift orders: new", "shift orders: running", "service  20 %");
    assertThat(ask("GET").body()).isEqualTo("service");
    assertThat(ask("POST").body()).isEqualTo("monolith");

    Run back = strangle("rollback", "orders", "--reason", "it is enough");

    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(ask("GET", "X-Canary", "orders").body()).isEqualTo("monolith");
    asked.settle();
    int before = service.answered();
    assertThat(ask("GET").body()).isEqualTo("monolith");
    Thread.sleep(200);
    assertThat(service.answered()).isEqualTo(before);
    assertThat(failed).hasValue(0);
    assertThat(answered.get()).isGreaterThan(100);

    Run audit = strangle("audit", "orders", "--verify");
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).contains("orders 0->20", "it is enough", "each follows from the one");
    Run again = strangle("start", "orders", "-y");
    assertThat(again.exitCode()).isEqualTo(6);
    assertThat(again.out()).contains("it was rolled back: it is enough");
  }

  @Test
  void aServiceThatFailsIsTakenBackAndWhyIsTold() throws Exception {
    proxy();
    service.answers(503);
    load();

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(run.out()).contains("success-rate", "bad window 1 of 2", "requests failed");
    assertThat(ask("GET", "X-Canary", "orders").body()).isEqualTo("monolith");
    assertThat(strangle("status", "orders").out()).contains("shift orders: rolled back");
  }

  private void gates(String gates) throws Exception {
    Path plan = folder.resolve("strangle/orders.yaml");
    Files.writeString(plan, Files.readString(plan).replaceFirst("(?m)^- success-rate.*\n", gates));
  }

  @Test
  void aServiceThatKnowsNoneOfTheUrlsIsTakenBackAndWhyIsTold() throws Exception {
    gates(
        """
        - success-rate: {min: 99%, requests: 50}
        - client-errors: {worse: 2%, requests: 50}
        """);
    proxy();
    service.answers(404);
    load();

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(6);
    assertThat(run.out())
        .contains("client-errors: ", "bad window 1 of 2", "requests were answered with 4xx (100 %)")
        .contains("more than 2 % more than the monolith's");
    assertThat(ask("GET", "X-Canary", "orders").body()).isEqualTo("monolith");
    assertThat(strangle("status", "orders").out()).contains("shift orders: rolled back");
    Run audit = strangle("audit", "orders", "--verify", "-o", "json");
    assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
    assertThat(audit.out())
        .containsPattern("\"client-errors\": \"FAIL: .* were answered with 4xx \\(100 %\\), of the")
        .contains("\"success-rate\": ");
  }

  @Test
  void bySuccessRateAloneAServiceThatKnowsNoneOfTheUrlsGetsAll() throws Exception {
    proxy();
    service.answers(404);
    load();

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(ask("GET").statusCode()).as("what customers get then").isEqualTo(404);
  }

  @Test
  void aServiceThatRefusesNoMoreThanTheMonolithGoesToItsEnd() throws Exception {
    gates(
        """
        - success-rate: {min: 99%, requests: 50}
        - client-errors: {worse: 2%, requests: 50}
        """);
    proxy();
    load();

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("all stages passed");
  }

  @Test
  void withoutRequestsNothingAdvancesAndNothingFails() throws Exception {
    proxy();

    assertThat(strangle("start", "orders", "--once", "-y").exitCode()).isZero();
    Thread.sleep(1_200);
    Run run = strangle("start", "orders", "--once", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(run.out()).contains("0 requests to the service, and 50 are needed");
    assertThat(strangle("status", "orders").out()).contains(">  1 canary header");
    Thread.sleep(2_200);
    assertThat(strangle("status", "orders").out()).contains("nobody watches it: it stays as it is");
  }

  @Test
  void aSecondOperatorIsToldWhoMovesItAndARollbackIsHeardAllTheSame() throws Exception {
    proxy();
    CompletableFuture<Run> first =
        CompletableFuture.supplyAsync(() -> strangle("start", "orders", "-y"), threads);
    for (int i = 0; i < 1200 && strangle("status", "orders").out().contains("orders: new"); i++) {
      Thread.sleep(50);
    }

    Run second = strangle("start", "orders", "-y");
    assertThat(second.exitCode()).isEqualTo(5);
    assertThat(second.err()).containsPattern("is held by .+@.+, process \\d+, for \\d+ s");

    assertThat(strangle("rollback", "orders").exitCode()).isZero();
    Run ended = first.get(60, TimeUnit.SECONDS);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(6);
  }

  @Test
  void killedAnywhereTheNextOneGoesOnAndEachChangeHasOneRecord() throws Exception {
    proxy();
    load();
    Random random = new Random(7);
    for (int i = 0; i < 6; i++) {
      Process start =
          new ProcessBuilder(
                  Faulty.ownProcess(
                      List.of("strangle", "start", "orders", "-y", "-C", folder.toString())))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out").toFile())
              .start();
      start.waitFor(500 + random.nextInt(2_500), TimeUnit.MILLISECONDS);
      start.destroyForcibly().waitFor();
    }

    Run last = strangle("start", "orders", "-y");

    assertThat(last.exitCode()).as(last.out() + last.err()).isZero();
    Run audit = strangle("audit", "orders", "--verify");
    assertThat(audit.exitCode()).as(audit.out()).isZero();
    assertThat(audit.out().lines().filter(line -> line.contains(" intent ")))
        .satisfiesExactly(
            first -> assertThat(first).contains("orders-canary 0->100"),
            second -> assertThat(second).contains("orders 0->20"),
            third -> assertThat(third).contains("orders 20->100"));
    assertThat(failed).hasValue(0);
  }

  @Test
  void aProxyThatEndsComesBackWithTheWeightsThatItHad() throws Exception {
    Future<?> first = proxy();
    assertThat(strangle("start", "orders", "--once", "-y").exitCode()).isZero();
    assertThat(ask("GET", "X-Canary", "orders").body()).isEqualTo("service");

    first.cancel(true);
    for (int i = 0; i < 1200 && !strangle("status", "orders").out().contains("be asked"); i++) {
      Thread.sleep(50);
    }
    Run away = strangle("rollback", "orders");
    assertThat(away.exitCode()).isEqualTo(8);
    proxy();

    assertThat(ask("GET", "X-Canary", "orders").body()).isEqualTo("service");
    assertThat(strangle("rollback", "orders").exitCode()).isZero();
    assertThat(ask("GET", "X-Canary", "orders").body()).isEqualTo("monolith");
  }

  @Test
  void anotherRouterThanOursIsRefusedWithItsLine() throws Exception {
    Path plan = folder.resolve("strangle/orders.yaml");
    Files.writeString(plan, Files.readString(plan).replaceFirst("local: .*}}", "envoy: {}}"));

    Run run = strangle("lint", "orders");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("strangle/orders.yaml:2: ", "'envoy'", "local");
  }

  @Test
  void p10AGateThatWouldSeeNothingIsRefusedBeforeAnythingBegins() throws Exception {
    proxy();
    HttpServer empty = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    empty.createContext(
        "/",
        exchange -> {
          boolean time = exchange.getRequestURI().getQuery().startsWith("query=time()");
          byte[] answer =
              (time
                      ? "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1.0,\"1000\"]}}"
                      : "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    empty.start();
    Path plan = folder.resolve("strangle/orders.yaml");
    String metrics =
        "metrics: {url: \"http://127.0.0.1:%d\", source: istio, service: {app: orders}, monolith:"
            + " {app: shop}}\n";
    String before = Files.readString(plan);
    Files.writeString(plan, before + metrics.formatted(empty.getAddress().getPort()));

    Run nothing = strangle("start", "orders", "-y");
    empty.stop(0);
    Run away = strangle("start", "orders", "-y");

    assertThat(nothing.exitCode()).as(nothing.out() + nothing.err()).isEqualTo(3);
    assertThat(nothing.err())
        .contains("would see nothing", "Prometheus has no istio_requests_total");
    assertThat(away.exitCode()).as(away.out() + away.err()).isEqualTo(8);
    assertThat(strangle("status", "orders").out()).contains("shift orders: new");
  }

  @Test
  void whatNoProxyServesIsToldWithWhatToDo() {
    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains("the local proxy of orders was never started", "msvc strangle proxy orders");
  }
}
