package dev.msvc.generators.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KongTest {
  private static ShiftPlan plan(String routes, String more) {
    return ShiftDocument.read(
        "orders",
        "orders.yaml",
        """
        router: kong
        monolith: http://shop:8080
        service: http://orders:8080
        canary: {header: X-Canary, value: Orders}
        routes:
        %s
        %s
        ungated: a test
        """
            .formatted(routes, more));
  }

  private static final String READS = "stages: [{canary: true, soak: 1s}, {weight: 9, soak: 1s}]";

  /** A request; its header is that of the canary, or none. */
  private record Request(String method, String path, boolean canary) {}

  /**
   * Which route of it Kong takes: those first that ask for a header, then by priority; a regular
   * expression holds from the begin of the path on.
   */
  private static Optional<String> chosen(Kong kong, Request request) {
    List<Kong.Of> tried = new ArrayList<>(kong.rules());
    tried.sort(
        Comparator.comparing((Kong.Of each) -> each.headers().isEmpty())
            .thenComparing(each -> -each.priority()));
    return tried.stream()
        .filter(each -> each.methods().contains(request.method()))
        .filter(
            each ->
                each.headers().stream()
                    .allMatch(
                        header ->
                            request.canary()
                                && header.name().equals("X-Canary")
                                && header.values().contains("orders")))
        .filter(
            each -> {
              assertThat(each.path()).startsWith("~/");
              return Pattern.compile(each.path().substring(1)).matcher(request.path()).lookingAt();
            })
        .map(Kong.Of::name)
        .findFirst();
  }

  private static Optional<String> meant(ShiftPlan plan, Request request) {
    for (Rule each : plan.rules()) {
      boolean who = each.match().selector().isEmpty() || request.canary();
      if (who && each.match().covers(request.method(), request.path())) {
        return Optional.of(plan.ours(each));
      }
    }
    return Optional.empty();
  }

  @Test
  void whatIsPrintedChoosesTheRuleThatThePlanMeansOrIsRefused() {
    String[] paths = {"/orders", "/orders/x", "/orders/x.y", "/orders-old", "/a", "/a/b/c"};
    String[] asked = {
      "/orders",
      "/orders/",
      "/orders/x",
      "/orders/x/1",
      "/orders/xzy",
      "/orders/x.y",
      "/ordersx",
      "/orders-old/1",
      "/a",
      "/a/b/c",
      "/a/b",
      "/b"
    };
    String[] methods = {
      "[GET]", "[GET, HEAD]", "[POST], writes: Order", "[GET, POST], writes: Order"
    };
    int printed = 0;
    int refused = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      StringBuilder routes = new StringBuilder("- {prefix: /always, methods: [GET]}");
      for (String path : paths) {
        if (random.nextBoolean()) {
          routes.append(
              "\n- {%s: %s, methods: %s}"
                  .formatted(
                      random.nextBoolean() ? "prefix" : "path",
                      path,
                      methods[random.nextInt(methods.length)]));
        }
      }
      ShiftPlan plan = plan(routes.toString(), READS);
      Kong kong;
      try {
        kong = Kong.of(plan);
        printed++;
      } catch (Unsayable turned) {
        refused++;
        continue;
      }
      for (String path : asked) {
        for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
          for (boolean canary : new boolean[] {false, true}) {
            Request request = new Request(method, path, canary);
            assertThat(chosen(kong, request))
                .as("%s %s", request, routes)
                .isEqualTo(meant(plan, request));
          }
        }
      }
    }
    assertThat(printed).isGreaterThan(100);
    assertThat(refused).isGreaterThan(10);
  }

  @Test
  void p22WhatItWouldTellOtherwiseThanThePlanIsRefusedWithItsLine() {
    ShiftPlan turned =
        plan(
            "- {prefix: /orders, methods: [GET]}\n"
                + "- {path: /orders/export, methods: [GET], writes: Order}",
            READS);
    assertThatThrownBy(() -> RouterFiles.of(turned, "orders.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("orders.yaml:7: router kong cannot say it: it tries orders-canary");
    ShiftPlan alike =
        plan(
            "- {prefix: /orders, methods: [POST], writes: Order}",
            "stages: [{writes: [acme], soak: 1s}, {writes: [ACME], soak: 1s}]\n"
                + "cohort: {header: X-Tenant}\n"
                + "sync: {lag: {sql: SELECT 0, at: service, below: 1},"
                + " databases: {service: {url: \"jdbc:postgresql://h/d\"}}}");
    assertThatThrownBy(() -> RouterFiles.of(alike, "orders.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no small letters from capital ones");
  }

  @Test
  void p1TheTwoTargetsOfARuleHave100Together() {
    String text =
        RouterFiles.of(plan("- {prefix: /orders, methods: [GET]}", READS), "orders.yaml")
            .get(0)
            .text();
    assertThat(text).doesNotContain("Orders\"");
    assertThat(text.split("weight: 100\n", -1)).hasSize(3);
    assertThat(text.split("weight: 0\n", -1)).hasSize(3);
    assertThat(text.toLowerCase(Locale.ROOT)).contains("- \"orders\"", "retries: 0");
  }
}
