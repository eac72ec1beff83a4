package dev.msvc.analyzers.graph;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Modules that some nodes are known to be in, and how the others follow. */
final class Modules {
  private Modules() {}

  /** Puts types of no group where two thirds of the types of groups are that they are tied to. */
  static void spread(CodeGraph graph, int[] groups) {
    ties(graph, groups).forEach((type, ties) -> groups[type] = ofMost(ties));
  }

  /** With how many types of each group a type of none is tied: an entity with its mapper. */
  private static SortedMap<Integer, SortedMap<Integer, Integer>> ties(
      CodeGraph graph, int[] groups) {
    SortedMap<Integer, SortedMap<Integer, Integer>> ties = new TreeMap<>();
    for (CodeGraph.Link link : graph.links()) {
      if (groups[link.from()] < 0 || groups[link.to()] < 0) {
        count(ties, groups, link.from(), link.to());
        count(ties, groups, link.to(), link.from());
      }
    }
    return ties;
  }

  private static void count(
      SortedMap<Integer, SortedMap<Integer, Integer>> ties, int[] groups, int type, int other) {
    if (groups[other] >= 0) {
      ties.computeIfAbsent(type, any -> new TreeMap<>()).merge(groups[other], 1, Integer::sum);
    }
  }

  /** The group with two thirds of the counts; -1 for none. */
  static int ofMost(SortedMap<Integer, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(each -> each.getValue() * 3 >= all * 2)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }
}
