package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.router.RouterKind;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a shift's plan and its reader say the same. */
class ShiftSchemaTest {
  private static String example() throws Exception {
    return example("schema: msvc/shift/v1");
  }

  /** The one of the guide that begins so. */
  private static String example(String begin) throws Exception {
    String page = Files.readString(Path.of("..", "docs", "strangle.md"));
    Matcher yaml =
        Pattern.compile("```yaml\n(" + Pattern.quote(begin) + ".*?)```", Pattern.DOTALL)
            .matcher(page);
    assertThat(yaml.find()).isTrue();
    return yaml.group(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway-api: {namespace: shop, route: shop}",
        "gateway-api: {route: shop}",
        "istio: {namespace: shop, virtual-service: shop}",
        "istio: {virtual-service: shop}"
      })
  void theExampleOfAClusterIsReadAsTheSchemaSays(String router) throws Exception {
    String text = example("router: {gateway-api:").replaceFirst("gateway-api: \\{[^}]*}", router);

    assertThat(ServiceSchemaTest.accepts("shift", text)).isTrue();
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", text);
    assertThat(RouterKind.of(plan, "orders.yaml").home()).isEqualTo(RouterKind.Home.CLUSTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway-api: {namespace: shop}",
        "gateway-api: {route: shop, virtual-service: shop}",
        "istio: {virtual-service: shop, name: shop}",
        "istio: {namespace: shop}"
      })
  void routersInAClusterAreToldWhatTheyNeedAndNothingElse(String router) throws Exception {
    String text = example("router: {gateway-api:").replaceFirst("gateway-api: \\{[^}]*}", router);

    assertThat(ServiceSchemaTest.accepts("shift", text)).isFalse();
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", text);
    assertThatThrownBy(() -> RouterKind.of(plan, "orders.yaml")).isInstanceOf(UserError.class);
  }

  @Test
  void aRouterThatDoesNotCountNeedsMetricsAndOneWithoutCookiesSaysSo() throws Exception {
    String text = example("router: {gateway-api:");
    ShiftPlan cookie =
        ShiftDocument.read(
            "orders",
            "strangle/orders.yaml",
            text.replace(
                "stages:\n",
                "canary: {cookie: canary, value: orders}\nstages:\n- {canary: true, soak: 1m}\n"));
    ShiftPlan uncounted =
        ShiftDocument.read(
            "orders",
            "strangle/orders.yaml",
            text.replaceFirst("(?s)metrics:.*", "ungated: none yet\n"));

    assertThatThrownBy(() -> RouterKind.of(cookie, "orders.yaml"))
        .hasMessageContaining("nothing in router gateway-api tells requests by a cookie");
    assertThatThrownBy(() -> RouterKind.of(uncounted, "orders.yaml"))
        .hasMessageContaining("does not count requests");
  }

  @Test
  void theExampleOfTheGuideIsShortAndIsReadAsTheSchemaSays() throws Exception {
    assertThat(example().lines().count()).isLessThanOrEqualTo(16);
    assertThat(ServiceSchemaTest.accepts("shift", example())).isTrue();
    assertThat(ShiftDocument.read("orders", "strangle/orders.yaml", example()).stages()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weight: 5|weight: 500",
        "weight: 5|wieght: 5",
        "soak: 30m|soak: soon",
        "methods: [GET, HEAD]|methods: [GET, FETCH]",
        "prefix: /orders|prefix: orders",
        "service: http://127.0.0.1:8082|service: orders",
        "value: orders|valeu: orders",
        "gates:|gatse:",
        "listen: 127|lisetn: 127"
      })
  void bothRefuse(String edit) throws Exception {
    String[] parts = edit.split("\\|", -1);
    String text = example().replace(parts[0], parts[1]);
    assertThat(text).isNotEqualTo(example());

    assertThat(ServiceSchemaTest.accepts("shift", text)).isFalse();
    if (!edit.startsWith("listen")) {
      assertThatThrownBy(() -> ShiftDocument.read("orders", "strangle/orders.yaml", text))
          .isInstanceOf(UserError.class);
    }
  }
}
