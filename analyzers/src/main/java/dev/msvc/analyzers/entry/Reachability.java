package dev.msvc.analyzers.entry;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each node of a directed graph reaches, as sets of numbers put together along its edges.
 *
 * <p>Tarjan's algorithm ("Depth-first search and linear graph algorithms", SIAM Journal on
 * Computing 1(2), 1972) gives strongly connected components in an order in which each comes after
 * those that it reaches, so one pass suffices. Written without recursion: call chains are long.
 */
public final class Reachability {
  private static final BitSet NOTHING = new BitSet();

  private final IntFunction<int[]> edges;
  private final BitSet[] own;
  private final int[][] after;
  private final BitSet[] sets;
  private final int[] index;
  private final int[] low;
  private final int[] next;
  private final boolean[] open;
  private final int[] stack;
  private final int[] path;
  private BitSet gathered = NOTHING;
  private boolean isShared;
  private int stackSize;
  private int count;

  /**
   * A graph of which nothing is followed yet.
   *
   * @param edges the nodes after a node, asked for once where it is reached
   * @param own what each node has itself, nulls for nothing; looked at when its edges are known
   */
  public Reachability(IntFunction<int[]> edges, BitSet[] own) {
    int size = own.length;
    this.edges = edges;
    this.own = own;
    this.after = new int[size][];
    this.sets = new BitSet[size];
    this.index = new int[size];
    this.low = new int[size];
    this.next = new int[size];
    this.open = new boolean[size];
    this.stack = new int[size];
    this.path = new int[size];
  }

  /** What a node has itself or reaches; not to be changed. Not for several threads. */
  public BitSet of(int node) {
    if (index[node] == 0) {
      visit(node);
    }
    return sets[node];
  }

  private void visit(int start) {
    int depth = 0;
    path[0] = start;
    enter(start);
    while (depth >= 0) {
      int node = path[depth];
      if (next[node] < after[node].length) {
        int to = after[node][next[node]++];
        if (index[to] == 0) {
          path[++depth] = to;
          enter(to);
        } else if (open[to]) {
          low[node] = Math.min(low[node], index[to]);
        }
      } else {
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
        if (low[node] == index[node]) {
          close(node);
        }
      }
    }
  }

  private void enter(int node) {
    index[node] = ++count;
    low[node] = count;
    after[node] = edges.apply(node);
    open[node] = true;
    stack[stackSize++] = node;
  }

  /** Gives all nodes of a component one set: their own and those of all that they reach. */
  private void close(int root) {
    int from = stackSize;
    do {
      from--;
    } while (stack[from] != root);
    gathered = NOTHING;
    for (int i = from; i < stackSize; i++) {
      gather(own[stack[i]]);
      for (int to : after[stack[i]]) {
        gather(sets[to]);
      }
    }
    for (int i = from; i < stackSize; i++) {
      open[stack[i]] = false;
      sets[stack[i]] = gathered;
    }
    stackSize = from;
  }

  /** Adds to what is gathered; most nodes reach what the next one reaches, and share its set. */
  private void gather(@Nullable BitSet more) {
    if (more == null || more.isEmpty() || gathered.equals(more)) {
      return;
    }
    if (gathered.isEmpty()) {
      gathered = more;
      isShared = true;
      return;
    }
    if (isShared) {
      gathered = (BitSet) gathered.clone();
      isShared = false;
    }
    gathered.or(more);
  }
}
