package dev.msvc.analyzers.shift;

import dev.msvc.model.Aggregate;
import dev.msvc.model.ContextMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Of which aggregate requests change something. */
final class Subjects {
  private final List<Aggregate> aggregates;

  /** Those of a context. */
  Subjects(Collection<Aggregate> all, String context) {
    List<Aggregate> its = new ArrayList<>();
    all.stream().filter(each -> each.context().equals(context)).forEach(its::add);
    all.stream()
        .filter(each -> !each.context().equals(context) && each.concerns(context))
        .forEach(its::add);
    this.aggregates = List.copyOf(its);
  }

  /**
   * Names of those that are changed, likeliest first: by the tables that are written, those first
   * that words of the path name; by these words alone where no table says.
   */
  List<String> of(UrlTemplate template, Collection<String> tables) {
    Set<String> written = new TreeSet<>(tables);
    List<String> byPath = new ArrayList<>();
    for (String segment : template.segments()) {
      for (Aggregate each : aggregates) {
        String name = ExplainedName.simple(each.name());
        if (isCalled(name, segment) && !byPath.contains(name)) {
          byPath.add(name);
        }
      }
    }
    List<String> byTable = new ArrayList<>();
    for (Aggregate each : aggregates) {
      if (each.tables().stream().map(ContextMap::key).anyMatch(written::contains)) {
        byTable.add(ExplainedName.simple(each.name()));
      }
    }
    if (byTable.isEmpty()) {
      return byPath.isEmpty() ? List.of() : List.of(byPath.get(0));
    }
    List<String> all = new ArrayList<>(byPath);
    all.retainAll(byTable);
    byTable.removeAll(all);
    all.addAll(byTable);
    return all;
  }

  /** Whether a segment is the name of an aggregate, in one or in many. */
  private static boolean isCalled(String name, String segment) {
    if (!UrlTemplate.isLiteral(segment)) {
      return false;
    }
    String word = plain(segment.replaceAll("\\.[A-Za-z]{2,6}$", ""));
    String one = plain(name);
    return word.equals(one)
        || word.equals(one + "s")
        || word.equals(one + "es")
        || (one.endsWith("y") && word.equals(one.substring(0, one.length() - 1) + "ies"));
  }

  private static String plain(String word) {
    return word.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
