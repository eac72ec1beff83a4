package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.analyzers.call.MethodGraph.Edge;
import dev.msvc.analyzers.call.MethodGraph.Method;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The calls of a system, each with what it runs and where that answers: the one place that says
 * which calls become remote when contexts run apart. What travels with the caller runs on his side:
 * data, what his class inherits, types that all share, and whatever needs neither a container nor a
 * table, {@link Served}.
 */
public final class Calls {
  /**
   * A place that calls.
   *
   * @param edge from the method that calls to the one that it names
   * @param open whether one of many methods in several contexts runs, and nobody knows which
   */
  record Site(Edge edge, List<Run> runs, boolean open) {
    /** What surely runs, or may as one of few. */
    List<Run> likely() {
      return open ? runs.stream().filter(each -> each.method() == edge.to()).toList() : runs;
    }
  }

  /**
   * A method that a call may run.
   *
   * @param context that it answers in; empty where it belongs to none
   * @param served whether it answers there and not on the caller's side
   */
  record Run(int method, String context, boolean served) {}

  /** Implementations of a method of which all may be meant. */
  private static final int FEW = 3;

  private final ContextMap map;
  private final Set<String> libraries;
  private final MethodGraph graph;
  private final Carriers carriers;
  private final Served served;
  private final List<List<Site>> sites = new ArrayList<>();

  /** Reads all calls of a system. */
  public Calls(ContextMap map) {
    this(map, Set.of());
  }

  /**
   * Reads all calls of a system.
   *
   * @param libraries contexts that run on the side of who calls them
   */
  Calls(ContextMap map, Set<String> libraries) {
    this.map = map;
    this.libraries = Set.copyOf(libraries);
    this.graph = new MethodGraph(map);
    this.carriers = new Carriers(map);
    this.served = new Served(map, graph, carriers);
    for (int i = 0; i < graph.size(); i++) {
      List<Site> all = new ArrayList<>();
      for (Edge each : graph.edges(i)) {
        // which of the same method runs is told where it is called
        if (!graph.isOverriding(each)) {
          all.add(site(each));
        }
      }
      sites.add(List.copyOf(all));
    }
  }

  MethodGraph graph() {
    return graph;
  }

  /** Where a method calls others. */
  List<Site> of(int method) {
    return sites.get(method);
  }

  /** Places that call across the boundary of a context, to it and from it. */
  public int across(String context) {
    // code that several classes inherit calls from one place
    Set<List<Object>> places = new HashSet<>();
    int count = 0;
    for (int i = 0; i < graph.size(); i++) {
      boolean inside = map.contextOf(graph.method(i).type()).equals(context);
      boolean inherited = !graph.body(i).equals(graph.method(i));
      for (Site each : sites.get(i)) {
        if (each.runs().stream().anyMatch(run -> crosses(run, context, inside))) {
          List<Object> place = List.of(graph.body(i), each.edge().to(), each.edge().line(), inside);
          count += places.add(place) || !inherited ? 1 : 0;
        }
      }
    }
    return count;
  }

  private boolean crosses(Run run, String context, boolean inside) {
    return run.served() && isPlaced(run) && run.context().equals(context) != inside;
  }

  /** Whether a method has a side of its own: that of its context, or it is to be split. */
  boolean isPlaced(Run run) {
    return !run.context().isEmpty()
        || map.placementOf(graph.method(run.method()).type()) == Placement.MUST_SPLIT;
  }

  private Site site(Edge edge) {
    Method from = graph.method(edge.from());
    Method to = graph.method(edge.to());
    boolean own = isAbove(to.type(), from.type());
    boolean copied =
        own
            || carriers.isCopied(from.type(), to.type())
            || carriers.isAccessor(to.type(), to.name())
            || !graph.isMethod(to);
    boolean library = isLibrary(to.type());
    List<Run> runs = new ArrayList<>();
    Set<String> contexts = new HashSet<>();
    for (int run : own ? ownRuns(from, edge.to()) : runs(edge.to())) {
      String at = map.contextOf(graph.method(run).type());
      String context = at.isEmpty() ? map.contextOf(to.type()) : at;
      contexts.add(context);
      runs.add(
          new Run(
              run,
              libraries.contains(context) ? "" : context,
              !copied && (library ? served.touches(run) : served.serves(run))));
    }
    boolean open = !own && contexts.size() > 1 && graph.overriding(edge.to()).length > FEW;
    return new Site(edge, List.copyOf(runs), open);
  }

  /** What a call from outside may run: whatever has the method in place of the named one. */
  private int[] runs(int to) {
    int[] runs = graph.runs(to);
    return runs.length == 1 && runs[0] == to
        ? IntStream.concat(IntStream.of(to), IntStream.of(graph.overriding(to))).toArray()
        : runs;
  }

  /** What an object runs of itself: not what stands beside it under the same class. */
  private int[] ownRuns(Method from, int to) {
    return IntStream.concat(
            IntStream.of(to),
            Arrays.stream(graph.overriding(to))
                .filter(
                    each -> {
                      String type = graph.method(each).type();
                      return isAbove(type, from.type()) || isAbove(from.type(), type);
                    }))
        .toArray();
  }

  /** Whether a type is another one, or above it, or above the one that it is nested in. */
  private boolean isAbove(String above, String type) {
    return extendsIt(above, type) || extendsIt(above, map.topLevel(type));
  }

  private boolean extendsIt(String above, String type) {
    String each = type;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (each.equals(above)) {
        return true;
      }
      TypeFact fact = map.type(each);
      each = fact == null ? null : fact.superclass();
    }
    return false;
  }

  /** The context that a type answers in; empty for none, and for one that each side has. */
  String contextOf(String type) {
    String context = map.contextOf(type);
    return libraries.contains(context) ? "" : context;
  }

  /** Whether each side has a type of its own, as of a library. */
  private boolean isLibrary(String type) {
    Placement placement = map.placementOf(type);
    return libraries.contains(map.contextOf(type))
        || placement == Placement.SHARED
        || placement == Placement.TECHNICAL;
  }
}
