package dev.msvc.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * All references from one top-level type to another.
 *
 * @param kinds how many references of each kind, none zero
 * @param place of the first one
 */
public record Dependency(String from, String to, Map<ReferenceKind, Integer> kinds, Place place) {
  public Dependency {
    kinds = Collections.unmodifiableMap(new EnumMap<>(kinds));
  }

  public int count() {
    int count = 0;
    for (int each : kinds.values()) {
      count += each;
    }
    return count;
  }

  /**
   * How many of them count at the boundary of a context where the other side is in none: all of a
   * type that must be split, and of one that is shared or technical the calls that it makes.
   *
   * @param unplaced where the type of no context is listed
   * @param calls whether it is the one that refers to the other
   */
  public int across(ContextMap.Placement unplaced, boolean calls) {
    if (unplaced == ContextMap.Placement.MUST_SPLIT) {
      return count();
    }
    return calls ? kinds.getOrDefault(ReferenceKind.CALL, 0) : 0;
  }
}
