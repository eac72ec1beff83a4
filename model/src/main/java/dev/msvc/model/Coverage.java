package dev.msvc.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the system was understood.
 *
 * @param files Java files of main code parsed, of those found
 * @param statements SQL and JPQL statements parsed, of those found
 * @param mappings entity and mapper definitions read, of those found
 * @param migrations migration and schema files read, of those found
 * @param calls calls whose receiver's type was resolved, of all calls
 * @param otherFiles files of other JVM languages, by language, that were not read
 */
public record Coverage(
    Share files,
    Share statements,
    Share mappings,
    Share migrations,
    Share calls,
    SortedMap<String, Integer> otherFiles) {
  public Coverage {
    otherFiles = Collections.unmodifiableSortedMap(new TreeMap<>(otherFiles));
  }

  public static Coverage of(
      Share files,
      Share statements,
      Share mappings,
      Share migrations,
      Share calls,
      Map<String, Integer> otherFiles) {
    return new Coverage(files, statements, mappings, migrations, calls, new TreeMap<>(otherFiles));
  }
}
