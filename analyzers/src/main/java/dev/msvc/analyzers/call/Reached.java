package dev.msvc.analyzers.call;

import dev.msvc.analyzers.call.MethodGraph.Method;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the code behind entry points reads and writes, as far as calls are seen. */
public final class Reached {
  private static final int HIGHEST = 20;

  private final ContextMap map;
  private final MethodGraph graph;
  private final Map<Method, List<Access>> accesses = new HashMap<>();
  private final Map<Method, List<TransactionFact>> transactions = new HashMap<>();

  public Reached(ContextMap map) {
    this.map = map;
    this.graph = new MethodGraph(map);
    for (Access each : map.facts().accesses()) {
      if (!each.isMigration() && !each.className().isEmpty()) {
        accesses
            .computeIfAbsent(new Method(each.className(), each.method()), none -> new ArrayList<>())
            .add(each);
      }
    }
    for (TransactionFact each : map.facts().transactions()) {
      transactions
          .computeIfAbsent(new Method(each.className(), each.method()), none -> new ArrayList<>())
          .add(each);
    }
  }

  /** The accesses of a method itself. */
  public List<Access> accesses(Method method) {
    return accesses.getOrDefault(method, List.of());
  }

  /** The transactions that an entry point's own method is, or starts. */
  public List<TransactionFact> transactions(EntryPoint entry) {
    return transactions.getOrDefault(new Method(entry.className(), entry.method()), List.of());
  }

  /** Methods behind an entry point, with its own. */
  public Set<Method> methods(EntryPoint entry) {
    return methods(entry, graph::reached);
  }

  /** The same without those of which several may run and one does. */
  public Set<Method> sureMethods(EntryPoint entry) {
    return methods(entry, graph::surelyReached);
  }

  private Set<Method> methods(EntryPoint entry, BiFunction<String, String, Set<Method>> behind) {
    Set<Method> reached = new HashSet<>();
    @Nullable TypeFact at = map.type(entry.className());
    if (entry.method().isEmpty()) {
      for (MethodFact each : at == null ? List.<MethodFact>of() : at.methods()) {
        reached.add(new Method(entry.className(), each.name()));
        reached.addAll(behind.apply(entry.className(), each.name()));
      }
      return reached;
    }
    reached.add(new Method(entry.className(), entry.method()));
    reached.addAll(behind.apply(entry.className(), entry.method()));
    // a handler may be inherited
    for (int i = 0; at != null && reached.size() < 2 && i < HIGHEST; i++) {
      String above = at.superclass();
      if (above == null) {
        break;
      }
      reached.add(new Method(above, entry.method()));
      reached.addAll(behind.apply(above, entry.method()));
      at = map.type(above);
    }
    return reached;
  }

  /** Whether a call of one of them may run so many others that none of these is followed. */
  public boolean isOpen(Set<Method> methods) {
    return methods.stream().anyMatch(graph::isOpen);
  }
}
