package dev.msvc.analyzers.entry;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What each node of a directed graph reaches, as sets of numbers put together along its edges, and
 * for some nodes in how many steps.
 *
 * <p>All nodes go together, a step in each round, with what was new in the last: a number comes to
 * a node in the round that is its distance.
 */
final class Distances {
  private static final BitSet NOTHING = new BitSet();

  private final int[][] before;
  private final @Nullable BitSet[] sets;
  private final @Nullable BitSet[] fresh;
  private final @Nullable BitSet[] found;
  private final int[] @Nullable [] steps;
  private final BitSet wanted;
  private final int count;

  /**
   * Follows all edges.
   *
   * @param after the nodes after each node
   * @param own what each node has itself; may hold nulls for nothing
   * @param count above all numbers
   * @param wanted nodes that steps are kept for
   */
  Distances(int[][] after, @Nullable BitSet[] own, int count, BitSet wanted) {
    int size = after.length;
    this.before = reversed(after);
    this.sets = new BitSet[size];
    this.fresh = new BitSet[size];
    this.found = new BitSet[size];
    this.steps = new int[size][];
    this.wanted = wanted;
    this.count = count;
    int[] open = new int[size];
    int opened = 0;
    for (int i = 0; i < size; i++) {
      BitSet mine = own[i];
      if (mine != null && !mine.isEmpty()) {
        sets[i] = (BitSet) mine.clone();
        fresh[i] = mine;
        note(i, mine, 0);
        open[opened++] = i;
      }
    }
    open = Arrays.copyOf(open, opened);
    for (int round = 1; open.length > 0; round++) {
      open = step(open, round);
    }
  }

  /** What a node has itself or reaches; not to be changed. */
  BitSet of(int node) {
    BitSet all = node < 0 ? null : sets[node];
    return all == null ? NOTHING : all;
  }

  /** The fewest edges from a wanted node to one that has a number that it reaches. */
  int steps(int node, int number) {
    int[] all = steps[node];
    return all == null ? 0 : all[number];
  }

  private int[] step(int[] open, int round) {
    int[] touched = new int[open.length];
    int count = 0;
    for (int node : open) {
      BitSet news = fresh[node];
      fresh[node] = null;
      for (int each : before[node]) {
        BitSet set = found[each];
        if (set == null) {
          set = new BitSet();
          found[each] = set;
          touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
          touched[count++] = each;
        }
        set.or(news == null ? NOTHING : news);
      }
    }
    int grown = 0;
    for (int i = 0; i < count; i++) {
      int node = touched[i];
      BitSet news = found[node];
      found[node] = null;
      if (news != null && isNew(node, news)) {
        fresh[node] = news;
        note(node, news, round);
        touched[grown++] = node;
      }
    }
    return Arrays.copyOf(touched, grown);
  }

  /** Leaves of a set what a node did not have, and adds it; false where that is nothing. */
  private boolean isNew(int node, BitSet news) {
    BitSet mine = sets[node];
    if (mine == null) {
      sets[node] = (BitSet) news.clone();
      return true;
    }
    news.andNot(mine);
    mine.or(news);
    return !news.isEmpty();
  }

  private void note(int node, BitSet news, int round) {
    if (wanted.get(node)) {
      int[] all = steps[node];
      if (all == null) {
        all = new int[count];
        steps[node] = all;
      }
      for (int i = news.nextSetBit(0); i >= 0; i = news.nextSetBit(i + 1)) {
        all[i] = round;
      }
    }
  }

  private static int[][] reversed(int[][] after) {
    int[] sizes = new int[after.length];
    for (int[] each : after) {
      for (int to : each) {
        sizes[to]++;
      }
    }
    int[][] before = new int[after.length][];
    for (int i = 0; i < before.length; i++) {
      before[i] = new int[sizes[i]];
    }
    for (int from = 0; from < after.length; from++) {
      for (int to : after[from]) {
        before[to][--sizes[to]] = from;
      }
    }
    return before;
  }
}
