package dev.msvc.analyzers.trace;

import java.util.Arrays;

/**
 * Durations, as counts of ranges that are 2 % wide: any quantile is right within 1 %, in little
 * memory at any number of them, and the same in any order (Masson, Rim, Lee: DDSketch, 2019).
 */
final class Sketch {
  private static final double WIDTH = 1.02;

  /** Where ranges end, up to two weeks in microseconds. */
  private static final double[] ENDS = ends();

  private long[] counts = new long[0];
  private int first;
  private long all;

  private static double[] ends() {
    double[] ends = new double[1420];
    double end = 1;
    for (int i = 0; i < ends.length; i++) {
      ends[i] = end;
      end *= WIDTH;
    }
    return ends;
  }

  void add(long micros) {
    int found = Arrays.binarySearch(ENDS, (double) Math.max(1, micros));
    int range = Math.min(found < 0 ? -found - 1 : found, ENDS.length - 1);
    if (counts.length == 0) {
      counts = new long[16];
      first = Math.max(0, range - 8);
    }
    if (range < first) {
      long[] more = new long[counts.length + first - range];
      System.arraycopy(counts, 0, more, first - range, counts.length);
      counts = more;
      first = range;
    } else if (range >= first + counts.length) {
      counts = Arrays.copyOf(counts, range - first + 16);
    }
    counts[range - first]++;
    all++;
  }

  long count() {
    return all;
  }

  /**
   * What that share of all is at most.
   *
   * @param share between 0 and 1
   */
  long quantile(double share) {
    if (all == 0) {
      return 0;
    }
    long rank = Math.max(1, (long) Math.ceil(share * all));
    long sum = 0;
    int range = 0;
    while (sum + counts[range] < rank) {
      sum += counts[range++];
    }
    return Math.round(ENDS[first + range] * 2 / (WIDTH + 1));
  }
}
