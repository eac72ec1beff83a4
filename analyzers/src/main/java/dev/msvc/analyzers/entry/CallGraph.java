package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final Map<Called, List<Integer>> inherited = new ConcurrentHashMap<>();
  private final Map<JavaMethod, List<Relay>> relays = new ConcurrentHashMap<>();
  private final Runs runs;
  private final Map<Runs.Run, Integer> onObjects = new ConcurrentHashMap<>();
  private final AtomicInteger numbered = new AtomicInteger();
  private final Set<String> accessing = new HashSet<>();
  private final Queue<Runs.Run> found = new ConcurrentLinkedQueue<>();
  private int[][] edges;

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
      accessing.add(each.substring(each.lastIndexOf('#') + 1));
    }
    dispatches = new Dispatches(code, wires);
    runs = new Runs(code, dispatches, methods, this::differs);
    handedOver = new HandedOver(code, dispatches);
    Workers.each(methods, this::findRelays);
    int first = methods.size() + places.size();
    edges = new int[first][];
    Arrays.fill(edges, NONE);
    Workers.each(methods, each -> edges[node(each)] = edgesOf(new Runs.Run(each, null)));
    while (!found.isEmpty()) {
      List<Runs.Run> next = new ArrayList<>();
      for (Runs.Run each = found.poll(); each != null; each = found.poll()) {
        next.add(each);
      }
      edges = Arrays.copyOf(edges, first + onObjects.size());
      Workers.each(next, each -> edges[node(each)] = edgesOf(each));
    }
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

  private int node(Runs.Run run) {
    if (run.on() == null) {
      return node(run.method());
    }
    return onObjects.computeIfAbsent(
        run,
        each -> {
          found.add(each);
          return methods.size() + places.size() + numbered.getAndIncrement();
        });
  }

  private int[] edgesOf(Runs.Run run) {
    JavaMethod method = run.method();
    Set<Integer> all = new TreeSet<>();
    Integer own = places.get(place(method.owner().name(), method.name()));
    if (own != null) {
      all.add(own);
    }
    for (Call each : method.calls()) {
      call(each, run.on(), all);
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

  private void call(Call call, @Nullable JavaType on, Set<Integer> to) {
    JavaMethod target = call.target();
    if (target != null && target.owner().isProject()) {
      boolean within = Dispatches.isWithin(call);
      List<Runs.Run> reached = runs.of(call, target, on);
      List<Relay> chosen = relays.getOrDefault(call.caller(), List.of());
      for (Runs.Run run : followed(reached, target)) {
        JavaMethod each = run.method();
        if (within || (!leaves(each) && !leaves(target))) {
          if (chosen.stream().noneMatch(relay -> relay.call().equals(call) && relay.isTo(each))) {
            add(run, to);
          }
          for (Relay relay : relays.getOrDefault(each, List.of())) {
            List<Runs.Run> heard =
                relay.heard(code, call).stream().map(one -> new Runs.Run(one, null)).toList();
            for (Runs.Run one : followed(heard, relay.target())) {
              if (!leaves(one.method())) {
                add(one, to);
              }
            }
          }
        }
      }
      if (within || !leaves(target)) {
        handedOver
            .calledBack(call, target, !isTooMany(reached))
            .forEach(each -> add(new Runs.Run(each, null), to));
      }
    }
    places(call, target, on, to);
  }

  /** Those that a call is followed into: none where it is open which of very many runs. */
  private List<Runs.Run> followed(List<Runs.Run> all, JavaMethod target) {
    if (!isTooMany(all)) {
      return all;
    }
    Set<JavaMethod> open =
        notFollowed.computeIfAbsent(target, any -> ConcurrentHashMap.newKeySet());
    all.forEach(each -> open.add(each.method()));
    return node(target) < 0 ? List.of() : List.of(new Runs.Run(target, null));
  }

  private static boolean isTooMany(List<Runs.Run> all) {
    return all.size() > Dispatches.MOST
        && all.stream().filter(each -> each.method().hasBody()).limit(Dispatches.MOST + 1).count()
            > Dispatches.MOST;
  }

  private void places(
      Call call, @Nullable JavaMethod target, @Nullable JavaType on, Set<Integer> to) {
    List<Relay> own = relays.getOrDefault(call.caller(), List.of());
    if (!call.receiver().known() || own.stream().anyMatch(each -> each.call().equals(call))) {
      return;
    }
    if (target == null) {
      addPlace(call.receiver().name(), call.name(), to);
      to.addAll(placesOf(call.receiver(), call.name()));
      return;
    }
    JavaType receiver = code.project(call.receiver().name());
    if (receiver == null) {
      addPlace(call.receiver().name(), call.name(), to);
    } else {
      addPlace(receiver, call.name(), to);
    }
    if (on != null && runs.staysIn(on, call, target)) {
      dispatches.lineage(on).types().forEach(each -> addPlace(each, call.name(), to));
    } else {
      for (TypeRef each : dispatches.receivers(call, target)) {
        to.addAll(inherited.computeIfAbsent(new Called(each, call.name()), this::findInherited));
      }
    }
  }

  private void addPlace(String type, String method, Collection<Integer> to) {
    Integer node = places.get(place(type, method));
    if (node != null) {
      to.add(node);
    }
  }

  /** What a type accesses by a method that it does not write: the node of one that does has it. */
  private void addPlace(JavaType type, String method, Collection<Integer> to) {
    if (type.methods(method).stream().noneMatch(JavaMethod::hasBody)) {
      addPlace(type.name(), method, to);
    }
  }

  private List<Integer> findInherited(Called called) {
    if (!accessing.contains(called.method())) {
      return List.of();
    }
    Set<Integer> all = new TreeSet<>();
    for (JavaType each : dispatches.withSubtypes(called.receiver())) {
      addPlace(each, called.method(), all);
    }
    return all.size() > Dispatches.MOST ? List.of() : List.copyOf(all);
  }

  /** Whether a method accesses tables in the name of the class of its object. */
  private boolean differs(TypeRef receiver, String method) {
    if (!accessing.contains(method)) {
      return false;
    }
    for (JavaType each : code.subtypes(receiver.name())) {
      if (places.containsKey(place(each.name(), method))) {
        return true;
      }
    }
    return false;
  }

  private void add(Runs.Run run, Set<Integer> to) {
    int node = node(run);
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
          Set<Integer> all = new TreeSet<>();
          for (JavaType each : dispatches.withSubtypes(type)) {
            addPlace(each.name(), method, all);
          }
          if (all.size() > Dispatches.MOST) {
            all.clear();
          }
          addPlace(type.name(), method, all);
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
