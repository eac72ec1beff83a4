package dev.msvc.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A top-level type that is not a member of one context.
 *
 * @param nearest context that it has most to do with; empty where there is none
 * @param reason a sentence with its figures
 * @param methods of a type that must be split: those that reach into contexts, by the context that
 *     each reaches most
 */
public record Unplaced(
    String className, String nearest, String reason, SortedMap<String, List<String>> methods) {
  public Unplaced {
    methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
  }

  /** One that is not to be split. */
  public Unplaced(String className, String nearest, String reason) {
    this(className, nearest, reason, new TreeMap<>());
  }
}
