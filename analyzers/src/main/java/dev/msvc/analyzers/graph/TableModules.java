package dev.msvc.analyzers.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The view of modules that tables are named after: where a database keeps {@code oms_order} and
 * {@code oms_refund} beside {@code pms_brand}, or has a schema for each, its makers said which
 * tables belong together.
 */
public final class TableModules {
  /** An order, its items and its history are an aggregate; four tables and more are a module. */
  private static final int LEAST = 4;

  /** A type that maps a table has more to do with it than one that reads or writes it. */
  private static final int MAPPED = 3;

  private TableModules() {}

  /**
   * The group of each node by the first word of the names of its tables, after those that nine of
   * ten share, and of what touches no table by the types that it is tied to; -1 where two thirds of
   * these are of no one group.
   *
   * @return one grouping; none where half of all tables or more are in no group, or all in one
   */
  public static List<int[]> groupings(CodeGraph graph) {
    List<List<String>> words = words(graph);
    SortedMap<String, List<Integer>> tables = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      for (String first : words.get(i).subList(0, Math.min(1, words.get(i).size()))) {
        tables.computeIfAbsent(first, any -> new ArrayList<>()).add(graph.types().size() + i);
      }
    }
    tables.values().removeIf(each -> each.size() < LEAST);
    int grouped = tables.values().stream().mapToInt(List::size).sum();
    if (tables.size() < 2 || grouped * 2 < words.size()) {
      return List.of();
    }
    int[] groups = new int[graph.size()];
    Arrays.fill(groups, -1);
    int number = 0;
    for (List<Integer> each : tables.values()) {
      for (int node : each) {
        groups[node] = number;
      }
      number++;
    }
    uses(graph, groups).forEach((type, uses) -> groups[type] = Modules.ofMost(uses));
    Modules.spread(graph, groups);
    return List.of(groups);
  }

  /** The words of each table's name after those that nearly all share, which name the system. */
  public static List<List<String>> words(CodeGraph graph) {
    List<List<String>> names =
        graph.tables().stream().map(each -> Words.split(each.name())).toList();
    int common = Packages.commonPrefix(names).size();
    return names.stream()
        .map(each -> each.stream().skip(common).map(Words::stem).toList())
        .toList();
  }

  /** How much each type has to do with tables of each group. */
  private static SortedMap<Integer, SortedMap<Integer, Integer>> uses(
      CodeGraph graph, int[] groups) {
    SortedMap<Integer, SortedMap<Integer, Integer>> uses = new TreeMap<>();
    for (CodeGraph.TableUse each : graph.uses()) {
      uses.computeIfAbsent(each.type(), any -> new TreeMap<>())
          .merge(groups[each.table()], each.maps() ? MAPPED : 1, Integer::sum);
    }
    return uses;
  }
}
