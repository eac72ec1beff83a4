package dev.msvc.analyzers.cut;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TransactionFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs in a transaction, as far as calls show. Not for several threads. */
final class Run {
  private final ContextMap map;
  private @Nullable MethodGraph calls;

  /** Of the transaction that was asked for last: of all they would be too many. */
  private MethodGraph.@Nullable Method followed;

  private Set<MethodGraph.Method> reached = Set.of();
  private Set<String> types = Set.of();

  /** Methods that write, by table. */
  private final Map<String, Set<MethodGraph.Method>> written = new HashMap<>();

  Run(ContextMap map) {
    this.map = map;
  }

  /** Whether the method of an access is called, or how its class is called is not seen. */
  boolean holds(Access access, TransactionFact transaction) {
    follow(new MethodGraph.Method(transaction.className(), transaction.method()));
    return !types.contains(access.className())
        || reached.contains(new MethodGraph.Method(access.className(), access.method()));
  }

  /** Whether a method, or what it calls, writes one of some tables. */
  boolean writes(String className, String method, Set<String> tables) {
    Set<MethodGraph.Method> all = graph().reached(className, method);
    if (written.isEmpty()) {
      for (Access each : map.facts().accesses()) {
        if (each.op().writes() && !each.isMigration()) {
          written
              .computeIfAbsent(ContextMap.key(each.table()), table -> new HashSet<>())
              .add(new MethodGraph.Method(each.className(), each.method()));
        }
      }
    }
    MethodGraph.Method own = new MethodGraph.Method(className, method);
    return tables.stream()
        .map(each -> written.getOrDefault(ContextMap.key(each), Set.of()))
        .anyMatch(each -> each.contains(own) || each.stream().anyMatch(all::contains));
  }

  private MethodGraph graph() {
    MethodGraph graph = calls;
    if (graph == null) {
      graph = new MethodGraph(map);
      calls = graph;
    }
    return graph;
  }

  private void follow(MethodGraph.Method begins) {
    if (begins.equals(followed)) {
      return;
    }
    reached = graph().reached(begins.type(), begins.name());
    Set<String> all = new HashSet<>();
    reached.forEach(each -> all.add(each.type()));
    types = all;
    followed = begins;
  }
}
