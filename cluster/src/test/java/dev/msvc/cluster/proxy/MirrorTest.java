package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.traffic.Mirrored;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Copies of requests that the monolith answers, before real servers. */
@Timeout(60)
class MirrorTest {
  private static final Rule WRITES =
      new Rule(
          "orders-writes",
          new Match("/orders", false, new TreeSet<>(Set.of("POST", "PUT")), Optional.empty()),
          Rule.Kind.WRITE);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> copies = new CopyOnWriteArrayList<>();

  private Handler<HttpServerRequest> says(String json) {
    return request ->
        request
            .body()
            .onSuccess(
                body -> {
                  if (request.headers().contains(Mirror.MARK)) {
                    copies.add(
                        "%s %s %s %s"
                            .formatted(
                                request.method(), request.uri(), request.getHeader("x-a"), body));
                  }
                  request.response().putHeader("content-type", "application/json").end(json);
                });
  }

  private HttpResponse<String> ask(Rig rig, String method, String path, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(rig.url(path)))
            .header("X-A", "1")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Mirrored mirrored(Rig rig, String rule, Predicate<Mirrored> until)
      throws Exception {
    Mirrored now = Mirrored.NONE;
    for (int i = 0; i < 300; i++) {
      now = rig.router().look().mirrored().getOrDefault(rule, Mirrored.NONE);
      if (until.test(now)) {
        return now;
      }
      Thread.sleep(20);
    }
    return now;
  }

  @Test
  void theServiceGetsACopyAndTheClientTheMonolithsAnswer() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(says("{\"id\": 1, \"total\": 2}"))
            .service(says("{\"total\": 3, \"id\": 1}"))
            .mirror(1)
            .start(0)) {
      for (int i = 0; i < 10; i++) {
        assertThat(ask(rig, "GET", "/orders/%d?x=%%20".formatted(i), "").body())
            .isEqualTo("{\"id\": 1, \"total\": 2}");
      }
      Mirrored all = mirrored(rig, "orders", each -> each.mirrored() == 10);

      assertThat(all.mirrored()).isEqualTo(10);
      assertThat(all.differing()).isEqualTo(10);
      assertThat(all.paths()).containsOnlyKeys("$.total").containsValue(10L);
      assertThat(copies).hasSize(10).contains("GET /orders/7?x=%20 1 ");
      // what was copied is none of the requests that the gates count
      assertThat(rig.router().look().count("orders", Arm.SERVICE).requests()).isZero();
      assertThat(rig.router().look().count("orders", Arm.MONOLITH).requests()).isEqualTo(10);
    }
  }

  @Test
  void equalAnswersDoNotDiffer() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(says("{\"a\": 1, \"b\": 1.0}"))
            .service(says("{\"b\": 1, \"a\": 1}"))
            .mirror(1)
            .start(0)) {
      ask(rig, "GET", "/orders", "");

      assertThat(mirrored(rig, "orders", each -> each.mirrored() == 1))
          .isEqualTo(new Mirrored(1, 0, 0, 0, new java.util.TreeMap<>()));
    }
  }

  /** What an origin says that counts its own answers. */
  private Handler<HttpServerRequest> counting(String json) {
    AtomicInteger count = new AtomicInteger();
    return request ->
        says(json.replace("COUNT", String.valueOf(count.incrementAndGet()))).handle(request);
  }

  @Test
  void whatTwoAnswersOfTheMonolithDifferInIsNoDifference() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(counting("{\"at\": COUNT, \"total\": 2}"))
            .service(counting("{\"at\": -COUNT, \"total\": 2}"))
            .mirrorWithNoise()
            .start(0)) {
      for (int i = 0; i < 10; i++) {
        ask(rig, "GET", "/orders/" + i, "");
      }

      assertThat(mirrored(rig, "orders", each -> each.mirrored() == 10))
          .isEqualTo(new Mirrored(10, 0, 10, 0, new java.util.TreeMap<>()));
      // one to each of both
      assertThat(copies).hasSize(20);
    }
  }

  @Test
  void whatDiffersBesideNoiseIsTold() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(counting("{\"at\": COUNT, \"total\": 2}"))
            .service(counting("{\"at\": -COUNT, \"total\": 3}"))
            .mirrorWithNoise()
            .start(0)) {
      ask(rig, "GET", "/orders/1", "");

      Mirrored all = mirrored(rig, "orders", each -> each.mirrored() == 1);
      assertThat(all.differing()).isEqualTo(1);
      assertThat(all.noisy()).isZero();
      assertThat(all.paths()).containsOnlyKeys("$.total");
    }
  }

  @Test
  void p17WhatChangesSomethingIsNeverAskedOfTheMonolithAgain() throws Exception {
    List<String> got = new CopyOnWriteArrayList<>();
    Handler<HttpServerRequest> monolith =
        request -> {
          got.add(request.method().name());
          says("{}").handle(request);
        };
    try (Rig rig =
        new Rig()
            .monolith(monolith)
            .service(says("{}"))
            .rules(WRITES, Rig.reads("orders", "/orders"))
            .mirrorWithNoise("orders-writes")
            .start(0)) {
      ask(rig, "POST", "/orders/1", "{}");
      ask(rig, "GET", "/orders/1", "");
      mirrored(rig, "orders-writes", each -> each.mirrored() == 1);
      mirrored(rig, "orders", each -> each.mirrored() == 1);

      assertThat(got).containsExactlyInAnyOrder("POST", "GET", "GET");
    }
  }

  @Test
  void p17OnlySafeMethodsAreMirroredUnlessAWriteRouteIsNamed() throws Exception {
    Rule reads = Rig.reads("orders", "/orders");
    for (boolean named : new boolean[] {false, true}) {
      copies.clear();
      Rig rig = new Rig().monolith(says("{}")).service(says("{}")).rules(WRITES, reads);
      try (Rig started = (named ? rig.mirror(1, "orders-writes") : rig.mirror(1)).start(0)) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "FETCH")) {
          if (!method.equals("TRACE")) {
            ask(started, method, "/orders/1", "{\"n\": 1}");
          }
          ask(started, method, "/orders/2", "");
        }
        ask(started, "GET", "/orders/1", "{}");
        ask(started, "GET", "/orders/1", "");
        mirrored(started, "orders", each -> each.mirrored() == 1);
        mirrored(started, "orders-writes", each -> each.mirrored() == (named ? 4 : 0));
        Thread.sleep(200);

        if (named) {
          assertThat(copies)
              .containsExactlyInAnyOrder(
                  "POST /orders/1 1 {\"n\": 1}",
                  "POST /orders/2 1 ",
                  "PUT /orders/1 1 {\"n\": 1}",
                  "PUT /orders/2 1 ",
                  "GET /orders/1 1 ");
        } else {
          assertThat(copies).containsExactly("GET /orders/1 1 ");
        }
      }
    }
  }

  @Test
  void longRequestsAreDroppedAndNotCutShort() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(says("{}"))
            .service(says("{}"))
            .rules(WRITES)
            .mirror(1, "orders-writes")
            .start(0)) {
      assertThat(ask(rig, "POST", "/orders", "x".repeat(70_000)).statusCode()).isEqualTo(200);
      ask(rig, "POST", "/orders", "x".repeat(60_000));
      Mirrored all = mirrored(rig, "orders-writes", each -> each.mirrored() == 1);

      assertThat(all.dropped()).isEqualTo(1);
      assertThat(copies).hasSize(1).allMatch(each -> each.length() > 60_000);
    }
  }

  @Test
  void atAHundredNothingIsMirrored() throws Exception {
    try (Rig rig = new Rig().monolith(says("{}")).service(says("{}")).mirror(1).start(100)) {
      for (int i = 0; i < 5; i++) {
        ask(rig, "GET", "/orders", "");
      }
      Thread.sleep(200);

      assertThat(copies).isEmpty();
      assertThat(mirrored(rig, "orders", each -> true)).isEqualTo(Mirrored.NONE);
    }
  }

  @Test
  void aShareIsMirroredAndConditionsAndCopiesAreNot() throws Exception {
    try (Rig rig = new Rig().monolith(says("{}")).service(says("{}")).mirror(0.25).start(0)) {
      for (int i = 0; i < 400; i++) {
        ask(rig, "GET", "/orders", "");
      }
      long share = mirrored(rig, "orders", each -> each.mirrored() >= 60).mirrored();
      Thread.sleep(200);

      assertThat(share).isBetween(60L, 140L);
    }
    copies.clear();
    try (Rig rig = new Rig().monolith(says("{}")).service(says("{}")).mirror(1).start(0)) {
      for (String header : List.of("If-None-Match", "Range", "X-Msvc-Mirror")) {
        client.send(
            HttpRequest.newBuilder(URI.create(rig.url("/orders"))).header(header, "1").build(),
            HttpResponse.BodyHandlers.ofString());
      }
      Thread.sleep(200);

      assertThat(mirrored(rig, "orders", each -> true).mirrored()).isZero();
    }
  }

  @Test
  void aServiceThatHangsDelaysAndFailsNobodyAndWhatIsTooMuchIsDropped() throws Exception {
    List<HttpServerRequest> hanging = new CopyOnWriteArrayList<>();
    try (Rig rig = new Rig().monolith(says("{}")).service(hanging::add).mirror(1).start(0)) {
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThat(ask(rig, "GET", "/orders", "").statusCode()).isEqualTo(200);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      Mirrored late = mirrored(rig, "orders", each -> each.mirrored() == 32);

      assertThat(late.mirrored()).isEqualTo(32);
      assertThat(late.differing()).isEqualTo(32);
      assertThat(late.dropped()).isEqualTo(68);
      // the places are free again
      ask(rig, "GET", "/orders", "");
      assertThat(
              mirrored(rig, "orders", each -> each.dropped() > 68 || hanging.size() > 32).dropped())
          .isEqualTo(68);
    }
  }

  @Test
  void aServiceThatIsAwayOrSaysTooMuchFailsNobody() throws Exception {
    try (Rig away = new Rig().monolith(says("{}")).mirror(1).start(0)) {
      assertThat(ask(away, "GET", "/orders", "").body()).isEqualTo("{}");

      assertThat(mirrored(away, "orders", each -> each.mirrored() == 1).paths())
          .containsOnlyKeys("answer");
    }
    try (Rig rig =
        new Rig()
            .monolith(says("{}"))
            .service(request -> request.response().end(Buffer.buffer("x".repeat(1 << 20))))
            .mirror(1)
            .start(0)) {
      assertThat(ask(rig, "GET", "/orders", "").body()).isEqualTo("{}");

      assertThat(mirrored(rig, "orders", each -> each.mirrored() == 1).differing()).isEqualTo(1);
    }
  }
}
