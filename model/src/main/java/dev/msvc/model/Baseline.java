package dev.msvc.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The violations that were there when the line was drawn.
 *
 * @param files ids of violations by the name of the file that holds them; names are told apart by
 *     what they say of contexts, ids by themselves
 */
public record Baseline(SortedMap<String, SortedSet<String>> files) {
  /** The folder, as messages name it. */
  public static final String FOLDER = "msvc-baseline";

  public Baseline {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    files.forEach(
        (name, ids) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(ids))));
    files = Collections.unmodifiableSortedMap(copy);
  }

  /** Each id once, whatever file it is in. */
  public SortedSet<String> ids() {
    SortedSet<String> ids = new TreeSet<>();
    files.values().forEach(ids::addAll);
    return ids;
  }
}
