package dev.msvc.cluster.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Ability;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RouterKindTest {
  /** What a plan needs for each ability, and the line that says so. */
  private static final Map<Ability, Integer> LINES =
      new EnumMap<>(
          Map.of(
              Ability.METHOD, 6,
              Ability.COOKIE, 9,
              Ability.SPLIT, 10));

  private static ShiftPlan plan(RouterKind kind, String canary, String more) {
    String settings =
        kind.settings().entrySet().stream()
            .filter(each -> each.getValue().required())
            .map(each -> each.getKey() + ": x")
            .collect(Collectors.joining(", "));
    return ShiftDocument.read(
        "orders",
        "orders.yaml",
        """
        schema: msvc/shift/v1
        router: {%s: {%s}}
        monolith: http://monolith
        service: http://service
        routes:
        - {prefix: /orders, methods: [GET]}
        canary: {%s: X-Canary, value: orders}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 20, soak: 1s}
        ungated: a test
        %s
        """
            .formatted(kind.word(), settings, canary, more));
  }

  private static String metrics() {
    return "metrics: {url: \"http://127.0.0.1:9\", source: micrometer,"
        + " service: {job: s}, monolith: {job: m}}";
  }

  @Test
  void p22WhatARouterLacksIsRefusedWithTheLineThatAsksForIt() {
    for (RouterKind kind : RouterKind.ALL) {
      for (String canary : List.of("cookie", "header")) {
        ShiftPlan plan = plan(kind, canary, metrics());
        List<Ability> lacks = new ArrayList<>(plan.needs().keySet());
        lacks.removeAll(kind.abilities());
        if (lacks.isEmpty()) {
          assertThat(RouterKind.of(plan, "orders.yaml")).isEqualTo(kind);
        } else {
          assertThatThrownBy(() -> RouterKind.of(plan, "orders.yaml"))
              .isInstanceOf(UserError.class)
              .hasMessageContaining(
                  "orders.yaml:%d: ".formatted(LINES.getOrDefault(lacks.get(0), 9)))
              .hasMessageContaining(lacks.get(0).words());
        }
      }
    }
  }

  @Test
  void p22ARouterThatKeepsNoClientIsRefusedWhereThePlanWantsIt() {
    for (RouterKind kind : RouterKind.ALL) {
      ShiftPlan plan = plan(kind, "header", metrics() + "\nsticky: {cookie: sid, requests: 40}");
      if (kind.abilities().contains(Ability.STICKY)) {
        assertThat(RouterKind.of(plan, "orders.yaml")).isEqualTo(kind);
      } else {
        assertThatThrownBy(() -> RouterKind.of(plan, "orders.yaml"))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("orders.yaml:13: ")
            .hasMessageContaining("keeps a client with its arm");
      }
    }
  }

  @Test
  void p22ARouterThatCountsNoClientsNeedsSomebodyWhoSaysHowManyRequestsOneMakes() {
    for (RouterKind kind : RouterKind.ALL) {
      ShiftPlan plan = plan(kind, "header", metrics() + "\nsticky: {cookie: sid}");
      if (kind.abilities().contains(Ability.STICKY) && !kind.counts()) {
        assertThatThrownBy(() -> RouterKind.of(plan, "orders.yaml"))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("orders.yaml:13: ")
            .hasMessageContaining("does not count requests by client");
      }
    }
  }

  @Test
  void p22ARouterThatCountsNothingNeedsSomebodyWhoDoes() {
    for (RouterKind kind : RouterKind.ALL) {
      ShiftPlan plan = plan(kind, "header", "");
      if (kind.counts()) {
        assertThat(RouterKind.of(plan, "orders.yaml")).isEqualTo(kind);
      } else {
        assertThatThrownBy(() -> RouterKind.of(plan, "orders.yaml"))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("orders.yaml:2: ")
            .hasMessageContaining("does not count requests");
      }
    }
  }

  @Test
  void p22ARouterThatThereIsNotIsRefusedWithThoseThatThereAre() {
    ShiftPlan plan =
        plan(
            new RouterKind("traefik", RouterKind.Home.FILE, false, new TreeMap<>(), Set.of()),
            "header",
            metrics());
    assertThatThrownBy(() -> RouterKind.of(plan, "orders.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("orders.yaml:2: there is no router 'traefik'");
  }

  @Test
  void p22ASettingThatItHasNotOrMissesIsRefused() {
    RouterKind haproxy =
        RouterKind.ALL.stream()
            .filter(each -> each.word().equals("haproxy"))
            .findAny()
            .orElseThrow();
    ShiftPlan without =
        plan(
            new RouterKind(
                "haproxy", RouterKind.Home.FILE, true, new TreeMap<>(), haproxy.abilities()),
            "header",
            "");
    assertThatThrownBy(() -> RouterKind.of(without, "orders.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("orders.yaml:2: router haproxy is not told its 'socket'");
  }

  @Test
  void theTableOfTheGuideSaysTheSame() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "strangle.md"));
    for (RouterKind kind : RouterKind.ALL) {
      String row =
          "| `%s` | %s | %s | %s |"
              .formatted(
                  kind.word(),
                  kind.settings().keySet().stream()
                      .map(each -> "`" + each + "`")
                      .collect(Collectors.joining(", ")),
                  kind.counts() ? "yes" : "no: `metrics:`",
                  lacks(kind));
      assertThat(page).contains(row);
    }
  }

  private static String lacks(RouterKind kind) {
    String lacks =
        List.of(Ability.values()).stream()
            .filter(each -> !kind.abilities().contains(each))
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return lacks.isEmpty() ? "nothing" : lacks;
  }

  @Test
  void p22AnArmBehindTlsIsRefusedWhereTheRouterReachesItWithoutTls() {
    for (RouterKind kind : RouterKind.ALL) {
      ShiftPlan plain = plan(kind, "header", kind.counts() ? "" : metrics());
      ShiftPlan secured = plain.between(plain.router(), plain.monolith(), "https://service");

      if (kind.abilities().contains(Ability.TLS)) {
        assertThat(RouterKind.of(secured, "orders.yaml")).isEqualTo(kind);
      } else {
        assertThat(kind.home()).isEqualTo(RouterKind.Home.FILE);
        assertThatThrownBy(() -> RouterKind.of(secured, "orders.yaml"))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("orders.yaml:2: nothing in router %s".formatted(kind.word()))
            .hasMessageContaining("reaches an arm by TLS");
      }
    }
  }
}
