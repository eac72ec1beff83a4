package dev.msvc.model.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing is dropped before its time (P19). */
class ContractTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SOAK = Duration.ofDays(7);
  private static final SyncWord.TablePair ORDERS =
      new SyncWord.TablePair(
          "Order",
          new TreeMap<>(Map.of(Arm.MONOLITH, "orders", Arm.SERVICE, "customer_order")),
          List.of(SyncWord.Column.of("id")),
          List.of(),
          new TreeMap<>(),
          5,
          1);
  private static final ShiftPlan PLAN =
      new ShiftPlan(
              "orders",
              new RouterWord("local", new TreeMap<>(), 1),
              "http://monolith",
              "http://service",
              List.of(
                  route("orders", Optional.empty(), "GET"),
                  route("orders-writes", Optional.of("Order"), "POST")),
              Optional.empty(),
              Optional.empty(),
              List.of(stage(new Step.Reads(100)), stage(new Step.Writes())),
              Optional.empty(),
              List.of(),
              Optional.of("made up"),
              Tolerance.DEFAULT)
          .with(
              new SyncWord(
                  new SyncWord.Lag.Query("lag", 5),
                  SyncWord.SETTLE,
                  new TreeMap<>(),
                  List.of(ORDERS),
                  1));

  private static ShiftRoute route(String id, Optional<String> writes, String method) {
    return new ShiftRoute(id, "/orders", false, new TreeSet<>(List.of(method)), writes, 1);
  }

  private static Stage stage(Step step) {
    return new Stage(step, SOAK, 1);
  }

  private final List<Entry> entries = new ArrayList<>();

  /** One that follows from the one before. */
  private ContractTest then(Event event, int stage, Duration at) {
    Weights to = PLAN.weights(stage);
    Journal journal = journal();
    entries.add(
        new Entry(
            entries.size() + 1,
            START.plus(at),
            "ann@laptop",
            event,
            "plan",
            stage,
            journal.state(PLAN.weights(-1)).weights(),
            to,
            "so it is",
            new TreeMap<>(),
            journal.head()));
    return this;
  }

  private Journal journal() {
    return new Journal("1", entries, Progress.fresh(START, "", Map.of()));
  }

  private ContractTest movedAll() {
    return then(Event.STARTED, -1, Duration.ZERO)
        .then(Event.INTENT, 0, Duration.ZERO)
        .then(Event.EFFECT, 0, Duration.ZERO)
        .then(Event.PASSED, 0, Duration.ofDays(7))
        .then(Event.INTENT, 1, Duration.ofDays(7))
        .then(Event.EFFECT, 1, Duration.ofDays(7));
  }

  private List<String> refusals(Duration now, Optional<Reconciliation> made) {
    return Contract.refusals(PLAN, journal(), START.plus(now), made);
  }

  private static Optional<Reconciliation> compared(Duration at, long differing, String why) {
    TableComparison table =
        new TableComparison(
            ORDERS, new TreeMap<>(), new TreeMap<>(), 0, 0, differing, 0, List.of(), why);
    return Optional.of(new Reconciliation(START.plus(at), START.plus(at), List.of(table)));
  }

  @Test
  void p19NothingIsRefusedOnceAllHolds() {
    movedAll().then(Event.PASSED, 1, Duration.ofDays(14));

    assertThat(refusals(Duration.ofDays(14), compared(Duration.ofDays(14), 0, ""))).isEmpty();
    then(Event.FINISHED, 1, Duration.ofDays(15));
    assertThat(refusals(Duration.ofDays(15), compared(Duration.ofDays(14), 0, ""))).isEmpty();
  }

  @Test
  void p19BeforeItsStartAndBelow100PercentAllIsRefused() {
    assertThat(refusals(Duration.ZERO, Optional.empty()))
        .containsExactly(
            "the shift was not started",
            "orders is at 0 %, and must be at 100 %",
            "writes of orders-writes are still the monolith's",
            "0 of 2 stages passed",
            "orders and customer_order were not compared");

    then(Event.STARTED, -1, Duration.ZERO)
        .then(Event.INTENT, 0, Duration.ZERO)
        .then(Event.EFFECT, 0, Duration.ZERO)
        .then(Event.PASSED, 0, Duration.ofDays(7));
    assertThat(refusals(Duration.ofDays(60), compared(Duration.ofDays(60), 0, "")))
        .containsExactly(
            "writes of orders-writes are still the monolith's", "1 of 2 stages passed");
  }

  @Test
  void p19AnUnknownChangeOfWeightsIsNoEffect() {
    movedAll();
    entries.remove(entries.size() - 1);

    assertThat(refusals(Duration.ofDays(60), compared(Duration.ofDays(60), 0, "")))
        .contains("a change of weights is under way");
  }

  @Test
  void p19TheSoakIsNotShortenedByAWord() {
    movedAll();
    assertThat(refusals(Duration.ofDays(60), compared(Duration.ofDays(60), 0, "")))
        .as("its time is over, and nobody looked whether it is good")
        .containsExactly("the last stage has not passed");

    then(Event.PASSED, 1, Duration.ofDays(8));
    assertThat(refusals(Duration.ofDays(8), compared(Duration.ofDays(8), 0, "")))
        .as("somebody said next after a day")
        .containsExactly("the last stage was live for 86400 s, and its soak is 604800 s");
  }

  @Test
  void p19WhatIsPausedOrWentBackIsRefused() {
    movedAll()
        .then(Event.PASSED, 1, Duration.ofDays(14))
        .then(Event.PAUSED, 1, Duration.ofDays(14));
    assertThat(refusals(Duration.ofDays(14), compared(Duration.ofDays(14), 0, "")))
        .containsExactly("the shift is paused");

    entries.remove(entries.size() - 1);
    then(Event.INTENT, -1, Duration.ofDays(15)).then(Event.EFFECT, -1, Duration.ofDays(15));
    assertThat(refusals(Duration.ofDays(15), compared(Duration.ofDays(14), 0, "")))
        .contains("the shift was rolled back", "writes of orders-writes are still the monolith's");
  }

  @Test
  void p19MismatchesOldFiguresAndNoFiguresAreRefused() {
    movedAll().then(Event.PASSED, 1, Duration.ofDays(14));
    Duration now = Duration.ofDays(14);

    assertThat(refusals(now, compared(now, 1, "")))
        .as("the stage tolerated 5")
        .containsExactly("orders and customer_order differ in 1 rows");
    assertThat(refusals(now, compared(now, 0, "no connection")))
        .containsExactly("orders and customer_order cannot be compared: no connection");
    assertThat(refusals(now, compared(Duration.ofDays(6), 0, "")))
        .containsExactly("orders and customer_order were compared before all writes moved");
    assertThat(refusals(now, Optional.empty()))
        .containsExactly("orders and customer_order were not compared");
  }

  @Test
  void p19AJournalThatSomebodyChangedIsNoGround() {
    movedAll().then(Event.PASSED, 1, Duration.ofDays(14));
    entries.remove(1);

    assertThat(refusals(Duration.ofDays(60), compared(Duration.ofDays(60), 0, "")))
        .anyMatch(each -> each.startsWith("its journal does not hold: entry 3 stands where 2"));
  }
}
