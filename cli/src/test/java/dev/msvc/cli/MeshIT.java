package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A VirtualService is shifted by a real istiod through a real Envoy, under requests. */
@ExtendWith(TestCluster.class)
class MeshIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean ends;

  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: shop}
      spec:
        hosts: ["*"]
        gateways: [edge]
        http:
        - name: orders
          match: [{uri: {prefix: /orders}, method: {exact: GET}}]
          route:
          - {destination: {host: orders.mesh, port: {number: 8080}}, weight: 0}
          - {destination: {host: shop.mesh, port: {number: 8080}}, weight: 100}
        - route: [{destination: {host: shop.mesh, port: {number: 8080}}}]
      """;

  private void plan(String namespace, RealPrometheus prometheus) throws Exception {
    Files.createDirectories(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: {istio: {namespace: %s, virtual-service: shop}}
        monolith: http://shop.mesh:8080
        service: http://orders.mesh:8080
        routes:
        - {prefix: /orders, methods: [GET]}
        stages:
        - {weight: 20, soak: 1s}
        - {weight: 60, soak: 1s}
        - {weight: 100, soak: 1s}
        metrics:
          url: %s
          source: envoy
          service: {envoy_cluster_name: "~outbound.*orders.mesh;?"}
          monolith: {envoy_cluster_name: "~outbound.*shop.mesh;?"}
        gates:
        - success-rate: {min: 99%%, requests: 50}
        tolerance: {window: 1s}
        """
            .formatted(namespace, prometheus.url()));
  }

  private Run strangle(Cluster cluster, String... args) {
    String[] all = new String[args.length + 5];
    all[0] = "strangle";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "-C";
    all[args.length + 2] = folder.toString();
    all[args.length + 3] = "--kubeconfig";
    all[args.length + 4] = cluster.kubeconfig();
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        Map.of("USER", "tester"),
        all);
  }

  private String ask(RealMesh mesh) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(mesh.at("/orders/1")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Requests, and numbers of Envoy's for Prometheus, until the test ends. */
  private void load(RealMesh mesh, RealPrometheus prometheus) {
    for (int i = 0; i < 3; i++) {
      threads.submit(
          () -> {
            while (!ends) {
              try {
                HttpResponse<String> answer =
                    client.send(
                        HttpRequest.newBuilder(mesh.at("/orders/1")).build(),
                        HttpResponse.BodyHandlers.ofString());
                (answer.statusCode() == 200 ? answered : failed).incrementAndGet();
              } catch (Exception lost) {
                failed.incrementAndGet();
              }
            }
          });
    }
    threads.submit(
        () -> {
          while (!ends) {
            prometheus.shows(mesh.counted());
            Thread.sleep(100);
          }
          return null;
        });
  }

  @Test
  @Timeout(180)
  void aVirtualServiceIsShiftedThroughEnvoyAndBackAndNoRequestIsLost(TestNamespace namespace)
      throws Exception {
    Path programs = Files.createDirectory(folder.resolve("mesh"));
    Cluster cluster = namespace.cluster();
    try (Origin monolith = new Origin("monolith");
        Origin service = new Origin("service");
        RealMesh mesh = RealMesh.start(cluster, programs);
        RealPrometheus prometheus =
            RealPrometheus.start(Files.createDirectory(folder.resolve("prometheus")))) {
      namespace.apply(
          mesh.gateway()
              + RealMesh.entry("orders", service.address())
              + RealMesh.entry("shop", monolith.address())
              + ROUTE);
      mesh.await(mesh.at("/orders/1").toString());
      plan(namespace.name(), prometheus);
      load(mesh, prometheus);
      try {
        // a plan whose gates see nothing is refused: the monolith's requests are to be there
        for (int i = 0;
            i < 1200 && !prometheus.ask("envoy_cluster_upstream_rq_xx").contains("\"value\"");
            i++) {
          Thread.sleep(50);
        }
        Run run = strangle(cluster, "start", "orders", "-y");

        assertThat(run.exitCode())
            .as(run.out() + run.err() + String.join("\n", mesh.counted()))
            .isZero();
        assertThat(run.out()).contains("reads 20 % is effective", "all stages passed");
        assertThat(ask(mesh)).isEqualTo("service");

        Run back = strangle(cluster, "rollback", "orders");

        assertThat(back.exitCode()).as(back.err()).isZero();
        // istiod passes it on within its debounce
        for (int i = 0; i < 1200 && !ask(mesh).equals("monolith"); i++) {
          Thread.sleep(50);
        }
        assertThat(ask(mesh)).isEqualTo("monolith");
      } finally {
        ends = true;
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(failed).hasValue(0);
      assertThat(answered.get()).isGreaterThan(1_000);
      System.out.printf(
          "through istiod and Envoy: %d requests, %d lost%n", answered.get(), failed.get());
    }
  }
}
