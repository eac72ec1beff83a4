package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.analyzers.call.MethodGraph.Edge;
import dev.msvc.analyzers.call.MethodGraph.Method;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unseen.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Methods that answer where they are, and cannot be taken along by who calls them: those of what a
 * container knows, and those that reach a table, a queue or a file without being part of an object
 * of values. Settings that reach none are read on each side. Where no access to a table is seen, it
 * cannot be told what reaches one, and only data is taken along.
 */
final class Served {
  private static final Set<TraitKind> TOUCHING =
      EnumSet.of(
          TraitKind.MESSAGE_SENT,
          TraitKind.LOCAL_FILE,
          TraitKind.OWN_THREAD,
          TraitKind.TIMER,
          TraitKind.CACHE,
          TraitKind.COUNTED_ID,
          TraitKind.STATIC_STATE);
  private static final Pattern OF_ANY_OBJECT =
      Pattern.compile("equals|hashCode|toString|compareTo|compare|<init>");
  private static final Pattern SETTINGS =
      Pattern.compile(".*(?:Config|Configuration|Properties|Settings)");

  private final ContextMap map;
  private final MethodGraph graph;
  private final Carriers carriers;
  private final boolean unseen;
  private final Map<Method, Set<String>> given = new HashMap<>();
  private final BitSet touching = new BitSet();
  private final BitSet reaching = new BitSet();
  private final Set<String> reachingTypes = new HashSet<>();
  private final Set<String> touchingTypes = new HashSet<>();

  Served(ContextMap map, MethodGraph graph, Carriers carriers) {
    this.map = map;
    this.graph = graph;
    this.carriers = carriers;
    this.unseen = map.isUnseen(Part.STORES) || map.facts().accesses().isEmpty();
    for (Access each : map.facts().accesses()) {
      touch(each.className(), each.method());
    }
    for (RoutineCall each : map.facts().routineCalls()) {
      touch(each.className(), each.method());
    }
    for (Trait each : map.facts().traits()) {
      if (TOUCHING.contains(each.kind())) {
        touch(each.className(), each.method());
        touchingTypes.add(each.className());
      } else if (each.kind() == TraitKind.HANDS_OUT) {
        given
            .computeIfAbsent(new Method(each.className(), each.method()), any -> new HashSet<>())
            .add(each.name());
      }
    }
    reach();
    for (int i = reaching.nextSetBit(0); i >= 0; i = reaching.nextSetBit(i + 1)) {
      reachingTypes.add(graph.method(i).type());
    }
  }

  private void touch(String type, String method) {
    int node = graph.find(type, method);
    if (node >= 0) {
      touching.set(node);
    }
    graph.inheriting(type, method).forEach(touching::set);
  }

  private void reach() {
    List<List<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      callers.add(new ArrayList<>());
    }
    for (int i = 0; i < graph.size(); i++) {
      for (Edge each : graph.edges(i)) {
        callers.get(each.to()).add(i);
      }
    }
    Deque<Integer> open = new ArrayDeque<>();
    touching.stream().forEach(open::add);
    while (!open.isEmpty()) {
      int next = open.remove();
      if (!reaching.get(next)) {
        reaching.set(next);
        open.addAll(callers.get(next));
      }
    }
  }

  /** Whether a method itself touches a table, a queue or a file. */
  boolean touches(int method) {
    return touching.get(method);
  }

  /** Whether a method answers where it is. */
  boolean serves(int number) {
    Method method = graph.method(number);
    TypeFact type = map.type(method.type());
    if (touching.get(number)) {
      return true;
    }
    if (handsOut(number)) {
      return false;
    }
    if (type != null && carriers.isBound(type.name())) {
      return !isSettings(type) || reachingTypes.contains(type.name());
    }
    if (unseen) {
      return true;
    }
    if (type == null || OF_ANY_OBJECT.matcher(method.name()).matches()) {
      return false;
    }
    return touchingTypes.contains(type.name())
        || (!carriers.holdsValues(type.name()) && reaching.get(number));
  }

  /** Whether all that runs only hands out what does the work, so that the next call counts. */
  private boolean handsOut(int number) {
    if (isGiving(graph.method(number))) {
      return true;
    }
    int[] runs = graph.overriding(number);
    return runs.length > 0
        && !touches(number)
        && graph.edges(number).stream().allMatch(graph::isOverriding)
        && IntStream.of(runs).allMatch(each -> isGiving(graph.method(each)) && !touches(each));
  }

  private boolean isGiving(Method method) {
    Set<String> types = given.getOrDefault(method, Set.of());
    return !types.isEmpty()
        && types.stream()
            .allMatch(
                each -> each.isEmpty() || each.equals(method.type()) || carriers.doesWork(each));
  }

  private static boolean isSettings(TypeFact type) {
    return SETTINGS.matcher(type.simpleName()).matches()
        || type.annotations().stream().anyMatch(each -> SETTINGS.matcher(each).matches());
  }
}
