package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Tally;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of requests of a rule that the monolith answered and that were copied to the service,
 * since the router began to count.
 *
 * @param mirrored that the service was asked, and its answer compared
 * @param differing of them, with another answer or none
 * @param noisy of them, that differ in nothing but what two answers of the monolith differ in, too,
 *     or whose two answers of the monolith have another status
 * @param dropped copies that were not sent or not compared: too many at once, too long, or one that
 *     the monolith did not answer a second time
 * @param paths where answers differ, and how often; the first fifty that were seen
 */
public record Mirrored(
    long mirrored, long differing, long noisy, long dropped, SortedMap<String, Long> paths) {
  public static final Mirrored NONE = new Mirrored(0, 0, 0, 0, new TreeMap<>());

  private static final String KEY = "/mirror";

  /** By which copies of a rule's requests are counted: no rule is called so. */
  public static String key(String rule) {
    return rule + KEY;
  }

  static boolean isKey(String counted) {
    return counted.endsWith(KEY);
  }

  /** As counts: what differs is what is bad; of noise nobody knows what is below it. */
  public Tally tally() {
    return new Tally(mirrored - noisy, differing);
  }

  public Mirrored {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
  }
}
