package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which methods run in the transaction of which: calls and published events, without those that
 * leave it. Beside methods it has a node for each place that accesses tables.
 */
final class CallGraph {
  private static final int[] NONE = {};

  private final CodeBase code;
  private final Events events;
  private final Dispatches dispatches;
  private final Map<JavaMethod, Set<JavaMethod>> notFollowed = new ConcurrentHashMap<>();
  private final List<JavaMethod> methods = new ArrayList<>();
  private final Map<JavaMethod, Integer> ids = new HashMap<>();
  private final HandedOver handedOver;
  private final Set<JavaMethod> leaving = new HashSet<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Called, List<Integer>> placed = new ConcurrentHashMap<>();
  private final Map<JavaMethod, List<Relay>> relays = new ConcurrentHashMap<>();
  private final int[][] edges;

  /** A name of a method as it is called on a type. */
  private record Called(TypeRef receiver, String method) {}

  /**
   * @param accessed names of class and method that access tables, as {@link #place} writes them
   */
  CallGraph(
      CodeBase code,
      Events events,
      Wires wires,
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
    dispatches = new Dispatches(code, wires, methods);
    handedOver = new HandedOver(code, dispatches);
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
      boolean within = Dispatches.isWithin(call);
      List<JavaMethod> reached = dispatches.reached(call, target);
      List<Relay> chosen = relays.getOrDefault(call.caller(), List.of());
      for (JavaMethod each : followed(reached, target)) {
        if (within || (!leaves(each) && !leaves(target))) {
          if (chosen.stream().noneMatch(relay -> relay.call().equals(call) && relay.isTo(each))) {
            add(each, to);
          }
          for (Relay relay : relays.getOrDefault(each, List.of())) {
            followed(relay.heard(code, call), relay.target()).stream()
                .filter(heard -> !leaves(heard))
                .forEach(heard -> add(heard, to));
          }
        }
      }
      if (within || !leaves(target)) {
        dispatches.hooks(call, target).forEach(each -> add(each, to));
        handedOver
            .calledBack(call, target, !Dispatches.isTooMany(reached))
            .forEach(each -> add(each, to));
      }
    }
    places(call, target, to);
  }

  /** Those that a call is followed into: none where it is open which of very many runs. */
  private List<JavaMethod> followed(List<JavaMethod> all, JavaMethod target) {
    if (!Dispatches.isTooMany(all)) {
      return all;
    }
    notFollowed.computeIfAbsent(target, any -> ConcurrentHashMap.newKeySet()).addAll(all);
    return node(target) < 0 ? List.of() : List.of(target);
  }

  private void places(Call call, @Nullable JavaMethod target, Set<Integer> to) {
    List<Relay> own = relays.getOrDefault(call.caller(), List.of());
    if (!call.receiver().known() || own.stream().anyMatch(each -> each.call().equals(call))) {
      return;
    }
    Integer declared = places.get(place(call.receiver().name(), call.name()));
    if (declared != null) {
      to.add(declared);
    }
    if (target == null) {
      to.addAll(placesOf(call.receiver(), call.name()));
    } else {
      for (TypeRef each : dispatches.receivers(call, target)) {
        to.addAll(placesOf(each, call.name()));
      }
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
      if (target != null && target.owner().isProject()) {
        List<JavaMethod> reached = dispatches.reached(each, target);
        handedOver.note(each, target, reached);
        Relay found = target.hasBody() ? null : Relay.of(code, each, target, () -> reached);
        if (found != null) {
          all.add(found);
        }
      }
    }
    if (!all.isEmpty()) {
      relays.put(method, all);
    }
  }

  private boolean leaves(JavaMethod method) {
    return leaving.contains(method);
  }

  /**
   * Nodes of places that a method called on any object of a type has: a generic class accesses
   * tables in the name of the subclass that says which.
   */
  List<Integer> placesOf(TypeRef type, String method) {
    return placed.computeIfAbsent(
        new Called(type, method),
        key -> {
          Integer own = places.get(place(type.name(), method));
          Set<Integer> all = new TreeSet<>();
          for (JavaType each : dispatches.withSubtypes(type)) {
            Integer node = places.get(place(each.name(), method));
            if (node != null) {
              all.add(node);
            }
          }
          if (all.size() > Dispatches.MOST) {
            all.clear();
          }
          if (own != null) {
            all.add(own);
          }
          return List.copyOf(all);
        });
  }

  /** Calls that would reach tables, but that are not followed: too many implement the method. */
  List<Unread> notFollowed(Reachability reachability) {
    List<Unread> all = new ArrayList<>();
    for (JavaMethod each : methods) {
      Set<JavaMethod> open = notFollowed.getOrDefault(each, Set.of());
      boolean reaches =
          open.stream().map(this::node).anyMatch(i -> i >= 0 && !reachability.of(i).isEmpty());
      if (reaches) {
        all.add(
            new Unread(
                each.owner().file(),
                each.line(),
                "transactions are not followed into the "
                    + open.stream().filter(JavaMethod::hasBody).count()
                    + " implementations of "
                    + each.owner().simpleName()
                    + "."
                    + each.name()));
      }
    }
    return all;
  }
}
