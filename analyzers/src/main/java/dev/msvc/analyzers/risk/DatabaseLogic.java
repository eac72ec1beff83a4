package dev.msvc.analyzers.risk;

import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Procedures, triggers and views of the database. */
final class DatabaseLogic implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F02-DATABASE-LOGIC",
          "logic in the database",
          "migrations, schema files or a dump define triggers, procedures, functions or views"
              + " that read or write tables",
          "It runs where the table is, not where the code is: a moved table leaves its triggers"
              + " behind, and a procedure that writes tables of two contexts cannot run against"
              + " two databases.",
          "Decide for each: move it into the owner's code, take it along with its tables, or replace"
              + " it by an event. Those that touch tables of several contexts must be split before"
              + " the tables are.");

  private static final Set<DatabaseObjectKind> LOGIC =
      Set.of(
          DatabaseObjectKind.TRIGGER,
          DatabaseObjectKind.PROCEDURE,
          DatabaseObjectKind.FUNCTION,
          DatabaseObjectKind.VIEW,
          DatabaseObjectKind.MATERIALIZED_VIEW);

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    Map<String, Map<DatabaseObjectKind, Integer>> kinds = new TreeMap<>();
    for (DatabaseObject each : ground.facts().database().objects()) {
      if (LOGIC.contains(each.kind()) && touches(each)) {
        SortedSet<String> owners = ground.owners(tables(each));
        String subject = owners.isEmpty() ? Ground.NO_CONTEXT : home(ground, each);
        Case found = cases.of(subject).in(owners).surely(each.certainty());
        kinds
            .computeIfAbsent(subject, any -> new EnumMap<>(DatabaseObjectKind.class))
            .merge(each.kind(), 1, Integer::sum);
        Place place = each.places().isEmpty() ? new Place("", 0) : each.places().get(0);
        String what = what(each, owners);
        if (owners.size() > 1) {
          found.sawFirst(what, place);
        } else {
          found.saw(what, place);
        }
      }
    }
    return cases.each(each -> concluded(each, kinds.getOrDefault(each.subject(), Map.of())));
  }

  private static boolean touches(DatabaseObject object) {
    return !object.uses().isEmpty() || !object.tables().isEmpty();
  }

  private static List<String> tables(DatabaseObject object) {
    List<String> all = new ArrayList<>(object.tables());
    all.addAll(object.writes());
    all.addAll(object.reads());
    return all;
  }

  /** The owner of what it sits on, else of what it writes, else of what it reads. */
  private static String home(Ground ground, DatabaseObject object) {
    return tables(object).stream()
        .map(ground::owner)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse(Ground.NO_CONTEXT);
  }

  private static String what(DatabaseObject object, Set<String> owners) {
    String does =
        object.writes().isEmpty()
            ? object.reads().isEmpty()
                ? "fires on " + Ground.some(object.tables())
                : "reads " + Ground.some(object.reads())
            : "writes " + Ground.some(object.writes());
    return "%s %s %s%s"
        .formatted(
            word(object.kind()),
            object.name(),
            does,
            owners.size() > 1 ? ", across " + Ground.some(owners) : "");
  }

  private static String word(DatabaseObjectKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Finding concluded(Case found, Map<DatabaseObjectKind, Integer> kinds) {
    List<String> counts = new ArrayList<>();
    kinds.forEach((kind, count) -> counts.add(Ground.count(count, word(kind))));
    String whose =
        found.subject().equals(Ground.NO_CONTEXT)
            ? "tables without an owner"
            : "tables of " + found.subject();
    return found.says(
        found.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
        "%s on %s%s"
            .formatted(
                Ground.some(counts),
                whose,
                found.leading() == 0
                    ? ""
                    : "; %,d of them %s into other contexts"
                        .formatted(found.leading(), found.leading() == 1 ? "reaches" : "reach")));
  }
}
