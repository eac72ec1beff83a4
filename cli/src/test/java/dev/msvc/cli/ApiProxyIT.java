package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.cli.ApiProxy.Action;
import dev.msvc.cli.ApiProxy.Answer;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.api.Target;
import dev.msvc.model.kube.KubeObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy before a real API server. */
@ExtendWith(TestCluster.class)
class ApiProxyIT {
  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ApiProxy proxy;
  private TestNamespace direct;
  private TestNamespace through;

  @BeforeEach
  void start(TestNamespace namespace) throws Exception {
    direct = namespace;
    proxy = ApiProxy.before(namespace.cluster().address());
    through =
        new TestNamespace(
            namespace.cluster().by(proxy.kubeconfig(folder.resolve("config"), namespace.name())),
            namespace.name());
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
  }

  @Test
  void kubectlWorksThroughItAndEveryRequestIsCounted() throws Exception {
    through.out("create", "configmap", "one", "--from-literal=a=b");
    proxy.forget();
    through.out("get", "configmap", "one", "-o", "yaml");

    assertThat(direct.out("get", "configmap", "one", "-o", "jsonpath={.data.a}")).isEqualTo("b");
    assertThat(proxy.answers())
        .anySatisfy(
            each -> {
              assertThat(each.call().method()).isEqualTo("GET");
              assertThat(each.call().path()).isEqualTo(path("/configmaps/one"));
              assertThat(each.status()).isEqualTo(200);
              assertThat(each.bytes()).isPositive();
            });
    assertThat(proxy.count()).isEqualTo(proxy.answers().size());
    assertThat(proxy.answers())
        .extracting(each -> each.call().number())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, proxy.count()).boxed().toList());
  }

  @Test
  void kubectlWaitsAsLongAsItIsToldTo() throws Exception {
    direct.out("create", "configmap", "one");
    AtomicInteger asked = new AtomicInteger();
    proxy.rule(
        call ->
            call.path().equals(path("/configmaps/one")) && asked.incrementAndGet() == 1
                ? Action.answer(429, 1)
                : Action.FORWARD);

    through.out("get", "configmap", "one");

    assertThat(proxy.answers())
        .filteredOn(each -> each.call().path().equals(path("/configmaps/one")))
        .extracting(Answer::status)
        .containsExactly(429, 200);
  }

  @ParameterizedTest
  @CsvSource({
    "409, Conflict",
    "429, TooManyRequests",
    "500, InternalError",
    "503, ServiceUnavailable",
    "504, Timeout"
  })
  void itAnswersLikeAnApiServerThatHasNotDoneIt(int status, String reason) throws Exception {
    proxy.rule(call -> Action.answer(status, status == 429 ? 7 : 0));

    HttpResponse<String> response = post("one");

    JsonNode body = new ObjectMapper().readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(body.path("kind").asText()).isEqualTo("Status");
    assertThat(body.path("status").asText()).isEqualTo("Failure");
    assertThat(body.path("reason").asText()).isEqualTo(reason);
    assertThat(body.path("code").asInt()).isEqualTo(status);
    assertThat(response.headers().firstValue("Retry-After"))
        .isEqualTo(status == 429 ? Optional.of("7") : Optional.empty());
    assertThat(made()).isEmpty();
  }

  @Test
  void aRefusedConnectionIsResetAndNothingIsDone() throws Exception {
    proxy.rule(call -> Action.REFUSE);

    try (Socket socket = new Socket("127.0.0.1", proxy.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + path("/configmaps")
                      + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                      + body("one").length()
                      + "\r\n\r\n"
                      + body("one"))
                  .getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertThat(made()).isEmpty();
    assertThat(proxy.answers()).extracting(Answer::status).containsExactly(0);
  }

  @Test
  void whatIsCutHasBeenDone() throws Exception {
    proxy.rule(call -> Action.CUT);

    assertThatThrownBy(() -> post("one")).isInstanceOf(IOException.class);

    assertThat(made()).containsExactly("configmap/one");
  }

  @Test
  void theConnectionGoesOnAfterAnAnswerAndANewOneAfterACut() throws Exception {
    proxy.rule(
        call ->
            call.number() == 2
                ? Action.answer(500)
                : call.number() == 3 ? Action.CUT : Action.FORWARD);

    assertThat(post("one").statusCode()).isEqualTo(201);
    assertThat(post("two").statusCode()).isEqualTo(500);
    assertThatThrownBy(() -> post("three")).isInstanceOf(IOException.class);
    assertThat(post("four").statusCode()).isEqualTo(201);

    assertThat(made()).containsExactly("configmap/four", "configmap/one", "configmap/three");
  }

  @Test
  void aDelayedRequestTakesItsTime() throws Exception {
    proxy.rule(call -> Action.FORWARD.delayed(Duration.ofMillis(700)));

    assertThat(post("one").statusCode()).isEqualTo(201);

    assertThat(proxy.answers().get(0).took()).isGreaterThan(Duration.ofMillis(700));
  }

  @Test
  void eventsOfAWatchPassAsTheyComeAndItEndsWhereItIsCut() throws Exception {
    proxy.rule(call -> call.watches() ? Action.cutAfter(20_000) : Action.FORWARD);
    HttpResponse<InputStream> watch =
        client.send(
            HttpRequest.newBuilder(uri("/configmaps?watch=true&resourceVersion=0")).build(),
            BodyHandlers.ofInputStream());

    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(watch.body(), StandardCharsets.UTF_8))) {
      // what every namespace has, and then one after the other
      assertThat(next(events)).contains("kube-root-ca.crt");
      for (String name : List.of("one", "two", "three")) {
        direct.out("create", "configmap", name);
        assertThat(next(events)).contains("\"name\":\"" + name + "\"");
      }
      direct.apply(
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: big}, data: {a: "
              + "x".repeat(30_000)
              + "}}");
      assertThatThrownBy(() -> next(events)).hasRootCauseInstanceOf(IOException.class);
    }
    assertThat(proxy.answers()).last().extracting(Answer::bytes).isEqualTo(20_000L);
  }

  @Test
  void aWatchEndsBehindItWhenItsClientGoesAway() throws Exception {
    HttpResponse<InputStream> watch =
        client.send(
            HttpRequest.newBuilder(uri("/configmaps?watch=true")).build(),
            BodyHandlers.ofInputStream());
    watch.body().read();

    watch.body().close();

    for (int i = 0; i < 1200 && proxy.answers().isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(proxy.answers()).extracting(each -> each.call().watches()).containsExactly(true);
  }

  @Test
  void bigBodiesPassBothWaysAsTheyAre() throws Exception {
    String large = "x".repeat(900_000);
    for (String name : List.of("one", "two", "three")) {
      HttpResponse<String> response = post(name, large);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }
    HttpResponse<String> all =
        client.send(HttpRequest.newBuilder(uri("/configmaps")).build(), BodyHandlers.ofString());
    HttpResponse<String> tooLarge = post("four", "x".repeat(2_000_000));

    assertThat(all.body()).hasSizeGreaterThan(2_700_000).contains("\"" + large + "\"");
    assertThat(new ObjectMapper().readTree(all.body()).path("items")).hasSizeGreaterThan(3);
    assertThat(tooLarge.statusCode()).isEqualTo(422);
    assertThat(tooLarge.body()).contains("may not be more than 1048576 bytes");
  }

  @Test
  void thirtyTwoAtOnceAreEachAnswered() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 32)
            .mapToObj(
                thread ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          for (int i = 0; i < 5; i++) {
                            assertThat(unchecked("t" + thread + "-" + i)).isEqualTo(201);
                          }
                          return 5;
                        },
                        task -> new Thread(task).start()))
            .toList();

    assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(160);
    assertThat(proxy.count()).isEqualTo(160);
  }

  @Test
  void aProcessCanBeKilledAtOneOfItsRequests() throws Exception {
    AtomicInteger writes = new AtomicInteger();
    CompletableFuture<Process> started = new CompletableFuture<>();
    proxy.rule(
        call ->
            call.writes() && writes.incrementAndGet() == 3
                ? Action.CUT.then(() -> started.get().destroyForcibly().waitFor())
                : Action.FORWARD);
    Path manifests = folder.resolve("manifests.yaml");
    Files.writeString(
        manifests,
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> "{apiVersion: v1, kind: ConfigMap, metadata: {name: c%d}}".formatted(i))
            .collect(Collectors.joining("\n---\n")));
    ProcessBuilder builder =
        new ProcessBuilder("env", "kubectl", "create", "-f", manifests.toString());
    builder.environment().put("KUBECONFIG", through.cluster().kubeconfig());
    builder.environment().put("PATH", through.cluster().path());
    Process kubectl = builder.start();
    started.complete(kubectl);

    assertThat(kubectl.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(kubectl.exitValue()).isEqualTo(128 + 9);
    assertThat(made()).containsExactly("configmap/c1", "configmap/c2", "configmap/c3");
  }

  @Test
  void ourOwnClientGetsOverWhatPasses() throws Exception {
    proxy.rule(new Faults(7, 0.3, Faults.PASSING));
    ResourceKind kind = new ResourceKind("", "v1", "ConfigMap", "configmaps", true);
    Target target = new Target(through.cluster().kubeconfig(), "", Map.of());

    List<String> logged = new CopyOnWriteArrayList<>();
    StreamHandler console =
        new StreamHandler() {
          @Override
          public void publish(LogRecord each) {
            logged.add(each.getMessage());
          }
        };

    Logger.getLogger("").addHandler(console);
    try (ApiServer server = ApiServer.at(target)) {
      IntStream.range(0, 40)
          .parallel()
          .forEach(i -> server.apply(kind, new KubeObject(configMap("c" + i, "b")), false, false));
    } finally {
      Logger.getLogger("").removeHandler(console);
    }

    assertThat(made()).hasSize(40);
    assertThat(logged).as("on stderr").isEmpty();
    assertThat(proxy.answers()).extracting(Answer::status).contains(0, 429, 500, 503, 504);
    assertThat(proxy.count()).isGreaterThan(40);
  }

  @Test
  void whoBringsATokenIsWhomThatSays() throws Exception {
    String token = direct.out("create", "token", "default").strip();

    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri("/configmaps"))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .contains("system:serviceaccount:" + direct.name() + ":default\\\" cannot list");
  }

  @Test
  void aRuleThatFailsFailsTheTest() throws Exception {
    ApiProxy broken =
        ApiProxy.before(direct.cluster().address())
            .rule(
                call -> {
                  throw new AssertionError("not that");
                });
    assertThatThrownBy(
            () ->
                client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + broken.port())).build(),
                    BodyHandlers.discarding()))
        .isInstanceOf(IOException.class);

    assertThatThrownBy(broken::close).hasRootCauseMessage("not that");
  }

  private static String next(BufferedReader events) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return events.readLine();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private int unchecked(String name) {
    try {
      return post(name).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String name) throws IOException, InterruptedException {
    return post(name, "b");
  }

  private HttpResponse<String> post(String name, String value)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("/configmaps"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(name, value)))
            .build(),
        BodyHandlers.ofString());
  }

  private static String body(String name) {
    return body(name, "b");
  }

  private static String body(String name, String value) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\"},\"data\":{\"a\":\"%s\"}}"
        .formatted(name, value);
  }

  private Map<String, Object> configMap(String name, String value) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "ConfigMap",
        "metadata",
        Map.of("name", name, "namespace", direct.name()),
        "data",
        Map.of("a", value));
  }

  private String path(String below) {
    return "/api/v1/namespaces/" + direct.name() + below;
  }

  private URI uri(String below) {
    return URI.create("http://127.0.0.1:" + proxy.port() + path(below));
  }

  /** What is there, without what every namespace has. */
  private List<String> made() throws Exception {
    return direct
        .out("get", "configmaps", "-o", "name", "--sort-by=.metadata.name")
        .lines()
        .filter(each -> !each.contains("kube-root-ca.crt"))
        .toList();
  }
}
