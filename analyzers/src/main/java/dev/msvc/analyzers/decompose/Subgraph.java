package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
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
    return of(whole, List.of(nodes), whole.nodes()).get(0);
  }

  /**
   * Several parts of a graph, each with the nodes that stand for groups of nodes, where some of its
   * nodes are of them.
   *
   * @param parts no node is in two
   * @param from the first node of the whole that stands for a group
   */
  static List<Subgraph> of(Pairs whole, List<SortedSet<Integer>> parts, int from) {
    int[] part = new int[whole.nodes()];
    Arrays.fill(part, -1);
    for (int p = 0; p < parts.size(); p++) {
      for (int node : parts.get(p)) {
        part[node] = p;
      }
    }
    int[] homes = new int[whole.size()];
    int[] sizes = new int[parts.size()];
    for (int i = 0; i < homes.length; i++) {
      int home = part[whole.first(i)];
      homes[i] = whole.second(i) >= from || part[whole.second(i)] == home ? home : -1;
      if (homes[i] >= 0) {
        sizes[homes[i]]++;
      }
    }
    List<int[]> kept = new ArrayList<>();
    for (int size : sizes) {
      kept.add(new int[size]);
    }
    for (int i = homes.length - 1; i >= 0; i--) {
      if (homes[i] >= 0) {
        kept.get(homes[i])[--sizes[homes[i]]] = i;
      }
    }
    return IntStream.range(0, parts.size())
        .mapToObj(p -> of(whole, parts.get(p), kept.get(p), from))
        .toList();
  }

  private static Subgraph of(Pairs whole, SortedSet<Integer> part, int[] kept, int from) {
    int[] nodes =
        IntStream.concat(
                part.stream().mapToInt(Integer::intValue),
                Arrays.stream(kept).map(whole::second).filter(node -> node >= from))
            .sorted()
            .distinct()
            .toArray();
    // places ascend with nodes, so these pairs are sorted as those of the whole are
    Ties ties = new Ties();
    for (int i : kept) {
      ties.add(
          Arrays.binarySearch(nodes, whole.first(i)),
          Arrays.binarySearch(nodes, whole.second(i)),
          1);
    }
    long[] identities = whole.identities();
    return new Subgraph(
        nodes,
        Pairs.of(Arrays.stream(nodes).mapToLong(node -> identities[node]).toArray(), ties),
        kept);
  }

  /** The weights of its pairs, given those of all pairs of the whole. */
  double[] column(double[] weights) {
    return Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray();
  }
}
