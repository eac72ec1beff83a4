package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Some nodes and the pairs among them.
 *
 * @param nodes in the whole graph, ascending; here a node is its place among them
 * @param pairs among them
 * @param kept the place of each of these pairs in the whole graph
 */
record Subgraph(int[] nodes, Pairs pairs, int[] kept) {

  static Subgraph of(Pairs whole, SortedSet<Integer> nodes) {
    int[] places = new int[whole.nodes()];
    Arrays.fill(places, -1);
    int next = 0;
    for (int node : nodes) {
      places[node] = next++;
    }
    // places ascend with nodes, so these pairs are sorted as those of the whole are
    int[] kept =
        IntStream.range(0, whole.size())
            .filter(i -> places[whole.first(i)] >= 0 && places[whole.second(i)] >= 0)
            .toArray();
    Ties ties = new Ties();
    for (int i : kept) {
      ties.add(places[whole.first(i)], places[whole.second(i)], 1);
    }
    return new Subgraph(
        nodes.stream().mapToInt(Integer::intValue).toArray(), Pairs.of(next, ties), kept);
  }

  /**
   * The same with the nodes that stand for groups of nodes, where some of the nodes are of them.
   *
   * @param from the first node of the whole that stands for a group
   */
  static Subgraph withGroups(Pairs whole, SortedSet<Integer> nodes, int from) {
    SortedSet<Integer> all = new TreeSet<>(nodes);
    for (int i = 0; i < whole.size(); i++) {
      if (whole.second(i) >= from && nodes.contains(whole.first(i))) {
        all.add(whole.second(i));
      }
    }
    return of(whole, all);
  }

  /** The weights of its pairs, given those of all pairs of the whole. */
  double[] column(double[] weights) {
    return Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray();
  }
}
