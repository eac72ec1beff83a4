package dev.msvc.analyzers.plan;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Remedy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be moved alone: a context, or contexts that hold each other in a circle of transactions
 * that should stay whole. Where such transactions lead one way only, their tables can still be
 * moved to one side; in a circle they cannot.
 */
final class Units {
  private final List<List<String>> contexts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<BoundedContext> largest = new ArrayList<>();

  Units(ContextMap map, List<Cut> cuts) {
    SortedMap<String, SortedSet<String>> held = new TreeMap<>();
    for (Cut each : cuts) {
      if (isHeld(each) && !each.from().equals(each.to())) {
        held.computeIfAbsent(each.from(), from -> new TreeSet<>()).add(each.to());
      }
    }
    SortedMap<String, Set<String>> reached = new TreeMap<>();
    held.keySet().forEach(each -> reached.put(each, reached(held, each)));
    for (BoundedContext each : map.decomposition().contexts()) {
      if (!numbers.containsKey(each.name())) {
        List<String> circle = new ArrayList<>();
        circle.add(each.name());
        for (String other : reached.getOrDefault(each.name(), Set.of())) {
          boolean back = reached.getOrDefault(other, Set.of()).contains(each.name());
          if (back && !other.equals(each.name()) && map.context(other) != null) {
            circle.add(other);
          }
        }
        circle.forEach(name -> numbers.put(name, contexts.size()));
        contexts.add(circle.stream().sorted().toList());
      }
    }
    for (List<String> each : contexts) {
      largest.add(largest(map, each));
    }
  }

  private static Set<String> reached(SortedMap<String, SortedSet<String>> edges, String start) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(edges.getOrDefault(start, new TreeSet<>()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(edges.getOrDefault(next, new TreeSet<>()));
      }
    }
    return reached;
  }

  private static BoundedContext largest(ContextMap map, List<String> names) {
    BoundedContext largest = null;
    for (BoundedContext each : map.decomposition().contexts()) {
      boolean larger = largest == null || each.classes().size() > largest.classes().size();
      if (names.contains(each.name()) && larger) {
        largest = each;
      }
    }
    if (largest == null) {
      throw new IllegalStateException("no context is named " + names);
    }
    return largest;
  }

  /** Whether a cut is a transaction that surely should stay whole. */
  static boolean isHeld(Cut cut) {
    return cut.remedy() == Remedy.KEEP_TOGETHER && cut.certainty() != Certainty.GUESSED;
  }

  int count() {
    return contexts.size();
  }

  /** Names of the contexts of a unit, sorted. */
  List<String> contexts(int unit) {
    return contexts.get(unit);
  }

  /** The name of the largest context of a unit. */
  String name(int unit) {
    return largest.get(unit).name();
  }

  /** The unit of a context; -1 where there is none of that name. */
  int of(String context) {
    return numbers.getOrDefault(context, -1);
  }

  /**
   * The units at the boundary between which a cut is, sorted; fewer than two where it is inside.
   */
  SortedSet<Integer> of(Cut cut) {
    SortedSet<Integer> units = new TreeSet<>();
    for (String each : cut.contexts()) {
      int unit = of(each);
      if (unit >= 0) {
        units.add(unit);
      }
    }
    return units;
  }
}
