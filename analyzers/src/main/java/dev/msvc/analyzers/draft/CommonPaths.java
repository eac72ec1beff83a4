package dev.msvc.analyzers.draft;

import dev.msvc.model.EntryPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all routes of a class begin with: behind that is what is asked. */
final class CommonPaths {
  private final Map<String, List<String>> begun = new HashMap<>();

  CommonPaths(List<EntryPoint> entries) {
    for (EntryPoint each : entries) {
      if (each.path() != null) {
        begun.merge(each.className(), literal(each), CommonPaths::shared);
      }
    }
  }

  private static List<String> literal(EntryPoint entry) {
    return Subject.segments(entry).stream().takeWhile(each -> !Subject.isVariable(each)).toList();
  }

  private static List<String> shared(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return one.subList(0, same);
  }

  /** How many segments they are. */
  int length(String className) {
    return begun.getOrDefault(className, List.of()).size();
  }
}
