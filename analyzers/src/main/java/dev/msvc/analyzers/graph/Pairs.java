package dev.msvc.analyzers.graph;

import java.util.Arrays;

/** The pairs of nodes that any view ties, sorted; a view is a column of weights beside them. */
public final class Pairs {
  private final long[] identities;
  private final int[] first;
  private final int[] second;
  private final long[] keys;

  private Pairs(long[] identities, long[] keys) {
    this.identities = identities;
    this.keys = keys;
    first = new int[keys.length];
    second = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      first[i] = (int) (keys[i] >>> 32);
      second[i] = (int) keys[i];
    }
  }

  /** All pairs that occur in some of the ties, each once, where nodes are known by their places. */
  public static Pairs of(int nodes, Ties... views) {
    return of(Identities.ofPlaces(nodes), views);
  }

  /**
   * All pairs that occur in some of the ties, each once.
   *
   * @param identities of the nodes
   */
  public static Pairs of(long[] identities, Ties... views) {
    int all = Arrays.stream(views).mapToInt(Ties::size).sum();
    long[] keys = new long[all];
    int at = 0;
    for (Ties view : views) {
      for (int i = 0; i < view.size(); i++) {
        keys[at++] = view.pair(i);
      }
    }
    Arrays.sort(keys);
    int distinct = 0;
    for (int i = 0; i < all; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[distinct++] = keys[i];
      }
    }
    return new Pairs(identities, Arrays.copyOf(keys, distinct));
  }

  /** The weights of one view, zero where it does not tie the pair. */
  public double[] column(Ties view) {
    double[] column = new double[keys.length];
    for (int i = 0; i < view.size(); i++) {
      column[Arrays.binarySearch(keys, view.pair(i))] += view.weight(i);
    }
    return column;
  }

  public int nodes() {
    return identities.length;
  }

  /** What each node is known by, whatever others there are. */
  public long[] identities() {
    return identities.clone();
  }

  public int size() {
    return keys.length;
  }

  /** The lower node of a pair. */
  public int first(int pair) {
    return first[pair];
  }

  /** The higher node of a pair. */
  public int second(int pair) {
    return second[pair];
  }
}
