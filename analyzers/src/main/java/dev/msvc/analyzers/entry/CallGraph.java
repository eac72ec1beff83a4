package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which methods run in the transaction of which: calls and published events, without those that
 * leave it. Beside methods it has a node for each place that accesses tables.
 */
final class CallGraph {
  private static final int[] NONE = {};

  private final CodeBase code;
  private final Events events;
  private final List<JavaMethod> methods = new ArrayList<>();
  private final Map<JavaMethod, Integer> ids = new HashMap<>();
  private final Set<JavaMethod> leaving = new HashSet<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Dispatch, List<JavaMethod>> dispatched = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> placed = new ConcurrentHashMap<>();
  private final Map<String, List<JavaType>> families = new ConcurrentHashMap<>();
  private final Map<JavaType, Lineage> lineages = new ConcurrentHashMap<>();
  private final Map<JavaMethod, List<Relay>> relays = new ConcurrentHashMap<>();
  private final int[][] edges;

  /** A method as it is called on a type. */
  private record Dispatch(String receiver, JavaMethod declared) {}

  /**
   * @param accessed names of class and method that access tables, as {@link #place} writes them
   */
  CallGraph(
      CodeBase code,
      Events events,
      Map<JavaMethod, TransactionAttribute> attributes,
      List<String> accessed) {
    this.code = code;
    this.events = events;
    MetaAnnotations meta = new MetaAnnotations(code);
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        ids.put(method, methods.size());
        methods.add(method);
        TransactionAttribute attribute = attributes.get(method);
        if ((attribute != null && attribute.leavesCaller()) || Events.isAsync(meta, method)) {
          leaving.add(method);
        }
      }
    }
    for (String each : accessed) {
      places.putIfAbsent(each, methods.size() + places.size());
    }
    Workers.each(methods, this::findRelays);
    edges = new int[methods.size() + places.size()][];
    Workers.each(IntStream.range(0, edges.length).boxed().toList(), i -> edges[i] = edgesOf(i));
  }

  static String place(String className, String method) {
    return className + "#" + method;
  }

  int size() {
    return edges.length;
  }

  /** Methods in the order of their nodes. */
  List<JavaMethod> methods() {
    return methods;
  }

  /** Nodes of places that access tables, by name. */
  Map<String, Integer> places() {
    return places;
  }

  int node(JavaMethod method) {
    return ids.getOrDefault(method, -1);
  }

  int[] edges(int node) {
    return edges[node];
  }

  private int[] edgesOf(int node) {
    if (node >= methods.size()) {
      return NONE;
    }
    JavaMethod method = methods.get(node);
    Set<Integer> all = new TreeSet<>();
    Integer own = places.get(place(method.owner().name(), method.name()));
    if (own != null) {
      all.add(own);
    }
    for (Call each : method.calls()) {
      call(each, all);
      TypeRef event = events.published(each);
      if (event != null) {
        published(event, all);
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private void published(TypeRef event, Set<Integer> to) {
    for (Events.Handler each : events.heardBy(event)) {
      if (each.inTransaction() && !leaves(each.method())) {
        to.add(node(each.method()));
      }
    }
  }

  private void call(Call call, Set<Integer> to) {
    JavaMethod target = call.target();
    if (target != null && target.owner().isProject()) {
      boolean within = isWithin(call);
      List<Relay> chosen = relays.getOrDefault(call.caller(), List.of());
      for (JavaMethod each : reached(call, target)) {
        if (within || (!leaves(each) && !leaves(target))) {
          if (chosen.stream().noneMatch(relay -> relay.call().equals(call) && relay.isTo(each))) {
            add(each, to);
          }
          for (Relay relay : relays.getOrDefault(each, List.of())) {
            relay.heard(code, call).stream().filter(h -> !leaves(h)).forEach(h -> add(h, to));
          }
        }
      }
    }
    List<Relay> own = relays.getOrDefault(call.caller(), List.of());
    if (call.receiver().known() && own.stream().noneMatch(each -> each.call().equals(call))) {
      to.addAll(placesOf(call.receiver().name(), call.name()));
    }
  }

  private void add(JavaMethod method, Set<Integer> to) {
    int node = node(method);
    if (node >= 0) {
      to.add(node);
    }
  }

  private void findRelays(JavaMethod method) {
    List<Relay> all = new ArrayList<>(0);
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (target != null && target.owner().isProject() && !target.hasBody()) {
        Relay found = Relay.of(code, each, () -> reached(each, target));
        if (found != null) {
          all.add(found);
        }
      }
    }
    if (!all.isEmpty()) {
      relays.put(method, all);
    }
  }

  /** Whether a call stays in its object, where no container sees it. */
  private static boolean isWithin(Call call) {
    return call.expression() instanceof Expr.Call written
        && (written.scope() == null
            || written.scope() instanceof Expr.This
            || written.scope() instanceof Expr.Super);
  }

  private boolean leaves(JavaMethod method) {
    return leaving.contains(method);
  }

  private List<JavaMethod> reached(Call call, JavaMethod target) {
    boolean fixed =
        target.isStatic()
            || target.isConstructor()
            || (call.expression() instanceof Expr.Call written
                && written.scope() instanceof Expr.Super);
    if (fixed) {
      return List.of(target);
    }
    String receiver = call.receiver().known() ? call.receiver().name() : target.owner().name();
    return dispatched.computeIfAbsent(new Dispatch(receiver, target), this::dispatch);
  }

  private List<JavaMethod> dispatch(Dispatch call) {
    JavaMethod declared = call.declared();
    JavaType receiver = code.project(call.receiver());
    List<JavaMethod> all =
        receiver == null ? List.of() : implementations(receiver.name(), declared);
    if (all.isEmpty()) {
      all = implementations(declared.owner().name(), declared);
    }
    if (all.isEmpty()) {
      all = code.implementations(declared);
    }
    if (declared.hasBody()) {
      return all;
    }
    List<JavaMethod> withItself = new ArrayList<>(all);
    withItself.add(declared);
    return withItself;
  }

  /** What runs when a method is called on any object of a type: declared there or inherited. */
  private List<JavaMethod> implementations(String type, JavaMethod declared) {
    Set<JavaMethod> all = new LinkedHashSet<>();
    for (JavaType each : withSubtypes(type)) {
      JavaMethod found =
          lineages.computeIfAbsent(each, some -> Lineage.of(code, some)).implementation(declared);
      if (found != null) {
        all.add(found);
      }
    }
    return List.copyOf(all);
  }

  private List<JavaType> withSubtypes(String name) {
    return families.computeIfAbsent(
        name,
        key -> {
          JavaType type = code.project(key);
          List<JavaType> all = new ArrayList<>();
          if (type != null) {
            all.add(type);
            all.addAll(code.subtypes(key));
          }
          return all;
        });
  }

  /**
   * Nodes of places that a method called on any object of a type has: a generic class accesses
   * tables in the name of the subclass that says which.
   */
  List<Integer> placesOf(String type, String method) {
    return placed.computeIfAbsent(
        place(type, method),
        key -> {
          Set<Integer> all = new TreeSet<>();
          Integer own = places.get(key);
          if (own != null) {
            all.add(own);
          }
          for (JavaType each : withSubtypes(type)) {
            Integer node = places.get(place(each.name(), method));
            if (node != null) {
              all.add(node);
            }
          }
          return List.copyOf(all);
        });
  }
}
