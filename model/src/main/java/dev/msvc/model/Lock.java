package dev.msvc.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was accepted: the place of each class and table, and the names of contexts by their ids,
 * which never change.
 *
 * @param madeBy the version of msvc that made the file; empty for none
 * @param names of contexts, by id
 * @param classes ids of contexts, by top-level type
 * @param unplaced shared, must-split or technical, by top-level type
 * @param tables ids of contexts, by table
 */
public record Lock(
    String madeBy,
    SortedMap<String, String> names,
    SortedMap<String, String> classes,
    SortedMap<String, ContextMap.Placement> unplaced,
    SortedMap<String, String> tables) {
  /** The file, as messages and evidence name it. */
  public static final String FILE = "msvc.lock";

  /** Nothing was accepted. */
  public static final Lock NONE =
      new Lock("", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public Lock {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    unplaced = Collections.unmodifiableSortedMap(new TreeMap<>(unplaced));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  public boolean isEmpty() {
    return names.isEmpty() && unplaced.isEmpty();
  }
}
