package dev.msvc.cluster.gate;

import static dev.msvc.cluster.gate.ComparedGatesTest.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.traffic.ClientErrors;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The gate on answers with 4xx, by what the router itself counted. */
class ClientErrorsGateTest {
  private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
  private static final Tally NOTHING = new Tally(0, 0);

  /**
   * What is said of a minute without any failure.
   *
   * @param service its reads, and those of them that were answered with 4xx
   * @param monolith its reads
   * @param writes those of the monolith
   */
  private static Window window(
      ShiftPlan plan, int stage, Tally service, Tally monolith, Tally writes) {
    Map<String, Map<Arm, Tally>> counts = new TreeMap<>();
    counts.put("orders", Map.of(Arm.SERVICE, good(service), Arm.MONOLITH, good(monolith)));
    counts.put("orders-writes", Map.of(Arm.SERVICE, NOTHING, Arm.MONOLITH, good(writes)));
    counts.put(ClientErrors.key("orders"), Map.of(Arm.SERVICE, service, Arm.MONOLITH, monolith));
    counts.put(
        ClientErrors.key("orders-writes"), Map.of(Arm.SERVICE, NOTHING, Arm.MONOLITH, writes));
    return new Window(plan.weights(stage), START, START.plusSeconds(60), counts);
  }

  private static Tally good(Tally refused) {
    return new Tally(refused.requests(), 0);
  }

  private static Judged judged(
      ShiftPlan plan, int stage, Tally service, Tally monolith, Tally writes) {
    return new GateJudge(plan, Map.of())
        .gates(window(plan, stage, service, monolith, writes), Map.of());
  }

  @Test
  void aServiceThatKnowsNoneOfTheUrlsFailsWhichIsASuccessByItself() {
    Tally all = new Tally(300, 300);
    Tally monolith = new Tally(300, 2);

    Judged before = judged(plan("{success-rate: {min: 99%}}"), 0, all, monolith, NOTHING);
    Judged judged = judged(plan("{client-errors: {worse: 1%}}"), 0, all, monolith, NOTHING);

    assertThat(before.verdict()).as("which nobody would see").isEqualTo(Verdict.PASS);
    assertThat(judged.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judged.numbers())
        .containsEntry(
            "client-errors",
            "FAIL: 300 of 300 requests were answered with 4xx (100 %), of the monolith's 2 of 300"
                + " (0.667 %): more than 1 % more than the monolith's");
  }

  @Test
  void asMany4xxAsTheMonolithAnswersAreNoFault() {
    ShiftPlan plan = plan("{client-errors: {worse: 1%}}");

    assertThat(
            judged(plan, 0, new Tally(90_000, 9_000), new Tally(90_000, 8_800), NOTHING).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(
            judged(plan, 0, new Tally(90_000, 13_000), new Tally(90_000, 8_800), NOTHING).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judged(plan, 0, new Tally(300, 30), new Tally(300, 30), NOTHING).verdict())
        .as("too few to tell")
        .isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void p9FewRequestsOfEitherArmSayNothing() {
    ShiftPlan plan = plan("{client-errors: {worse: 1%, requests: 200}}");

    assertThat(judged(plan, 0, new Tally(199, 199), new Tally(9_000, 0), NOTHING).why())
        .isEqualTo("client-errors: 199 requests to the service, and 200 are needed");
    assertThat(judged(plan, 0, new Tally(9_000, 0), new Tally(199, 0), NOTHING).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void writesThatAreTheMonolithsAloneAreNoMeasureOfTheServicesReads() {
    ShiftPlan plan = plan("{client-errors: {worse: 1%}}");
    Tally wrongInput = new Tally(9_000, 4_500);

    assertThat(judged(plan, 0, new Tally(9_000, 1_300), new Tally(9_000, 0), wrongInput).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aBoundIsForTheServiceByItselfAndWhereAllIsItsOnlyTheBoundIsAsked() {
    ShiftPlan plan = plan("{client-errors: {worse: 1%, max: 5%}}");

    assertThat(judged(plan, 1, new Tally(9_000, 100), NOTHING, NOTHING).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judged(plan, 1, new Tally(9_000, 900), NOTHING, NOTHING).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(judged(plan, 0, new Tally(9_000, 900), new Tally(9_000, 900), NOTHING).verdict())
        .as("no worse than the monolith, and above the bound")
        .isEqualTo(Verdict.FAIL);
    assertThat(judged(plan, 0, new Tally(9_000, 200), new Tally(9_000, 0), NOTHING).verdict())
        .as("below the bound, and worse than the monolith")
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void whereNothingIsTheMonolithsAnyMoreTheOtherGatesDecide() {
    ShiftPlan plan = plan("{success-rate: {min: 99%}}, {client-errors: {worse: 1%}}");

    Judged judged = judged(plan, 1, new Tally(9_000, 9_000), NOTHING, NOTHING);

    assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged.numbers().get("client-errors")).contains("nothing is compared");
  }

  @Test
  void p8ARouterThatCountsNo4xxNeverPassesAndNothingIsLearnt() {
    ShiftPlan plan = plan("{success-rate: {min: 99%}}, {client-errors: {max: 5%}}");
    Map<String, Map<Arm, Tally>> old =
        Map.of("orders", Map.of(Arm.SERVICE, new Tally(9_000, 0), Arm.MONOLITH, NOTHING));

    Judged judged =
        new GateJudge(plan, Map.of())
            .gates(new Window(plan.weights(1), START, START.plusSeconds(60), old), Map.of());

    assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(judged.why())
        .startsWith("client-errors: answers with 4xx were not counted in all of the window");
    assertThat(judged.evidence().get("client-errors")).isEqualTo(Evidence.from(START));
  }

  @Test
  void windowsAddUpUntilItCanBeToldAndOneThatIsBadFailsAtOnce() {
    ShiftPlan plan = plan("{client-errors: {max: 5%}}");
    GateJudge judge = new GateJudge(plan, Map.of());
    Tally hour = new Tally(3_000, 60);
    Map<String, Evidence> known = Map.of();
    for (int i = 0; i < 20; i++) {
      Judged judged = judge.gates(window(plan, 1, hour, NOTHING, NOTHING), known);
      assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
      known = judged.evidence();
    }
    assertThat(known.get("client-errors").service().requests()).isEqualTo(60_000);

    Judged breaks = judge.gates(window(plan, 1, new Tally(60, 60), NOTHING, NOTHING), known);

    assertThat(breaks.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(breaks.why()).contains("of the last window 60 of 60: more than 5 %");
  }
}
