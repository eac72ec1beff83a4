package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.router.GatewayRouter;
import dev.msvc.cluster.router.IstioRouter;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A shop whose route is a file in a real repository, on a real API server and with a real
 * Prometheus. It says of the route and counts requests as a gateway would; who brings the file into
 * the cluster is left to tests.
 */
final class CommittedShop implements AutoCloseable {
  static final String RULE = "orders";

  private final Path folder;
  private final RoutedShop shop;
  private final GitServer git;
  private final RealPrometheus prometheus;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> loops = new ArrayList<>();
  private final List<String> shifts = new CopyOnWriteArrayList<>(List.of(RULE));
  private final List<String> files = new CopyOnWriteArrayList<>(List.of(GitServer.FILE));
  private volatile boolean ends;

  private CommittedShop(Path folder, RoutedShop shop, GitServer git, RealPrometheus prometheus) {
    this.folder = folder;
    this.shop = shop;
    this.git = git;
    this.prometheus = prometheus;
  }

  /**
   * With a route of a kind, that is in the cluster as the file says it.
   *
   * @param http whether the shift reaches the repository so, and not by its folder
   */
  static CommittedShop start(
      Path folder, String kind, TestNamespace namespace, GitServer git, boolean http)
      throws Exception {
    CommittedShop started =
        new CommittedShop(
            folder,
            RoutedShop.of(kind, namespace),
            git,
            RealPrometheus.start(Files.createDirectory(folder.resolve("prometheus"))));
    try {
      started.begin(http);
      return started;
    } catch (Exception failed) {
      started.close();
      throw failed;
    }
  }

  private void begin(boolean http) throws Exception {
    git.begin(route());
    shop.theirs(git.file());
    Files.createDirectory(folder.resolve("strangle"));
    Files.writeString(folder.resolve("strangle/orders.yaml"), plan(http));
    shop.namespace().apply(RoutedShop.workload("shop", "1", 1));
    shop.namespace().apply(RoutedShop.workload("orders", "1", 1));
    Router router = router();
    for (Arm each : Arm.values()) {
      int ready = router.look().ready(each).orElse(0);
      for (int i = 0; i < 600 && ready == 0; i++) {
        Thread.sleep(100);
        ready = router.look().ready(each).orElse(0);
      }
      assertThat(ready).as("endpoints of the %s", each).isPositive();
    }
    loop(this::gateway);
  }

  /** A second shift, that {@code orders} is after: of a route and a file of its own. */
  void customersFirst() throws Exception {
    String file = "prod/customers.yaml";
    git.commit(
        file,
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: customers}
        spec:
          parentRefs: [{name: edge}]
          rules:
          - name: customers
            matches: [{path: {type: PathPrefix, value: /customers}}]
            backendRefs: [{name: orders, port: 8080, weight: 0}, {name: shop, port: 8080, weight: 100}]
        """);
    shop.theirs(git.git("-C", "deploy.git", "show", "main:" + file));
    Path orders = folder.resolve("strangle/orders.yaml");
    String plan = Files.readString(orders);
    Files.writeString(
        folder.resolve("strangle/customers.yaml"),
        plan.replace("route: shop", "route: customers")
            .replace("prefix: /orders", "prefix: /customers")
            .replace("_name: orders", "_name: customers")
            .replace("_name: shop", "_name: customers-shop")
            .replace(GitServer.FILE, file));
    Files.writeString(orders, plan + "after: [{shift: customers, weight: 20}]\n");
    shifts.add("customers");
    files.add(file);
  }

  /** Files of routes in the repository. */
  List<String> files() {
    return files;
  }

  /** Runs until the shop is closed, which tells of what it throws. */
  Future<?> loop(Callable<Void> loop) {
    Future<?> runs = threads.submit(loop);
    loops.add(runs);
    return runs;
  }

  boolean ends() {
    return ends;
  }

  RoutedShop routed() {
    return shop;
  }

  int weight() throws Exception {
    return shop.weight("shop", RULE);
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

  private Void gateway() throws Exception {
    Map<String, long[]> counts = new TreeMap<>();
    while (!ends) {
      List<String> lines = new ArrayList<>();
      for (String each : shifts) {
        String route = each.equals(RULE) ? "shop" : each;
        int weight = shop.weight(route, each);
        long[] counted = counts.computeIfAbsent(each, key -> new long[2]);
        counted[0] += weight;
        counted[1] += 100 - weight;
        lines.add(requests(each, counted[0]));
        lines.add(requests(route.equals("shop") ? "shop" : each + "-shop", counted[1]));
        if (shop.isGateway() && !shop.isAccepted(route)) {
          shop.saysOfRoute(route, "True", "True", shop.generation(route));
        }
      }
      prometheus.shows(lines.toArray(String[]::new));
      Thread.sleep(50);
    }
    return null;
  }

  private static String requests(String service, long count) {
    return "istio_requests_total{reporter=\"source\",destination_service_name=\"%s\",response_code=\"200\"} %d"
        .formatted(service, count);
  }

  Run strangle(String... args) {
    return strangle(Terminal.NONE, args);
  }

  Run strangle(Terminal terminal, String... args) {
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

  /** Within a minute. */
  void soon(int weight) throws Exception {
    int seen = weight();
    for (int i = 0; i < 600 && seen != weight; i++) {
      Thread.sleep(100);
      seen = weight();
    }
    assertThat(seen).isEqualTo(weight);
  }

  @Override
  public void close() throws Exception {
    ends = true;
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    for (Future<?> each : loops) {
      each.get();
    }
    shop.close();
    prometheus.close();
  }
}
