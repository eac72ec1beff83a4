package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of a monolith and a service that run, side by side. */
class CompareIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger ticks = new AtomicInteger();
  private final List<String> monolithGot = new CopyOnWriteArrayList<>();
  private final List<String> serviceGot = new CopyOnWriteArrayList<>();
  private HttpServer monolith;
  private HttpServer service;

  @BeforeEach
  void start() throws Exception {
    monolith = server(monolithGot, "monolith");
    service = server(serviceGot, "service");
    Files.createDirectory(folder.resolve("strangle"));
    plan("{requests: 20, max: 1%}");
    Files.writeString(folder.resolve("access.log"), log(30));
  }

  private void plan(String compare) throws IOException {
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: local
        monolith: %s
        service: %s
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        - {prefix: /carts, methods: [GET]}
        - {prefix: /orders, methods: [POST, DELETE], writes: Order}
        stages: [{weight: 100, soak: 1s}]
        ungated: a test
        compare: %s
        """
            .formatted(address(monolith), address(service), compare));
  }

  /** Requests for {@code /orders}, and two for others. */
  private static String log(int orders) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < orders; i++) {
      log.append(line("GET /orders/%d?mail=ann@example.org HTTP/1.1".formatted(i)));
    }
    return log + line("DELETE /orders/1 HTTP/1.1") + line("GET /admin HTTP/1.1") + "no request\n";
  }

  private static String line(String request) {
    return "10.0.0.1 - - [27/Nov/2026:06:00:00 +0000] \"%s\" 200 17\n".formatted(request);
  }

  private HttpServer server(List<String> got, String name) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          got.add(
              "%s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization")));
          answer(exchange, name);
        });
    server.start();
    return server;
  }

  /** The same but for its keys' order, a time, an id of the request, and what a cart costs. */
  private void answer(HttpExchange exchange, String name) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean its = name.equals("service");
    int tick = ticks.incrementAndGet();
    String price = path.startsWith("/carts") && its ? "\"12.50\"" : "12.5";
    String text =
        its
            ? "{\"total\": %s, \"at\": %d, \"mail\": \"ann@example.org\"}".formatted(price, tick)
            : "{\"at\": %d, \"mail\": \"ann@example.org\", \"total\": %s}".formatted(tick, price);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("X-Request-Id", String.valueOf(tick));
    exchange.getResponseHeaders().add("Set-Cookie", "sid=" + tick);
    exchange.sendResponseHeaders(
        200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
    if (!exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    monolith.stop(0);
    service.stop(0);
    threads.shutdownNow();
  }

  private Run compare(String... args) {
    List<String> all = new ArrayList<>(List.of("compare", "orders"));
    all.addAll(List.of(args));
    return Run.msvc(Run.there(folder, all.toArray(String[]::new)));
  }

  private Path har() throws IOException {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      entries.append(
          """
          {"request": {"method": "GET", "url": "https://shop.example/carts/%d", "headers": [
            {"name": "Authorization", "value": "Bearer secret"}, {"name": "Host", "value": "shop"}]}},
          """
              .formatted(i));
    }
    return Files.writeString(
        folder.resolve("shop.har"),
        """
        {"log": {"version": "1.2", "entries": [
        %s
        {"request": {"method": "POST", "url": "https://shop.example/orders", "headers": [
          {"name": "Content-Type", "value": "application/json"}],
          "postData": {"mimeType": "application/json", "text": "{}"}}}
        ]}}
        """
            .formatted(entries));
  }

  @Test
  void answersThatDifferInNoiseAloneAreWithinTheBound() {
    Run run = compare("--from", "access.log");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("orders: 0 of 30 requests differ (0 %), at most 1 % may: within the bound")
        .contains("orders: noise, since two answers of the monolith differ there: $.at")
        .contains("header:x-request-id")
        .contains("not sent, in no route of the shift: 1")
        .contains("not sent, in a write route: sent with --writes orders-writes only: 1")
        .contains("not sent, not read: no request in the line: 1")
        .doesNotContain("example.org");
    assertThat(monolithGot).hasSize(60);
    assertThat(serviceGot).hasSize(30).allMatch(each -> each.startsWith("GET /orders/"));
  }

  @Test
  void whatDiffersIsSaidByPathWithoutWhatItSays() throws Exception {
    har();
    Run run = compare("--from", "shop.har");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("carts differs in:")
        .contains("20  $.total type: monolith number, service text of 5; as in GET /carts/0")
        .contains("What differs is shown with --show-bodies.")
        .doesNotContain("12.5")
        .doesNotContain("example.org");
    assertThat(compare("--from", "shop.har", "--show-bodies").out())
        .contains("$.total type: monolith 12.5, service '12.50'");
  }

  @Test
  void whoAsksIsSentOnlyWhenThatIsAskedFor() throws Exception {
    har();
    compare("--from", "shop.har");

    assertThat(monolithGot).isNotEmpty().allMatch(each -> each.endsWith(" null"));
    monolithGot.clear();
    compare("--from", "shop.har", "--credentials");

    assertThat(monolithGot).isNotEmpty().allMatch(each -> each.endsWith(" Bearer secret"));
  }

  @Test
  void p17WritesAreSentOnlyFromRoutesThatAreNamedAndAfterAWord() throws Exception {
    har();
    compare("--from", "shop.har");
    assertThat(serviceGot).isNotEmpty().allMatch(each -> each.startsWith("GET "));
    serviceGot.clear();
    monolithGot.clear();

    Run unasked = compare("--from", "shop.har", "--writes", "orders-writes");
    Run no =
        Run.answered(
            folder, "n\n", "compare", "orders", "--from", "shop.har", "--writes", "orders-writes");

    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("each changes data twice", "nothing was sent");
    assertThat(no.exitCode()).isEqualTo(2);
    assertThat(serviceGot).isEmpty();
    assertThat(monolithGot).isEmpty();
    assertThat(compare("--from", "shop.har", "--writes", "carts").exitCode()).isEqualTo(3);

    compare("--from", "shop.har", "--writes", "orders-writes", "-y");

    assertThat(monolithGot.stream().filter(each -> each.startsWith("POST"))).hasSize(1);
    assertThat(serviceGot.stream().filter(each -> each.startsWith("POST"))).hasSize(1);
  }

  @Test
  void tooFewRequestsAreSaidToBeTooFew() {
    Run run = compare("--from", "access.log", "--samples", "5");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out())
        .contains("0 of 5 requests differ", "too few to say, it takes 20")
        .contains("not sent, more than are sent: 25");
  }

  @Test
  void aServiceThatIsAwayIsSaidToBe() {
    service.stop(0);
    Run run = compare("--from", "access.log");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("the service at http://127.0.0.1:", "answers nothing");
    assertThat(monolithGot).hasSizeLessThan(30);
  }

  @Test
  void programsGetWhatTheSchemaPromises() throws Exception {
    har();
    Run run = compare("--from", "shop.har", "-o", "json");

    assertThat(run.out()).contains("\"schema\": \"msvc/compare/v1\"", "\"outcome\": \"above\"");
    assertThat(ServiceSchemaTest.accepts("compare", run.out())).isTrue();
  }

  @Test
  void whatThePlanIgnoresIsNotCompared() throws Exception {
    har();
    plan("{requests: 20, ignore: [$.total]}");

    assertThat(compare("--from", "shop.har").exitCode()).isZero();
  }

  @Test
  void itSaysWhatItWasNotTold() {
    assertThat(Run.msvc(Run.there(folder, "compare", "orders")).exitCode()).isEqualTo(2);
    assertThat(compare("--from", "none.har").exitCode()).isEqualTo(3);
    assertThat(compare("--from", "access.log", "--samples", "many").exitCode()).isEqualTo(2);
    assertThat(Map.of(0, compare("--help").exitCode())).containsEntry(0, 0);
  }
}
