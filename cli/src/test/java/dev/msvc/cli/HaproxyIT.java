package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.gate.ShareCheck;
import dev.msvc.cluster.haproxy.HaproxyRouter;
import dev.msvc.cluster.traffic.ClientErrors;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ShiftDocument;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real HAProxy with what {@code strangle route} prints, before two real servers. */
@Timeout(180)
class HaproxyIT {
  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Process> proxies = new ArrayList<>();
  private final RouterLoad load = new RouterLoad();
  private int port;
  private ShiftPlan plan;
  private Router router;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(runs("haproxy", "-v"), "SKIPPED: there is no haproxy on this machine");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.createDirectory(folder.resolve("strangle"));
    write(folder.resolve("a.sock").toString());
    plan = read();
    Files.writeString(
        folder.resolve("orders.cfg"), RouterFiles.of(plan, "orders.yaml").get(0).text());
    haproxy();
    List<String> kept = new ArrayList<>();
    router = HaproxyRouter.of(plan, "orders.yaml", kept::add);
    for (int i = 0; i < 1200; i++) {
      if (status("/orders") == 200) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(Files.readString(folder.resolve("haproxy.log")));
  }

  private void write(String socket) throws IOException {
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: {haproxy: {socket: "%s", listen: "127.0.0.1:%d", state-file: "%s"}}
        monolith: %s
        service: %s
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        canary: {cookie: canary, value: "o-1"}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 1s}
        - {weight: 100, soak: 1s}
        gates:
        - success-rate: {min: 99%%, requests: 50}
        tolerance: {window: 1s}
        """
            .formatted(
                socket,
                port,
                folder.resolve("state"),
                load.origin("monolith"),
                load.origin("service")));
  }

  private ShiftPlan read() throws IOException {
    return ShiftDocument.read(
        "orders", "orders.yaml", Files.readString(folder.resolve("strangle/orders.yaml")));
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(10, TimeUnit.SECONDS);
    } catch (IOException none) {
      return false;
    }
  }

  /** Starts it; it takes the place of those that run. */
  private void haproxy() throws IOException {
    List<String> command = new ArrayList<>(List.of("haproxy", "-db", "-f", "orders.cfg"));
    if (!proxies.isEmpty()) {
      command.addAll(List.of("-sf", String.valueOf(proxies.get(proxies.size() - 1).pid())));
    }
    proxies.add(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("haproxy.log").toFile()))
            .start());
  }

  @AfterEach
  void stop() throws Exception {
    load.close();
    for (Process each : proxies) {
      each.destroyForcibly().waitFor();
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(port, path);
  }

  private int status(String path) throws InterruptedException {
    try {
      return send("GET", path).statusCode();
    } catch (IOException none) {
      return 0;
    }
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private Weights reads(int weight) {
    return plan.weights(-1).with("orders", weight);
  }

  private void ready() throws InterruptedException {
    for (int i = 0; i < 1200 && router.look().ready(Arm.SERVICE).orElse(0) == 0; i++) {
      Thread.sleep(50);
    }
  }

  private void outside(String commands) throws Exception {
    Path python = folder.resolve("say.py");
    Files.writeString(
        python,
        "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
            + "s.sendall((sys.argv[2]+'\\n').encode())\ns.recv(9999)\n");
    Process said =
        new ProcessBuilder(
                "python3", python.toString(), folder.resolve("a.sock").toString(), commands)
            .start();
    assertThat(said.waitFor()).isZero();
  }

  @Test
  void noRequestIsLostOrSentTwiceWhileWeightsMoveAndSharesAreTheWeights() throws Exception {
    load.start(4, url("/orders/1"));
    load.start(1, url("/orders/1"), "Cookie", "a=b; canary=o-1");
    for (int weight : new int[] {0, 1, 5, 20, 50, 100, 50, 0}) {
      Sight from = router.write(router.look(), reads(weight));
      load.more(600);
      Sight to = router.look();
      Tally service = to.count("orders", Arm.SERVICE).since(from.count("orders", Arm.SERVICE));
      Tally monolith = to.count("orders", Arm.MONOLITH).since(from.count("orders", Arm.MONOLITH));
      ShareCheck share =
          ShareCheck.of(weight, service.requests(), monolith.requests(), ShareCheck.STRICT_LEVEL);
      assertThat(share.result()).as(share.words()).isEqualTo(ShareCheck.Result.WITHIN);
      assertThat(to.weights()).isEqualTo(reads(weight));
      assertThat(to.accepted()).isTrue();
    }
    load.end();
    assertThat(load.failed()).as(load.why()).isZero();
    assertThat(load.twice()).isZero();
    assertThat(load.answered("monolith") + load.answered("service")).isEqualTo(load.sent());
  }

  @Test
  void answersWith4xxAreCountedByArmAndAreNoFailures() throws Exception {
    Sight before = router.write(router.look(), plan.weights(2));
    for (int i = 0; i < 7; i++) {
      assertThat(send("GET", "/orders/none").statusCode()).isEqualTo(404);
      assertThat(send("GET", "/orders/1").statusCode()).isEqualTo(200);
    }
    Sight after = router.look();

    String key = ClientErrors.key("orders");
    assertThat(after.count(key, Arm.SERVICE).since(before.count(key, Arm.SERVICE)))
        .isEqualTo(new Tally(14, 7));
    assertThat(after.count("orders", Arm.SERVICE).since(before.count("orders", Arm.SERVICE)))
        .isEqualTo(new Tally(14, 0));
    assertThat(after.count(key, Arm.MONOLITH).failures()).isZero();
  }

  @Test
  void p21AfterARollbackNoRequestReachesTheServiceThoughItsCookieAsksForIt() throws Exception {
    router.write(router.look(), plan.weights(2));
    load.start(4, url("/orders/1"), "Cookie", "canary=o-1");
    load.more(500);
    assertThat(load.answered("monolith")).isZero();

    long began = System.nanoTime();
    router.write(router.look(), plan.weights(-1));
    load.settle();
    long last = load.answered("service");
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    load.more(1_000);

    assertThat(load.answered("service")).isEqualTo(last);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
    load.end();
    assertThat(load.failed()).as(load.why()).isZero();
  }

  @Test
  void rulesTellRequestsAsThePlanDoes() throws Exception {
    router.write(router.look(), plan.weights(2));
    assertThat(send("GET", "/orders").body()).isEqualTo("service");
    assertThat(send("GET", "/orders/1?a=/x").body()).isEqualTo("service");
    assertThat(send("HEAD", "/orders").statusCode()).isEqualTo(200);
    assertThat(send("GET", "//orders;a=1/1").body()).isEqualTo("service");
    assertThat(send("GET", "/%6frders/1").body()).isEqualTo("service");
    assertThat(send("GET", "/orders-old").body()).isEqualTo("monolith");
    assertThat(send("GET", "/orders/../users").body()).isEqualTo("monolith");
    assertThat(send("GET", "/x/%2e%2e/orders").body()).isEqualTo("monolith");
    assertThat(send("GET", "/orders/%5c..").body()).isEqualTo("monolith");
    assertThat(send("POST", "/orders").body()).isEqualTo("monolith");
    assertThat(send("GET", "/").body()).isEqualTo("monolith");

    router.write(router.look(), plan.weights(0));
    assertThat(send("GET", "/orders").body()).isEqualTo("monolith");
    assertThat(send("GET", "/orders", "Cookie", "x=y; canary=o-1").body()).isEqualTo("service");
    assertThat(send("GET", "/orders", "Cookie", "canary=\"o-1\"").body()).isEqualTo("service");
    assertThat(send("GET", "/orders", "Cookie", "canary=o-11").body()).isEqualTo("monolith");
    assertThat(send("GET", "/orders", "Cookie", "mycanary=o-1").body()).isEqualTo("monolith");
  }

  @Test
  void p3AChangeFromOutsideIsAConflictAndNothingIsWritten() throws Exception {
    Sight base = router.look();
    outside("set weight msvc-orders-orders/service 7");

    assertThatThrownBy(() -> router.write(base, reads(50)))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
    Sight now = router.look();
    assertThat(now.weights().of("orders", Arm.SERVICE)).isEqualTo(7);
    assertThat(now.accepted()).isFalse();
    assertThat(now.why()).contains("weights 100 and 7");
    assertThat(router.write(now, reads(0)).accepted()).isTrue();
  }

  @Test
  void aServerThatIsTakenOutIsNotReady() throws Exception {
    ready();
    assertThat(router.look().ready()).containsEntry(Arm.SERVICE, 1).containsEntry(Arm.MONOLITH, 1);

    outside("set server msvc-orders-orders/service state drain");
    assertThat(router.look().ready()).containsEntry(Arm.SERVICE, 0);
    outside("set server msvc-orders-orders/service state ready");
    assertThat(router.look().ready()).containsEntry(Arm.SERVICE, 1);
  }

  @Test
  void aRefusalIsToldInItsWordsAndAnAbsentOneToo() throws Exception {
    Sight base = router.look();
    String text = Files.readString(folder.resolve("orders.cfg"));
    Files.writeString(folder.resolve("orders.cfg"), text.replace("level admin", "level user"));
    haproxy();
    proxies.get(0).waitFor(20, TimeUnit.SECONDS);

    assertThatThrownBy(() -> router.write(base, reads(50)))
        .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.exitCode()).isEqualTo(8))
        .hasMessageContaining("Permission denied");

    proxies.get(1).destroyForcibly().waitFor();
    assertThatThrownBy(() -> router.look())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(8));
  }

  @Test
  void aShiftGoesToItsEndAndBackAndItsWeightsOutliveAReload() throws Exception {
    load.start(2, url("/orders/1"));
    load.start(1, url("/orders/1"), "Cookie", "canary=o-1");

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("reads 20 % is effective", "all stages passed");
    haproxy();
    assertThat(proxies.get(0).waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(router.look().weights()).isEqualTo(plan.weights(2));

    assertThat(strangle("rollback", "orders").exitCode()).isZero();
    assertThat(send("GET", "/orders", "Cookie", "canary=o-1").body()).isEqualTo("monolith");
    load.end();
    assertThat(load.twice()).isZero();
    assertThat(strangle("audit", "orders", "--verify").exitCode()).isZero();
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

  @Test
  void aRuleThatItLacksIsToldWithWhatToDo() {
    ShiftPlan more =
        new ShiftPlan(
            "other",
            plan.router(),
            plan.monolith(),
            plan.service(),
            plan.routes(),
            plan.canary(),
            plan.cohort(),
            plan.stages(),
            plan.metrics(),
            plan.gates(),
            plan.ungated(),
            plan.tolerance());
    assertThatThrownBy(() -> HaproxyRouter.of(more, "other.yaml", none -> {}).look())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("HAProxy has no server msvc-other-orders");
    assertThat(new TreeMap<>(more.weights(-1).service())).isNotEmpty();
  }
}
