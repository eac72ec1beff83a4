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

  /** With the sync of the page on data gates, and stages that move writes. */
  private static String writing() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "data-gates.md"));
    Matcher yaml =
        Pattern.compile("```yaml\n# in strangle/orders.yaml\n(sync:.*?)```", Pattern.DOTALL)
            .matcher(page);
    assertThat(yaml.find()).isTrue();
    return example().replace("gates:\n", "- {writes: all, soak: 7d}\ngates:\n") + yaml.group(1);
  }

  @Test
  void theSyncOfTheGuideIsReadAsTheSchemaSays() throws Exception {
    assertThat(ServiceSchemaTest.accepts("shift", writing())).isTrue();
    assertThat(
            ShiftDocument.read("orders", "strangle/orders.yaml", writing())
                .sync()
                .orElseThrow()
                .reconcile())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "below: 100|below: 0",
        "at: monolith|at: shop",
        "at: monolith, |",
        "is null, at|is null; drop table x, at",
        "key: id|key: id desc",
        "key: id|kye: id",
        "monolith: orders|monolith: orders x",
        "userEnv: SHOP_USER|userEnv: shop user",
        "jdbc:postgresql://db:5432/shop|postgresql://db:5432/shop",
        "key: id|key: id, mismatches: some"
      })
  void bothRefuseOfSync(String edit) throws Exception {
    String[] parts = edit.split("\\|", -1);
    String text = writing().replace(parts[0], parts[1]);
    assertThat(text).isNotEqualTo(writing());

    assertThat(ServiceSchemaTest.accepts("shift", text)).isFalse();
    assertThatThrownBy(() -> ShiftDocument.read("orders", "strangle/orders.yaml", text))
        .isInstanceOf(UserError.class);
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

  private static final String GIT =
      "git: {repository: https://git.example/deploy.git, branch: main, path: prod/route.yaml%s}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", wait: 5m, author: 'Ann <ann@example>'",
        ", passwordEnv: GIT_TOKEN",
        ", userEnv: GIT_USER, passwordEnv: GIT_TOKEN",
        ", sshKey: /keys/deploy"
      })
  void aFileInGitIsReadAsTheSchemaSays(String more) throws Exception {
    String text = example("router: {gateway-api:") + GIT.formatted(more);

    assertThat(ServiceSchemaTest.accepts("shift", text)).isTrue();
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", text);
    assertThat(plan.git()).isPresent();
    assertThat(RouterKind.of(plan, "orders.yaml").home()).isEqualTo(RouterKind.Home.CLUSTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", token: abc",
        ", password: abc",
        ", wait: soon",
        ", author: Ann",
        ", userEnv: GIT_USER",
        ", passwordEnv: 'a secret'",
        ", passwordEnv: GIT_TOKEN, sshKey: /keys/deploy"
      })
  void bothRefuseOfAFileInGit(String more) throws Exception {
    String text = example("router: {gateway-api:") + GIT.formatted(more);

    assertThat(ServiceSchemaTest.accepts("shift", text)).isFalse();
    assertThatThrownBy(() -> ShiftDocument.read("orders", "strangle/orders.yaml", text))
        .hasMessageStartingWith("strangle/orders.yaml:%d:".formatted(text.lines().count()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repository: https://git.example/deploy.git|repository:"
            + " 'https://ann:secret@git.example/d.git'",
        "repository: https://git.example/deploy.git|repository:"
            + " 'ssh://ann:secret@git.example/d.git'",
        "repository: https://git.example/deploy.git|repository: 'ext::sh -c id'",
        "repository: https://git.example/deploy.git|repository: '-u'",
        "branch: main|branch: '../main'",
        "branch: main|branch: 'main:evil'",
        "path: prod/route.yaml|path: ../route.yaml",
        "path: prod/route.yaml|path: /etc/route.yaml",
        "path: prod/route.yaml|path: .git/config"
      })
  void whatIsNoPlaceInGitIsRefusedWithoutShowingASecret(String edit) throws Exception {
    String[] parts = edit.split("\\|", -1);
    String text = example("router: {gateway-api:") + GIT.formatted("").replace(parts[0], parts[1]);

    assertThatThrownBy(() -> ShiftDocument.read("orders", "strangle/orders.yaml", text))
        .hasMessageStartingWith("strangle/orders.yaml:")
        .hasMessageContaining("is no ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void routersThatAreInNoClusterHaveNoFileInGit() throws Exception {
    String text = example() + GIT.formatted("");
    ShiftPlan plan = ShiftDocument.read("orders", "strangle/orders.yaml", text);

    assertThatThrownBy(() -> RouterKind.of(plan, "strangle/orders.yaml"))
        .hasMessage(
            "strangle/orders.yaml:%d: git: is for routes that Argo CD or Flux brings into a cluster, and router local is in none"
                .formatted(text.lines().count()));
  }
}
