package dev.msvc.analyzers.graph;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Numbers that nodes keep when others come and go: chance that is drawn from them is the same for
 * what an edit does not touch. A place in a list is none: each new class moves all that follow.
 */
public final class Identities {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Identities() {}

  /** By a name; two of one name are one. */
  public static long of(String name) {
    long hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return mixed(hash);
  }

  /** For nodes of which only their places are known. */
  static long[] ofPlaces(int nodes) {
    return LongStream.range(0, nodes).map(Identities::mixed).toArray();
  }

  /**
   * Those of groups of nodes: each by the one of its members whose identity is the least.
   *
   * @param members identities of nodes
   * @param groups the group of each of these nodes; negative for none
   * @param kind of groups, which tells one from another that has the same members
   */
  public static long[] ofGroups(long[] members, int[] groups, int kind) {
    long[] least = new long[Arrays.stream(groups).max().orElse(-1) + 1];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] >= 0) {
        least[groups[i]] = Math.min(least[groups[i]], members[i]);
      }
    }
    return Arrays.stream(least).map(each -> mixed(each + kind)).toArray();
  }

  /**
   * Bits that say nothing of those given, one for one (the finalizer of SplitMix: Steele, Lea,
   * Flood: Fast splittable pseudorandom number generators, 2014).
   */
  static long mixed(long bits) {
    long mixed = bits + STEP;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
