package dev.msvc.cluster.router;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static ShiftPlan plan(String name, String router, String service, String route) {
    return ShiftDocument.read(
        name,
        "strangle/%s.yaml".formatted(name),
        """
        router: {%s}
        monolith: http://shop
        service: http://%s
        routes:
        - %s
        - {name: of-%s, prefix: /of-%s, methods: [GET]}
        stages:
        - {weight: 20, soak: 1s}
        ungated: a test
        """
            .formatted(router, service, route, name, name));
  }

  private static void require(ShiftPlan plan, ShiftPlan other) {
    new Together(plan, "strangle/%s.yaml".formatted(plan.name())).require(List.of(other));
  }

  private static void refused(ShiftPlan plan, ShiftPlan other, String message) {
    assertThatThrownBy(() -> require(plan, other))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  private static final String GET = "{prefix: /orders, methods: [GET]}";

  @Test
  void oneRequestIsOfOneShift() {
    ShiftPlan orders = plan("orders", "local: {}", "orders", GET);
    String other = "local: {listen: '127.0.0.1:1'}";
    refused(
        orders,
        plan("sales", other, "sales", "{prefix: /orders, methods: [HEAD, GET]}"),
        "strangle/orders.yaml:5: the same requests are of shift sales, too: strangle/sales.yaml:5");
    refused(
        orders,
        plan("sales", other, "sales", "{prefix: /orders, writes: Sale}"),
        "strangle/orders.yaml:5: the same requests are of shift sales, too: strangle/sales.yaml:5");
    assertThatCode(
            () -> {
              require(orders, plan("sales", other, "sales", "{prefix: /orders, methods: [HEAD]}"));
              require(orders, plan("sales", other, "sales", "{path: /orders, methods: [GET]}"));
              require(orders, plan("sales", other, "sales", "{prefix: /orders/1, methods: [GET]}"));
              // the same service, behind another door
              require(orders, plan("edge", other, "orders", GET));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void oneRuleOfARouteIsOfOneShift() {
    String route = "gateway-api: {namespace: shop, route: shop}";
    ShiftPlan orders =
        plan("orders", route, "orders", "{name: all, prefix: /orders, methods: [GET]}");
    String named = "{name: all, prefix: /sales, methods: [GET]}";
    refused(
        orders,
        plan("sales", "gateway-api: {route: shop}", "sales", named),
        "strangle/orders.yaml:1: rule 'all' is of shift sales, too");
    assertThatCode(
            () -> {
              require(orders, plan("sales", "gateway-api: {route: other}", "sales", named));
              require(
                  orders,
                  plan("sales", "gateway-api: {namespace: b, route: shop}", "sales", named));
            })
        .doesNotThrowAnyException();
    String socket = "haproxy: {socket: /run/admin.sock}";
    refused(
        plan("a-b", socket, "orders", "{name: c, prefix: /orders, methods: [GET]}"),
        plan("a", socket, "sales", "{name: b-c, prefix: /sales, methods: [GET]}"),
        "strangle/a-b.yaml:1: rule 'msvc-a-b-c' is of shift a, too");
  }

  @Test
  void oneAddressAndOneFileAreOfOneShift() {
    refused(
        plan("orders", "local: {}", "orders", GET),
        plan("sales", "local: {listen: '127.0.0.1:8080'}", "sales", "{prefix: /s, methods: [GET]}"),
        "strangle/orders.yaml:1: the proxy of shift sales listens at 127.0.0.1:8080, too");
    refused(
        plan("orders", "nginx: {include: /w.conf, status: x}", "orders", GET),
        plan("sales", "nginx: {include: /w.conf, status: y}", "s", "{prefix: /s, methods: [GET]}"),
        "strangle/orders.yaml:1: shift sales owns the same file: /w.conf");
  }
}
