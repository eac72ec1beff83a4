package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Lock;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
    SortedMap<String, String> now = moved(graph, lock);
    lock.classes()
        .forEach(
            (name, id) ->
                put(told, graph.node(now.getOrDefault(name, name)), labels.getOrDefault(id, -1)));
    lock.unplaced()
        .forEach(
            (name, placement) -> put(told, graph.node(now.getOrDefault(name, name)), placement));
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

  /**
   * Accepted classes that are gone while one new class has their simple name: they were moved to
   * another package or module.
   */
  static SortedMap<String, String> moved(CodeGraph graph, Lock lock) {
    SortedSet<String> accepted = new TreeSet<>(lock.classes().keySet());
    accepted.addAll(lock.unplaced().keySet());
    Map<String, List<String>> gone = new TreeMap<>();
    for (String name : accepted) {
      int node = graph.node(name);
      if (node < 0 || !graph.types().get(node).name().equals(name)) {
        gone.computeIfAbsent(simple(name), s -> new ArrayList<>()).add(name);
      }
    }
    Map<String, List<String>> fresh = new TreeMap<>();
    for (TypeFact type : graph.types()) {
      if (!accepted.contains(type.name())) {
        fresh.computeIfAbsent(type.simpleName(), s -> new ArrayList<>()).add(type.name());
      }
    }
    SortedMap<String, String> moved = new TreeMap<>();
    gone.forEach(
        (simple, names) -> {
          List<String> to = fresh.getOrDefault(simple, List.of());
          if (names.size() == 1 && to.size() == 1) {
            moved.put(names.get(0), to.get(0));
          }
        });
    return moved;
  }

  private static String simple(String name) {
    int module = name.indexOf('@');
    String bare = module < 0 ? name : name.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
