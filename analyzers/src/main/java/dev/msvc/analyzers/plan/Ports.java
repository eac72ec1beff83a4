package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.Extraction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes that are called from another unit and answer where they are, {@link Calls}: each needs an
 * interface when the two are parted. Classes of no context stay in the monolith until they are
 * split: those that call a unit, and those to be split that it calls, are across from it, too.
 */
final class Ports {
  /** Stands for all classes of no context. */
  private static final int NONE = -1;

  /** Places that call one class, by the unit that they are in. */
  private static final class Port {
    final int owner;
    final SortedMap<Integer, Integer> calls = new TreeMap<>();

    /** Classes of no context that call it. */
    final SortedSet<String> callers = new TreeSet<>();

    Port(int owner) {
      this.owner = owner;
    }

    /** Places in what still is in the monolith. */
    int calls(Set<Integer> remaining) {
      int sum = 0;
      for (var each : calls.entrySet()) {
        boolean there = each.getKey() == NONE || remaining.contains(each.getKey());
        sum += there ? each.getValue() : 0;
      }
      return sum;
    }
  }

  private final ContextMap map;
  private final Units units;
  private final SortedMap<List<String>, Port> ports =
      new TreeMap<>(Comparator.comparing(each -> String.join("\n", each)));

  /** References across by the two units, in whatever way and to whatever. */
  private final SortedMap<Integer, SortedMap<Integer, Integer>> references = new TreeMap<>();

  Ports(ContextMap map, Units units, Calls calls) {
    this.map = map;
    this.units = units;
    for (Dependency each : map.decomposition().dependencies()) {
      int from = units.of(map.contextOf(each.from()));
      int to = units.of(map.contextOf(each.to()));
      if (from >= 0 && to >= 0 && from != to) {
        refer(from, to, each.count());
        refer(to, from, each.count());
      }
    }
    for (int i = 0; i < calls.graph().size(); i++) {
      for (Calls.Site each : calls.of(i)) {
        call(calls, each);
      }
    }
  }

  private void call(Calls calls, Calls.Site site) {
    MethodGraph graph = calls.graph();
    String caller = map.topLevel(graph.method(site.edge().from()).type());
    int from = units.of(map.contextOf(caller));
    SortedSet<Integer> owners = new TreeSet<>();
    for (Calls.Run each : site.runs()) {
      if (each.served() && calls.isPlaced(each)) {
        owners.add(units.of(each.context()));
      }
    }
    owners.remove(from);
    String called = map.topLevel(graph.method(site.edge().to()).type());
    for (int owner : owners) {
      Port port =
          ports.computeIfAbsent(List.of(called, Integer.toString(owner)), any -> new Port(owner));
      port.calls.merge(from, 1, Integer::sum);
      if (from == NONE) {
        port.callers.add(caller);
      }
    }
  }

  private void refer(int unit, int other, int count) {
    references.computeIfAbsent(unit, any -> new TreeMap<>()).merge(other, count, Integer::sum);
  }

  /** All references across the boundary of a unit, to and from others that remain. */
  int references(int unit, Set<Integer> remaining) {
    int sum = 0;
    for (Map.Entry<Integer, Integer> each :
        references.getOrDefault(unit, new TreeMap<>()).entrySet()) {
      sum += remaining.contains(each.getKey()) ? each.getValue() : 0;
    }
    return sum;
  }

  /** What is called across the boundary of each unit, to and from others that remain. */
  SortedMap<Integer, Extraction.Boundary> of(Set<Integer> remaining) {
    SortedMap<Integer, int[]> sums = new TreeMap<>();
    SortedMap<Integer, SortedSet<String>> callers = new TreeMap<>();
    remaining.forEach(each -> sums.put(each, new int[4]));
    for (Port each : ports.values()) {
      int[] owner = sums.get(each.owner);
      int in = each.calls(remaining);
      if (owner != null && in > 0) {
        owner[0]++;
        owner[1] += in;
        callers.computeIfAbsent(each.owner, any -> new TreeSet<>()).addAll(each.callers);
      }
      if (owner != null || each.owner == NONE) {
        each.calls.forEach(
            (unit, calls) -> {
              int[] caller = sums.get(unit);
              if (caller != null) {
                caller[2]++;
                caller[3] += calls;
              }
            });
      }
    }
    SortedMap<Integer, Extraction.Boundary> boundaries = new TreeMap<>();
    sums.forEach(
        (unit, sum) ->
            boundaries.put(
                unit,
                new Extraction.Boundary(
                    sum[0],
                    sum[1],
                    sum[2],
                    sum[3],
                    List.copyOf(callers.getOrDefault(unit, new TreeSet<>())))));
    return boundaries;
  }
}
