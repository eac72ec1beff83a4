package dev.msvc.model.shift;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which router a plan names.
 *
 * @param kind {@code local}, {@code gateway-api}, {@code istio}...
 * @param settings what it needs, by key
 * @param line where the plan says it, from 1
 */
public record RouterWord(String kind, SortedMap<String, String> settings, int line) {
  public RouterWord {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
