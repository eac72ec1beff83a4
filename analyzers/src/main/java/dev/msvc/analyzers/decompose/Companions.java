package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each type stays with, whatever the runs say: its whole, or the layers of its aggregate. */
final class Companions {
  private static final int MOST = 2;

  private final CodeGraph graph;
  private final Map<Integer, Integer> wholes = new TreeMap<>();
  private final Map<Integer, List<Integer>> layers = new TreeMap<>();

  private Companions(CodeGraph graph) {
    this.graph = graph;
  }

  /**
   * The companions of all types.
   *
   * @param aggregates with each other node by itself
   */
  static Companions of(CodeGraph graph, List<List<Integer>> aggregates) {
    Companions companions = new Companions(graph);
    for (List<Integer> each : aggregates) {
      List<Integer> types = each.stream().filter(node -> !graph.isTable(node)).toList();
      types.forEach(node -> companions.layers.put(node, types));
    }
    for (CodeGraph.Part each : graph.parts()) {
      if (companions.layers.getOrDefault(each.part(), List.of()).contains(each.whole())) {
        companions.wholes.putIfAbsent(each.part(), each.whole());
      }
    }
    return companions;
  }

  /** Why a type is where others of its aggregate are; empty for one that has none. */
  String of(int node) {
    Integer whole = wholes.get(node);
    if (whole != null) {
      return "it lives and dies with " + name(whole);
    }
    List<Integer> others = new ArrayList<>(layers.getOrDefault(node, List.of()));
    others.remove((Integer) node);
    if (others.isEmpty()) {
      return "";
    }
    List<String> names = others.stream().limit(MOST).map(this::name).toList();
    int more = others.size() - names.size();
    return "it stays with its aggregate, %s%s"
        .formatted(
            String.join(more == 0 ? " and " : ", ", names),
            more == 0 ? "" : " and %d more".formatted(more));
  }

  private String name(int node) {
    return graph.types().get(node).simpleName();
  }
}
