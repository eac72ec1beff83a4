package dev.msvc.analyzers.slice;

import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Interfaces that one class implements, by themselves or through one below them, and that class.
 */
final class Twins {
  private final Map<String, Set<String>> twins = new HashMap<>();

  Twins(ContextMap map) {
    Map<String, Set<String>> below = new HashMap<>();
    for (TypeFact type : map.facts().types()) {
      for (String each : type.interfaces()) {
        below.computeIfAbsent(each, name -> new TreeSet<>()).add(type.name());
      }
    }
    for (TypeFact each : map.facts().types()) {
      if (each.kind() == TypeKind.INTERFACE && each.isTopLevel() && moves(map, each.name())) {
        Set<String> classes = new TreeSet<>();
        implementing(map, below, each.name(), new TreeSet<>(), classes);
        if (classes.size() == 1) {
          tie(each.name(), classes.iterator().next());
        }
      }
    }
  }

  /** Whether each side does not get a copy of it anyway. */
  private static boolean moves(ContextMap map, String type) {
    Placement placement = map.placementOf(type);
    return placement == Placement.CONTEXT || placement == Placement.MUST_SPLIT;
  }

  private static void implementing(
      ContextMap map,
      Map<String, Set<String>> below,
      String type,
      Set<String> seen,
      Set<String> classes) {
    for (String each : below.getOrDefault(type, Set.of())) {
      TypeFact fact = map.type(each);
      if (fact != null && seen.add(each)) {
        if (fact.kind() == TypeKind.INTERFACE) {
          implementing(map, below, each, seen, classes);
        } else {
          classes.add(each);
        }
      }
    }
  }

  private void tie(String one, String other) {
    twins.computeIfAbsent(one, name -> new TreeSet<>()).add(other);
    twins.computeIfAbsent(other, name -> new TreeSet<>()).add(one);
  }

  /** What comes along with a class or interface, whatever else uses it. */
  Set<String> of(String type) {
    return twins.getOrDefault(type, Set.of());
  }
}
