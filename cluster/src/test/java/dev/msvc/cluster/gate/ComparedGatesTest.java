package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.yaml.ShiftDocument;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gates that hold the service against the monolith, where the monolith has nothing left to do. */
class ComparedGatesTest {
  private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");

  static ShiftPlan plan(String gates) {
    return ShiftDocument.read(
        "orders",
        "strangle/orders.yaml",
        """
        router: local
        monolith: http://127.0.0.1:1
        service: http://127.0.0.1:2
        routes:
        - {prefix: /orders, methods: [GET]}
        - {prefix: /orders, methods: [POST], writes: Order}
        stages: [{weight: 50, soak: 1s}, {weight: 100, soak: 1s}]
        gates: [%s]
        """
            .formatted(gates));
  }

  /** What is said of reads that the service answers, and of writes that the monolith does. */
  private static Judged judged(ShiftPlan plan, int stage, Tally service, Tally writes) {
    return new GateJudge(plan, Map.of())
        .gates(
            new Window(
                plan.weights(stage),
                START,
                START.plusSeconds(60),
                Map.of(
                    "orders",
                    Map.of(Arm.SERVICE, service),
                    "orders-writes",
                    Map.of(Arm.MONOLITH, writes))),
            Map.of());
  }

  @Test
  void whereNothingOfTheMonolithsIsLeftWhatTheServiceDoesByItselfDecides() {
    ShiftPlan plan = plan("{success-rate: {min: 99%, worse: 1%}}");
    Tally good = new Tally(10_000, 0);

    assertThat(judged(plan, 1, good, Tally.NONE).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged(plan, 1, new Tally(10_000, 500), Tally.NONE).verdict())
        .isEqualTo(Verdict.FAIL);
    // its writes are no measure of the service's reads
    assertThat(judged(plan, 1, new Tally(10_000, 500), new Tally(10_000, 5_000)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judged(plan, 0, good, Tally.NONE).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void aGateThatOnlyComparesLeavesItToTheOthers() {
    ShiftPlan plan = plan("{success-rate: {min: 99%}}, {success-rate: {worse: 1%, name: worse}}");

    Judged judged = judged(plan, 1, new Tally(10_000, 0), Tally.NONE);

    assertThat(judged.verdict()).as(judged.why()).isEqualTo(Verdict.PASS);
    assertThat(judged.numbers().get("worse")).contains("nothing is compared");
    assertThat(judged(plan, 1, new Tally(10_000, 500), Tally.NONE).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judged(plan, 1, new Tally(10, 0), Tally.NONE).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void p10WhereNoGateIsLeftTheStageDoesNotPass() {
    ShiftPlan plan = plan("{success-rate: {worse: 1%}}");

    assertThat(judged(plan, 1, new Tally(10_000, 0), Tally.NONE).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
  }
}
