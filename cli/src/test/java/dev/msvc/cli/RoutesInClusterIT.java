package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Weights;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes on a real API server: what is written of them, and when they count as taken. */
@ExtendWith(TestCluster.class)
class RoutesInClusterIT {
  private static final int ROUTES = Integer.getInteger("msvc.routes", 12);

  @TempDir Path folder;

  private static Weights weights(Sight base, int canary, int orders) {
    return base.weights().with("orders-canary", canary).with("orders", orders);
  }

  private static int code(Throwable error) {
    assertThat(error).as("%s", error).isInstanceOf(UserError.class);
    return ((UserError) error).exitCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void p2EverythingElseStaysByteForByteAndOthersKeepTheirFields(
      String kind, TestNamespace namespace) throws Exception {
    Random random = new Random(7);
    try (RoutedShop shop = RoutedShop.of(kind, namespace)) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < ROUTES; i++) {
        all.append(shop.random("r" + i, random));
      }
      shop.theirs(all.toString());
      for (int i = 0; i < ROUTES; i++) {
        String route = "r" + i;
        String before = shop.masked(route);
        String owned = shop.ownedByOthers(route);
        Router router = shop.router(route);
        int weight = 1 + random.nextInt(100);

        Sight written = router.write(router.look(), weights(router.look(), 100, weight));

        assertThat(shop.masked(route)).isEqualTo(before);
        assertThat(shop.ownedByOthers(route)).isEqualTo(owned);
        assertThat(shop.weight(route, "orders")).isEqualTo(weight);
        assertThat(written.weights().of("orders-writes", Arm.SERVICE)).isZero();
        assertThat(router.look()).isEqualTo(written);
        assertThat(shop.rules(shop.live(route)))
            .filteredOn(rule -> RoutedShop.OWNED.contains(rule.path("name").asText()))
            .allSatisfy(
                rule -> {
                  AtomicInteger sum = new AtomicInteger();
                  shop.backends(rule).forEach(each -> sum.addAndGet(each.path("weight").asInt()));
                  assertThat(sum).as("P1").hasValue(100);
                });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void p3AnEditBetweenOurReadAndOurWriteIsAConflictAndNothingIsWritten(
      String kind, TestNamespace namespace) throws Exception {
    try (ApiProxy proxy = ApiProxy.before(namespace.cluster().address());
        RoutedShop shop =
            RoutedShop.at(
                kind,
                namespace,
                proxy.kubeconfig(folder.resolve("config"), namespace.name()).toString())) {
      shop.theirs(shop.plain("shop"));
      Router router = shop.router("shop");
      Sight base = router.look();
      String[] after = {""};
      proxy.rule(
          call ->
              call.method().equals("PATCH")
                  ? ApiProxy.Action.FORWARD.first(
                      () -> {
                        if (after[0].isEmpty()) {
                          namespace.out("label", shop.resource(), "shop", "edited=yes");
                          after[0] = shop.live("shop").at("/metadata/resourceVersion").asText();
                        }
                      })
                  : ApiProxy.Action.FORWARD);

      assertThatThrownBy(() -> router.write(base, weights(base, 100, 50)))
          .satisfies(error -> assertThat(code(error)).isEqualTo(5))
          .hasMessageContaining("moved");
      assertThatThrownBy(() -> shop.router("shop").write(base, weights(base, 100, 50)))
          .as("by one who never looked")
          .satisfies(error -> assertThat(code(error)).isEqualTo(5));

      assertThat(shop.live("shop").at("/metadata/resourceVersion").asText()).isEqualTo(after[0]);
      assertThat(shop.weight("shop", "orders")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void anAnswerThatIsLostIsLookedForAndTheWeightsAreWrittenOnce(
      String kind, TestNamespace namespace) throws Exception {
    try (ApiProxy proxy = ApiProxy.before(namespace.cluster().address());
        RoutedShop shop =
            RoutedShop.at(
                kind,
                namespace,
                proxy.kubeconfig(folder.resolve("config"), namespace.name()).toString())) {
      shop.theirs(shop.plain("shop"));
      long generation = shop.generation("shop");
      AtomicInteger patches = new AtomicInteger();
      proxy.rule(
          call ->
              call.method().equals("PATCH") && patches.incrementAndGet() == 1
                  ? ApiProxy.Action.CUT
                  : ApiProxy.Action.FORWARD);
      Router router = shop.router("shop");
      Sight base = router.look();

      Sight written = router.write(base, weights(base, 100, 20));

      assertThat(patches.get()).isGreaterThan(1);
      assertThat(written.weights()).isEqualTo(weights(base, 100, 20));
      assertThat(shop.generation("shop")).isEqualTo(generation + 1);
    }
  }

  @Test
  void aStatusThatComesInBetweenIsNoEdit(TestNamespace namespace) throws Exception {
    try (RoutedShop shop = RoutedShop.of("gateway-api", namespace)) {
      shop.theirs(shop.plain("shop"));
      Router router = shop.router("shop");
      Sight base = router.look();
      shop.saysOfRoute("shop", "True", "True", shop.generation("shop"));

      assertThat(router.write(base, weights(base, 100, 20)).weights())
          .isEqualTo(weights(base, 100, 20));
    }
  }

  @Test
  void aWriteThatChangesNoWeightStillShutsOutWhoLookedBefore(TestNamespace namespace)
      throws Exception {
    try (RoutedShop shop = RoutedShop.of("istio", namespace)) {
      shop.theirs(shop.plain("shop"));
      String spec = shop.live("shop").path("spec").toString();
      Router other = shop.router("shop");
      Sight old = other.look();
      Router router = shop.router("shop");

      router.write(router.look(), router.look().weights());

      assertThatThrownBy(() -> other.write(old, weights(old, 100, 50)))
          .satisfies(error -> assertThat(code(error)).isEqualTo(5));
      assertThat(shop.live("shop").path("spec").toString()).isEqualTo(spec);
    }
  }

  @Test
  void p4AnHttpRouteCountsOnceAllItsParentsAcceptThisGeneration(TestNamespace namespace)
      throws Exception {
    try (RoutedShop shop = RoutedShop.of("gateway-api", namespace)) {
      shop.theirs(shop.plain("shop"));
      Router router = shop.router("shop");
      assertThat(router.look().accepted()).isFalse();
      assertThat(router.look().why()).contains("Gateway/edge says nothing");

      long generation = shop.generation("shop");
      shop.saysOfRoute("shop", "True", "False", generation);
      assertThat(router.look().why()).contains("ResolvedRefs is False (Told): as the test says");
      shop.saysOfRoute("shop", "False", "True", generation);
      assertThat(router.look().why()).contains("Accepted is False");
      shop.saysOfRoute("shop", "True", "True", generation);
      assertThat(router.look().accepted()).isTrue();

      Sight written = router.write(router.look(), weights(router.look(), 100, 0));
      assertThat(written.accepted()).isFalse();
      assertThat(written.why())
          .contains(
              "Accepted of generation %d, and it is %d".formatted(generation, generation + 1));
      shop.saysOfRoute("shop", "True", "True", generation + 1);
      assertThat(router.look().accepted()).isTrue();
    }
  }

  @Test
  void p4WhatIstioSaysOfAVirtualServiceCounts(TestNamespace namespace) throws Exception {
    try (RoutedShop shop = RoutedShop.of("istio", namespace)) {
      shop.theirs(shop.plain("shop"));
      Router router = shop.router("shop");
      assertThat(router.look().accepted()).as("it need not say anything").isTrue();

      Map<String, String> told = new HashMap<>();
      told.put("{\"observedGeneration\":\"99\"}", "generation 99, and it is 1");
      told.put(
          "{\"observedGeneration\":\"1\",\"conditions\":[{\"type\":\"Reconciled\",\"status\":\"False\"}]}",
          "Reconciled is False");
      for (Map.Entry<String, String> each : told.entrySet()) {
        status(shop, each.getKey());
        assertThat(router.look().why()).contains(each.getValue());
      }
      status(
          shop,
          "{\"observedGeneration\":\"1\",\"conditions\":[{\"type\":\"Reconciled\",\"status\":\"True\"}]}");
      assertThat(router.look().accepted()).as(router.look().why()).isTrue();
    }
  }

  private static void status(RoutedShop shop, String status) throws Exception {
    shop.namespace()
        .out(
            "patch",
            shop.resource(),
            "shop",
            "--subresource=status",
            "--type=merge",
            "-p",
            "{\"status\":%s}".formatted(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void p6ABackendThatIsNotThereHasNoReadyEndpoints(String kind, TestNamespace namespace)
      throws Exception {
    try (RoutedShop shop = RoutedShop.of(kind, namespace)) {
      shop.theirs(shop.plain("shop"));
      Router router = shop.router("shop");
      assertThat(router.look().ready())
          .containsEntry(Arm.SERVICE, 0)
          .containsEntry(Arm.MONOLITH, 0);

      namespace.apply(RoutedShop.workload("orders", "1", 2));
      namespace.soonReady("orders", 2);
      assertThat(router.look().ready())
          .containsEntry(Arm.SERVICE, 2)
          .containsEntry(Arm.MONOLITH, 0);
    }
  }

  @Test
  void p6ASubsetThatNoDestinationRuleKnowsHasNoReadyEndpoints(TestNamespace namespace)
      throws Exception {
    try (RoutedShop shop = RoutedShop.of("istio", namespace)) {
      shop.theirs(
          shop.plain("shop")
              .replace("\"host\":\"orders\",", "\"host\":\"orders\",\"subset\":\"v2\","));
      namespace.apply(RoutedShop.workload("orders", "1", 1));
      namespace.soonReady("orders", 1);
      assertThat(shop.router("shop").look().ready()).containsEntry(Arm.SERVICE, 0);

      namespace.apply(
          """
          apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: orders}
          spec: {host: orders, subsets: [{name: v2, labels: {app: orders}}]}
          """);
      assertThat(shop.router("shop").look().ready()).containsEntry(Arm.SERVICE, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void whatIsNotAsTheShiftNeedsItIsRefusedByItsName(String kind, TestNamespace namespace)
      throws Exception {
    try (RoutedShop shop = RoutedShop.of(kind, namespace)) {
      String plain = shop.plain("shop");
      assertRefused(shop, null, 3, "there is no");
      assertRefused(
          shop, plain.replace("\"orders-canary\"", "\"canary\""), 3, "no rule 'orders-canary'");
      assertRefused(shop, plain.replace("8080", "8081"), 3, "no backend for the service");
      assertRefused(
          shop,
          plain.replaceFirst("\"weight\":100", "\"weight\":70"),
          5,
          "0 for the service and 70");
      String third =
          shop.isGateway()
              ? "{\"name\":\"x\",\"port\":1,\"weight\":7},"
              : "{\"destination\":{\"host\":\"x\"},\"weight\":7},";
      String list = shop.isGateway() ? "\"backendRefs\":[" : "\"route\":[";
      assertRefused(shop, plain.replace(list, list + third), 3, "a third backend");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void p13WeightsThatMakeNoSenseAreNoReasonNotToGoBack(String kind, TestNamespace namespace)
      throws Exception {
    try (RoutedShop shop = RoutedShop.of(kind, namespace)) {
      String plain = shop.plain("shop");
      for (String theirs : List.of("60", "0", "1000000")) {
        // the canary's rule, which is the first
        shop.theirs(
            plain
                .replaceFirst("\"weight\":0", "\"weight\":60")
                .replaceFirst("\"weight\":100", "\"weight\":" + theirs));
        String before = shop.masked("shop");
        Router router = shop.router("shop");
        assertThatThrownBy(router::look).hasMessageContaining("not 100 together");

        Sight seen = router.lookToGoBack();
        assertThat(seen.weights().areNone()).isFalse();
        Weights none = shop.plan("shop").weights(-1);
        Sight written = router.write(seen, none);

        assertThat(written.weights()).isEqualTo(none);
        assertThat(router.look().weights()).isEqualTo(none);
        assertThat(shop.masked("shop")).isEqualTo(before);
        shop.namespace().kubectl("delete", shop.resource(), "shop");
      }
    }
  }

  private static void assertRefused(RoutedShop shop, String route, int code, String why)
      throws Exception {
    if (route != null) {
      shop.theirs(route);
    }
    assertThatThrownBy(() -> shop.router("shop").look())
        .satisfies(error -> assertThat(code(error)).isEqualTo(code))
        .hasMessageContaining(why);
    shop.namespace().kubectl("delete", shop.resource(), "shop", "--ignore-not-found");
  }

  @Test
  void p23ANewerImageOfTheServiceLeavesTheWeights(TestNamespace namespace) throws Exception {
    try (RoutedShop shop = RoutedShop.of("gateway-api", namespace)) {
      Deployed orders = new Deployed(folder, namespace);
      orders.write("orders.yaml", RoutedShop.workload("orders", "1", 2)).deploy();
      shop.theirs(shop.plain("shop"));
      Router router = shop.router("shop");
      router.write(router.look(), weights(router.look(), 100, 20));
      String before = shop.live("shop").toString();

      orders.write("orders.yaml", RoutedShop.workload("orders", "2", 2)).deploy();
      namespace.out("set", "image", "deploy/orders", "orders=orders:3");
      namespace.out("rollout", "status", "deploy/orders", "--timeout=60s");

      assertThat(shop.live("shop").toString()).isEqualTo(before);
      assertThat(router.look().weights()).isEqualTo(weights(router.look(), 100, 20));
      namespace.soonReady("orders", 2);
      assertThat(router.look().ready()).containsEntry(Arm.SERVICE, 2);
    }
  }
}
