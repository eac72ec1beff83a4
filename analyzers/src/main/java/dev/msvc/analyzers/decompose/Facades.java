package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import java.util.ArrayList;
import java.util.Arrays;
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
  private int[] groups;
  private final List<int[]> runs = new ArrayList<>();

  private Facades(
      CodeGraph graph,
      Pairs pairs,
      List<double[]> referencesDataAndNames,
      int[] groups,
      List<int[]> runs) {
    this.graph = graph;
    this.pairs = pairs;
    this.groups = groups.clone();
    runs.forEach(each -> this.runs.add(each.clone()));
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
   * Groups and runs, with what facades held together divided in each.
   *
   * @param groups of types and tables
   * @param runs the community of each node in each run
   */
  record Divided(int[] groups, List<int[]> runs) {}

  /**
   * Divides what facades hold together.
   *
   * @param referencesDataAndNames three views, one weight a pair
   */
  static Divided divide(
      CodeGraph graph,
      Pairs pairs,
      List<double[]> referencesDataAndNames,
      int[] groups,
      List<int[]> runs) {
    List<SortedSet<Integer>> members = members(graph, groups);
    Map<Integer, SortedSet<Integer>> found = find(graph, groups, members);
    if (found.isEmpty()) {
      return new Divided(groups, runs);
    }
    Facades facades = new Facades(graph, pairs, referencesDataAndNames, groups, runs);
    found.forEach((group, all) -> facades.divide(members.get(group), all));
    return new Divided(Communities.renumbered(facades.groups), facades.runs);
  }

  private static List<SortedSet<Integer>> members(CodeGraph graph, int[] groups) {
    List<SortedSet<Integer>> members = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      while (members.size() <= groups[node]) {
        members.add(new TreeSet<>());
      }
      members.get(groups[node]).add(node);
    }
    return members;
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

  private void divide(SortedSet<Integer> group, SortedSet<Integer> facades) {
    List<Integer> rest = group.stream().filter(node -> !facades.contains(node)).toList();
    int types = (int) rest.stream().filter(node -> !graph.isTable(node)).count();
    List<int[]> ways = new ArrayList<>();
    for (double[] weight : weights) {
      Ties ties = ties(rest, weight);
      Pairs among = Pairs.of(rest.size(), ties);
      double[] column = among.column(ties);
      for (double resolution : RESOLUTIONS) {
        ways.add(Communities.of(among, column, resolution, 1));
      }
    }
    int[] agreed = Agreed.on(ways, types, rest.size());
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = 0; i < types; i++) {
      sizes.merge(agreed[i], 1, Integer::sum);
    }
    if (sizes.values().stream().filter(size -> size >= PART).count() < 2) {
      return;
    }
    groups = parted(groups, group, part(rest, agreed, facades));
    for (int run = 0; run < runs.size(); run++) {
      int[] way = ways.get(run % ways.size());
      runs.set(run, parted(runs.get(run), group, part(rest, way, facades)));
    }
  }

  /** The ties among some nodes, by their places in the list. */
  private Ties ties(List<Integer> nodes, double[] weight) {
    int[] places = new int[pairs.nodes()];
    Arrays.fill(places, -1);
    for (int i = 0; i < nodes.size(); i++) {
      places[nodes.get(i)] = i;
    }
    Ties ties = new Ties();
    for (int i = 0; i < weight.length; i++) {
      int first = places[pairs.first(i)];
      int second = places[pairs.second(i)];
      if (first >= 0 && second >= 0) {
        ties.add(first, second, weight[i]);
      }
    }
    return ties;
  }

  /** The part of each node of a group; a facade's is the one that it is tied to most. */
  private Map<Integer, Integer> part(List<Integer> rest, int[] parts, SortedSet<Integer> facades) {
    Map<Integer, Integer> part = new HashMap<>();
    for (int i = 0; i < rest.size(); i++) {
      part.put(rest.get(i), parts[i]);
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
    return part;
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

  /** The same division, where the nodes of one group are divided by their parts, too. */
  private static int[] parted(
      int[] division, SortedSet<Integer> group, Map<Integer, Integer> part) {
    int[] parted = division.clone();
    int next = Arrays.stream(division).max().orElse(-1) + 1;
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    for (int node : group) {
      List<Integer> of = List.of(division[node], part.getOrDefault(node, -1));
      parted[node] = next + numbers.computeIfAbsent(of, any -> numbers.size());
    }
    return parted;
  }
}
