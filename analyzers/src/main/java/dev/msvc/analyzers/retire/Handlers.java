package dev.msvc.analyzers.retire;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Methods that nobody calls from outside any longer.
 *
 * @param methods by their type; an empty name for a type that is a handler as a whole
 * @param busy types that are called from outside by other ways, too
 */
record Handlers(SortedMap<String, SortedSet<String>> methods, Set<String> busy) {
  boolean isGone(String type, String member) {
    SortedSet<String> names = methods.getOrDefault(type, new TreeSet<>());
    return names.contains(member) || isWhole(type);
  }

  /** Whether a type is a handler as a whole, and nothing else. */
  boolean isWhole(String type) {
    return methods.getOrDefault(type, new TreeSet<>()).contains("") && !busy.contains(type);
  }

  /** Without those that must stay where they are. */
  Handlers without(Map<String, SortedSet<String>> staying) {
    SortedMap<String, SortedSet<String>> rest = new TreeMap<>();
    methods.forEach(
        (type, names) -> {
          SortedSet<String> mine = new TreeSet<>(names);
          mine.removeAll(staying.getOrDefault(type, new TreeSet<>()));
          if (!mine.isEmpty()) {
            rest.put(type, mine);
          }
        });
    return new Handlers(rest, busy);
  }
}
