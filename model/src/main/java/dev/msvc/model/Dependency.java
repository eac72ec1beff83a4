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
}
