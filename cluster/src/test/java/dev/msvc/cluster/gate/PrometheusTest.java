package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Metrics;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that no Prometheus should give, and how we say who we are. */
class PrometheusTest {
  private static final String ONE =
      "{'status':'success','data':{'resultType':'vector','result':[{'metric':{},'value':[1,'42']}]}}";

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int status = 200;
  private String body = ONE;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getOrDefault("Authorization", List.of())));
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    if (status == 302) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(status, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (body.equals("endless")) {
        while (true) {
          out.write(new byte[1 << 16]);
        }
      }
      out.write(bytes);
      if (body.equals("slow")) {
        out.flush();
        Thread.sleep(60_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aValueIsRead() {
    assertThat(ask().value()).hasValue(42);
    assertThat(asked)
        .containsExactly("GET /prom/api/v1/query?query=up&time=7.000&timeout=2000ms []");
  }

  @Test
  void p8WhateverElseIsAnsweredIsNoValueAndSaysWhy() {
    assertThat(said(200, "<html>Sign in</html>")).isEqualTo("what answers is no Prometheus");
    assertThat(said(200, "")).isEqualTo("what answers is no Prometheus");
    assertThat(said(200, "[]")).isEqualTo("what answers is no Prometheus");
    assertThat(said(200, ONE.substring(0, 60))).isEqualTo("what answers is no Prometheus");
    assertThat(said(200, ONE + ONE)).isEqualTo("what answers is no Prometheus");
    assertThat(said(302, "")).isEqualTo("it answers HTTP 302");
    assertThat(said(401, "")).isEqualTo("it refuses us: HTTP 401");
    assertThat(said(503, ONE)).isEqualTo("it answers HTTP 503");
    assertThat(said(422, "{'status':'error','error':'too many\\u001b[31m samples'}"))
        .isEqualTo("it answers HTTP 422: too many [31m samples");
    assertThat(said(200, "{'status':'success'}")).isEqualTo("the answer has no data");
    assertThat(said(200, vector("{'metric':{},'value':[1,'4x']}")))
        .isEqualTo("the answer is no vector of numbers");
    assertThat(said(200, vector("{'metric':{},'value':[1,42]}")))
        .isEqualTo("the answer is no vector of numbers");
    assertThat(said(200, vector("{'metric':{}}"))).isEqualTo("the answer is no vector of numbers");
    assertThat(said(200, vector("{'metric':{},'value':[1,'-Inf']}")))
        .isEqualTo("the value is -Infinity");
    assertThat(said(200, vector(""))).isEqualTo("no series");
  }

  @Test
  void p8AnAnswerThatMayBePartialIsNone() {
    assertThat(said(200, ONE.replace("'data'", "'warnings':['store a is down'],'data'")))
        .isEqualTo("the answer may be partial: store a is down");
    assertThat(said(200, ONE.replace("'data'", "'warnings':[],'data'"))).isEmpty();
  }

  @Test
  void severalValuesSayInWhatTheyDiffer() {
    assertThat(
            said(
                200,
                vector(
                    "{'metric':{'job':'a','pod':'1'},'value':[1,'1']},"
                        + "{'metric':{'job':'a','pod':'2','zone':'z'},'value':[1,'2']}")))
        .isEqualTo(
            "2 values where one is asked for: they differ in pod, zone; sum or max them, or name one");
  }

  @Test
  void p8AnAnswerThatDoesNotEndIsNone() {
    assertThat(said(200, "slow")).isEqualTo("no answer in 2000 ms");
    assertThat(said(200, "endless"))
        .isEqualTo("the connection broke: the answer is longer than 4194304 bytes");
  }

  @Test
  void aLongQueryIsPosted() {
    prometheus(new Metrics.Credentials.None()).query("up".repeat(3000), Instant.EPOCH);

    assertThat(asked).containsExactly("POST /prom/api/v1/query []");
  }

  @Test
  void aTokenIsReadAnewForEachQuestion() throws IOException {
    Path file = folder.resolve("token");
    Prometheus prometheus = prometheus(new Metrics.Credentials.TokenFile(file.toString()));

    Files.writeString(file, "first\n");
    prometheus.query("up", Instant.EPOCH);
    Files.writeString(file, "second");
    prometheus.query("up", Instant.EPOCH);

    assertThat(asked.get(0)).endsWith("[Bearer first]");
    assertThat(asked.get(1)).endsWith("[Bearer second]");
  }

  @Test
  void aPasswordComesFromTheEnvironment() {
    new Prometheus(
            metrics(new Metrics.Credentials.Basic("PROM_USER", "PROM_PASSWORD")),
            Map.of("PROM_USER", "me", "PROM_PASSWORD", "secret"),
            Duration.ofSeconds(2))
        .query("up", Instant.EPOCH);

    assertThat(asked.get(0)).endsWith("[Basic bWU6c2VjcmV0]");
  }

  @Test
  void credentialsThatAreNotThereAreTheUsersToMendAndNotTold() throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, "two words");

    assertThatThrownBy(
            () -> prometheus(new Metrics.Credentials.Basic("NO", "NO")).query("up", Instant.EPOCH))
        .isInstanceOf(UserError.class)
        .hasMessage("the variable NO, which Prometheus is asked with, is not set");
    assertThatThrownBy(
            () ->
                prometheus(new Metrics.Credentials.TokenFile(file.toString()))
                    .query("up", Instant.EPOCH))
        .isInstanceOf(UserError.class)
        .message()
        .doesNotContain("words");
    assertThat(asked).isEmpty();
  }

  private static String vector(String samples) {
    return "{'status':'success','data':{'resultType':'vector','result':[%s]}}".formatted(samples);
  }

  private String said(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
    return ask().why();
  }

  private Answer.Figure ask() {
    return prometheus(new Metrics.Credentials.None())
        .query("up", Instant.ofEpochSecond(7))
        .single();
  }

  private Prometheus prometheus(Metrics.Credentials credentials) {
    return new Prometheus(metrics(credentials), Map.of(), Duration.ofSeconds(2));
  }

  private Metrics metrics(Metrics.Credentials credentials) {
    return new Metrics(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prom/"),
        Metrics.Source.ISTIO,
        Map.of(),
        credentials);
  }
}
