package dev.msvc.generators.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterFilesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "router");

  private static ShiftPlan plan(String router, String canary, String routes) {
    return ShiftDocument.read(
        "orders",
        "orders.yaml",
        """
        schema: msvc/shift/v1
        router: {%s}
        monolith: http://shop.old.svc:8080
        service: http://orders.shop.svc:8080
        canary: {%s, value: "o.1"}
        routes:
        %s
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 1s}
        ungated: a test
        """
            .formatted(router, canary, routes));
  }

  private static final String ROUTES =
      """
      - {prefix: /orders, methods: [GET, HEAD]}
      - {path: /orders/new.html, methods: [GET]}
      """
          .strip();

  /** Made anew by -Dmsvc.golden=write, and then read line by line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          haproxy: {socket: /run/haproxy/admin.sock, state-file: /var/lib/haproxy/orders}|cookie: canary
          nginx: {include: /etc/nginx/orders-weights.conf, status: 'http://127.0.0.1:8089/-/msvc/orders'}|cookie: canary
          gateway-api: {namespace: shop, route: orders}|header: X-Canary
          istio: {namespace: shop, virtual-service: orders}|cookie: canary
          kong: {}|header: X-Canary
          """,
      quoteCharacter = '~')
  void itIsWhatItWas(String router, String canary) throws Exception {
    String kind = router.substring(0, router.indexOf(':'));
    ShiftPlan plan = plan(router, canary, ROUTES);
    golden(kind, RouterFiles.of(plan, "orders.yaml"));
    List<PlannedFile> finished = RouterFiles.finished(plan, "orders.yaml");
    golden(kind + "-finished", finished);
    assertThat(finished)
        .allSatisfy(each -> assertThat(each.text()).doesNotContain("weight 0", "weights"));
  }

  @ParameterizedTest
  @CsvSource({"cookie, sid", "header, X-User"})
  void nginxKeepsAClientByWhatItSays(String in, String name) throws Exception {
    ShiftPlan plan =
        ShiftDocument.read(
            "orders",
            "orders.yaml",
            """
            router: {nginx: {include: /etc/w.conf, status: 'http://127.0.0.1:8089/-/msvc/orders'}}
            monolith: http://shop.old.svc:8080
            service: http://orders.shop.svc:8080
            routes: [{prefix: /orders, methods: [GET]}]
            stages: [{weight: 20, soak: 1s}]
            sticky: {%s: %s, requests: 40}
            ungated: a test
            """
                .formatted(in, name));
    golden("nginx-sticky-" + in, RouterFiles.of(plan, "orders.yaml"));
  }

  @Test
  void p22ARuleWithANameThatNginxNeedsForSomethingElseIsRefused() {
    for (String name : List.of("client", "weights", "arm", "who-0")) {
      ShiftPlan plan =
          plan(
              "nginx: {include: /x, status: 'http://127.0.0.1:1/-/msvc/orders'}",
              "cookie: canary",
              "- {name: %s, prefix: /orders, methods: [GET]}".formatted(name));
      assertThatThrownBy(() -> RouterFiles.of(plan, "orders.yaml"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the rule '%s' has a name".formatted(name));
    }
  }

  private static void golden(String folder, List<PlannedFile> files) throws Exception {
    for (PlannedFile each : files) {
      Path golden = GOLDEN.resolve(folder).resolve(each.path());
      if ("write".equals(System.getProperty("msvc.golden"))) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, each.text());
      }
      assertThat(each.text()).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void p22ARouteOfMoreMatchesThanTheGatewayApiHasIsRefusedWithItsLine() {
    StringBuilder routes = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      routes.append("- {prefix: /orders-%d, methods: [GET]}\n".formatted(i));
    }
    ShiftPlan many = plan("gateway-api: {route: r}", "header: X-Canary", routes.toString().strip());
    assertThatThrownBy(() -> RouterFiles.of(many, "orders.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at most 15 rules")
        .hasMessageMatching("orders.yaml:1[0-9]: .*");
  }

  @Test
  void p22WhatARouterHasNoWordsForIsRefused() {
    for (List<String> each :
        List.of(
            List.of(
                "nginx: {include: /x, status: 'http://127.0.0.1:1/-/msvc/orders'}", "header: X_C"),
            List.of("haproxy: {socket: /x}", "header: \"X'C\""),
            List.of("kong: {}", "cookie: canary"),
            List.of("gateway-api: {route: x}", "cookie: canary"))) {
      ShiftPlan plan = plan(each.get(0), each.get(1), ROUTES);
      assertThatThrownBy(() -> RouterFiles.of(plan, "orders.yaml"))
          .isInstanceOf(UserError.class)
          .hasMessageMatching("orders.yaml:\\d+: router .* cannot say it: .*");
    }
  }
}
