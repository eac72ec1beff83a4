package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.msvc.model.shift.Arm;
import io.vertx.core.http.HttpServerRequest;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalProxyTest {
  @Test
  void weightsThatMovedRightBeforeItWasClosedAreNoError() throws Exception {
    LocalProxy proxy;
    try (Rig rig = new Rig().start(0)) {
      proxy = rig.proxy();
    }

    // as the clock would, after the time to drain
    assertThatCode(proxy::closeStrays).doesNotThrowAnyException();
  }

  private static void echo(HttpServerRequest request) {
    StringBuilder said = new StringBuilder();
    said.append(request.method()).append(' ').append(request.uri()).append('\n');
    request
        .headers()
        .names()
        .forEach(
            name ->
                said.append(name.toLowerCase(java.util.Locale.ROOT))
                    .append(": ")
                    .append(String.join(" | ", request.headers().getAll(name)))
                    .append('\n'));
    request.body().onSuccess(body -> request.response().end(said + "\r\n" + body));
  }

  @Test
  void theOriginGetsThePathAsItIsAndWhoAsked() throws Exception {
    try (Rig rig = new Rig().monolith(LocalProxyTest::echo).start(0)) {
      String answer =
          rig.wire()
              .send(
                  """
                  GET /orders//%6f/../x;y?q=%20&z HTTP/1.1
                  Host: shop.test
                  X-Forwarded-For: 10.0.0.1
                  Connection: close, X-Mine
                  X-Mine: 1
                  Keep-Alive: timeout=5
                  TE: trailers
                  Accept: a
                  Accept: b

                  """)
              .rest();

      assertThat(answer)
          .startsWith("HTTP/1.1 200 OK\n")
          .contains("GET /orders//%6f/../x;y?q=%20&z\n")
          .contains("host: shop.test\n")
          .contains("x-forwarded-for: 10.0.0.1, 127.0.0.1\n")
          .contains("x-forwarded-proto: http\n")
          .contains("x-forwarded-host: shop.test\n")
          .contains("te: trailers\n")
          .contains("accept: a | b\n")
          .doesNotContain("x-mine")
          .doesNotContain("keep-alive");
    }
  }

  @Test
  void bodiesGoOnByLengthAndInChunks() throws Exception {
    try (Rig rig = new Rig().monolith(LocalProxyTest::echo).start(0)) {
      Wire wire = rig.wire();

      String length =
          wire.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 5\n\nhello").until("\nhello");
      String chunks =
          wire.send("POST /b HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n3\nhel\n2\nlo\n0\n\n")
              .until("\nhello");

      assertThat(length).contains("content-length: 5\n").doesNotContain("transfer-encoding");
      assertThat(chunks).contains("transfer-encoding: chunked\n");
    }
  }

  @Test
  void trailersOfRequestsAndAnswersAreKept() throws Exception {
    try (ServerSocket origin = new ServerSocket(0);
        Rig rig = new Rig().monolithAt(origin.getLocalPort()).start(0)) {
      CompletableFuture<String> got = new CompletableFuture<>();
      new Thread(
              () -> {
                try (Socket socket = origin.accept()) {
                  got.complete(read(socket, "X-Sum: 9\r\n\r\n"));
                  socket
                      .getOutputStream()
                      .write(
                          ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Hash\r\n"
                                  + "Connection: close\r\n\r\n2\r\nok\r\n0\r\nX-Hash: 7\r\n\r\n")
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                  got.completeExceptionally(e);
                }
              })
          .start();

      String answer =
          rig.wire()
              .send(
                  "POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nTrailer: X-Sum\n\n"
                      + "3\nabc\n0\nX-Sum: 9\n\n")
              .until("0\nX-Hash: 7\n\n");

      assertThat(got.get(10, TimeUnit.SECONDS)).contains("0\r\nX-Sum: 9\r\n\r\n");
      assertThat(answer).contains("Trailer: X-Hash\n").contains("2\nok\n");
    }
  }

  private static String read(Socket socket, String end) throws java.io.IOException {
    StringBuilder read = new StringBuilder();
    while (!read.toString().endsWith(end)) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return read.toString();
      }
      read.append((char) next);
    }
    return read.toString();
  }

  @Test
  void theOriginDecidesWhetherABodyMayCome() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  if (request.path().equals("/no")) {
                    request.response().setStatusCode(417).end("no");
                  } else {
                    request.response().writeContinue();
                    request.body().onSuccess(body -> request.response().end("got " + body));
                  }
                })
            .start(0)) {
      Wire yes = rig.wire();
      String head = "Host: x\nContent-Length: 4\nExpect: 100-continue\n\n";
      yes.send("POST /yes HTTP/1.1\n" + head);
      assertThat(yes.until("\n\n")).startsWith("HTTP/1.1 100 Continue");
      assertThat(yes.send("body").until("got body")).startsWith("HTTP/1.1 200 OK");

      assertThat(rig.wire().send("POST /no HTTP/1.1\n" + head).rest())
          .startsWith("HTTP/1.1 417")
          .contains("connection: close");
    }
  }

  @Test
  void aHeadHasTheLengthAndNoBody() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(request -> request.response().putHeader("content-length", "1000000").end())
            .start(0)) {
      Wire wire = rig.wire();

      for (int i = 0; i < 2; i++) {
        String head = wire.send("HEAD /a HTTP/1.1\nHost: x\n\n").until("\n\n");
        assertThat(head).startsWith("HTTP/1.1 200 OK").contains("content-length: 1000000");
      }
    }
  }

  @Test
  void whatHasNoBodyGetsNoLength() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request ->
                    request.response().setStatusCode(request.path().equals("/n") ? 204 : 304).end())
            .start(0)) {
      Wire wire = rig.wire();

      assertThat(wire.send("GET /n HTTP/1.1\nHost: x\n\n").until("\n\n"))
          .startsWith("HTTP/1.1 204")
          .doesNotContain("content-length")
          .doesNotContain("transfer-encoding");
      assertThat(wire.send("GET /m HTTP/1.1\nHost: x\n\n").until("\n\n"))
          .startsWith("HTTP/1.1 304")
          .doesNotContain("transfer-encoding");
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request ->
                    rig(request)
                        .setTimer(
                            request.path().equals("/1") ? 100 : 1,
                            timer -> request.response().end("answer of " + request.path())))
            .start(0)) {
      String answers =
          rig.wire()
              .send("GET /1 HTTP/1.1\nHost: x\n\nGET /2 HTTP/1.1\nHost: x\n\n")
              .until("answer of /2");

      assertThat(answers).contains("answer of /1");
    }
  }

  private static io.vertx.core.Vertx rig(HttpServerRequest request) {
    assertThat(request.uri()).startsWith("/");
    return io.vertx.core.Vertx.currentContext().owner();
  }

  @Test
  void anOldClientGetsAnUnframedBodyAndTheEnd() throws Exception {
    try (Rig rig =
        new Rig()
            .monolith(
                request -> {
                  request.response().setChunked(true).write("one ");
                  request.response().end("two");
                })
            .start(0)) {
      String answer = rig.wire().send("GET /a HTTP/1.0\n\n").rest();

      assertThat(answer).doesNotContain("chunked").endsWith("\n\none two");
    }
  }

  @Test
  void aMessageThatCouldBeReadInTwoWaysIsRefused() throws Exception {
    try (Rig rig = new Rig().monolith(LocalProxyTest::echo).start(0)) {
      assertThat(
              rig.wire()
                  .send("POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: gzip, chunked\n\n0\n\n")
                  .rest())
          .startsWith("HTTP/1.1 400");
      assertThat(rig.wire().send("GET /a HTTP/1.1\nHost: x\nHost: y\n\n").rest())
          .startsWith("HTTP/1.1 400");
      assertThat(
              rig.wire()
                  .send("POST /a HTTP/1.1\nHost: x\nContent-Length: 3\nContent-Length: 5\n\nabc")
                  .rest())
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void whatCannotBeReachedIsABadGatewayAndAFailure() throws Exception {
    try (Rig rig = new Rig().monolith(LocalProxyTest::echo).start(100)) {
      String answer = rig.wire().send("GET /orders HTTP/1.1\nHost: x\n\n").until("}");

      assertThat(answer)
          .startsWith("HTTP/1.1 502 Bad Gateway")
          .contains("content-type: application/problem+json")
          .contains("the service could not be reached");
      assertThat(rig.failures(Arm.SERVICE)).isEqualTo(1);
      assertThat(rig.router().look().ready(Arm.SERVICE)).hasValue(0);
      assertThat(rig.router().look().ready(Arm.MONOLITH)).hasValue(1);
    }
  }

  @Test
  void bytesOfAPathAreTheSameBytesBehindTheProxy() {
    assertThat(RequestHead.sendable("/a%20b")).isEqualTo("/a%20b");
    // the two bytes of an é, each read as a character
    assertThat(RequestHead.sendable("/caf\u00c3\u00a9")).isEqualTo("/caf\u00e9");
    assertThat(RequestHead.sendable("/caf\u00e9")).isEqualTo("/caf%E9");
  }

  @Test
  void whatAnOriginSaysBeforeItsAnswerIsNotTheAnswer() throws Exception {
    try (ServerSocket origin = new ServerSocket(0);
        Rig rig = new Rig().monolithAt(origin.getLocalPort()).start(0)) {
      new Thread(
              () -> {
                try (Socket socket = origin.accept()) {
                  read(socket, "\r\n\r\n");
                  socket
                      .getOutputStream()
                      .write(
                          ("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n"
                                  + "Link: </a>\r\n\r\n"
                                  + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .start();

      String answer = rig.wire().send("GET /orders HTTP/1.1\nHost: x\n\n").until("ok");

      assertThat(answer).startsWith("HTTP/1.1 103").contains("Link: </a>").contains("HTTP/1.1 200");
    }
  }

  @Test
  void anAnswerThatEndsWithItsConnectionIsWhole() throws Exception {
    try (ServerSocket origin = new ServerSocket(0);
        Rig rig = new Rig().monolithAt(origin.getLocalPort()).start(0)) {
      new Thread(
              () -> {
                try (Socket socket = origin.accept()) {
                  read(socket, "\r\n\r\n");
                  socket
                      .getOutputStream()
                      .write(
                          "HTTP/1.0 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nwhole"
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .start();

      String answer = rig.wire().send("GET /orders HTTP/1.1\nHost: x\n\n").until("0\n\n");

      assertThat(answer)
          .contains("Set-Cookie: a=1\nSet-Cookie: b=2\n")
          .contains("transfer-encoding: chunked\n")
          .contains("5\nwhole\n");
      assertThat(rig.failures(Arm.MONOLITH)).isZero();
    }
  }

  @Test
  void anAnswerThatIsCutOffIsCutOffForTheClient() throws Exception {
    try (ServerSocket origin = new ServerSocket(0);
        Rig rig = new Rig().monolithAt(origin.getLocalPort()).start(0)) {
      new Thread(
              () -> {
                try (Socket socket = origin.accept()) {
                  read(socket, "\r\n\r\n");
                  socket
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .start();

      String answer = rig.wire().send("GET /orders HTTP/1.1\nHost: x\n\n").rest();

      assertThat(answer).endsWith("half");
      assertThat(rig.failures(Arm.MONOLITH)).isEqualTo(1);
    }
  }
}
