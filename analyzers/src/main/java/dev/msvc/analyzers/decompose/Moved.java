package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;

/** What the user's word moves. */
final class Moved {
  private Moved() {}

  /** For each node whether it is in another group now, or half of those that it is tied to are. */
  static boolean[] around(CodeGraph graph, int[] before, int[] after) {
    int[] ties = new int[before.length];
    int[] gone = new int[before.length];
    for (CodeGraph.Link each : graph.links()) {
      count(ties, gone, each.from(), before[each.to()] != after[each.to()]);
      count(ties, gone, each.to(), before[each.from()] != after[each.from()]);
    }
    for (CodeGraph.TableUse each : graph.uses()) {
      count(ties, gone, each.type(), before[each.table()] != after[each.table()]);
    }
    boolean[] around = new boolean[before.length];
    for (int node = 0; node < around.length; node++) {
      around[node] =
          before[node] != after[node] || (gone[node] > 0 && 2 * gone[node] >= ties[node]);
    }
    return around;
  }

  private static void count(int[] ties, int[] gone, int node, boolean moved) {
    ties[node]++;
    gone[node] += moved ? 1 : 0;
  }
}
