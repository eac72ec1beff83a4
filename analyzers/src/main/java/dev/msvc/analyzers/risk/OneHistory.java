package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One history of migrations for tables of several contexts. */
final class OneHistory implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F10-ONE-HISTORY",
          "one history of migrations for tables of several contexts",
          "scripts or changelogs of one folder define tables that two contexts or " + "more own",
          "With two deployers of one history nobody knows who runs which change, "
              + "and in which order: a rollback of one side takes a column from the "
              + "other.",
          "Freeze the history; start one for each context with a base line of its "
              + "tables; until the databases part, one side alone runs DDL, and only "
              + "changes that the other side's last version bears (expand, later "
              + "contract).");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    SortedMap<String, SortedMap<String, Place>> firsts = new TreeMap<>();
    SortedMap<String, SortedMap<String, SortedSet<String>>> tables = new TreeMap<>();
    for (TableFact table : ground.tables()) {
      String owner = ground.owner(table.name());
      for (Place place : table.places()) {
        if (!owner.isEmpty() && Ground.isSchema(place.file())) {
          String history = history(place.file());
          firsts.computeIfAbsent(history, any -> new TreeMap<>()).putIfAbsent(owner, place);
          tables
              .computeIfAbsent(history, any -> new TreeMap<>())
              .computeIfAbsent(owner, any -> new TreeSet<>())
              .add(Ground.written(table.name()));
        }
      }
    }
    Cases cases = new Cases(ABOUT);
    tables.forEach(
        (history, owners) -> {
          if (owners.size() > 1) {
            Case found = cases.of(history).in(owners.keySet()).surely(Certainty.INFERRED);
            for (Map.Entry<String, SortedSet<String>> each : owners.entrySet()) {
              Place place = firsts.getOrDefault(history, new TreeMap<>()).get(each.getKey());
              found.saw(
                  "%s of %s: %s"
                      .formatted(
                          Ground.count(each.getValue().size(), "table"),
                          each.getKey(),
                          Ground.some(each.getValue())),
                  place == null ? new Place(history, 0) : place);
            }
          }
        });
    String tools =
        Ground.some(
            new TreeSet<>(
                ground.traits(TraitKind.MIGRATION_TOOL).stream().map(Trait::name).toList()));
    return cases.each(
        each ->
            each.says(
                Severity.LOW,
                "%s changes tables of %s in one history%s"
                    .formatted(
                        each.subject(),
                        Ground.some(each.contexts()),
                        tools.isEmpty() ? "" : " (" + tools + " is in use)")));
  }

  /** The folder that holds the scripts, without those for databases, versions and parts. */
  private static String history(String file) {
    String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    for (String root :
        List.of(
            "db/migration",
            "db/changelog",
            "liquibase",
            "flyway",
            "changelog",
            "migrations",
            "dbscripts")) {
      int at = ("/" + folder + "/").indexOf("/" + root + "/");
      if (at >= 0) {
        return folder.substring(0, Math.min(folder.length(), at + root.length()));
      }
    }
    return folder.isEmpty() ? "the root" : folder;
  }
}
