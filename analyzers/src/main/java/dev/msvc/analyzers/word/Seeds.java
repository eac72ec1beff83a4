package dev.msvc.analyzers.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places spread from nodes that have one to those that have none, and the former stay as they are
 * (Zhu, Ghahramani: Learning from labeled and unlabeled data with label propagation, 2002). An open
 * node belongs where its neighbours do, to each as much as it is tied to it; a neighbour that is
 * open itself speaks for where its own neighbours are.
 */
final class Seeds {
  private static final int ROUNDS = 30;

  private final int[] groups;
  private final boolean[] seeds;
  private final SortedMap<Integer, SortedMap<Integer, Double>> open = new TreeMap<>();

  /**
   * @param groups of all nodes; those of open ones change
   */
  Seeds(int[] groups) {
    this.groups = groups;
    this.seeds = new boolean[groups.length];
  }

  /** Says whether a node is one that others are drawn to. */
  void plant(int node, boolean seed) {
    seeds[node] = seed;
  }

  /** A node that looks for its place. */
  void open(int node) {
    seeds[node] = false;
    open.put(node, new TreeMap<>());
  }

  /** Those of some nodes that nothing tied to a seed. */
  List<Integer> left(List<Integer> nodes) {
    return nodes.stream().filter(open::containsKey).toList();
  }

  /** Finds the places of what is open, as far as these ties lead to seeds. */
  void spread(Neighbourhood near) {
    for (int round = 0; round < ROUNDS; round++) {
      List<SortedMap<Integer, Double>> next =
          open.keySet().stream().map(node -> shares(node, near)).toList();
      int at = 0;
      for (Map.Entry<Integer, SortedMap<Integer, Double>> each : open.entrySet()) {
        each.setValue(next.get(at++));
      }
    }
    List<Integer> placed = new ArrayList<>();
    open.forEach(
        (node, shares) ->
            shares.entrySet().stream()
                .max(
                    Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .ifPresent(
                    most -> {
                      groups[node] = most.getKey();
                      placed.add(node);
                    }));
    placed.forEach(open::remove);
    placed.forEach(node -> seeds[node] = true);
  }

  /** How much of a node belongs to each group; all together 1, or less. */
  private SortedMap<Integer, Double> shares(int node, Neighbourhood near) {
    SortedMap<Integer, Double> shares = new TreeMap<>();
    double[] all = new double[1];
    near.each(
        node,
        (other, weight) -> {
          SortedMap<Integer, Double> theirs = open.get(other);
          if (seeds[other]) {
            shares.merge(groups[other], weight, Double::sum);
            all[0] += weight;
          } else if (theirs != null) {
            theirs.forEach((group, part) -> shares.merge(group, part * weight, Double::sum));
            all[0] += weight;
          }
        });
    shares.replaceAll((group, sum) -> sum / all[0]);
    return shares;
  }
}
