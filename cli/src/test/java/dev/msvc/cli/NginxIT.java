package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.gate.ShareCheck;
import dev.msvc.cluster.nginx.NginxRouter;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx with what {@code strangle route} prints, before two real servers. */
@Timeout(180)
class NginxIT {
  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RouterLoad load = new RouterLoad();
  private Process nginx;
  private int port;
  private ShiftPlan plan;
  private Router router;

  @BeforeEach
  void start() throws Exception {
    Path program = Path.of("/usr/sbin/nginx");
    Assumptions.assumeTrue(
        Files.isExecutable(program), "SKIPPED: there is no nginx on this machine");
    port = free();
    plan = plan(program);
    for (PlannedFile each : RouterFiles.of(plan, "orders.yaml")) {
      Files.writeString(folder.resolve(each.path()), each.text());
    }
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        worker_processes 2;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          include %1$s/orders.conf;
        }
        """
            .formatted(folder));
    nginx =
        new ProcessBuilder(
                program.toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-e",
                folder.resolve("error.log").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    router = NginxRouter.of(plan, "orders.yaml", new NginxFile(plan));
    for (int i = 0; i < 1200; i++) {
      try {
        router.look();
        return;
      } catch (UserError notYet) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError(Files.readString(folder.resolve("out")));
  }

  private static int free() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private ShiftPlan plan(Path program) throws IOException {
    return ShiftDocument.read(
        "orders",
        "orders.yaml",
        """
        schema: msvc/shift/v1
        router:
          nginx: {include: "%1$s/orders-weights.conf", status: "http://127.0.0.1:%2$d/-/msvc/orders",
            listen: "127.0.0.1:%3$d", nginx: "%4$s", conf: "%1$s/nginx.conf"}
        monolith: %5$s
        service: %6$s
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        - {prefix: /users/v1.x, methods: [GET]}
        canary: {cookie: canary, value: "o-1"}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 1s}
        - {weight: 100, soak: 1s}
        sticky: {cookie: customer, requests: 40}
        ungated: a test
        """
            .formatted(
                folder, free(), port, program, load.origin("monolith"), load.origin("service")));
  }

  @AfterEach
  void stop() throws Exception {
    load.close();
    if (nginx != null) {
      nginx.destroy();
      assertThat(nginx.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(port, path);
  }

  private String send(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return answer.body();
  }

  private Weights reads(int weight) {
    return plan.weights(-1).with("orders", weight);
  }

  @Test
  void noRequestIsLostOrSentTwiceWhileWeightsMoveAndSharesAreTheWeights() throws Exception {
    load.start(4, url("/orders/1"));
    for (int weight : new int[] {0, 1, 5, 20, 50, 100, 50, 0}) {
      assertThat(router.write(router.look(), reads(weight)).accepted()).isTrue();
      // what came by the weights before
      load.more(50);
      long service = load.answered("service");
      long monolith = load.answered("monolith");
      load.more(800);
      ShareCheck share =
          ShareCheck.of(
              weight,
              load.answered("service") - service,
              load.answered("monolith") - monolith,
              ShareCheck.STRICT_LEVEL);
      assertThat(share.result()).as(share.words()).isEqualTo(ShareCheck.Result.WITHIN);
    }
    load.end();
    assertThat(load.failed()).as(load.why()).isZero();
    assertThat(load.twice()).isZero();
    assertThat(load.answered("monolith") + load.answered("service")).isEqualTo(load.sent());
  }

  @Test
  void p21AfterARollbackNoRequestReachesTheServiceThoughItsCookieAsksForIt() throws Exception {
    router.write(router.look(), plan.weights(2));
    load.start(4, url("/orders/1"), "Cookie", "canary=o-1");
    load.more(500);

    long began = System.nanoTime();
    router.write(router.look(), plan.weights(-1));
    // what workers that end still took
    Thread.sleep(500);
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
  void aClientKeepsItsArmWhileTheWeightGrows() throws Exception {
    Set<String> before = Set.of();
    for (int weight : new int[] {0, 5, 20, 50, 100}) {
      router.write(router.look(), reads(weight));
      Set<String> served = new TreeSet<>();
      for (int i = 0; i < 200; i++) {
        String[] cookie = {"Cookie", "a=b; customer=c%d; z=1".formatted(i)};
        String first = send("GET", "/orders/1", cookie);
        assertThat(send("GET", "/orders/2", "Cookie", "customer=\"c%d\"".formatted(i)))
            .isEqualTo(first);
        if (first.equals("service")) {
          served.add("c" + i);
        }
      }
      assertThat(served).containsAll(before);
      ShareCheck share =
          ShareCheck.of(weight, served.size(), 200 - served.size(), ShareCheck.STRICT_LEVEL);
      assertThat(share.result()).as(share.words()).isEqualTo(ShareCheck.Result.WITHIN);
      before = served;
    }

    router.write(router.look(), plan.weights(-1));
    for (int i = 0; i < 200; i++) {
      assertThat(send("GET", "/orders/1", "Cookie", "customer=c" + i)).isEqualTo("monolith");
    }
  }

  @Test
  void rulesTellRequestsAsThePlanDoes() throws Exception {
    router.write(router.look(), plan.weights(2));
    assertThat(send("GET", "/orders")).isEqualTo("service");
    assertThat(send("GET", "/orders/1?a=/x")).isEqualTo("service");
    assertThat(send("GET", "//orders;a=1/1")).isEqualTo("service");
    assertThat(send("GET", "/%6frders/1")).isEqualTo("service");
    assertThat(send("GET", "/x/../orders")).isEqualTo("service");
    assertThat(send("GET", "/users/v1.x")).isEqualTo("service");
    assertThat(send("GET", "/users/v1-x")).isEqualTo("monolith");
    assertThat(send("GET", "/orders-old")).isEqualTo("monolith");
    assertThat(send("GET", "/orders/../users")).isEqualTo("monolith");
    assertThat(send("POST", "/orders")).isEqualTo("monolith");

    router.write(router.look(), plan.weights(0));
    assertThat(send("GET", "/orders")).isEqualTo("monolith");
    assertThat(send("GET", "/orders", "Cookie", "x=y; canary=o-1")).isEqualTo("service");
    assertThat(send("GET", "/orders", "Cookie", "canary=\"o-1\"; z=1")).isEqualTo("service");
    assertThat(send("GET", "/orders", "Cookie", "canary=o-11")).isEqualTo("monolith");
    assertThat(send("GET", "/orders", "Cookie", "mycanary=o-1")).isEqualTo("monolith");
  }

  @Test
  void p3AChangeFromOutsideIsAConflictAndNothingIsWritten() throws Exception {
    Sight base = router.look();
    Path file = folder.resolve("orders-weights.conf");
    String edited = Files.readString(file) + "# mine\n";
    Files.writeString(file, edited);

    assertThatThrownBy(() -> router.write(base, reads(50)))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
    assertThat(Files.readString(file)).isEqualTo(edited);
    assertThat(router.look().accepted()).isFalse();
    assertThat(router.write(router.look(), reads(50)).weights().of("orders", Arm.SERVICE))
        .isEqualTo(50);
  }

  @Test
  void whatNginxRefusesIsPutBackAndToldInItsWords() throws Exception {
    Path conf = folder.resolve("nginx.conf");
    Files.writeString(conf, Files.readString(conf).replace("events {}", "events {} nonsense;"));
    String before = Files.readString(folder.resolve("orders-weights.conf"));

    assertThatThrownBy(() -> router.write(router.look(), reads(50)))
        .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.exitCode()).isEqualTo(8))
        .hasMessageContaining("unknown directive \"nonsense\"");
    assertThat(Files.readString(folder.resolve("orders-weights.conf"))).isEqualTo(before);
    assertThat(router.look().weights()).isEqualTo(plan.weights(-1));
    assertThat(router.look().accepted()).isTrue();
  }
}
