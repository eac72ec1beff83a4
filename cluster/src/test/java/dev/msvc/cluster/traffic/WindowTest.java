package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What was counted within a window. */
class WindowTest {
  private static final Instant BEGAN = Instant.parse("2026-11-27T06:00:00Z");

  private static Tally counted(Tally before, Tally now) {
    Sight sight =
        new Sight(
            "1",
            new Weights(new TreeMap<>(Map.of("orders", 50))),
            true,
            "",
            Map.of(),
            Map.of("orders", Map.of(Arm.SERVICE, now)));
    Progress began = Progress.fresh(BEGAN, "", Map.of("orders", Map.of(Arm.SERVICE, before)));
    return Window.between(began, BEGAN.plusSeconds(1), sight).count(Arm.SERVICE);
  }

  @Test
  void whatWasUnderWayAtItsBeginAndFailedInItIsNoMoreThanAllOfIt() {
    // HAProxy under load, whose service had begun to fail every request
    assertThat(counted(new Tally(8_252, 403), new Tally(16_001, 8_153)))
        .isEqualTo(new Tally(7_749, 7_749));
  }

  @Test
  void aPartOfWhatWasCountedByClientHasAsManyFewerOfEach() {
    PerClient hour = new PerClient(new TreeMap<>(Map.of("orders", 61.0)), 31, 6_000);
    Sight sight =
        new Sight(
                "1",
                new Weights(new TreeMap<>(Map.of("orders", 50, "orders-writes", 0))),
                true,
                "",
                Map.of(),
                Map.of(
                    "orders", Map.of(Arm.SERVICE, new Tally(6_000, 0)),
                    "orders-writes", Map.of(Arm.MONOLITH, new Tally(90_000, 0))))
            .keeping(Optional.of(hour));

    PerClient minute =
        Window.between(
                Progress.fresh(
                    BEGAN,
                    "",
                    Map.of(
                        "orders", Map.of(Arm.SERVICE, new Tally(5_900, 0)),
                        "orders-writes", Map.of(Arm.MONOLITH, new Tally(89_000, 0)))),
                BEGAN.plusSeconds(60),
                sight)
            .perClient()
            .orElseThrow();

    assertThat(minute).isEqualTo(new PerClient(new TreeMap<>(Map.of("orders", 2.0)), 1.5, 100));
    assertThat(Window.between(Progress.fresh(BEGAN, "", Map.of()), BEGAN, sight).perClient())
        .hasValue(hour);
  }

  private static Window refused(Map<String, Map<Arm, Tally>> before) {
    Sight sight =
        new Sight(
            "1",
            new Weights(new TreeMap<>(Map.of("orders", 50))),
            true,
            "",
            Map.of(),
            Map.of(
                "orders",
                Map.of(Arm.SERVICE, new Tally(300, 2)),
                ClientErrors.key("orders"),
                Map.of(Arm.SERVICE, new Tally(300, 90))));
    return Window.between(Progress.fresh(BEGAN, "", before), BEGAN.plusSeconds(1), sight);
  }

  private static final List<Rule> ORDERS =
      List.of(
          new Rule(
              "orders",
              new Match("/orders", false, new TreeSet<>(), Optional.empty()),
              Rule.Kind.READ));

  @Test
  void answersWith4xxAreNoRequestsMoreAndCountFromTheBeginOfTheWindow() {
    Window window =
        refused(
            Map.of(
                "orders",
                Map.of(Arm.SERVICE, new Tally(100, 2)),
                ClientErrors.key("orders"),
                Map.of(Arm.SERVICE, new Tally(100, 30))));

    assertThat(window.count(Arm.SERVICE)).isEqualTo(new Tally(200, 0));
    assertThat(window.clientErrors(Arm.SERVICE, ORDERS)).hasValue(new Tally(200, 60));
    assertThat(window.clientErrors(Arm.MONOLITH, ORDERS)).hasValue(Tally.NONE);
  }

  @Test
  void p8WhatAnOlderMsvcBeganToCountSaysNothingOf4xxAndNeverNone() {
    Window window = refused(Map.of("orders", Map.of(Arm.SERVICE, new Tally(100, 2))));

    assertThat(window.count(Arm.SERVICE)).isEqualTo(new Tally(200, 0));
    assertThat(window.clientErrors(Arm.SERVICE, ORDERS)).isEmpty();
  }

  @Test
  void aRouterThatStartedAgainCountsFromNothing() {
    assertThat(counted(new Tally(8_252, 403), new Tally(100, 3))).isEqualTo(new Tally(100, 3));
    assertThat(counted(new Tally(100, 3), new Tally(120, 5))).isEqualTo(new Tally(20, 2));
  }
}
