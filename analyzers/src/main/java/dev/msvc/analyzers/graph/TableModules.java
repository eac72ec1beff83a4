package dev.msvc.analyzers.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    List<@Nullable String> words = firstWords(graph);
    SortedMap<String, List<Integer>> tables = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word != null) {
        tables.computeIfAbsent(word, any -> new ArrayList<>()).add(graph.types().size() + i);
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
    uses(graph, groups).forEach((type, uses) -> groups[type] = ofMost(uses));
    ties(graph, groups).forEach((type, ties) -> groups[type] = ofMost(ties));
    return List.of(groups);
  }

  /** The first word of each table's name that does not name the whole system; null for none. */
  private static List<@Nullable String> firstWords(CodeGraph graph) {
    List<List<String>> names =
        graph.tables().stream().map(each -> Words.split(each.name())).toList();
    int common = Packages.commonPrefix(names).size();
    List<@Nullable String> first = new ArrayList<>();
    for (List<String> each : names) {
      first.add(each.size() > common ? Words.stem(each.get(common)) : null);
    }
    return first;
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

  private static int ofMost(SortedMap<Integer, Integer> uses) {
    int all = uses.values().stream().mapToInt(Integer::intValue).sum();
    return uses.entrySet().stream()
        .filter(each -> each.getValue() * 3 >= all * 2)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }
}
