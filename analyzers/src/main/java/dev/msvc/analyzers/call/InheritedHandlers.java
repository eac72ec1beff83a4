package dev.msvc.analyzers.call;

import dev.msvc.analyzers.call.MethodGraph.Edge;
import dev.msvc.analyzers.call.MethodGraph.Method;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handlers that thin classes inherit: for each such class the inherited code calls what the class
 * has in place of its own, and not what all others have.
 */
final class InheritedHandlers {
  private static final int HIGHEST = 20;

  private final Map<String, TypeFact> types;
  private final MethodGraph graph;
  private final Map<Method, Method> bodies = new HashMap<>();
  private final Map<Method, Set<Method>> inheriting = new HashMap<>();

  InheritedHandlers(Map<String, TypeFact> types, MethodGraph graph) {
    this.types = types;
    this.graph = graph;
  }

  /** Where the code of a method stands. */
  Method body(Method method) {
    return bodies.getOrDefault(method, method);
  }

  /** Methods whose code is this one's. */
  Set<Method> inheriting(Method body) {
    return inheriting.getOrDefault(body, Set.of());
  }

  /** Follows a handler of a class, if another above has its code. */
  void add(String type, String handler) {
    Deque<String> open = new ArrayDeque<>(List.of(handler));
    while (!open.isEmpty()) {
      Method own = new Method(type, open.remove());
      Method body = bodies.containsKey(own) ? null : above(own);
      if (body != null) {
        bodies.put(own, body);
        inheriting.computeIfAbsent(body, any -> new LinkedHashSet<>()).add(own);
        int from = graph.number(own);
        for (Edge each : List.copyOf(graph.edges(graph.number(body)))) {
          if (!graph.isOverriding(each) && each.to() != from) {
            copy(own, body, each, open);
          }
        }
      }
    }
  }

  private void copy(Method own, Method body, Edge edge, Deque<String> open) {
    Method to = graph.method(edge.to());
    boolean ofItself = edge.line() == 0 && to.type().equals(body.type());
    if (ofItself) {
      open.add(to.name());
    }
    graph.call(
        own, ofItself ? new Method(own.type(), to.name()) : to, edge.line(), edge.repeated());
  }

  /** The method of the nearest class above that has it; null where the class has it itself. */
  private @Nullable Method above(Method method) {
    TypeFact type = types.get(method.type());
    for (int i = 0; type != null && i < HIGHEST; i++) {
      if (has(type, method.name())) {
        return i == 0 ? null : new Method(type.name(), method.name());
      }
      type = type.superclass() == null ? null : types.get(type.superclass());
    }
    return null;
  }

  private static boolean has(TypeFact type, String name) {
    return type.methods().stream().map(MethodFact::name).anyMatch(name::equals);
  }
}
