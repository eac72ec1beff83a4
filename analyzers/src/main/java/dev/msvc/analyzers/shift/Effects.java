package dev.msvc.analyzers.shift;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rows a request changes, as far as calls are seen. */
final class Effects {
  private static final int HIGHEST = 20;

  private final ContextMap map;
  private final MethodGraph graph;
  private final Map<MethodGraph.Method, List<Access>> writes = new HashMap<>();
  private final Map<MethodGraph.Method, List<TransactionFact>> transactions = new HashMap<>();

  Effects(ContextMap map) {
    this.map = map;
    this.graph = new MethodGraph(map);
    for (Access each : map.facts().accesses()) {
      if (each.op().writes() && !each.isMigration() && !each.className().isEmpty()) {
        writes
            .computeIfAbsent(
                new MethodGraph.Method(each.className(), each.method()), none -> new ArrayList<>())
            .add(each);
      }
    }
    for (TransactionFact each : map.facts().transactions()) {
      transactions
          .computeIfAbsent(
              new MethodGraph.Method(each.className(), each.method()), none -> new ArrayList<>())
          .add(each);
    }
  }

  /** Where a handler's requests change rows: a place by each table. */
  SortedMap<String, String> of(EntryPoint entry) {
    SortedMap<String, String> tables = new TreeMap<>();
    for (MethodGraph.Method each : reached(entry)) {
      for (Access access : writes.getOrDefault(each, List.of())) {
        tables.merge(
            ContextMap.key(access.table()),
            "%s, %s".formatted(ExplainedName.of(each.type(), each.name()), access.place()),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    MethodGraph.Method handler = new MethodGraph.Method(entry.className(), entry.method());
    for (TransactionFact own : transactions.getOrDefault(handler, List.of())) {
      for (String table : own.writes()) {
        if (!own.uncertain().contains(table)) {
          tables.putIfAbsent(
              ContextMap.key(table),
              "%s, %s".formatted(ExplainedName.of(own.className(), own.method()), own.place()));
        }
      }
    }
    return tables;
  }

  private Set<MethodGraph.Method> reached(EntryPoint entry) {
    Set<MethodGraph.Method> reached = new HashSet<>();
    @Nullable TypeFact at = map.type(entry.className());
    if (entry.method().isEmpty()) {
      for (MethodFact each : at == null ? List.<MethodFact>of() : at.methods()) {
        reached.addAll(from(entry.className(), each.name()));
      }
      return reached;
    }
    reached.addAll(from(entry.className(), entry.method()));
    // a handler may be inherited
    for (int i = 0; at != null && reached.size() < 2 && i < HIGHEST; i++) {
      String above = at.superclass();
      if (above == null) {
        break;
      }
      reached.addAll(from(above, entry.method()));
      at = map.type(above);
    }
    return reached;
  }

  private Set<MethodGraph.Method> from(String type, String method) {
    Set<MethodGraph.Method> reached = new HashSet<>(graph.reached(type, method));
    reached.add(new MethodGraph.Method(type, method));
    return reached;
  }
}
