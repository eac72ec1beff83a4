package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.router.GatewayRouter;
import dev.msvc.cluster.router.IstioRouter;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shifts whose steps are commits, on a real API server, a real repository behind {@code git
 * http-backend} and a real Prometheus. The test applies the file at the branch's head as Argo CD
 * does, and heals what others change where it is told to; and it says of the route and counts
 * requests as a gateway would.
 */
@ExtendWith(TestCluster.class)
class GitOpsIT {
  private static final String RULE = "orders";

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> loops = new ArrayList<>();
  private RealPrometheus prometheus;
  private RoutedShop shop;
  private GitServer git;
  private volatile boolean ends;
  private volatile boolean syncs = true;
  private volatile boolean heals;

  @BeforeEach
  void start() throws Exception {
    git = new GitServer(Files.createDirectory(folder.resolve("git")));
    prometheus = RealPrometheus.start(Files.createDirectory(folder.resolve("prometheus")));
  }

  /** With a route of a kind, that is in the cluster as the file says it. */
  private void shop(String kind, TestNamespace namespace, boolean http) throws Exception {
    shop = RoutedShop.of(kind, namespace);
    git.begin(route());
    shop.theirs(git.file());
    Files.createDirectory(folder.resolve("strangle"));
    Files.writeString(folder.resolve("strangle/orders.yaml"), plan(http));
    shop.namespace().apply(RoutedShop.workload("shop", "1", 1));
    shop.namespace().apply(RoutedShop.workload("orders", "1", 1));
    Router router = router();
    for (Arm each : Arm.values()) {
      for (int i = 0; i < 300 && router.look().ready(each).orElse(0) == 0; i++) {
        Thread.sleep(100);
      }
    }
    loops.add(threads.submit(this::argo));
    loops.add(threads.submit(this::gateway));
  }

  private Router router() throws Exception {
    ShiftPlan plan =
        ShiftDocument.read(
            "orders",
            "strangle/orders.yaml",
            Files.readString(folder.resolve("strangle/orders.yaml")));
    String namespace = shop.namespace().name();
    return shop.isGateway()
        ? new GatewayRouter(shop.api(), shop.kinds(), namespace, "shop", plan)
        : new IstioRouter(shop.api(), shop.kinds(), namespace, "shop", plan);
  }

  private String plan(boolean http) {
    return shop.planText("shop", prometheus.url().toString())
            .lines()
            .filter(line -> !line.contains("canary") && !line.contains("writes"))
            .reduce("", (all, line) -> all + line + "\n")
        + (http
            ? "git: {repository: \"%s\", branch: main, path: %s, userEnv: GIT_USER, passwordEnv: GIT_TOKEN, wait: 5s}\n"
                .formatted(git.url(), GitServer.FILE)
            : "git: {repository: \"%s\", branch: main, path: %s, author: Deploy <deploy@shop.example>}\n"
                .formatted(git.repository().toUri(), GitServer.FILE));
  }

  private String route() {
    return shop.isGateway()
        ? """
        # what the edge serves; the weights are the shift's
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: shop, labels: {team: shop}}
        spec:
            parentRefs: [{name: edge}]
            rules:
            - name: orders
              matches:
              - path: {type: PathPrefix, value: /orders}
              backendRefs:
              - {name: orders, port: 8080, weight:   0}    # the service
              - name: shop
                port: 8080
                weight: 100        # and the monolith
            - backendRefs: [{name: shop, port: 8080, weight: 3}]
        ---
        kind: ConfigMap
        apiVersion: v1
        metadata: {name: beside}
        data: {weight: "0"}
        """
        : """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: shop
        spec:
          hosts: [shop.example.com]
          http:
          - name: "orders"
            route:
            - destination: {host: orders, port: {number: 8080}}
              weight: 0
            - destination: {host: shop}
              weight: 100 # the monolith
            retries: {attempts: 3}
        """;
  }

  /** Applies the file of each new head; and all the time where it heals. */
  private Void argo() throws Exception {
    String last = git.head();
    while (!ends) {
      String head = git.head();
      if (syncs && (heals || !head.equals(last))) {
        Cluster.Ran ran =
            shop.namespace()
                .cluster()
                .fed(
                    git.file(),
                    "kubectl",
                    "--namespace",
                    shop.namespace().name(),
                    "apply",
                    "--server-side",
                    "--force-conflicts",
                    "--field-manager=argocd-controller",
                    "-f",
                    "-");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        last = head;
      }
      Thread.sleep(100);
    }
    return null;
  }

  private Void gateway() throws Exception {
    long service = 0;
    long monolith = 0;
    Router router = router();
    while (!ends) {
      Sight sight = router.look();
      int weight = sight.weights().of(RULE, Arm.SERVICE);
      service += weight;
      monolith += 100 - weight;
      prometheus.shows(requests("orders", service), requests("shop", monolith));
      if (shop.isGateway() && !sight.accepted()) {
        shop.saysOfRoute("shop", "True", "True", shop.generation("shop"));
      }
      Thread.sleep(50);
    }
    return null;
  }

  private static String requests(String service, long count) {
    return "istio_requests_total{reporter=\"source\",destination_service_name=\"%s\",response_code=\"200\"} %d"
        .formatted(service, count);
  }

  @AfterEach
  void stop() throws Exception {
    ends = true;
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    for (Future<?> each : loops) {
      each.get();
    }
    if (shop != null) {
      shop.close();
    }
    prometheus.close();
    git.close();
  }

  private Run strangle(String... args) {
    return strangle(Terminal.NONE, args);
  }

  private Run strangle(Terminal terminal, String... args) {
    List<String> all = new ArrayList<>(List.of("strangle"));
    all.addAll(List.of(args));
    all.addAll(List.of("-C", folder.toString()));
    all.addAll(List.of("--kubeconfig", shop.namespace().cluster().kubeconfig()));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        terminal,
        Map.of("USER", "tester", "GIT_USER", "shifter", "GIT_TOKEN", GitServer.PASSWORD),
        all.toArray(String[]::new));
  }

  /** Within half a minute. */
  private void soon(int weight) throws Exception {
    for (int i = 0; i < 300 && shop.weight("shop", RULE) != weight; i++) {
      Thread.sleep(100);
    }
    assertThat(shop.weight("shop", RULE)).isEqualTo(weight);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void aShiftGoesToItsEndByCommitsAndBack(String kind, TestNamespace namespace) throws Exception {
    shop(kind, namespace, kind.equals("gateway-api"));
    heals = true;
    String before = git.file();

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("not live yet: commit ", " is live", "reads 20 % is effective")
        .contains("reads 100 % is effective", "all stages passed");
    assertThat(shop.weight("shop", RULE)).isEqualTo(100);
    String log = git.git("-C", "deploy.git", "log", "--format=%an <%ae>%n%B", "main");
    assertThat(log)
        .contains("orders: stage 1 of 2, reads 20 %", "orders: 0 -> 20 % for the service")
        .contains("orders: stage 2 of 2, reads 100 %", "orders: 20 -> 100 % for the service")
        .contains("Reason: stage 1 passed", "Msvc-Shift: orders", "Msvc-By: tester@")
        .contains(shop.isGateway() ? "msvc strangle <tester@" : "Deploy <deploy@shop.example>");
    assertThat(git.git("-C", "deploy.git", "log", "--format=%H", "main").lines()).hasSize(3);
    // P2: two numbers, and nothing else of the file
    assertThat(git.file())
        .isEqualTo(
            shop.isGateway()
                ? before
                    .replace("weight:   0}", "weight:   100}")
                    .replace("weight: 100  ", "weight: 0  ")
                : before
                    .replace("weight: 100 #", "weight: # #")
                    .replace("weight: 0\n", "weight: 100\n")
                    .replace("weight: # #", "weight: 0 #"));
    assertThat(strangle("status", "orders").out())
        .contains("service 100 %", "commit " + git.head().substring(0, 7), " is live");

    Run back = strangle("rollback", "orders", "--reason", "it is enough");

    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    soon(0);
    assertThat(git.file()).isEqualTo(before);
    Thread.sleep(1_000);
    assertThat(shop.weight("shop", RULE)).isZero();
    Run audit = strangle("audit", "orders", "--verify");
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).contains("orders 0->20", "orders 20->100", "it is enough");
  }

  @Test
  void p13WithGitDownAllGoesBackInTheClusterAndTheCommitFollows(TestNamespace namespace)
      throws Exception {
    shop("gateway-api", namespace, true);
    while (shop.weight("shop", RULE) != 20) {
      strangle("start", "orders", "--once", "-y");
    }
    git.stop();

    Run run = strangle("rollback", "orders", "--reason", "it fails");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
    assertThat(run.out() + run.err())
        .contains("all is the monolith's in the cluster and not in Git", "cannot be reached");
    assertThat(shop.weight("shop", RULE)).isZero();

    // Argo CD still reads the repository, and puts back what it says
    heals = true;
    soon(20);
    Run again = strangle("start", "orders", "--once", "-y");
    assertThat(again.exitCode()).isEqualTo(8);
    assertThat(again.out()).contains("that is live again: orders is 20 and was to be 0");
    assertThat(strangle("status", "orders").out()).contains("the file in Git cannot be read");

    git.start();
    Run then = strangle("rollback", "orders", "--reason", "it fails");
    assertThat(then.exitCode()).as(then.out() + then.err()).isZero();
    soon(0);
    Thread.sleep(1_000);
    assertThat(shop.weight("shop", RULE)).isZero();
    assertThat(git.ours()).endsWith("orders: all back to the monolith");
    assertThat(strangle("audit", "orders").out()).contains("direct", "it fails");
    assertThat(strangle("start", "orders", "--once", "-y").exitCode()).isEqualTo(6);
  }

  @Test
  void othersWhoPushAllTheTimeLoseNothingAndHoldNothingUp(TestNamespace namespace)
      throws Exception {
    shop("gateway-api", namespace, true);
    int[] pushed = {0};
    Future<?> others =
        threads.submit(
            () -> {
              while (!ends && pushed[0] < 60) {
                git.commit("prod/other-%d.yaml".formatted(pushed[0]), "a: 1\n");
                pushed[0]++;
                Thread.sleep(100);
              }
              return null;
            });

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    ends = true;
    others.get();
    assertThat(pushed[0]).isGreaterThan(5);
    assertThat(git.ours())
        .containsExactly("orders: stage 1 of 2, reads 20 %", "orders: stage 2 of 2, reads 100 %");
    assertThat(git.git("-C", "deploy.git", "log", "--author=ann", "--format=%s", "main").lines())
        .hasSize(pushed[0] + 1);
  }

  @Test
  void p18WeightsThatSomebodyCommitsAreToldAndNotFought(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    while (shop.weight("shop", RULE) != 20) {
      strangle("start", "orders", "--once", "-y");
    }
    String theirs =
        git.file().replace("weight:   20}", "weight:   37}").replace("weight: 80 ", "weight: 63 ");
    git.commit(GitServer.FILE, theirs);
    String head = git.head();
    soon(37);

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(5);
    assertThat(run.out())
        .contains("somebody else changed the weights in Git", "orders is 37 and was to be 20");
    strangle("start", "orders", "--once", "-y");
    assertThat(git.head()).isEqualTo(head);
    assertThat(strangle("audit", "orders").out().lines().filter(each -> each.contains(" outside ")))
        .hasSize(1);
  }

  @Test
  void aCommitThatNobodyBringsInIsHeldAndTold(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    syncs = false;

    Run run = strangle("start", "orders", "--once", "-y");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("not live yet: commit ");
    Thread.sleep(6_000);
    run = strangle("start", "orders", "--once", "-y");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).contains("is not live for more than 5 s: see what Argo CD or Flux says");
    assertThat(strangle("status", "orders").out()).contains("is not live: Git says {orders=20}");
    assertThat(git.ours()).hasSize(1);
  }

  @Test
  void p7AKilledProcessFindsItsCommitAndMakesNoSecondOne(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    syncs = false;
    String before = git.head();
    List<String> command =
        Faulty.ownProcess(
            List.of(
                "strangle",
                "start",
                "orders",
                "-y",
                "-C",
                folder.toString(),
                "--kubeconfig",
                shop.namespace().cluster().kubeconfig()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("GIT_USER", "shifter", "GIT_TOKEN", GitServer.PASSWORD));
    builder.redirectOutput(folder.resolve("killed.log").toFile());
    Process process = builder.start();
    Path branch = git.repository().resolve("refs/heads/main");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Files.readString(branch).strip().equals(before) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    assertThat(git.head()).as(Files.readString(folder.resolve("killed.log"))).isNotEqualTo(before);
    syncs = true;

    Run run = strangle("start", "orders", "-y");
    for (int i = 0; i < 80 && run.err().contains("is being changed by"); i++) {
      // its lease ends by itself
      Thread.sleep(500);
      run = strangle("start", "orders", "-y");
    }

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(git.ours())
        .containsExactly("orders: stage 1 of 2, reads 20 %", "orders: stage 2 of 2, reads 100 %");
  }

  @Test
  void whoSaysYesSeesTheCommitBeforeItIsMade(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    String before = git.head();
    Terminal terminal = new Terminal(true, true, new BufferedReader(new StringReader("n\n")));

    Run run = strangle(terminal, "start", "orders");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains("weights are written to prod/route.yaml of branch main of " + git.url())
        .contains("-      - {name: orders, port: 8080, weight:   0}    # the service")
        .contains("+      - {name: orders, port: 8080, weight:   20}    # the service")
        .contains("+        weight: 80        # and the monolith");
    Run diff = strangle("start", "orders", "--diff");
    assertThat(diff.exitCode()).isZero();
    assertThat(diff.out()).startsWith("--- a/prod/route.yaml");
    assertThat(git.head()).isEqualTo(before);
    assertThat(run.out() + diff.out()).doesNotContain(GitServer.PASSWORD);
  }
}
