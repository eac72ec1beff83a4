package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rehearsal with a route on a real API server, killed at each write to it. */
@ExtendWith(TestCluster.class)
@Timeout(600)
class RehearseInClusterIT {
  @TempDir Path folder;

  private void plan(String router) throws IOException {
    Files.createDirectories(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: {%s}
        monolith: http://shop.shop.svc:8080
        service: http://orders.shop.svc:8080
        routes:
        - {prefix: /orders, methods: [GET]}
        stages:
        - {weight: 50, soak: 1d}
        metrics: {url: "http://127.0.0.1:1", source: istio, service: {a: b}, monolith: {a: c}}
        gates:
        - success-rate: {min: 99%%, requests: 50}
        """
            .formatted(router));
  }

  private Run rehearse(TestNamespace namespace, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "strangle",
                "rehearse",
                "orders",
                "--kubeconfig",
                namespace.cluster().kubeconfig()));
    all.addAll(List.of(more));
    return Run.msvc(Run.there(folder, all.toArray(String[]::new)));
  }

  private static List<String> left(TestNamespace namespace) throws Exception {
    return namespace
        .out("get", "namespaces", "--no-headers")
        .lines()
        .filter(line -> line.startsWith("msvc-rehearsal-") && line.contains("Active"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway-api: {namespace: shop, route: shop}|HTTPRoute",
        "istio: {namespace: shop, virtual-service: shop}|VirtualService"
      })
  void p7KilledAtEachWriteOfARouteAllHoldsAndTheNamespaceIsGone(
      String router, String kind, TestNamespace namespace) throws Exception {
    plan(router);

    Run run = rehearse(namespace, "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("before %s in namespace msvc-rehearsal-".formatted(kind))
        .containsPattern("P2 +all else in a route stays as it is +held +[1-9]")
        .containsPattern("P14 +a second one is told who moves it +held +1")
        .contains(" 0 lost, 0 answered twice", "no gateway served the route");
    assertThat(left(namespace)).isEmpty();
  }

  @Test
  void nothingIsMadeUnasked(TestNamespace namespace) throws Exception {
    plan("gateway-api: {namespace: shop, route: shop}");

    Run run = rehearse(namespace);

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains("nothing was made", "make namespace msvc-rehearsal-");
    assertThat(left(namespace)).isEmpty();
  }
}
