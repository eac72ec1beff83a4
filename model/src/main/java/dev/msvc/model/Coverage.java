package dev.msvc.model;

import java.util.Collections;
import java.util.List;
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
 * @param entryPoints entry points found, of those and of methods that may be some, of interfaces
 *     that are in no source
 * @param otherLanguages files of other JVM languages that were read, of those found, by language
 * @param failed analyzers that a bug of ours ended, each with what happened; their facts are
 *     missing
 */
public record Coverage(
    Share files,
    Share statements,
    Share mappings,
    Share migrations,
    Share calls,
    Share entryPoints,
    SortedMap<String, Share> otherLanguages,
    List<String> failed) {
  public Coverage {
    failed = List.copyOf(failed);
    otherLanguages = Collections.unmodifiableSortedMap(new TreeMap<>(otherLanguages));
  }

  public static Coverage of(
      Share files,
      Share statements,
      Share mappings,
      Share migrations,
      Share calls,
      Map<String, Share> otherLanguages) {
    return new Coverage(
        files,
        statements,
        mappings,
        migrations,
        calls,
        Share.NONE,
        new TreeMap<>(otherLanguages),
        List.of());
  }

  /** The same, with the analyzers that failed. */
  public Coverage withFailed(List<String> analyzers) {
    return new Coverage(
        files, statements, mappings, migrations, calls, entryPoints, otherLanguages, analyzers);
  }

  /** The same, with how many of the entry points were found. */
  public Coverage withEntryPoints(Share found) {
    return new Coverage(
        files, statements, mappings, migrations, calls, found, otherLanguages, failed);
  }

  /** Whether there are methods of which it is not known that they are no entry points. */
  public boolean hidesEntryPoints() {
    return entryPoints.read() < entryPoints.all();
  }

  /** Files of other JVM languages that were not read, by language; none where all were. */
  public SortedMap<String, Integer> otherFiles() {
    SortedMap<String, Integer> unread = new TreeMap<>();
    otherLanguages.forEach(
        (language, share) -> {
          if (share.read() < share.all()) {
            unread.put(language, share.all() - share.read());
          }
        });
    return unread;
  }

  /** Source files that were read, of those found, in all languages. */
  public Share sources() {
    return otherLanguages.values().stream().reduce(files, Share::plus);
  }
}
