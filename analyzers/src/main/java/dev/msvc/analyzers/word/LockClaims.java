package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Lock;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the classes and tables that {@code msvc.lock} has a place for. */
final class LockClaims {
  private static final String REASON = "accepted in " + Lock.FILE;

  private LockClaims() {}

  static Told of(CodeGraph graph, Lock lock) {
    Told told = Told.nothing(graph);
    SortedMap<String, Integer> labels = new TreeMap<>();
    lock.names()
        .forEach(
            (id, name) -> {
              labels.put(id, told.labels().size());
              told.labels().add(new Told.Label(name, id, false, new ArrayList<>()));
            });
    lock.classes().forEach((name, id) -> put(told, graph.node(name), labels.getOrDefault(id, -1)));
    lock.unplaced().forEach((name, placement) -> put(told, graph.node(name), placement));
    lock.tables()
        .forEach((name, id) -> put(told, graph.tableNode(name), labels.getOrDefault(id, -1)));
    return told;
  }

  private static void put(Told told, int node, int label) {
    if (node >= 0 && label >= 0) {
      told.label()[node] = label;
      told.labels().get(label).pins().add(node);
      told.reasons()[node] = REASON;
    }
  }

  private static void put(Told told, int node, Placement placement) {
    if (node >= 0) {
      told.placements()[node] = placement;
      told.reasons()[node] = REASON;
    }
  }
}
