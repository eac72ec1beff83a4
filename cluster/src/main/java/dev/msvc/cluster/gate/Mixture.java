package dev.msvc.cluster.gate;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Evidence on a share that may be looked at after every request, for ever.
 *
 * <p>For "the share is at most c" the counted requests are compared with every larger share at
 * once: the likelihood of what was seen under a share q, by that under c, averaged over all q above
 * c with weights of Beta(1/2, 1/2). While the share truly is at most c, each request makes this
 * ratio smaller or leaves it, on average, so that it ever reaches 1/a with a probability of at most
 * a, however often and whenever one looks (Ville 1939; the mixture is Robbins' of 1970,
 * "Statistical methods related to the law of the iterated logarithm"; as confidence sequences in
 * Howard, Ramdas, McAuliffe and Sekhon 2021). It needs no share that stays the same: it is enough
 * that each request by itself is bad with a probability of at most c. The other direction is the
 * same mirrored.
 *
 * <p>All ratios are natural logarithms.
 */
final class Mixture {
  private static final double HALF = 0.5;

  private Mixture() {}

  /** How much speaks against a share of at most {@code c}, of so many bad requests of all. */
  static double againstAtMost(long bad, long all, double c) {
    return bad == 0 && c == 0 ? 0 : ratio(bad, all, c, true);
  }

  /** How much speaks against a share of at least {@code c}. */
  static double againstAtLeast(long bad, long all, double c) {
    return bad == all && c == 1 ? 0 : ratio(bad, all, c, false);
  }

  private static double ratio(long bad, long all, double c, boolean above) {
    long good = all - bad;
    if ((c <= 0 && bad > 0) || (c >= 1 && good > 0)) {
      // what cannot be was seen
      return (c <= 0) == above ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    double seen = mass(c, bad + HALF, good + HALF, above);
    double before = mass(c, HALF, HALF, above);
    if (seen == 0 || before == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return LogBeta.value(bad + HALF, good + HALF)
        - LogBeta.value(HALF, HALF)
        + Math.log(seen)
        - Math.log(before)
        - times(bad, Math.log(c))
        - times(good, Math.log1p(-c));
  }

  private static double mass(double c, double a, double b, boolean above) {
    return above ? RegularizedBeta.complement(c, a, b) : RegularizedBeta.value(c, a, b);
  }

  private static double times(long count, double log) {
    // 0 times minus infinity is nothing here
    return count == 0 ? 0 : count * log;
  }

  /** What the share is more than; wrong ever with a probability of at most {@code error}. */
  static double least(long bad, long all, double error) {
    double enough = -Math.log(error);
    return bad == 0
        ? 0
        : Interval.edge(0, (double) bad / all, c -> againstAtMost(bad, all, c) < enough);
  }

  /** What the share is less than; wrong ever with a probability of at most {@code error}. */
  static double most(long bad, long all, double error) {
    double enough = -Math.log(error);
    return bad == all
        ? 1
        : Interval.edge((double) bad / all, 1, c -> againstAtLeast(bad, all, c) >= enough);
  }

  /** How many requests, none of them bad, show a share of less than {@code c}. */
  static long flawless(double c, double error) {
    double enough = -Math.log(error);
    if (!(c > 0)) {
      return Long.MAX_VALUE;
    }
    long high = 1;
    while (againstAtLeast(0, high, c) < enough) {
      high *= 2;
    }
    long low = high / 2;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (againstAtLeast(0, middle, c) >= enough) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
