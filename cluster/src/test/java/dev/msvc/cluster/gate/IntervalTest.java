package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Exact intervals of shares, against published values and by adding up what can happen. */
class IntervalTest {
  @Test
  void itIsThatOfClopperAndPearson() {
    Interval three = Interval.exact(3, 10, 0.95);

    assertThat(three.least()).isCloseTo(0.0667395, within(1e-7));
    assertThat(three.most()).isCloseTo(0.6524529, within(1e-7));
  }

  @Test
  void withNoneAtAllItsUpperEndIsARootThatAnyoneCanTake() {
    Interval none = Interval.exact(0, 10, 0.99);

    assertThat(none.least()).isZero();
    assertThat(none.most()).isCloseTo(1 - Math.pow(0.005, 0.1), within(1e-10));
    assertThat(Interval.exact(10, 10, 0.99).least()).isCloseTo(Math.pow(0.005, 0.1), within(1e-10));
  }

  @Test
  void itHoldsTheTrueShareAsOftenAsItSaysForEveryShareAndNumber() {
    for (double level : new double[] {0.99, 0.9997}) {
      for (int all : new int[] {1, 5, 40, 200}) {
        Interval[] intervals = new Interval[all + 1];
        for (int of = 0; of <= all; of++) {
          intervals[of] = Interval.exact(of, all, level);
        }
        for (double share = 0.01; share < 1; share += 0.01) {
          double held = 0;
          double likely = all * Math.log1p(-share);
          for (int of = 0; of <= all; of++) {
            held += intervals[of].contains(share) ? Math.exp(likely) : 0;
            likely += Math.log(share / (1 - share) * (all - of) / (of + 1));
          }
          assertThat(held).as("%s of %d at %s", share, all, level).isGreaterThan(level - 1e-9);
        }
      }
    }
  }

  @Test
  void ofAHundredMillionItIsAsNarrowAsTheNormalOneIs() {
    Interval interval = Interval.exact(20_000_000, 100_000_000, 0.9997);
    double normal = 3.6153 * Math.sqrt(0.2 * 0.8 / 1e8);

    assertThat(interval.least()).isCloseTo(0.2 - normal, within(1e-7));
    assertThat(interval.most()).isCloseTo(0.2 + normal, within(1e-7));
  }

  @Test
  void whereNobodyAskedEverythingIsPossible() {
    assertThat(Interval.exact(0, 0, 0.99)).isEqualTo(new Interval(0, 1));
  }
}
