package dev.msvc.analyzers.graph;

import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The view of packages and modules: groups that the authors made and named after the domain. */
public final class Packages {
  private Packages() {}

  /**
   * Ways in which folders group the types: by the first, the first two and the first three words of
   * the domain in their package below what all share, and by build module. Packages named after
   * layers, as {@code controller}, group nothing.
   *
   * @return for each way the group of each node, -1 for none
   */
  public static List<int[]> groupings(CodeGraph graph) {
    List<List<String>> domain =
        belowCommon(graph).stream()
            .map(path -> path.stream().filter(part -> !graph.terms().in(part).isEmpty()).toList())
            .toList();
    List<int[]> groupings = new ArrayList<>();
    for (int depth = 1; depth <= 3; depth++) {
      int d = depth;
      add(
          groupings,
          graph,
          domain.stream()
              .map(path -> path.size() < d ? "" : String.join(".", path.subList(0, d)))
              .toList());
    }
    add(groupings, graph, graph.types().stream().map(TypeFact::module).toList());
    return groupings;
  }

  /** The parts of each type's package below those that all types share. */
  public static List<List<String>> belowCommon(CodeGraph graph) {
    List<List<String>> paths = paths(graph);
    int common = commonPrefix(paths).size();
    return paths.stream()
        .map(path -> path.subList(Math.min(common, path.size()), path.size()))
        .toList();
  }

  /** The leading parts of packages that nearly all types share: they name the whole system. */
  public static List<String> common(CodeGraph graph) {
    return commonPrefix(paths(graph));
  }

  private static List<List<String>> paths(CodeGraph graph) {
    List<List<String>> paths = new ArrayList<>();
    for (TypeFact type : graph.types()) {
      paths.add(List.of(type.packageName().split("\\.")));
    }
    return paths;
  }

  private static void add(List<int[]> groupings, CodeGraph graph, List<String> labels) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[graph.size()];
    Arrays.fill(groups, -1);
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.get(i).isEmpty()) {
        groups[i] = numbers.computeIfAbsent(labels.get(i), label -> numbers.size());
      }
    }
    if (numbers.size() > 1) {
      groupings.add(groups);
    }
  }

  /** The leading parts that nine of ten share. */
  static List<String> commonPrefix(List<List<String>> paths) {
    List<String> prefix = new ArrayList<>();
    List<List<String>> sharing = paths;
    while (!sharing.isEmpty()) {
      int depth = prefix.size();
      Map<String, List<List<String>>> next =
          sharing.stream()
              .filter(path -> path.size() > depth)
              .collect(
                  Collectors.groupingBy(
                      path -> path.get(depth), TreeMap::new, Collectors.toList()));
      sharing = List.of();
      for (Map.Entry<String, List<List<String>>> each : next.entrySet()) {
        if (each.getValue().size() * 10 >= paths.size() * 9) {
          prefix.add(each.getKey());
          sharing = each.getValue();
          break;
        }
      }
    }
    return prefix;
  }
}
