package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.entry.OtherThreads.Task;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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
  private final AccessPlaces places;
  private final Map<JavaMethod, List<Relay>> relays = new ConcurrentHashMap<>();
  private final Runs runs;
  private final OtherThreads threads;

  private final IdentityHashMap<TransactionPart, Integer> parts = new IdentityHashMap<>();

  private final GivenFunctions given;
  private final WatchedFunctions watched;

  /** Numbers of a {@link Runs.Run} that is more than its method, and of a {@link FunctionRun}. */
  private final Map<Object, Integer> more = new ConcurrentHashMap<>();

  private final AtomicInteger numbered = new AtomicInteger();
  private final Queue<Object> found = new ConcurrentLinkedQueue<>();
  private int[][] edges;
  private int[][] sure;

  /**
   * @param apart methods that are no part of what calls them
   * @param threads what is no part of the method that holds it
   * @param starting parts of methods that have a transaction, and so a node, of their own
   * @param accessed names of class and method that access tables, as {@link AccessPlaces#name}
   *     writes them
   */
  CallGraph(
      CodeBase code,
      Events events,
      Wires wires,
      Map<JavaMethod, TransactionAttribute> attributes,
      Set<JavaMethod> apart,
      OtherThreads threads,
      Map<JavaMethod, List<TransactionPart>> starting,
      List<String> accessed) {
    this.code = code;
    this.threads = threads;
    this.events = events;
    leaving.addAll(apart);
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        ids.put(method, methods.size());
        methods.add(method);
        TransactionAttribute attribute = attributes.get(method);
        if ((attribute != null && attribute.leavesCaller()) || threads.isAsync(method)) {
          leaving.add(method);
        }
      }
    }
    dispatches = new Dispatches(code, wires);
    places = new AccessPlaces(code, dispatches, accessed, methods.size());
    runs = new Runs(code, dispatches, methods, places::differs);
    handedOver = new HandedOver(code, dispatches, threads);
    given = new GivenFunctions(code, dispatches, threads, methods);
    watched = new WatchedFunctions(given, attributes.keySet());
    Workers.each(methods, this::findRelays);
    for (List<TransactionPart> some : starting.values()) {
      some.forEach(each -> parts.put(each, methods.size() + accessed.size() + parts.size()));
    }
    int first = methods.size() + accessed.size() + parts.size();
    edges = new int[first][];
    sure = new int[first][];
    Arrays.fill(edges, NONE);
    Arrays.fill(sure, NONE);
    Workers.each(methods, each -> follow(new Runs.Run(each, null)));
    starting.forEach((method, some) -> some.forEach(each -> follow(method, each)));
    watched.all().forEach(each -> FunctionRun.all(each).forEach(this::node));
    while (!found.isEmpty()) {
      List<Object> next = new ArrayList<>();
      for (Object each = found.poll(); each != null; each = found.poll()) {
        next.add(each);
      }
      edges = Arrays.copyOf(edges, first + more.size());
      sure = Arrays.copyOf(sure, first + more.size());
      Workers.each(next, this::followMore);
    }
  }

  int size() {
    return edges.length;
  }

  /** Methods in the order of their nodes. */
  List<JavaMethod> methods() {
    return methods;
  }

  /** Places that access tables, as nodes. */
  AccessPlaces places() {
    return places;
  }

  int node(JavaMethod method) {
    return ids.getOrDefault(method, -1);
  }

  /** The nodes after each node. */
  int[][] edges() {
    return edges;
  }

  /** Those nodes after each node of which it is known that they follow. */
  int[][] sure() {
    return sure;
  }

  /** The node of a part that has a transaction of its own; -1 for others. */
  int node(TransactionPart part) {
    return parts.getOrDefault(part, -1);
  }

  /** The node of a method that runs what its callers give it as a part of them. */
  int toldNode(JavaMethod method) {
    return more.getOrDefault(new Runs.Run(method, null, true), node(method));
  }

  /** The functions that fields hold and parameters are given, as they run, with their nodes. */
  Map<FunctionRun, Integer> functions() {
    Map<FunctionRun, Integer> all = new HashMap<>();
    more.forEach(
        (each, node) -> {
          if (each instanceof FunctionRun function) {
            all.put(function, node);
          }
        });
    return all;
  }

  private int node(Runs.Run run) {
    return run.on() == null && !run.told() ? node(run.method()) : number(run);
  }

  private int node(FunctionRun function) {
    return number(function);
  }

  private int number(Object run) {
    return more.computeIfAbsent(
        run,
        each -> {
          found.add(each);
          return methods.size()
              + places.numbers().size()
              + parts.size()
              + numbered.getAndIncrement();
        });
  }

  private void followMore(Object each) {
    if (each instanceof FunctionRun function) {
      follow(function);
    } else if (each instanceof Runs.Run method) {
      follow(method);
    }
  }

  private void follow(FunctionRun run) {
    JavaMethod above = run.inherited();
    Edges to = new Edges();
    if (above != null) {
      to.add(places.at(above.owner().name(), above.name()), true);
    }
    Task task = above == null ? run.function().task() : null;
    for (Call each : run.calls()) {
      if (threads.of(each) == task) {
        FunctionRun own = run.within(code, dispatches, each);
        if (own != null) {
          to.add(node(own), true);
        } else {
          follow(each, new Runs.Run(each.caller(), null), to);
        }
      }
    }
    int node = node(run);
    edges[node] = to.all();
    sure[node] = to.sure();
  }

  private void follow(Runs.Run run) {
    JavaMethod method = run.method();
    Edges to = new Edges();
    to.add(places.at(method.owner().name(), method.name()), true);
    follow(run, each -> threads.of(each) == null, node(run), to);
  }

  private void follow(JavaMethod method, TransactionPart part) {
    Predicate<Call> held = each -> part.holds(each, threads.of(each));
    boolean told = OwnTemplates.isNamed(method.owner());
    follow(new Runs.Run(method, null, told), held, node(part), new Edges());
  }

  private void follow(Runs.Run run, Predicate<Call> held, int node, Edges to) {
    for (Call each : run.method().calls()) {
      if (held.test(each)) {
        follow(each, run, to);
      }
    }
    edges[node] = to.all();
    sure[node] = to.sure();
  }

  private void follow(Call call, Runs.Run by, Edges to) {
    if (!functions(call, by, to)) {
      call(call, by, to);
    }
    TypeRef event = events.published(call);
    if (event != null) {
      published(event, to);
    }
  }

  /** Follows a call into functions; true where it can run nothing else. */
  private boolean functions(Call call, Runs.Run by, Edges to) {
    Object slot = given.run(call);
    if (slot != null && by.told() && given.isParameterOf(slot, by.method())) {
      return false;
    }
    Set<GivenFunction> all = slot == null ? given.constants(call) : given.in(slot);
    boolean closed = slot != null && given.isClosed(slot);
    for (GivenFunction each : all) {
      FunctionRun function = FunctionRun.of(code, dispatches, each, call);
      closed &= function != null;
      if (function != null) {
        watched.followed(each);
        to.add(node(function), closed && all.size() == 1);
      }
    }
    return closed && slot != null && given.isFieldOfClass(slot);
  }

  private void published(TypeRef event, Edges to) {
    for (Events.Handler each : events.heardBy(event)) {
      if (each.inTransaction() && !leaves(each.method())) {
        to.add(node(runs.on(each.method(), each.type())), true);
      }
    }
  }

  private void call(Call call, Runs.Run by, Edges to) {
    JavaType on = by.on();
    JavaMethod target = call.target();
    if (target != null && target.owner().isProject()) {
      boolean within = Dispatches.isWithin(call);
      List<Runs.Run> reached = runs.of(call, target, on);
      List<Relay> chosen = relays.getOrDefault(call.caller(), List.of());
      List<Runs.Run> followed = followed(reached, target);
      boolean only = Runs.isOne(followed);
      for (Runs.Run run : followed) {
        JavaMethod each = run.method();
        if (within || (!leaves(each) && !leaves(target))) {
          if (chosen.stream().noneMatch(relay -> relay.call().equals(call) && relay.isTo(each))) {
            boolean told = given.isGiven(each) && given.isTold(call, target, by.told());
            to.add(node(told ? run.asTold() : run), only);
          }
          for (Relay relay : relays.getOrDefault(each, List.of())) {
            heard(relay, call, to);
          }
        }
      }
      if (within || !leaves(target)) {
        handedOver
            .calledBack(call, target, !Runs.isTooMany(reached))
            .forEach(each -> to.add(node(each), true));
      }
    }
    if (places.isIn(call.name())) {
      places(call, target, on, to);
    }
  }

  private void heard(Relay relay, Call call, Edges to) {
    List<Runs.Run> heard =
        relay.heard(code, call).stream().map(each -> new Runs.Run(each, null)).toList();
    for (Runs.Run each : followed(heard, relay.target())) {
      if (!leaves(each.method())) {
        to.add(node(each), true);
      }
    }
  }

  /** Those that a call is followed into: none where it is open which of very many runs. */
  private List<Runs.Run> followed(List<Runs.Run> all, JavaMethod target) {
    if (!Runs.isTooMany(all)) {
      return all;
    }
    Set<JavaMethod> open =
        notFollowed.computeIfAbsent(target, any -> ConcurrentHashMap.newKeySet());
    all.forEach(each -> open.add(each.method()));
    return node(target) < 0 ? List.of() : List.of(new Runs.Run(target, null));
  }

  private void places(Call call, @Nullable JavaMethod target, @Nullable JavaType on, Edges to) {
    TypeRef given = call.receiver();
    List<Relay> own = relays.getOrDefault(call.caller(), List.of());
    if (!given.known() || own.stream().anyMatch(each -> each.call().equals(call))) {
      return;
    }
    if (target == null) {
      to.add(places.at(given.name(), call.name()), true);
      to.addOne(places.of(given, call.name()));
      return;
    }
    JavaType receiver = code.project(given.name());
    to.add(
        receiver == null ? places.at(given.name(), call.name()) : places.at(receiver, call.name()),
        true);
    if (on != null && runs.staysIn(on, call, target)) {
      for (JavaType each : dispatches.lineage(on).types()) {
        to.add(places.at(each, call.name()), true);
      }
    } else {
      for (TypeRef each : dispatches.receivers(call, target)) {
        to.addOne(places.inherited(each, call.name()));
      }
    }
  }

  private void findRelays(JavaMethod method) {
    List<Relay> all = new ArrayList<>(0);
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (target != null && target.owner().isProject()) {
        List<JavaMethod> reached = dispatches.reached(each, target);
        handedOver.note(each, target, reached);
        boolean now = !target.hasBody() && threads.of(each) == null;
        Relay found = !now ? null : Relay.of(code, each, target, () -> reached);
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
   * Calls that would reach tables, but that are not followed: too many implement the method.
   *
   * @param apart methods that something starts by themselves: nothing is lost where all are
   */
  List<Unread> notFollowed(Distances reached, Predicate<JavaMethod> apart) {
    List<Unread> all = new ArrayList<>();
    for (JavaMethod each : methods) {
      Set<JavaMethod> open = notFollowed.getOrDefault(each, Set.of());
      boolean reaches =
          open.stream().anyMatch(i -> !reached.of(node(i)).isEmpty() && !apart.test(i));
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
    watched.open(each -> FunctionRun.all(each).stream().anyMatch(i -> isReaching(i, reached)), all);
    return all;
  }

  private boolean isReaching(FunctionRun function, Distances reached) {
    return !reached.of(more.getOrDefault(function, -1)).isEmpty();
  }
}
