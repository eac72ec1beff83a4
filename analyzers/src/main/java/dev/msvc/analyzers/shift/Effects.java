package dev.msvc.analyzers.shift;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.analyzers.call.Reached;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.TransactionFact;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which rows a request changes, as far as calls are seen. */
final class Effects {
  private final Reached reached;

  Effects(ContextMap map) {
    this.reached = new Reached(map);
  }

  /** Where a handler's requests change rows: a place by each table. */
  SortedMap<String, String> of(EntryPoint entry) {
    SortedMap<String, String> tables = new TreeMap<>();
    for (MethodGraph.Method each : reached.methods(entry)) {
      for (Access access : reached.accesses(each)) {
        if (access.op().writes()) {
          tables.merge(
              ContextMap.key(access.table()),
              "%s, %s".formatted(ExplainedName.of(each.type(), each.name()), access.place()),
              (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
      }
    }
    reached.transactions(entry).forEach(own -> add(own, tables));
    return tables;
  }

  private static void add(TransactionFact own, SortedMap<String, String> tables) {
    for (String table : own.writes()) {
      if (!own.uncertain().contains(table)) {
        tables.putIfAbsent(
            ContextMap.key(table),
            "%s, %s".formatted(ExplainedName.of(own.className(), own.method()), own.place()));
      }
    }
  }
}
