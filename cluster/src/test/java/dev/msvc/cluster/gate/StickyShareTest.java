package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ShiftDocument;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shares of requests whose clients keep their arm (P4). */
class StickyShareTest {
  private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");

  private static ShiftPlan plan(String sticky) {
    return ShiftDocument.read(
        "orders",
        "strangle/orders.yaml",
        """
        router: local
        monolith: http://127.0.0.1:1
        service: http://127.0.0.1:2
        routes: [{prefix: /orders, methods: [GET]}]
        stages: [{weight: 20, soak: 1s}, {weight: 100, soak: 1s}]
        sticky: {%s}
        ungated: a test
        """
            .formatted(sticky));
  }

  private static Judged share(String sticky, long service, long monolith, PerClient perClient) {
    return new GateJudge(plan(sticky), Map.of())
        .share(
            new Window(
                new Weights(new TreeMap<>(Map.of("orders", 20))),
                START,
                START.plusSeconds(60),
                Map.of(
                    "orders",
                    Map.of(
                        Arm.SERVICE, new Tally(service, 0), Arm.MONOLITH, new Tally(monolith, 0))),
                Optional.ofNullable(perClient)));
  }

  @Test
  void p4ManyRequestsOfFewClientsSayLittle() {
    assertThat(share("cookie: sid", 4_000, 6_000, PerClient.of(200)))
        .returns(Verdict.INSUFFICIENT, Judged::verdict)
        .returns(
            "10,000 requests, 200.0 a client, as good as 50 of clients of their own, and 100 are"
                + " needed to measure the share",
            Judged::why);
    assertThat(share("cookie: sid", 2_600, 7_400, PerClient.of(50)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(share("cookie: sid", 2_600, 7_400, PerClient.ONE).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(share("cookie: sid", 4_000, 6_000, PerClient.of(50)))
        .returns(Verdict.FAIL, Judged::verdict)
        .extracting(Judged::why)
        .asString()
        .contains("20 % is declared, and the service answered 4,000 of 10,000 requests, 50.0 a");
  }

  @Test
  void p4WhereNobodyCountsClientsThePlanSaysHowManyRequestsOneMakes() {
    assertThat(share("cookie: sid, requests: 50", 2_600, 7_400, null).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(share("cookie: sid", 2_000, 8_000, null))
        .returns(Verdict.UNKNOWN, Judged::verdict)
        .extracting(Judged::why)
        .asString()
        .contains("start it again with the plan as it is");
  }

  @Test
  void p4RoutersThatDoAsTheySayAreOutsideAsRarelyAsTheLevelSays() {
    SplittableRandom random = new SplittableRandom(8);
    int trials = 4_000;
    int outside = 0;
    int asIfAlone = 0;
    int halved = 0;
    for (int trial = 0; trial < trials; trial++) {
      int weight = random.nextInt(5, 96);
      long[] arms = new long[2];
      long[] wrong = new long[2];
      double squares = 0;
      for (int client = 0; client < 400; client++) {
        // most ask a few times, some a hundred times as often
        int requests = (int) Math.min(500, Math.round(3 / Math.pow(random.nextDouble(), 0.8)));
        squares += (double) requests * requests;
        arms[random.nextInt(100) < weight ? 1 : 0] += requests;
        wrong[random.nextInt(100) < weight / 2 ? 1 : 0] += requests;
      }
      double perClient = squares / (arms[0] + arms[1]);
      outside += outside(weight, arms, perClient);
      asIfAlone += outside(weight, arms, 1);
      halved += outside(weight, wrong, perClient);
    }

    // of 4000 at 1 % with luck at 4 standard deviations
    assertThat(outside).isLessThan(40 + 25);
    // what would be measured if each request were of a client of its own
    assertThat(asIfAlone).isGreaterThan(trials / 2);
    // and a router that sends half of what it should is still found
    assertThat(halved).isGreaterThan(trials / 2);
  }

  private static int outside(int weight, long[] arms, double perClient) {
    ShareCheck check = ShareCheck.of(weight, arms[1], arms[0], perClient, ShareCheck.LEVEL);
    return check.result() == ShareCheck.Result.OUTSIDE ? 1 : 0;
  }
}
