package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.References;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which context each type and table lies in. Contexts are numbered in the order of their names. */
final class Layout {
  private final List<String> names;
  private final int[] context;
  private final int[] nearest;
  private final Role[] roles;

  private Layout(List<String> names, int[] context, int[] nearest, Role[] roles) {
    this.names = names;
    this.context = context;
    this.nearest = nearest;
    this.roles = roles;
  }

  List<String> names() {
    return names;
  }

  /** The context of each type and table; -1 for none. */
  int[] context() {
    return context;
  }

  /** For each type its context, or the one that it has most to do with; -1 for none. */
  int[] nearest() {
    return nearest;
  }

  Role[] roles() {
    return roles;
  }

  /**
   * @param given names of some groups
   */
  static Layout of(CodeGraph graph, int[] groups, Roles found, SortedMap<Integer, String> given) {
    int types = graph.types().size();
    Role[] roles = found.roles().clone();
    int[] context = groups.clone();
    if (types > 0 && Arrays.stream(roles).noneMatch(role -> role == Role.MEMBER)) {
      // nothing to tell apart: what there is, is one context
      Arrays.fill(roles, Role.MEMBER);
      Arrays.fill(context, 0);
    }
    int[] members = new int[graph.size() + 1];
    for (int node = 0; node < types; node++) {
      if (roles[node] == Role.MEMBER) {
        members[context[node]]++;
      } else {
        context[node] = -1;
      }
    }
    for (int node = types; node < context.length; node++) {
      if (members[context[node]] == 0) {
        context[node] = -1;
      }
    }
    int[] compact = compacted(context);
    SortedMap<Integer, String> fixed = new TreeMap<>();
    for (int node = 0; node < types; node++) {
      String name = given.getOrDefault(groups[node], "");
      if (compact[node] >= 0 && !name.isEmpty() && !fixed.containsValue(name)) {
        fixed.putIfAbsent(compact[node], name);
      }
    }
    List<String> unsorted = Names.of(graph, compact, fixed);
    List<String> names = unsorted.stream().sorted().toList();
    int[] numbered = compact.clone();
    for (int node = 0; node < numbered.length; node++) {
      if (numbered[node] >= 0) {
        numbered[node] = names.indexOf(unsorted.get(numbered[node]));
      }
    }
    return new Layout(names, numbered, nearest(graph, numbered), roles);
  }

  private static int[] compacted(int[] context) {
    Map<Integer, Integer> numbers = new TreeMap<>();
    int[] result = new int[context.length];
    for (int node = 0; node < context.length; node++) {
      result[node] =
          context[node] < 0 ? -1 : numbers.computeIfAbsent(context[node], old -> numbers.size());
    }
    return result;
  }

  private static int[] nearest(CodeGraph graph, int[] context) {
    int types = graph.types().size();
    int[] nearest = Arrays.copyOf(context, types);
    Map<Integer, SortedMap<Integer, Double>> affinity = new TreeMap<>();
    for (CodeGraph.Link link : graph.links()) {
      double weight = References.weight(link.dependency().kinds());
      lean(affinity, context, link.from(), link.to(), weight);
      lean(affinity, context, link.to(), link.from(), weight);
    }
    for (CodeGraph.TableUse use : graph.uses()) {
      lean(affinity, context, use.type(), use.table(), 1);
    }
    affinity.forEach(
        (node, weights) ->
            weights.entrySet().stream()
                .max(
                    Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Double>comparingByKey().reversed()))
                .ifPresent(most -> nearest[node] = most.getKey()));
    return nearest;
  }

  private static void lean(
      Map<Integer, SortedMap<Integer, Double>> affinity,
      int[] context,
      int node,
      int other,
      double weight) {
    if (context[node] < 0 && context[other] >= 0) {
      affinity
          .computeIfAbsent(node, n -> new TreeMap<>())
          .merge(context[other], weight, Double::sum);
    }
  }
}
