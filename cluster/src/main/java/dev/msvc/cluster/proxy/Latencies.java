package dev.msvc.cluster.proxy;

import java.time.Duration;
import java.util.List;

/**
 * How long answers took to begin, counted in fixed buckets: eight to each doubling, from 100
 * microseconds up, so that a quantile is right to within a tenth.
 *
 * @param counts by bucket; those after the last are 0
 */
public record Latencies(List<Long> counts) {
  /** Enough for 100 µs * 2^20, near two minutes; what took longer is in the last. */
  static final int BUCKETS = 161;

  public static final Latencies NONE = new Latencies(List.of());

  private static final double FIRST_NANOS = 100_000;
  private static final int EACH_DOUBLING = 8;

  public Latencies {
    counts = List.copyOf(counts);
  }

  static int bucket(long nanos) {
    if (nanos <= FIRST_NANOS) {
      return 0;
    }
    double doublings = Math.log(nanos / FIRST_NANOS) / Math.log(2);
    return Math.min(BUCKETS - 1, (int) Math.ceil(doublings * EACH_DOUBLING));
  }

  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The time within which a share of all answers began, rounded up to the end of its bucket; zero
   * where there are none.
   *
   * @param share from 0 to 1
   */
  public Duration quantile(double share) {
    long wanted = (long) Math.ceil(share * total());
    long seen = 0;
    for (int i = 0; i < counts.size(); i++) {
      seen += counts.get(i);
      if (seen >= wanted && seen > 0) {
        return Duration.ofNanos((long) (FIRST_NANOS * Math.pow(2, (double) i / EACH_DOUBLING)));
      }
    }
    return Duration.ZERO;
  }
}
