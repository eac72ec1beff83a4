package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.msvc.cluster.traffic.ClientErrors;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.Tally;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShiftThroughProxyTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  private Handler<HttpServerRequest> answering(String what) {
    return request ->
        request
            .body()
            .onSuccess(
                body -> {
                  String id = request.getHeader("x-id");
                  if (id != null) {
                    seen.merge(id, 1, Integer::sum);
                  }
                  request.response().end(what);
                });
  }

  private static HttpResponse<String> ask(Rig rig, String method, String id)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(rig.url("/orders/" + id)))
            .timeout(Duration.ofSeconds(20))
            .header("x-id", id)
            .method(
                method,
                method.equals("POST")
                    ? HttpRequest.BodyPublishers.ofString("body")
                    : HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void nothingIsLostOrSentTwiceWhileWeightsMove() throws Exception {
    try (Rig rig =
        new Rig().monolith(answering("monolith")).service(answering("service")).start(0)) {
      AtomicInteger failed = new AtomicInteger();
      AtomicInteger done = new AtomicInteger();
      ExecutorService clients = Executors.newFixedThreadPool(8);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        String id = "r" + i;
        String method = i % 2 == 0 ? "GET" : "POST";
        all.add(
            clients.submit(
                () -> {
                  if (ask(rig, method, id).statusCode() != 200) {
                    failed.incrementAndGet();
                  }
                  return done.incrementAndGet();
                }));
      }
      int next = 0;
      int[] weights = {50, 100, 0};
      while (next < weights.length) {
        if (done.get() >= (next + 1) * 250) {
          rig.weight(weights[next++]);
        }
        Thread.sleep(1);
      }
      for (Future<?> each : all) {
        each.get();
      }
      clients.shutdown();

      assertThat(failed).hasValue(0);
      assertThat(seen).hasSize(1_000).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
      var sight = rig.router().look();
      long monolith = sight.count("orders", Arm.MONOLITH).requests();
      long service = sight.count("orders", Arm.SERVICE).requests();
      assertThat(monolith + service).isEqualTo(1_000);
      assertThat(service).isPositive();
      assertThat(rig.persisted)
          .extracting(w -> w.of("orders", Arm.SERVICE))
          .containsExactly(50, 100, 0);
    }
  }

  @Test
  void answersWith4xxAreCountedBesideFailures() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    List<Integer> statuses = List.of(200, 301, 400, 401, 404, 499, 500);
    try (Rig rig =
        new Rig()
            .monolith(answering("monolith"))
            .service(
                request ->
                    request
                        .response()
                        .setStatusCode(statuses.get(asked.getAndIncrement() % statuses.size()))
                        .end())
            .start(100)) {
      for (int i = 0; i < 70; i++) {
        ask(rig, "GET", "c" + i);
      }
      Sight sight = rig.router().look();

      assertThat(sight.count("orders", Arm.SERVICE)).isEqualTo(new Tally(70, 10));
      assertThat(sight.count(ClientErrors.key("orders"), Arm.SERVICE)).isEqualTo(new Tally(70, 40));
      assertThat(sight.count(ClientErrors.key("orders"), Arm.MONOLITH)).isEqualTo(Tally.NONE);
    }
  }

  @Test
  void theShareIsTheWeight() throws Exception {
    try (Rig rig =
        new Rig().monolith(answering("monolith")).service(answering("service")).start(20)) {
      for (int i = 0; i < 1_000; i++) {
        ask(rig, "GET", "s" + i);
      }

      // four times the deviation of 1,000 draws
      assertThat(rig.router().look().count("orders", Arm.SERVICE).requests())
          .isCloseTo(200, within(51L));
      assertThat(rig.router().latencies().get("orders").get(Arm.MONOLITH).total())
          .isEqualTo(rig.router().look().count("orders", Arm.MONOLITH).requests());
    }
  }

  @Test
  void aClientKeepsItsArmWhileTheWeightGrowsAndLeavesItAtNothing() throws Exception {
    try (Rig rig =
        new Rig()
            .sticky(Selector.In.HEADER, "x-id")
            .monolith(answering("monolith"))
            .service(answering("service"))
            .start(0)) {
      List<String> before = List.of();
      for (int weight : new int[] {0, 1, 20, 50, 100}) {
        rig.weight(weight);
        assertThat(rig.router().look().perClient().map(PerClient::all)).hasValue(1.0);
        List<String> served = new ArrayList<>();
        for (int client = 0; client < 100; client++) {
          String first = ask(rig, "GET", "c" + client).body();
          assertThat(ask(rig, "GET", "c" + client).body()).isEqualTo(first);
          if (first.equals("service")) {
            served.add("c" + client);
          }
        }
        assertThat(served).containsAll(before);
        before = served;
        // twice each, and two of them share a cell; what is not split is not counted
        PerClient perClient = rig.router().look().perClient().orElseThrow();
        assertThat(perClient.of("orders")).isEqualTo(weight % 100 == 0 ? 1 : 2.04);
        assertThat(perClient.all()).isEqualTo(perClient.of("orders"));
      }
      assertThat(before).hasSize(100);

      rig.weight(0);
      for (int client = 0; client < 100; client++) {
        assertThat(ask(rig, "GET", "c" + client).body()).isEqualTo("monolith");
      }
    }
  }

  @Test
  void whoDoesNotSayWhoTheyAreIsCountedAsOneEachTime() throws Exception {
    try (Rig rig =
        new Rig()
            .sticky(Selector.In.COOKIE, "sid")
            .monolith(answering("monolith"))
            .service(answering("service"))
            .start(20)) {
      for (int i = 0; i < 30; i++) {
        ask(rig, "GET", "s" + i);
      }

      assertThat(rig.router().look().perClient().orElseThrow().all()).isEqualTo(1);
    }
  }

  /** An origin that closes each connection after an answer, and does not say so. */
  private static final class Curt implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0);
    private final AtomicInteger requests = new AtomicInteger();

    Curt() throws IOException {
      Thread thread = new Thread(this::run);
      thread.setDaemon(true);
      thread.start();
    }

    private void run() {
      try {
        while (true) {
          try (Socket socket = server.accept()) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
              int next = socket.getInputStream().read();
              if (next < 0) {
                break;
              }
              head.append((char) next);
            }
            if (head.toString().endsWith("\r\n\r\n")) {
              requests.incrementAndGet();
              if (head.toString().startsWith("POST")) {
                socket.getInputStream().readNBytes(4);
              }
              socket
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                          .getBytes(StandardCharsets.US_ASCII));
            }
          }
        }
      } catch (IOException closed) {
        // the test is over
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Test
  void anOriginThatClosesWhatItShouldKeepIsNoClientsTrouble() throws Exception {
    try (Curt curt = new Curt();
        Rig rig = new Rig().monolithAt(curt.server.getLocalPort()).start(0)) {
      for (int i = 0; i < 300; i++) {
        assertThat(ask(rig, i % 2 == 0 ? "GET" : "POST", "k" + i).statusCode()).isEqualTo(200);
      }

      assertThat(curt.requests).hasValue(300);
    }
  }

  @Test
  void whatMayHaveBeenDoneIsNotDoneAgain() throws Exception {
    AtomicInteger arrived = new AtomicInteger();
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  arrived.incrementAndGet();
                  request.body().onSuccess(body -> request.connection().close());
                })
            .start(0)) {
      assertThat(ask(rig, "POST", "once").statusCode()).isEqualTo(502);
      assertThat(arrived).hasValue(1);
      assertThat(rig.failures(Arm.MONOLITH)).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatDiesFailsItsShareAndNotTheRest() throws Exception {
    try (Rig rig = new Rig().monolith(answering("monolith"))) {
      ServerSocket dead = new ServerSocket(0);
      rig.serviceAt(dead.getLocalPort());
      dead.close();
      rig.start(50);

      int failed = 0;
      for (int i = 0; i < 200; i++) {
        failed += ask(rig, "GET", "d" + i).statusCode() == 502 ? 1 : 0;
      }

      assertThat(failed).isBetween(60, 140);
      assertThat(rig.failures(Arm.SERVICE)).isEqualTo(failed);
      assertThat(rig.failures(Arm.MONOLITH)).isZero();
      rig.weight(0);
      for (int i = 0; i < 50; i++) {
        assertThat(ask(rig, "GET", "e" + i).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeTheProxyEnds() throws Exception {
    Rig rig =
        new Rig()
            .drain(Duration.ofSeconds(10))
            .monolith(
                request ->
                    io.vertx.core.Vertx.currentContext()
                        .owner()
                        .setTimer(500, timer -> request.response().end("late")));
    try (rig) {
      rig.start(0);
      Wire wire = rig.wire();
      wire.send("GET /orders HTTP/1.1\nHost: x\n\n");
      Thread.sleep(200);
      rig.proxy().close();

      assertThat(wire.rest())
          .startsWith("HTTP/1.1 200")
          .contains("connection: close")
          .endsWith("late");
    }
  }
}
