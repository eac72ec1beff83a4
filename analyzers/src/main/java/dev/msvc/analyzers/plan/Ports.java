package dev.msvc.analyzers.plan;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.Extraction;
import dev.msvc.model.ReferenceKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Classes that are called from another unit: each needs an interface when the two are parted. What
 * is data is copied, and needs none.
 */
final class Ports {
  /** Places that call one class, by the unit that they are in. */
  private static final class Port {
    final int owner;
    final SortedMap<Integer, Integer> calls = new TreeMap<>();

    Port(int owner) {
      this.owner = owner;
    }

    /** Places in units that still are in the monolith. */
    int calls(Set<Integer> remaining) {
      int sum = 0;
      for (var each : calls.entrySet()) {
        sum += remaining.contains(each.getKey()) ? each.getValue() : 0;
      }
      return sum;
    }
  }

  private final Collection<Port> ports;

  /** References across by the two units, in whatever way and to whatever. */
  private final SortedMap<Integer, SortedMap<Integer, Integer>> references = new TreeMap<>();

  Ports(ContextMap map, Units units) {
    SortedMap<String, Port> all = new TreeMap<>();
    Carriers carriers = new Carriers(map);
    for (Dependency each : map.decomposition().dependencies()) {
      int calls = each.kinds().getOrDefault(ReferenceKind.CALL, 0);
      int from = units.of(map.contextOf(each.from()));
      int to = units.of(map.contextOf(each.to()));
      boolean across = from >= 0 && to >= 0 && from != to;
      if (across) {
        refer(from, to, each.count());
        refer(to, from, each.count());
      }
      if (across && calls > 0 && !carriers.isCopied(each.from(), each.to())) {
        all.computeIfAbsent(each.to(), name -> new Port(to)).calls.merge(from, calls, Integer::sum);
      }
    }
    ports = List.copyOf(all.values());
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
    remaining.forEach(each -> sums.put(each, new int[4]));
    for (Port each : ports) {
      int[] owner = sums.get(each.owner);
      int in = owner == null ? 0 : each.calls(remaining);
      if (owner != null && in > 0) {
        owner[0]++;
        owner[1] += in;
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
            boundaries.put(unit, new Extraction.Boundary(sum[0], sum[1], sum[2], sum[3])));
    return boundaries;
  }
}
