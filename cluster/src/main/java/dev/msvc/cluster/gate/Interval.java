package dev.msvc.cluster.gate;

import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * From where to where a share lies.
 *
 * @param least at least 0
 * @param most at most 1
 */
public record Interval(double least, double most) {
  /** So close to each other, by what they are or what they lack of 1, two shares are the same. */
  private static final double SAME = 1e-10;

  /**
   * The exact interval of Clopper and Pearson (1934): it holds the true share at least as often as
   * its level says, whatever the share and however few were counted.
   *
   * @param level above 0, below 1; as .99 or .9997
   */
  public static Interval exact(long of, long all, double level) {
    return exact((double) of, (double) all, level);
  }

  /**
   * The same where requests come in clusters, of as many as they are worth: the interval of Korn
   * and Graubard (1998).
   */
  static Interval exact(double of, double all, double level) {
    double tail = (1 - level) / 2;
    return new Interval(atLeast(of, all, tail), atMost(of, all, tail));
  }

  /** The end of the exact interval below, which is too high with at most this probability. */
  static double atLeast(double of, double all, double error) {
    return of == 0 ? 0 : edge(0, share(of, all), p -> upperTail(of, all, p) >= error);
  }

  /** The end of the exact interval above, which is too low with at most this probability. */
  static double atMost(double of, double all, double error) {
    return of == all ? 1 : edge(share(of, all), 1, p -> lowerTail(of, all, p) < error);
  }

  /** As {@link #atLeast(double, double, double)}, of whole requests. */
  static double atLeast(long of, long all, double error) {
    return atLeast((double) of, (double) all, error);
  }

  /** As {@link #atMost(double, double, double)}, of whole requests. */
  static double atMost(long of, long all, double error) {
    return atMost((double) of, (double) all, error);
  }

  /** As {@link #upperTail(double, double, double)}, of whole requests. */
  static double upperTail(long of, long all, double share) {
    return upperTail((double) of, (double) all, share);
  }

  /** How likely so many or more are, of a share. */
  static double upperTail(double of, double all, double share) {
    return of == 0 ? 1 : RegularizedBeta.value(share, of, all - of + 1.0);
  }

  /** How likely so many or fewer are, of a share. */
  static double lowerTail(double of, double all, double share) {
    return of == all ? 1 : RegularizedBeta.complement(share, of + 1.0, all - of);
  }

  public boolean contains(double share) {
    return share >= least && share <= most;
  }

  /** Where something begins to be so that is not at the left and is at the right. */
  static double edge(double left, double right, DoublePredicate begins) {
    double low = left;
    double high = right;
    while (high - low > SAME * Math.min(high, 1 - low)) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (begins.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low + (high - low) / 2;
  }

  private static double share(double of, double all) {
    return all == 0 ? 0.5 : of / all;
  }
}
