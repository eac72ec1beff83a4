package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Limit;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The error rates that the test promises, by simulation; and what it says. */
class RateTestTest {
  /** With errors so large that they would show. */
  private static final RateTest LOOSE = new RateTest(0.05, 0.05);

  private static final int RUNS = 200;
  private static final int LOOKS = 1000;
  private static final int WINDOW = 60;
  private static final Limit TWO_PERCENT = Limit.atMost(0.02);

  /** Of 200 at 5 % are 10 to be expected; more than 22 in less than one of 5,000 seeds. */
  private static final int MOST_ERRORS = 22;

  @Test
  void aServiceThatIsJustGoodEnoughFailsRarelyHoweverOftenItIsLookedAt() {
    int fails = 0;
    for (int run = 0; run < RUNS; run++) {
      fails += ever(Outcome.FAIL, run, TWO_PERCENT, look -> 0.02, look -> 0) > 0 ? 1 : 0;
    }

    assertThat(fails).isLessThanOrEqualTo(MOST_ERRORS);
  }

  @Test
  void anIntervalThatIsLookedAtAsOftenWouldFailItMoreThanTwiceAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(1);
    int fails = 0;
    for (int run = 0; run < RUNS; run++) {
      long bad = 0;
      for (int look = 1; look <= LOOKS; look++) {
        bad += badOf(WINDOW, 0.02, random);
        if (Interval.upperTail(bad, (long) look * WINDOW, 0.02) <= 0.05) {
          fails++;
          break;
        }
      }
    }

    assertThat(fails).isGreaterThan(2 * MOST_ERRORS);
  }

  @Test
  void itHoldsWhenTheShareMovesBelowWhatIsAllowed() {
    int fails = 0;
    for (int run = 0; run < RUNS; run++) {
      fails +=
          ever(Outcome.FAIL, run, TWO_PERCENT, look -> look % 10 < 5 ? 0.001 : 0.02, look -> 0) > 0
              ? 1
              : 0;
    }

    assertThat(fails).isLessThanOrEqualTo(MOST_ERRORS);
  }

  @Test
  void aServiceThatIsAsBadAsItMustNotBePassesRarely() {
    int passes = 0;
    for (int run = 0; run < RUNS; run++) {
      passes += ever(Outcome.PASS, run, TWO_PERCENT, look -> 0.04, look -> 0) > 0 ? 1 : 0;
    }

    assertThat(passes).isLessThanOrEqualTo(MOST_ERRORS);
  }

  @Test
  void withTheMonolithDoingTheSameItFailsRarelyThoughBothBreakTogether() {
    int fails = 0;
    for (int run = 0; run < RUNS / 4; run++) {
      IntToDoubleFunction shocks = look -> look % 50 == 7 ? 0.5 : 0.005;
      fails += ever(Outcome.FAIL, run, Limit.worseBy(0.01), shocks, shocks) > 0 ? 1 : 0;
    }

    // of 50 at 5 % are 2 or 3
    assertThat(fails).isLessThanOrEqualTo(8);
  }

  @Test
  void oneThatIsMuchWorseThanTheMonolithPassesRarely() {
    int passes = 0;
    for (int run = 0; run < RUNS / 4; run++) {
      passes +=
          ever(Outcome.PASS, run, Limit.worseBy(0.01), look -> 0.03, look -> 0.01) > 0 ? 1 : 0;
    }

    assertThat(passes).isLessThanOrEqualTo(8);
  }

  @Test
  void fiveTimesTheAllowedFailuresAreSeenWithinAThousandRequests() {
    int requests = 0;
    for (int run = 0; run < RUNS; run++) {
      requests +=
          WINDOW * ever(Outcome.FAIL, run, RateTest.USUAL, TWO_PERCENT, look -> 0.1, look -> 0);
    }

    assertThat(requests / RUNS).isBetween(60, 300);
  }

  @Test
  void aTenthOfTheAllowedFailuresPassWithinAThousandRequests() {
    int requests = 0;
    for (int run = 0; run < RUNS; run++) {
      int look = ever(Outcome.PASS, run, RateTest.USUAL, TWO_PERCENT, each -> 0.002, each -> 0);
      assertThat(look).isPositive();
      requests += WINDOW * look;
    }

    assertThat(requests / RUNS).isBetween(137, 400);
  }

  @Test
  void aServiceThatWasGoodForTenThousandWindowsAndBreaksFailsInTheNext() {
    Evidence good =
        new Evidence(
            Instant.EPOCH,
            10_000,
            new Counts(6_000_000, 6_000),
            new Counts(6_000_000, 6_000),
            Counts.NONE,
            OptionalDouble.empty());
    Evidence.Window broken = Evidence.Window.of(new Counts(600, 90), Counts.NONE);

    Judgement judgement =
        RateTest.USUAL.judge(
            "success",
            100,
            TWO_PERCENT,
            RateTest.Kind.FAILED,
            good.plus(Instant.EPOCH.plusSeconds(60), broken),
            broken);

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.words())
        .isEqualTo(
            "6,090 of 6,000,600 requests failed (0.101 %); of the last window 90 of 600: more than 2 %");
  }

  @Test
  void p9BelowTheLeastNumberNothingIsSaidHoweverBadItLooks() {
    Judgement service = judge(Limit.atMost(0.01), new Counts(99, 99), new Counts(9, 9));
    Judgement monolith = judge(Limit.worseBy(0.01), new Counts(100, 100), new Counts(99, 0));

    assertThat(service.outcome()).isEqualTo(Outcome.INSUFFICIENT);
    assertThat(service.words()).isEqualTo("99 requests to the service, and 100 are needed");
    assertThat(monolith.outcome()).isEqualTo(Outcome.INSUFFICIENT);
    assertThat(monolith.words()).isEqualTo("99 requests to the monolith, and 100 are needed");
  }

  @Test
  void itSaysHowManyRequestsWithoutAFailureWouldDo() {
    assertThat(judge(Limit.atMost(0.005), new Counts(200, 0), Counts.NONE).words())
        .isEqualTo("0 of 200 requests failed (0 %): too few to tell; 556 without one would do");
    assertThat(judge(Limit.atMost(0.005), new Counts(555, 0), Counts.NONE).outcome())
        .isEqualTo(Outcome.INSUFFICIENT);
    assertThat(judge(Limit.atMost(0.005), new Counts(556, 0), Counts.NONE).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void whereNoneMayFailOneDoesNotPassAndIsSaid() {
    Judgement judgement = judge(Limit.atMost(0), new Counts(100_000, 1), Counts.NONE);

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.figures().values()).allMatch(each -> Double.isFinite(each));
  }

  @Test
  void comparedItSaysTheNumbersOfBoth() {
    Judgement judgement = judge(Limit.worseBy(0.01), new Counts(2000, 200), new Counts(8000, 40));

    assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(judgement.words())
        .isEqualTo(
            "200 of 2,000 requests failed (10 %), of the monolith's 40 of 8,000 (0.5 %): more than 1 % more than the monolith's");
    assertThat(judgement.arms()).hasSize(2);
  }

  @Test
  void theIntervalGrowsNarrowerAndHoldsWhatWasMeasured() {
    for (long all : new long[] {10, 1000, 100_000, 10_000_000}) {
      for (long bad : new long[] {0, 1, all / 100, all / 2, all - 1, all}) {
        double least = Mixture.least(bad, all, 0.01);
        double most = Mixture.most(bad, all, 0.01);
        assertThat((double) bad / all).isBetween(least, most);
        // outside of it everything is refuted, not just what is beside it
        for (double part = 0.05; part < 1; part += 0.05) {
          if (bad > 0) {
            assertThat(Mixture.againstAtMost(bad, all, least * part))
                .isGreaterThan(Math.log(99.99));
          }
          if (bad < all) {
            assertThat(Mixture.againstAtLeast(bad, all, most + (1 - most) * part))
                .isGreaterThan(Math.log(99.99));
          }
        }
      }
    }
  }

  private static Judgement judge(Limit limit, Counts service, Counts monolith) {
    Evidence.Window window = Evidence.Window.of(service, monolith);
    return RateTest.USUAL.judge(
        "success",
        100,
        limit,
        RateTest.Kind.FAILED,
        Evidence.from(Instant.EPOCH).plus(Instant.EPOCH.plusSeconds(60), window),
        window);
  }

  private static int ever(
      Outcome outcome,
      int seed,
      Limit limit,
      IntToDoubleFunction service,
      IntToDoubleFunction monolith) {
    return ever(outcome, seed, LOOSE, limit, service, monolith);
  }

  /** At which look it came to that; 0 where it never did. */
  private static int ever(
      Outcome outcome,
      int seed,
      RateTest test,
      Limit limit,
      IntToDoubleFunction service,
      IntToDoubleFunction monolith) {
    SplittableRandom random = new SplittableRandom(seed);
    Evidence evidence = Evidence.from(Instant.EPOCH);
    for (int look = 1; look <= LOOKS; look++) {
      Evidence.Window window =
          Evidence.Window.of(
              new Counts(WINDOW, badOf(WINDOW, service.applyAsDouble(look), random)),
              new Counts(4 * WINDOW, badOf(4 * WINDOW, monolith.applyAsDouble(look), random)));
      evidence = evidence.plus(Instant.EPOCH.plusSeconds(look), window);
      if (test.decide(1, limit, evidence, window) == outcome) {
        return look;
      }
    }
    return 0;
  }

  private static long badOf(int all, double share, SplittableRandom random) {
    long bad = 0;
    for (int i = 0; i < all; i++) {
      bad += random.nextDouble() < share ? 1 : 0;
    }
    return bad;
  }
}
