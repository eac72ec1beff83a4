package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.cache.Numbers;
import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.Access;
import dev.msvc.model.Facts;
import dev.msvc.model.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the methods of some types go: each to the group that it reaches most often. */
final class Ways {
  private final Map<Integer, SortedMap<Integer, List<String>>> methods;

  private Ways(Map<Integer, SortedMap<Integer, List<String>>> methods) {
    this.methods = methods;
  }

  /**
   * The ways of the types that are asked for.
   *
   * @param groups of each type and table; -1 for what is no way out
   * @param wanted by the node of the type
   */
  static Ways of(Facts facts, CodeGraph graph, int[] groups, boolean[] wanted) {
    Map<Integer, SortedMap<Integer, List<String>>> methods = new TreeMap<>();
    counts(facts, graph, groups, wanted)
        .forEach((type, byMethod) -> methods.put(type, byGroup(byMethod)));
    return new Ways(methods);
  }

  /** All that the ways of some types depend on, whatever the groups. */
  static void seen(Facts facts, CodeGraph graph, boolean[] wanted, Numbers seen) {
    int[] alone = new int[graph.size()];
    Arrays.setAll(alone, node -> node);
    counts(facts, graph, alone, wanted)
        .forEach(
            (type, byMethod) -> {
              seen.add(type, byMethod.size());
              byMethod.forEach(
                  (method, nodes) -> {
                    seen.add(method).add(nodes.size());
                    nodes.forEach((node, count) -> seen.add(node, count));
                  });
            });
  }

  /** How often each method reaches each group. */
  private static Map<Integer, SortedMap<String, SortedMap<Integer, Integer>>> counts(
      Facts facts, CodeGraph graph, int[] groups, boolean[] wanted) {
    Map<Integer, SortedMap<String, SortedMap<Integer, Integer>>> counts = new TreeMap<>();
    for (Reference reference : facts.references()) {
      int from = graph.node(reference.from());
      if (from >= 0 && wanted[from] && !reference.fromMember().isEmpty()) {
        int to = graph.node(reference.to());
        if (to >= 0 && to != from) {
          count(counts, from, reference.fromMember(), groups[to]);
        }
      }
    }
    for (Access access : facts.accesses()) {
      int from = graph.node(access.className());
      if (from >= 0 && wanted[from] && !access.method().isEmpty() && !access.isMigration()) {
        int table = graph.tableNode(access.table());
        if (table >= 0) {
          count(counts, from, access.method(), groups[table]);
        }
      }
    }
    return counts;
  }

  private static void count(
      Map<Integer, SortedMap<String, SortedMap<Integer, Integer>>> counts,
      int type,
      String method,
      int group) {
    if (group >= 0) {
      counts
          .computeIfAbsent(type, any -> new TreeMap<>())
          .computeIfAbsent(method, any -> new TreeMap<>())
          .merge(group, 1, Integer::sum);
    }
  }

  private static SortedMap<Integer, List<String>> byGroup(
      SortedMap<String, SortedMap<Integer, Integer>> byMethod) {
    SortedMap<Integer, TreeSet<String>> methods = new TreeMap<>();
    byMethod.forEach(
        (method, groups) ->
            groups.entrySet().stream()
                .max(
                    Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .ifPresent(
                    most ->
                        methods
                            .computeIfAbsent(most.getKey(), any -> new TreeSet<>())
                            .add(method)));
    SortedMap<Integer, List<String>> sorted = new TreeMap<>();
    methods.forEach((group, names) -> sorted.put(group, List.copyOf(names)));
    return sorted;
  }

  /** The methods of a type that leave it, by where they go; none for a type not asked for. */
  SortedMap<Integer, List<String>> of(int type) {
    return methods.getOrDefault(type, new TreeMap<>());
  }
}
