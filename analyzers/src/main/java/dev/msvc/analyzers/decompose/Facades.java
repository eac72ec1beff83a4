package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Pairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Groups that facades hold together: large classes through which everything goes to half of the
 * group's tables. They will have to be split, so what is left without them is divided once more, in
 * several ways, and by that on which these agree.
 */
final class Facades {
  /** Smaller groups hang together by themselves. */
  private static final int TYPES = 20;

  private static final int TABLES = 3;
  private static final double HALF = 0.5;

  /** The share of a group's references that have a facade at an end. */
  private static final double GLUED = 0.3;

  /** A part of fewer types is no context. */
  private static final int PART = 3;

  private static final double[] RESOLUTIONS = {0.6, 0.8, 1, 1.25, 1.6};
  private static final double[] NAMES = {0.5, 1, 2};

  private final CodeGraph graph;
  private final Pairs pairs;
  private final List<double[]> weights = new ArrayList<>();

  private Facades(CodeGraph graph, Pairs pairs, List<double[]> referencesDataAndNames) {
    this.graph = graph;
    this.pairs = pairs;
    for (double names : NAMES) {
      double[] sum = new double[pairs.size()];
      for (int i = 0; i < sum.length; i++) {
        sum[i] =
            referencesDataAndNames.get(0)[i]
                + referencesDataAndNames.get(1)[i]
                + names * referencesDataAndNames.get(2)[i];
      }
      weights.add(sum);
    }
  }

  /**
   * Divides what facades hold together, in each run.
   *
   * @param referencesDataAndNames three views, one weight a pair
   */
  static Division divide(
      CodeGraph graph, Pairs pairs, List<double[]> referencesDataAndNames, Division found) {
    List<SortedSet<Integer>> members = found.members();
    Map<Integer, SortedSet<Integer>> facades = find(graph, found.groups(), members);
    if (facades.isEmpty()) {
      return found;
    }
    Facades dividing = new Facades(graph, pairs, referencesDataAndNames);
    Division divided = found;
    for (Map.Entry<Integer, SortedSet<Integer>> each : facades.entrySet()) {
      divided = dividing.divide(divided, members.get(each.getKey()), each.getValue());
    }
    return new Division(Communities.renumbered(divided.groups()), divided.runs());
  }

  /** The facades of each group that these hold together. */
  private static Map<Integer, SortedSet<Integer>> find(
      CodeGraph graph, int[] groups, List<SortedSet<Integer>> members) {
    int types = graph.types().size();
    List<SortedSet<Integer>> mapped = sets(types);
    List<SortedSet<Integer>> reached = sets(types);
    for (CodeGraph.TableUse use : graph.uses()) {
      if (use.maps()) {
        mapped.get(use.type()).add(use.table());
      }
      reached.get(use.type()).add(use.table());
    }
    for (CodeGraph.Link link : graph.links()) {
      reached.get(link.from()).addAll(mapped.get(link.to()));
    }
    int[] inside = new int[members.size()];
    int[] glued = new int[members.size()];
    Map<Integer, SortedSet<Integer>> facades = new TreeMap<>();
    for (int node = 0; node < types; node++) {
      SortedSet<Integer> group = members.get(groups[node]);
      int tables = group.tailSet(types).size();
      int own = groups[node];
      long reaches = reached.get(node).stream().filter(table -> groups[table] == own).count();
      if (group.size() - tables >= TYPES
          && mapped.get(node).isEmpty()
          && reaches >= Math.max(TABLES, HALF * tables)
          && Roles.isLarge(graph, node)) {
        facades.computeIfAbsent(own, any -> new TreeSet<>()).add(node);
      }
    }
    for (CodeGraph.Link link : graph.links()) {
      int group = groups[link.from()];
      SortedSet<Integer> all = facades.get(group);
      if (all != null && groups[link.to()] == group) {
        inside[group]++;
        glued[group] += all.contains(link.from()) || all.contains(link.to()) ? 1 : 0;
      }
    }
    facades.keySet().removeIf(group -> glued[group] < GLUED * inside[group]);
    return facades;
  }

  private static List<SortedSet<Integer>> sets(int count) {
    return IntStream.range(0, count).<SortedSet<Integer>>mapToObj(i -> new TreeSet<>()).toList();
  }

  private Division divide(Division division, SortedSet<Integer> group, SortedSet<Integer> facades) {
    SortedSet<Integer> rest = new TreeSet<>(group);
    rest.removeAll(facades);
    int types = rest.headSet(graph.types().size()).size();
    Subgraph among = Subgraph.of(pairs, rest);
    List<int[]> ways = new ArrayList<>();
    for (double[] weight : weights) {
      double[] column = among.column(weight);
      for (double resolution : RESOLUTIONS) {
        ways.add(Communities.of(among.pairs(), column, resolution, 1));
      }
    }
    int[] agreed = Agreed.on(ways, types, among.pairs().identities());
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = 0; i < types; i++) {
      sizes.merge(agreed[i], 1, Integer::sum);
    }
    if (sizes.values().stream().filter(size -> size >= PART).count() < 2) {
      return division;
    }
    return division.parted(
        group,
        withFacades(group, rest, agreed, facades),
        ways.stream().map(way -> withFacades(group, rest, way, facades)).toList());
  }

  /** The part of each node of a group; a facade's is the one that it is tied to most. */
  private int[] withFacades(
      SortedSet<Integer> group, SortedSet<Integer> rest, int[] parts, SortedSet<Integer> facades) {
    Map<Integer, Integer> part = new HashMap<>();
    int place = 0;
    for (int node : rest) {
      part.put(node, parts[place++]);
    }
    Map<Integer, Map<Integer, Double>> near = new TreeMap<>();
    double[] weight = weights.get(1);
    for (int i = 0; i < weight.length; i++) {
      lean(near, part, facades, pairs.first(i), pairs.second(i), weight[i]);
      lean(near, part, facades, pairs.second(i), pairs.first(i), weight[i]);
    }
    near.forEach(
        (facade, tied) ->
            part.put(
                facade,
                tied.entrySet().stream()
                    .max(
                        Map.Entry.<Integer, Double>comparingByValue()
                            .thenComparing(Map.Entry.<Integer, Double>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElse(0)));
    return group.stream().mapToInt(node -> part.getOrDefault(node, -1)).toArray();
  }

  private static void lean(
      Map<Integer, Map<Integer, Double>> near,
      Map<Integer, Integer> part,
      SortedSet<Integer> facades,
      int facade,
      int other,
      double weight) {
    Integer there = part.get(other);
    if (there != null && facades.contains(facade)) {
      near.computeIfAbsent(facade, any -> new TreeMap<>()).merge(there, weight, Double::sum);
    }
  }
}
