package dev.msvc.cluster.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ShiftDocument;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTextTest {
  private static final RouteText ROUTE = RouteText.of(plan("gateway-api: {route: shop}"), "shop");

  private static final String FILE =
      """
      # é 🚀 before it
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: shop}
      spec:
        rules:
        - name: orders
          backendRefs:
          - {name: orders, port: 80, weight: 0}
          - {name: shop, port: 80, weight: 100}   # the rest
      """;

  private static ShiftPlan plan(String router) {
    return ShiftDocument.read(
        "orders",
        "orders.yaml",
        """
        schema: msvc/shift/v1
        router: {%s}
        monolith: http://shop
        service: http://orders
        routes:
        - {prefix: /orders, methods: [GET]}
        stages:
        - {weight: 20, soak: 1s}
        ungated: a test
        """
            .formatted(router));
  }

  private static Weights weights(int service) {
    return new Weights(new TreeMap<>(Map.of("orders", service)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  /** Any writing of the same file, with a mark where each of our numbers is. */
  private static String random(long seed) {
    Random random = new Random(seed);
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    String two = random.nextBoolean() ? "  " : "    ";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "---" + end : "");
    if (random.nextBoolean()) {
      text.append("# 🚀 é weight: 0\nkind: Other\napiVersion: v1\nmetadata: {name: shop}\n---\n");
    }
    text.append(random.nextBoolean() ? "# first" + end + end : "");
    text.append("kind: HTTPRoute").append(end);
    text.append("apiVersion: \"gateway.networking.k8s.io/v1\"").append(end);
    text.append("metadata:").append(end).append(two).append("name:   shop # 🚀").append(end);
    text.append(random.nextBoolean() ? two + "namespace: shop" + end : "");
    text.append("spec:").append(end).append(two).append("rules:").append(end);
    int rules = 1 + random.nextInt(3);
    int ours = random.nextInt(rules);
    for (int i = 0; i < rules; i++) {
      String name = i == ours ? "orders" : "theirs-" + i;
      String service = i == ours ? "@S" : String.valueOf(random.nextInt(100));
      String monolith = i == ours ? "@M" : "100";
      String flow =
          "{port: 80, weight:  %s, name: orders}, {\"weight\": %s, name: shop, port: 80}"
              .formatted(service, monolith);
      String lead = two + "- ";
      if (random.nextBoolean()) {
        text.append(lead).append("{name: ").append(name);
        text.append(", backendRefs: [").append(flow).append("]}  # 🚀").append(end);
      } else {
        text.append(lead).append("name: '").append(name).append("'").append(end);
        text.append(two).append("  backendRefs:").append(end);
        text.append(two).append("  - weight: ").append(monolith).append("   # a").append(end);
        text.append(two).append("    name: shop").append(end).append(end);
        text.append(two).append("  - name: orders").append(end);
        text.append(two).append("    weight: ").append(service).append(end);
      }
    }
    return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p2AllElseOfTheFileStaysByteForByte(long seed) {
    String marked = random(seed);
    Random random = new Random(seed);
    int from = random.nextInt(101);
    int to = random.nextInt(101);
    String before = marked.replace("@S", "" + from).replace("@M", "" + (100 - from));

    String after = ROUTE.with("route.yaml", before, weights(to));

    assertThat(after).isEqualTo(marked.replace("@S", "" + to).replace("@M", "" + (100 - to)));
    assertThat(ROUTE.weights("route.yaml", after)).isEqualTo(weights(to));
    assertThat(ROUTE.with("route.yaml", after, weights(from))).isEqualTo(before);
  }

  private static void refused(String text, String... words) {
    assertThatThrownBy(() -> ROUTE.with("route.yaml", text, weights(20)))
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.message() + "\n" + error.hint())
                    .startsWith("route.yaml")
                    .contains(words));
  }

  @Test
  void whatHelmOrKustomizeMakesIsRefusedWithWhatToDo() {
    refused(
        FILE.replace("weight: 0}", "weight: {{ .Values.weight }}}"),
        "is a template of Helm",
        "keep the route in a file of its own");
    refused("{{- if .Values.on }}\n" + FILE + "{{- end }}\n", "is a template of Helm");
    refused(
        "apiVersion: kustomize.config.k8s.io/v1beta1\n"
            + "kind: Kustomization\n"
            + "resources: [shop.yaml]\n",
        "a kustomization or a patch of one cannot be edited");
    refused(
        "- op: replace\n  path: /spec/rules/0/backendRefs/0/weight\n  value: 0\n",
        "an object of Kubernetes is expected",
        "a patch of one cannot be edited");
    refused(FILE.replace("name: shop}", "name: other}"), "has no HTTPRoute/shop in shop, but");
    refused(FILE + "---\n" + FILE, "has HTTPRoute/shop in shop twice");
    refused("", "has no HTTPRoute/shop in shop, and nothing else");
  }

  @Test
  void whatIsNotWrittenOutThereIsRefusedWithItsLine() {
    refused(
        FILE.replace("weight: 0}", "weight: &none 0}"),
        "route.yaml:9: '&none 0' is no plain number");
    refused(
        FILE.replace("metadata: {name: shop}", "metadata: {name: shop, generation: &n 0}")
            .replace("weight: 0}", "weight: *n}"),
        "route.yaml:9: 'weight' is an alias of something elsewhere");
    refused(FILE.replace("- name: orders\n", "- name: other\n"), "has no rule 'orders'");
    refused(FILE.replace("weight: 100", "weight: 90"), "and are not 100 together");
  }

  @Test
  void aWeightThatIsLeftOutIsAskedFor() {
    RouteText istio = RouteText.of(plan("istio: {virtual-service: shop}"), "shop");
    String text =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: shop}
        spec:
          http:
          - name: orders
            route:
            - destination: {host: orders}
            - destination: {host: shop}
              weight: 100
        """;

    assertThatThrownBy(() -> istio.with("route.yaml", text, weights(20)))
        .hasMessage("route.yaml:8: 'weight' is not written there");
    String alone = text.replace("    - destination: {host: orders}\n", "");
    assertThat(alone).isNotEqualTo(text);
    assertThatThrownBy(
            () -> istio.with("route.yaml", alone.replace("      weight: 100\n", ""), weights(20)))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(3);
              assertThat(error.message())
                  .startsWith("route.yaml: rule 'orders' of VirtualService/shop")
                  .contains("has one backend, without a weight: ");
              assertThat(error.hint())
                  .contains("weight: 0 for the service http://orders")
                  .contains(
                      "weight: 100 for the monolith http://shop", "msvc strangle route orders");
            });
    String written = text.replace("orders}\n", "orders}\n      weight: 0\n");
    assertThat(istio.with("route.yaml", written, weights(20)))
        .isEqualTo(written.replace("weight: 100", "weight: 80").replace("weight: 0", "weight: 20"));
  }
}
