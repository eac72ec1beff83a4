package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketClient;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamingTest {
  private static final int CHUNK = 64 * 1024;
  private static final long BIG = 200L * 1024 * 1024;

  /** Answers with as many bytes as the client takes, and counts them. */
  private static Handler<HttpServerRequest> pouring(AtomicLong poured, CountDownLatch stopped) {
    return request -> {
      request.response().putHeader("content-length", Long.toString(BIG));
      request.response().closeHandler(v -> stopped.countDown());
      pour(request, poured);
    };
  }

  private static void pour(HttpServerRequest request, AtomicLong poured) {
    Buffer chunk = Buffer.buffer(new byte[CHUNK]);
    while (poured.get() < BIG && !request.response().writeQueueFull()) {
      poured.addAndGet(CHUNK);
      request.response().write(chunk.copy());
    }
    if (poured.get() < BIG) {
      request.response().drainHandler(v -> pour(request, poured));
    } else {
      request.response().end();
    }
  }

  @Test
  void aSlowReaderHoldsTheOriginBackAndNotItsBytes() throws Exception {
    AtomicLong poured = new AtomicLong();
    try (Rig rig = new Rig().monolith(pouring(poured, new CountDownLatch(1))).start(0)) {
      Wire wire = rig.wire();
      wire.send("GET /big HTTP/1.1\nHost: x\n\n").until("\n\n");

      long before = -1;
      while (poured.get() != before) {
        before = poured.get();
        Thread.sleep(300);
      }

      // what the buffers of three sockets on the way hold, and not what the origin has
      assertThat(before).isLessThan(BIG / 4);

      long read = 0;
      byte[] buffer = new byte[CHUNK];
      InputStream in = wire.in();
      while (read < BIG) {
        read += in.read(buffer);
      }
      assertThat(read).isEqualTo(BIG);
    }
  }

  @Test
  void aSlowOriginHoldsTheClientBack() throws Exception {
    CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
    AtomicLong got = new AtomicLong();
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  request.pause();
                  request.handler(part -> got.addAndGet(part.length()));
                  request.endHandler(v -> request.response().end("all"));
                  arrived.complete(request);
                })
            .start(0)) {
      Wire wire = rig.wire();
      wire.send("POST /big HTTP/1.1\nHost: x\nContent-Length: " + BIG + "\n\n");
      AtomicLong sent = new AtomicLong();
      Thread sender =
          new Thread(
              () -> {
                String part = "x".repeat(CHUNK);
                try {
                  while (sent.get() < BIG) {
                    wire.send(part);
                    sent.addAndGet(CHUNK);
                  }
                } catch (java.io.IOException e) {
                  sent.set(-1);
                }
              });
      sender.start();
      HttpServerRequest request = arrived.get(10, TimeUnit.SECONDS);
      long before = -1;
      while (sent.get() != before) {
        before = sent.get();
        Thread.sleep(300);
      }

      assertThat(before).isLessThan(BIG / 4);

      request.resume();
      assertThat(wire.until("all")).startsWith("HTTP/1.1 200");
      assertThat(got.get()).isEqualTo(BIG);
    }
  }

  @Test
  void aClientThatLeavesEndsTheRequestAtTheOrigin() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Rig rig = new Rig().monolith(pouring(new AtomicLong(), stopped)).start(0)) {
      Wire wire = rig.wire();
      wire.send("GET /big HTTP/1.1\nHost: x\n\n").until("\n\n");
      wire.close();

      assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aClientThatLeavesBeforeTheAnswerEndsItToo() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  request.response().closeHandler(v -> stopped.countDown());
                  arrived.countDown();
                })
            .start(0)) {
      Wire wire = rig.wire();
      wire.send("GET /never HTTP/1.1\nHost: x\n\n");
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      wire.close();

      assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void eventsComeAtOnce() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  request.response().setChunked(true);
                  request.response().writeHead();
                  if (request.path().equals("/one")) {
                    request.response().write("data: 1\n\n");
                  }
                })
            .start(0)) {
      assertThat(rig.wire().send("GET /none HTTP/1.1\nHost: x\n\n").until("\n\n"))
          .startsWith("HTTP/1.1 200");
      assertThat(rig.wire().send("GET /one HTTP/1.1\nHost: x\n\n").until("data: 1"))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void websocketsGoThrough() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  if (request.path().equals("/no")) {
                    request.response().setStatusCode(403).end("no");
                    return;
                  }
                  Future<ServerWebSocket> upgraded = request.toWebSocket();
                  upgraded.onSuccess(
                      socket ->
                          socket.textMessageHandler(
                              text -> socket.writeTextMessage("re: " + text)));
                })
            .start(0)) {
      WebSocketClient client = rig.vertx.createWebSocketClient();
      CompletableFuture<String> heard = new CompletableFuture<>();
      String big = "x".repeat(60_000);
      client
          .connect(rig.port(), "127.0.0.1", "/chat")
          .onSuccess(
              socket -> {
                socket.textMessageHandler(heard::complete);
                socket.writeTextMessage(big);
              })
          .onFailure(heard::completeExceptionally);

      assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("re: " + big);
      String refused =
          rig.wire()
              .send(
                  "GET /no HTTP/1.1\nHost: x\nConnection: keep-alive, Upgrade\n"
                      + "Upgrade: websocket\nSec-WebSocket-Version: 13\n"
                      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n")
              .until("\n\nno");
      assertThat(refused).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void aWebsocketOfTheServiceEndsSomeTimeAfterItsWeightIsNothing() throws Exception {
    try (Rig rig =
        new Rig()
            .service(request -> request.toWebSocket().onSuccess(socket -> {}))
            .monolith(request -> request.response().end())
            .start(100)) {
      CountDownLatch ended = new CountDownLatch(1);
      CountDownLatch opened = new CountDownLatch(1);
      rig.vertx
          .createWebSocketClient()
          .connect(rig.port(), "127.0.0.1", "/orders")
          .onSuccess(
              socket -> {
                socket.closeHandler(v -> ended.countDown());
                opened.countDown();
              });
      assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();

      rig.weight(50);
      assertThat(ended.await(300, TimeUnit.MILLISECONDS)).isFalse();
      rig.weight(0);
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void clientsMaySpeakHttp2WithAndWithoutUpgrade() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              request.response().setChunked(true);
                              request.response().putTrailer("x-sum", "7");
                              request
                                  .response()
                                  .end(
                                      "%s %s %s te=%s cl=%s cookie=%s"
                                          .formatted(
                                              request.method(),
                                              request.getHeader("host"),
                                              body,
                                              request.getHeader("transfer-encoding"),
                                              request.getHeader("content-length"),
                                              request.headers().getAll("cookie")));
                            }))
            .start(0)) {
      for (boolean upgrade : new boolean[] {false, true}) {
        var client =
            rig.vertx.createHttpClient(
                new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(upgrade));
        List<String> got =
            client
                .request(HttpMethod.GET, rig.port(), "127.0.0.1", "/a")
                .compose(
                    request -> {
                      if (upgrade) {
                        request.putHeader("cookie", "a=1; b=2");
                      } else {
                        request.headers().add("cookie", "a=1").add("cookie", "b=2");
                      }
                      return request.send();
                    })
                .compose(
                    answer ->
                        answer
                            .body()
                            .map(
                                body ->
                                    List.of(
                                        answer.version().name(),
                                        body.toString(),
                                        answer.trailers().get("x-sum"))))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        assertThat(got)
            .containsExactly(
                "HTTP_2",
                "GET 127.0.0.1:" + rig.port() + "  te=null cl=null cookie=[a=1; b=2]",
                "7");
      }
      var client =
          rig.vertx.createHttpClient(
              new HttpClientOptions()
                  .setProtocolVersion(HttpVersion.HTTP_2)
                  .setHttp2ClearTextUpgrade(false));
      String posted =
          client
              .request(HttpMethod.POST, rig.port(), "127.0.0.1", "/a")
              .compose(
                  request -> {
                    request.setChunked(true).write("one ");
                    return request.end("two").compose(v -> request.response());
                  })
              .compose(answer -> answer.body())
              .map(Buffer::toString)
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      assertThat(posted).contains("one two te=chunked cl=null");
    }
  }

  @Test
  void aJavaClientUpgradesAndPosts() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(request -> request.body().onSuccess(body -> request.response().end(body)))
            .start(0)) {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(rig.url("/a")))
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString("hello"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.body()).isEqualTo("hello");
      }
    }
  }

  @Test
  void aBigAnswerFitsIntoLittleMemory() throws Exception {
    AtomicLong poured = new AtomicLong();
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  poured.set(0);
                  request.response().putHeader("content-length", Long.toString(BIG));
                  pour(request, poured);
                })
            .start(0)) {
      Wire wire = rig.wire();
      wire.send("GET /big HTTP/1.1\nHost: x\n\n").until("\n\n");
      long before = used();
      long read = 0;
      long most = 0;
      byte[] buffer = new byte[CHUNK];
      InputStream in = wire.in();
      while (read < BIG) {
        read += in.read(buffer);
        if (read % (16L * 1024 * 1024) < CHUNK) {
          most = Math.max(most, used());
        }
      }

      assertThat(most - before).isLessThan(BIG / 8);
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
