package dev.msvc.cli;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.Unplaced;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Why a class changes its place of which the user said nothing. */
record Followed(ContextMap before, ContextMap after) {
  private static final int NAMED = 2;

  /** What held it, or why it is in no context now; empty where it was named. */
  String why(String name) {
    if (after.decomposition().told().containsKey(name)) {
      return "";
    }
    Decomposition now = after.decomposition();
    if (after.contextOf(name).isEmpty()) {
      return Stream.of(now.shared(), now.mustSplit(), now.technical())
          .flatMap(List::stream)
          .filter(each -> each.className().equals(name))
          .map(Unplaced::reason)
          .findFirst()
          .map(reason -> " (" + reason + ")")
          .orElse("");
    }
    return held(name, before.contextOf(name), after.contextOf(name));
  }

  private String held(String name, String from, String to) {
    int inside = 0;
    int gone = 0;
    Set<String> holders = new TreeSet<>();
    for (Dependency each : before.decomposition().dependencies()) {
      String other = each.from().equals(name) ? each.to() : each.from();
      boolean ties = each.from().equals(name) || each.to().equals(name);
      if (ties && !other.equals(name) && before.contextOf(other).equals(from) && !from.isEmpty()) {
        inside++;
        if (after.contextOf(other).equals(to)) {
          gone++;
          holders.add(ExplainedLines.simple(other));
        }
      }
    }
    if (gone == 0) {
      return "";
    }
    String named = String.join(", ", holders.stream().limit(NAMED).toList());
    int more = holders.size() - NAMED;
    return " (%d of its %d ties in %s are with %s%s)"
        .formatted(gone, inside, from, named, more > 0 ? " and %d more".formatted(more) : "");
  }
}
