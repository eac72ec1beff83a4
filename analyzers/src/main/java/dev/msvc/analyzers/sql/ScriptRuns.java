package dev.msvc.analyzers.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which scripts run which others: an installation is often one that holds nothing else. */
final class ScriptRuns {
  private final Map<String, Set<String>> runs = new TreeMap<>();
  private final Set<String> run = new HashSet<>();

  ScriptRuns(MigrationFiles files, Map<String, List<String>> written) {
    written.forEach(
        (path, names) -> {
          Set<String> found = new LinkedHashSet<>();
          names.forEach(each -> found.add(files.find(path, each, false)));
          found.remove("");
          found.remove(path);
          runs.put(path, found);
          run.addAll(found);
        });
  }

  /** The scripts that the lines of a text run, as they are written there. */
  static List<String> written(String text) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int behind = end < 0 ? text.length() : end;
      while (at < behind && text.charAt(at) <= ' ') {
        at++;
      }
      if (at < behind && ClientLine.mayRun(text.charAt(at))) {
        ClientLine line = ClientLine.at(text, at, behind);
        if (line != null && !line.runs().isEmpty()) {
          names.add(line.runs());
        }
      }
      at = behind + 1;
    }
    return names;
  }

  /** Whether another script runs it. */
  boolean isRun(String path) {
    return run.contains(path);
  }

  /** Whether this holds of a script that it runs, or that one of those runs. */
  boolean leadsTo(String path, Predicate<String> wanted) {
    Set<String> seen = new HashSet<>(Set.of(path));
    List<String> open = List.of(path);
    while (!open.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String each : open) {
        for (String other : runs.getOrDefault(each, Set.of())) {
          if (wanted.test(other)) {
            return true;
          }
          if (seen.add(other)) {
            next.add(other);
          }
        }
      }
      open = next;
    }
    return false;
  }
}
