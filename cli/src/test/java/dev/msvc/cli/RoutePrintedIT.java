package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code strangle route} prints for a cluster, before a real API server. */
@ExtendWith(TestCluster.class)
class RoutePrintedIT {
  @TempDir Path folder;

  private Run route(TestNamespace namespace, String... more) {
    List<String> all = new ArrayList<>(List.of("strangle", "route", "orders"));
    all.addAll(List.of(more));
    all.addAll(List.of("-C", folder.toString(), "--kubeconfig", namespace.cluster().kubeconfig()));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        Map.of("PATH", System.getenv("PATH")),
        all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "gateway-api, route, httproute, /spec/rules/0/matches/0/path/value, edge",
    "istio, virtual-service, virtualservice, /spec/http/0/match/0/uri/exact, istio-system/edge"
  })
  void itIsTakenByTheServerAndNothingIsDifferentUntilSomebodyChangesIt(
      String kind,
      String setting,
      String resource,
      String path,
      String parent,
      TestNamespace namespace)
      throws Exception {
    Files.createDirectories(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        router: {%s: {namespace: %s, %s: shop}}
        monolith: http://shop:8080
        service: http://orders:8080
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        - {path: /cart, methods: [POST], writes: Order}
        canary: {header: X-Canary, value: orders}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 1s}
        metrics: {url: "http://127.0.0.1:9", source: istio, service: {app: s}, monolith: {app: m}}
        gates: [success-rate: {min: 99%%}]
        """
            .formatted(kind, namespace.name(), setting));

    Run printed = route(namespace, "--parent", parent, "--host", "shop.example.com");
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    Cluster.Ran dry =
        namespace
            .cluster()
            .fed(
                printed.out(),
                "kubectl",
                "-n",
                namespace.name(),
                "apply",
                "--dry-run=server",
                "-o",
                "json",
                "-f",
                "-");
    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("\"shop.example.com\"", "edge");

    Run missing = route(namespace, "--diff", "--exit-code");
    assertThat(missing.exitCode()).as(missing.err()).isEqualTo(4);
    assertThat(missing.out()).contains("--- /dev/null", "+rule orders-canary", "+rule cart-writes");
    namespace.apply(printed.out());
    Run same = route(namespace, "--diff", "--exit-code");
    assertThat(same.exitCode()).as(same.out() + same.err()).isZero();
    assertThat(same.out()).isEmpty();

    namespace.out(
        "patch",
        resource,
        "shop",
        "--type=json",
        "-p",
        "[{\"op\": \"replace\", \"path\": \"%s\", \"value\": \"/other\"}]".formatted(path));
    Run other = route(namespace, "--diff", "--exit-code");
    assertThat(other.exitCode()).as(other.out() + other.err()).isEqualTo(4);
    assertThat(other.out().lines().filter(each -> each.matches("[-+] .*")))
        .hasSize(2)
        .anySatisfy(each -> assertThat(each).startsWith("-").contains("/other"));
    assertThat(route(namespace, "--diff").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"gateway-api, route, httproute", "istio, virtual-service, virtualservice"})
  void whatAFinishedShiftLeavesIsTakenByTheServerInThePlaceOfTheWeights(
      String kind, String setting, String resource, TestNamespace namespace) throws Exception {
    ShiftPlan plan =
        ShiftDocument.read(
            "orders",
            "orders.yaml",
            """
            router: {%s: {namespace: %s, %s: shop}}
            monolith: http://shop:8080
            service: http://orders:8080
            routes:
            - {prefix: /orders, methods: [GET, HEAD]}
            - {path: /orders/new, methods: [GET]}
            stages:
            - {weight: 100, soak: 1s}
            metrics: {url: "http://127.0.0.1:9", source: istio, service: {app: s}, monolith: {app: m}}
            gates: [success-rate: {min: 99%%}]
            """
                .formatted(kind, namespace.name(), setting));
    namespace.apply(RouterFiles.of(plan, "orders.yaml").get(0).text());

    String finished = RouterFiles.finished(plan, "orders.yaml").get(0).text();
    Cluster.Ran dry =
        namespace
            .cluster()
            .fed(finished, "kubectl", "apply", "--dry-run=server", "-o", "json", "-f", "-");
    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.err()).doesNotContainIgnoringCase("unknown field");
    assertThat(dry.out()).contains("\"/orders/new\"", "\"orders");
    assertThat(dry.out()).as("no weights at nothing").doesNotContain("\"weight\": 0");

    namespace.apply(finished);
    assertThat(namespace.out("get", resource, "shop", "-o", "json"))
        .doesNotContain("\"weight\": 0,");
  }
}
