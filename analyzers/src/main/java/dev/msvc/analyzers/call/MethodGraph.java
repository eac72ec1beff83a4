package dev.msvc.analyzers.call;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which method calls which, with overloads as one. A call of a method that subtypes have, too, may
 * run those; where very many have it, none of them is followed.
 */
public final class MethodGraph {
  private static final int MOST = 12;

  /** A method of a type. */
  public record Method(String type, String name) {}

  /**
   * One method that calls another, or that may run as another.
   *
   * @param line 0 where one runs as the other, or calls another of its own type
   * @param repeated whether that is in a loop
   */
  public record Edge(int from, int to, int line, boolean repeated) {}

  private final Map<String, TypeFact> types = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<String, Set<String>> declared = new HashMap<>();
  private final Map<Method, Integer> numbers = new HashMap<>();
  private final List<Method> methods = new ArrayList<>();
  private final List<List<Edge>> edges = new ArrayList<>();
  private final Set<Method> unfollowed = new HashSet<>();
  private final InheritedHandlers inherited;

  public MethodGraph(ContextMap map) {
    Map<String, Map<String, Set<Integer>>> repeated = new HashMap<>();
    for (TypeFact type : map.facts().types()) {
      types.put(type.name(), type);
      Set<String> names = new HashSet<>();
      for (MethodFact each : type.methods()) {
        names.add(each.name());
        if (!each.repeated().isEmpty()) {
          repeated
              .computeIfAbsent(type.name(), name -> new HashMap<>())
              .computeIfAbsent(each.name(), name -> new HashSet<>())
              .addAll(each.repeated());
        }
      }
      declared.put(type.name(), names);
      if (type.superclass() != null) {
        subtypes.computeIfAbsent(type.superclass(), name -> new HashSet<>()).add(type.name());
      }
      type.interfaces()
          .forEach(
              each -> subtypes.computeIfAbsent(each, name -> new HashSet<>()).add(type.name()));
    }
    // what a class does by an inherited method is as if it had the method itself
    for (Access each : map.facts().accesses()) {
      if (!each.method().isEmpty()) {
        declared.computeIfAbsent(each.className(), name -> new HashSet<>()).add(each.method());
      }
    }
    for (TypeFact type : map.facts().types()) {
      for (MethodFact each : type.methods()) {
        for (String own : each.ownCalls()) {
          boolean loops = each.ownRepeated().contains(own);
          call(new Method(type.name(), each.name()), new Method(type.name(), own), 0, loops);
        }
      }
    }
    List<Method> behind = new ArrayList<>();
    for (Reference each : map.facts().references()) {
      if (isCall(each)) {
        boolean loops =
            repeated
                .getOrDefault(each.from(), Map.of())
                .getOrDefault(each.fromMember(), Set.of())
                .contains(each.line());
        call(
            new Method(each.from(), each.fromMember()),
            new Method(each.to(), each.toMember()),
            each.line(),
            loops);
        if (each.kind() == ReferenceKind.WIRED) {
          behind.add(new Method(each.to(), each.toMember()));
        }
      }
    }
    inherited = new InheritedHandlers(types, this);
    behind.forEach(each -> inherited.add(each.type(), each.name()));
    map.facts().entryPoints().forEach(each -> inherited.add(each.className(), each.method()));
  }

  /** Whether it is a call, also one of an interface whose sources are elsewhere. */
  private static boolean isCall(Reference reference) {
    return (reference.kind() == ReferenceKind.CALL || reference.kind() == ReferenceKind.WIRED)
        && !reference.toMember().isEmpty();
  }

  void call(Method from, Method to, int line, boolean repeated) {
    int target = number(to);
    edges.get(number(from)).add(new Edge(number(from), target, line, repeated));
  }

  int number(Method method) {
    Integer known = numbers.get(method);
    if (known != null) {
      return known;
    }
    int number = methods.size();
    numbers.put(method, number);
    methods.add(method);
    edges.add(new ArrayList<>());
    for (String each : implementing(method)) {
      edges.get(number).add(new Edge(number, number(new Method(each, method.name())), 0, false));
    }
    return number;
  }

  /** Subtypes that have a method of that name; none where they are too many. */
  private List<String> implementing(Method method) {
    List<String> found = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(subtypes.getOrDefault(method.type(), Set.of()));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < 1000) {
      String next = open.pop();
      if (seen.add(next)) {
        if (declared.getOrDefault(next, Set.of()).contains(method.name())) {
          found.add(next);
        }
        open.addAll(subtypes.getOrDefault(next, Set.of()));
      }
    }
    found.sort(null);
    if (found.size() > MOST) {
      unfollowed.add(method);
      return List.of();
    }
    return found;
  }

  /** Whether a type has a method of that name itself, so that a call of it is no use of a field. */
  public boolean isMethod(Method method) {
    TypeFact type = types.get(method.type());
    return type == null
        || declared.getOrDefault(method.type(), Set.of()).contains(method.name())
        || type.fields().stream().noneMatch(each -> each.name().equals(method.name()));
  }

  /** Whether a call of a method may run so many others that none of them is followed. */
  public boolean isOpen(Method method) {
    return unfollowed.contains(method);
  }

  /** Where the code of a method stands: itself, or the one above whose code it inherits. */
  public Method body(int number) {
    Method method = methods.get(number);
    return inherited.body(method);
  }

  /** Methods of classes that inherit the code of this one for handlers of requests. */
  public List<Integer> inheriting(String type, String name) {
    return inherited.inheriting(new Method(type, name)).stream().map(this::number).toList();
  }

  public int size() {
    return methods.size();
  }

  public Method method(int number) {
    return methods.get(number);
  }

  /** The number of a method; -1 where nothing is called there. */
  public int find(String type, String name) {
    return numbers.getOrDefault(new Method(type, name), -1);
  }

  public List<Edge> edges(int number) {
    return edges.get(number);
  }

  /**
   * What a call of a method runs: the method, or in its place those that implement it where it is
   * one of an interface and they are known.
   */
  public int[] runs(int number) {
    if (!isOpen(number)) {
      return new int[] {number};
    }
    return edges.get(number).stream()
        .filter(each -> isImplemented(number, each) && !isOpen(each.to()))
        .mapToInt(Edge::to)
        .toArray();
  }

  /** Methods of subtypes that may run in the place of a method. */
  public int[] overriding(int number) {
    return edges.get(number).stream().filter(this::isOverriding).mapToInt(Edge::to).toArray();
  }

  /** Whether an edge leads to what may run in the place of a method, and is no call. */
  public boolean isOverriding(Edge edge) {
    return isImplemented(edge.from(), edge);
  }

  private boolean isOpen(int number) {
    TypeFact type = types.get(methods.get(number).type());
    return type != null
        && type.kind() == TypeKind.INTERFACE
        && edges.get(number).stream().anyMatch(each -> isImplemented(number, each));
  }

  private boolean isImplemented(int number, Edge edge) {
    Method one = methods.get(number);
    Method other = methods.get(edge.to());
    return edge.line() == 0 && one.name().equals(other.name()) && !one.type().equals(other.type());
  }

  /** Methods that a method calls, directly or by others, and itself; none for an unknown one. */
  public Set<Method> reached(String type, String name) {
    return reached(List.of(new Method(type, name)));
  }

  /** The same without those of which several may run and one does. */
  public Set<Method> surelyReached(String type, String name) {
    return reached(List.of(new Method(type, name)), true);
  }

  /** Methods that any of some methods calls, directly or by others, and those that are known. */
  public Set<Method> reached(Collection<Method> from) {
    return reached(from, false);
  }

  private Set<Method> reached(Collection<Method> from, boolean surely) {
    Set<Method> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Method each : from) {
      int first = numbers.getOrDefault(each, -1);
      if (first >= 0) {
        open.add(first);
      }
    }
    while (!open.isEmpty()) {
      int next = open.pop();
      if (reached.add(methods.get(next))) {
        // its code is that of the class above, and what that calls of itself is the class's own
        reached.add(body(next));
        List<Edge> all = edges.get(next);
        boolean chosen =
            surely && all.stream().filter(each -> isImplemented(next, each)).limit(2).count() > 1;
        for (Edge each : all) {
          if (!chosen || !isImplemented(next, each)) {
            open.push(each.to());
          }
        }
      }
    }
    return reached;
  }
}
