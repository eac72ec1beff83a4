package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Mirrored;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ShiftDocument;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The gate that goes by copies of requests. */
class CompareGateTest {
  private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
  private static final ShiftPlan PLAN =
      ShiftDocument.read(
          "orders",
          "strangle/orders.yaml",
          """
          router: local
          monolith: http://127.0.0.1:1
          service: http://127.0.0.1:2
          routes: [{prefix: /orders, methods: [GET]}]
          stages: [{weight: 100, soak: 1s}]
          mirror: {share: 10%}
          gates: [{compare: {max: 1%, requests: 50}}, {success-rate: {min: 99%}}]
          """);

  private static Judged judged(int weight, Map<String, Map<Arm, Tally>> copies) {
    Map<String, Map<Arm, Tally>> counts = new TreeMap<>(copies);
    // as many good ones as the other gate wants
    counts.put(
        "orders", Map.of(Arm.SERVICE, new Tally(10_000, 0), Arm.MONOLITH, new Tally(10_000, 0)));
    Window window =
        new Window(
            new Weights(new TreeMap<>(Map.of("orders", weight))),
            START,
            START.plusSeconds(60),
            counts);
    assertThat(window.count(Arm.SERVICE)).isEqualTo(new Tally(10_000, 0));
    return new GateJudge(PLAN, Map.of()).gates(window, Map.of());
  }

  private static Map<String, Map<Arm, Tally>> copies(long all, long differing) {
    return Map.of(
        Mirrored.key("orders"),
        Map.of(Arm.SERVICE, new Mirrored(all, differing, 0, 0, new TreeMap<>()).tally()));
  }

  @Test
  void enoughEqualAnswersPass() {
    Judged judged = judged(10, copies(1_000, 0));

    assertThat(judged.verdict()).as(judged.why()).isEqualTo(Verdict.PASS);
    assertThat(judged.numbers().get("compare")).contains("differed");
  }

  @Test
  void tooManyThatDifferFail() {
    Judged judged = judged(10, copies(1_000, 100));

    assertThat(judged.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judged.why()).startsWith("compare: ");
  }

  @Test
  void p9FewCopiesAreNeitherGoodNorBad() {
    assertThat(judged(10, copies(49, 49)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    assertThat(judged(10, copies(0, 0)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void p8WhereAllIsNoiseNothingPasses() {
    Map<String, Map<Arm, Tally>> noise =
        Map.of(
            Mirrored.key("orders"),
            Map.of(Arm.SERVICE, new Mirrored(10_000, 0, 10_000, 0, new TreeMap<>()).tally()));

    assertThat(judged(10, noise).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void p8ARouterThatCopiesNothingNeverPasses() {
    assertThat(judged(10, Map.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whereAllReadsGoToTheServiceTheOtherGatesDecide() {
    Judged judged = judged(100, copies(0, 0));

    assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged.numbers().get("compare")).contains("nothing is compared");
  }
}
