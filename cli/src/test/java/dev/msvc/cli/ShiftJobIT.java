package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shift that a Job of its cluster moves: no container runs in the test cluster, so that what the
 * Job would type is typed here, with its service account and no other right.
 */
@ExtendWith(TestCluster.class)
class ShiftJobIT {
  @TempDir private Path folder;
  @TempDir private Path mounted;
  private TestNamespace namespace;

  @BeforeEach
  void shop(TestNamespace namespace) throws Exception {
    this.namespace = namespace;
    for (String each : List.of("shop", "orders")) {
      namespace.apply(Deployed.web("1").replace("web", each));
    }
    namespace.apply(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: shop}
        spec:
          hosts: [shop.example.com]
          http:
          - name: orders
            match: [{uri: {prefix: /orders}}]
            route:
            - destination: {host: shop}
              weight: 100
            - destination: {host: orders}
              weight: 0
          - name: theirs
            route: [{destination: {host: shop}}]
        """);
    Files.createDirectories(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        router: {istio: {namespace: %s, virtual-service: shop}}
        monolith: http://shop
        service: http://orders
        routes:
        - {prefix: /orders, methods: [GET]}
        stages:
        - {weight: 20, soak: 1h}
        metrics:
          url: http://127.0.0.1:9
          source: istio
          service: {destination_service_name: orders}
          monolith: {destination_service_name: shop}
        ungated: a test of rights
        tolerance: {window: 1s, blind: 1h}
        """
            .formatted(namespace.name()));
    endpoints(namespace);
  }

  private static void endpoints(TestNamespace namespace) throws Exception {
    for (String each : List.of("shop", "orders")) {
      namespace.soonReady(each, 2);
    }
  }

  private Run msvc(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-C", folder.toString(), "--kubeconfig", namespace.cluster().kubeconfig()));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        Map.of("PATH", System.getenv("PATH")),
        all.toArray(String[]::new));
  }

  private JobPod pod() {
    return new JobPod(namespace, folder, mounted);
  }

  private String weight() throws Exception {
    return namespace.out(
        "get",
        "virtualservice",
        "shop",
        "-o",
        "jsonpath={.spec.http[0].route[0].weight} {.spec.http[0].route[1].weight}");
  }

  @Test
  void p24WhenTheJobIsGoneThatIsSeenAndTheWatchdogBringsAllBack() throws Exception {
    Run started =
        msvc(
            "strangle",
            "start",
            "orders",
            "--in-cluster",
            "--image",
            "registry.example.com/msvc:1",
            "--rollback-unwatched",
            "20s",
            "-y");
    assertThat(started.exitCode()).as(started.err()).isZero();
    assertThat(started.out())
        .contains("Job", "CronJob", "ServiceAccount", "revision 1 of shift-orders is applied");
    String job =
        namespace
            .out("get", "jobs", "-l", "msvc.dev/shift=orders", "-o", "name")
            .lines()
            .filter(each -> !each.contains("watchdog"))
            .findFirst()
            .orElseThrow();

    Process moves = pod().of(job, "/spec/template/spec");
    namespace.soon(
        each -> each.equals("80 20"),
        "get",
        "virtualservice",
        "shop",
        "-o",
        "jsonpath={.spec.http[0].route[0].weight} {.spec.http[0].route[1].weight}");
    namespace.soon(
        each -> each.contains("cannot be reached") || each.contains("Prometheus"),
        "get",
        "configmap",
        "msvc-shift-orders",
        "-o",
        "jsonpath={.data}");
    assertThat(moves.isAlive()).as(pod().said()).isTrue();

    Run second = msvc("strangle", "start", "orders", "-y", "--once");
    assertThat(second.exitCode()).as(second.err()).isEqualTo(5);
    assertThat(second.err()).contains("shift orders is being changed by", "last seen");

    Process early = pod().of("cronjob/msvc-shift-orders-watchdog", watchdog());
    assertThat(early.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(pod().said()).contains("somebody watched it");
    assertThat(weight()).isEqualTo("80 20");

    moves.destroyForcibly().waitFor();
    Thread.sleep(21_000);
    assertThat(msvc("strangle", "status", "orders").out()).contains("nobody watches it");
    Process late = pod().of("cronjob/msvc-shift-orders-watchdog", watchdog());
    assertThat(late.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(late.exitValue()).as(pod().said()).isZero();
    assertThat(weight()).as(pod().said()).isEqualTo("100 0");
    Run audit = msvc("strangle", "audit", "orders", "--verify");
    assertThat(audit.exitCode()).as(audit.out()).isZero();
    assertThat(audit.out()).contains("nobody watched it for", "each follows from the one before");
  }

  private static String watchdog() {
    return "/spec/jobTemplate/spec/template/spec";
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsMade() throws Exception {
    assertThat(msvc("strangle", "start", "orders", "--in-cluster", "-y").exitCode()).isEqualTo(2);
    Run image = msvc("strangle", "start", "orders", "--in-cluster", "--image", "no image\"", "-y");
    assertThat(image.exitCode()).isEqualTo(2);
    assertThat(image.err()).contains("is no name of an image");
    Run shown = msvc("strangle", "start", "orders", "--in-cluster", "--image", "msvc:1", "--diff");
    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("Job/msvc-shift-orders-", "Role/msvc-shift-orders");
    assertThat(namespace.out("get", "jobs,serviceaccounts", "-o", "name"))
        .doesNotContain("msvc-shift");
  }

  @Test
  void aJobTakesBackWhatIsAfterItAndSeesEndpointsOfOtherNamespaces() throws Exception {
    TestNamespace elsewhere = TestNamespace.fresh(namespace.cluster());
    try (elsewhere) {
      String at = ".%s.svc".formatted(elsewhere.name());
      for (String each : List.of("shop", "orders")) {
        elsewhere.apply(Deployed.web("1").replace("web", each));
      }
      elsewhere.apply(
          """
          apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: orders}
          spec: {host: orders, subsets: [{name: next, labels: {app: orders}}]}
          """);
      StringBuilder rules = new StringBuilder();
      for (String each : List.of("orders", "sales")) {
        rules.append(
            """
              - name: %1$s
                match: [{uri: {prefix: /%1$s}}]
                route:
                - destination: {host: shop%2$s.cluster.local}
                  weight: 100
                - destination: {host: orders%2$s.cluster.local, subset: next}
                  weight: 0
            """
                .formatted(each, at));
      }
      namespace.apply(
          """
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: shop}
          spec:
            hosts: [shop.example.com]
            http:
          """
              + rules);
      Path orders = folder.resolve("strangle/orders.yaml");
      Path sales = folder.resolve("strangle/sales.yaml");
      Files.writeString(
          orders,
          Files.readString(orders)
              .replace("http://orders", "http://orders" + at)
              .replace("http://shop\n", "http://shop" + at + "\n"));
      Files.writeString(sales, Files.readString(orders).replace("/orders,", "/sales,"));
      endpoints(elsewhere);
      assertThat(msvc("strangle", "start", "sales", "--once", "-y").err()).doesNotContain("error");
      Files.writeString(sales, Files.readString(sales) + "after: [{shift: orders, weight: 20}]\n");

      Run started = msvc("strangle", "start", "orders", "--in-cluster", "--image", "msvc:1", "-y");
      assertThat(started.exitCode()).as(started.out() + started.err()).isZero();
      String job =
          namespace.out("get", "jobs", "-l", "msvc.dev/shift=orders", "-o", "name").strip();
      assertThat(
              namespace.out(
                  "get", "configmaps", "-l", "msvc.dev/shift=orders", "-o", "jsonpath={..data}"))
          .contains("\"orders.yaml\":", "\"sales.yaml\":");
      Process moves = pod().of(job, "/spec/template/spec");
      namespace.soon(
          each -> each.equals("80 20 80 20"),
          "get",
          "virtualservice",
          "shop",
          "-o",
          "jsonpath={.spec.http[*].route[*].weight}");
      moves.destroyForcibly().waitFor();

      String account = namespace.out("get", job, "-o", "jsonpath={..serviceAccountName}");
      Process back = pod().as(account, "strangle rollback orders -n " + namespace.name());
      assertThat(back.waitFor(2, TimeUnit.MINUTES)).isTrue();

      assertThat(back.exitValue()).as(pod().said()).isZero();
      assertThat(pod().said()).contains("sales goes back first: it is after orders");
      assertThat(
              namespace.out(
                  "get",
                  "virtualservice",
                  "shop",
                  "-o",
                  "jsonpath={.spec.http[*].route[*].weight}"))
          .isEqualTo("100 0 100 0");
      assertThat(msvc("strangle", "audit", "sales", "--verify").exitCode()).isZero();
    }
  }
}
