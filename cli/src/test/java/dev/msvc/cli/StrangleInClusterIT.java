package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Arm;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shift of an HTTPRoute on a real API server, with real pods' endpoints and a real Prometheus. No
 * gateway serves it: the test itself says what one would say of the route, and counts requests as
 * one would that splits them.
 */
@ExtendWith(TestCluster.class)
class StrangleInClusterIT {
  private static final String WEIGHT = "orders";

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private RealPrometheus prometheus;
  private RoutedShop shop;
  private volatile boolean ends;

  @BeforeEach
  void start(TestNamespace namespace) throws Exception {
    prometheus = RealPrometheus.start(Files.createDirectory(folder.resolve("prometheus")));
    shop = RoutedShop.of("gateway-api", namespace);
    shop.theirs(shop.plain("shop"));
    Files.createDirectory(folder.resolve("strangle"));
    // one rule, so that the share of the arms is that of its weight
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        shop.planText("shop", prometheus.url().toString())
            .lines()
            .filter(line -> !line.contains("canary") && !line.contains("writes"))
            .reduce("", (all, line) -> all + line + "\n"));
  }

  @AfterEach
  void stop() throws Exception {
    ends = true;
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    if (shop != null) {
      shop.close();
      prometheus.close();
    }
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
        Map.of("USER", "tester"),
        all.toArray(String[]::new));
  }

  private void workloads() throws Exception {
    shop.namespace().apply(RoutedShop.workload("shop", "1", 1));
    shop.namespace().apply(RoutedShop.workload("orders", "1", 1));
    Router router = shop.router("shop");
    for (int i = 0; i < 600 && router.look().ready(Arm.SERVICE).orElse(0) == 0; i++) {
      Thread.sleep(100);
    }
    for (int i = 0; i < 600 && router.look().ready(Arm.MONOLITH).orElse(0) == 0; i++) {
      Thread.sleep(100);
    }
  }

  /** Stands in for a gateway and its clients. */
  private void gateway(boolean obeys) {
    threads.submit(
        () -> {
          long service = 0;
          long monolith = 0;
          Router router = shop.router("shop");
          while (!ends) {
            Sight sight = router.look();
            int weight = obeys ? sight.weights().of(WEIGHT, Arm.SERVICE) : 0;
            service += weight;
            monolith += 100 - weight;
            prometheus.shows(requests("orders", service), requests("shop", monolith));
            if (!sight.accepted()) {
              shop.saysOfRoute("shop", "True", "True", shop.generation("shop"));
            }
            Thread.sleep(50);
          }
          return null;
        });
  }

  private static String requests(String service, long count) {
    return "istio_requests_total{reporter=\"source\",destination_service_name=\"%s\",response_code=\"200\"} %d"
        .formatted(service, count);
  }

  @Test
  void theWeightsOfARouteGoToTheirEndAndBack() throws Exception {
    workloads();
    gateway(true);

    Run run = strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("reads 20 % is effective", "reads 100 % is effective", "all stages passed");
    assertThat(shop.weight("shop", WEIGHT)).isEqualTo(100);
    assertThat(strangle("status", "orders").out()).contains("service 100 %");

    Run back = strangle("rollback", "orders", "--reason", "it is enough");

    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    assertThat(shop.weight("shop", WEIGHT)).isZero();
    Run audit = strangle("audit", "orders", "--verify");
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).contains("orders 0->20", "orders 20->100", "it is enough");
  }

  @Test
  void p4AGatewayThatAcceptsTheWeightsAndDoesNotGoByThemIsFoundOut() throws Exception {
    workloads();
    gateway(false);

    String said = "";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!said.contains("is declared") && System.nanoTime() < end) {
      said = strangle("start", "orders", "--once", "-y").out();
      Thread.sleep(500);
    }

    assertThat(said).contains("20 % is declared, and the service answered 0 of ");
    assertThat(shop.weight("shop", WEIGHT)).isEqualTo(20);
    assertThat(strangle("audit", "orders").out()).doesNotContain(" effect ");
  }

  @Test
  void p6NoWeightRisesToAServiceThatIsNotThere() throws Exception {
    Run run = strangle("start", "orders", "--once", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(7);
    assertThat(run.out()).contains("the service has 0 ready endpoints of 1");
    assertThat(shop.weight("shop", WEIGHT)).isZero();
  }

  @Test
  void whoSaysYesIsToldWhichRouteOfWhichClusterIsWritten() throws Exception {
    Terminal terminal = new Terminal(true, true, new BufferedReader(new StringReader("n\n")));

    Run run = strangle(terminal, "start", "orders");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains("weights are written to HTTPRoute/shop in namespace " + shop.namespace().name())
        .contains(", at https://");
    assertThat(shop.weight("shop", WEIGHT)).isZero();
  }

  @Test
  void aLocalProxyIsNotForARouteInACluster() {
    Run run = strangle("proxy", "orders");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("strangle/orders.yaml:2: its router is gateway-api");
  }
}
