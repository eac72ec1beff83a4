package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** For each type how many types of each group use it, it uses, and it reaches with tables. */
final class Neighbours {
  final List<Map<Integer, Integer>> users;
  final List<Map<Integer, Integer>> used;
  final List<Map<Integer, Integer>> reach;
  final int[] tables;
  final boolean[] maps;
  private final int[] sizes;
  private final int[] groups;
  final List<List<String>> words;
  final List<List<Integer>> members = new ArrayList<>();

  private Neighbours(
      List<Map<Integer, Integer>> users,
      List<Map<Integer, Integer>> used,
      List<Map<Integer, Integer>> reach,
      int[] tables,
      boolean[] maps,
      int[] sizes,
      int[] groups,
      List<List<String>> words) {
    this.users = users;
    this.used = used;
    this.reach = reach;
    this.tables = tables;
    this.maps = maps;
    this.sizes = sizes;
    this.groups = groups;
    this.words = words;
    Arrays.stream(sizes).forEach(any -> members.add(new ArrayList<>()));
  }

  static Neighbours of(CodeGraph graph, int[] groups) {
    int types = graph.types().size();
    Neighbours near =
        new Neighbours(
            maps(types),
            maps(types),
            maps(types),
            new int[types],
            new boolean[types],
            new int[Arrays.stream(groups).max().orElse(-1) + 1],
            groups,
            Workers.map(graph.types(), type -> graph.terms().in(type.simpleName())));
    for (int node = 0; node < types; node++) {
      near.sizes[groups[node]]++;
      near.members.get(groups[node]).add(node);
    }
    for (CodeGraph.Link link : graph.links()) {
      near.users.get(link.to()).merge(groups[link.from()], 1, Integer::sum);
      near.used.get(link.from()).merge(groups[link.to()], 1, Integer::sum);
      near.reach.get(link.from()).merge(groups[link.to()], 1, Integer::sum);
    }
    for (CodeGraph.TableUse use : graph.uses()) {
      near.tables[use.type()]++;
      near.maps[use.type()] |= use.maps();
      near.reach.get(use.type()).merge(groups[use.table()], 1, Integer::sum);
    }
    return near;
  }

  private static List<Map<Integer, Integer>> maps(int count) {
    return IntStream.range(0, count).<Map<Integer, Integer>>mapToObj(i -> new TreeMap<>()).toList();
  }

  int groupTypes(int node) {
    return sizes[groups[node]];
  }

  /** The types of its group, itself too. */
  List<Integer> groupOf(int node) {
    return members.get(groups[node]);
  }

  /** The share of all types, 0 to 1, that the group with most of these has. */
  double sizeOfLargest(Map<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> (double) sizes[most.getKey()] / words.size())
        .orElse(0.0);
  }

  /** How many other types of its group have all words of its name. */
  long namesakes(int node) {
    return namesakes(node, other -> true);
  }

  /** The same of those that count. */
  long namesakes(int node, IntPredicate counts) {
    List<String> own = words.get(node);
    return own.isEmpty()
        ? 0
        : members.get(groups[node]).stream()
            .filter(other -> other != node && words.get(other).containsAll(own))
            .filter(counts::test)
            .count();
  }
}
