package dev.msvc.model.shift;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of the monolith's routes that the shift is about.
 *
 * @param id as its rules are called
 * @param methods in capital letters; empty for all
 * @param writes the aggregate that these requests change; empty where they change nothing
 * @param line where the plan says it, from 1
 */
public record ShiftRoute(
    String id,
    String path,
    boolean exact,
    SortedSet<String> methods,
    Optional<String> writes,
    int line) {
  public ShiftRoute {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }

  Match match(Optional<Selector> selector) {
    return new Match(path, exact, methods, selector);
  }
}
