package dev.msvc.analyzers.retire;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
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
    return names.contains(member) || (names.contains("") && !busy.contains(type));
  }
}
