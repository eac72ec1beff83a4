package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sequences and tables that hand out ids to several contexts. */
final class SharedIds implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F09-SHARED-IDS",
          "ids handed out to several contexts from one place",
          "one sequence, or one table of counters, gives ids to tables or entities of two contexts"
              + " or more",
          "With two databases there are two counters: both hand out the same ids, and rows that"
              + " flow back collide. With hi/lo blocks the clash shows weeks later.",
          "Give each side its own range (start the new sequence far ahead, or step by two) before"
              + " the first write; later a sequence for each owner, or ids that need none.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (DatabaseObject each : ground.facts().database().objects()) {
      if (each.kind() == DatabaseObjectKind.SEQUENCE && ground.owners(each.tables()).size() > 1) {
        Place place = each.places().isEmpty() ? new Place("", 0) : each.places().get(0);
        Case found = cases.of(Ground.bare(each.name())).surely(each.certainty());
        for (String table : each.tables()) {
          found
              .in(ground.owner(table))
              .saw("ids of %s, of %s".formatted(table, named(ground.owner(table))), place);
        }
      }
    }
    counters(ground)
        .forEach(
            (table, mappings) -> {
              Case found = new Case(ABOUT, table);
              mappings.forEach(each -> found.in(ground.map().contextOf(each.className())));
              if (found.contexts().size() > 1) {
                Case kept = cases.of(table).in(found.contexts()).surely(Certainty.INFERRED);
                mappings.forEach(
                    each -> kept.saw("ids of " + Ground.simple(each.className()), each.place()));
              }
            });
    ground.traits(TraitKind.ID_SOURCE).stream()
        .collect(Collectors.groupingBy(Trait::name, TreeMap::new, Collectors.toList()))
        .forEach(
            (name, uses) -> {
              Case found = new Case(ABOUT, name);
              uses.forEach(each -> found.in(ground.map().contextOf(each.className())));
              if (found.contexts().size() > 1) {
                Case kept = cases.of(name).in(found.contexts());
                uses.forEach(
                    each -> kept.saw("ids of " + Ground.simple(each.className()), each.place()));
              }
            });
    defaults(ground, cases);
    return cases.each(
        each ->
            each.says(
                Severity.HIGH,
                "%s hands out ids to %s of %s"
                    .formatted(
                        ground.called(each.subject()),
                        Ground.count(each.count(), "table or class")
                            .replace("table or classes", "tables or classes"),
                        Ground.some(each.contexts()))));
  }

  /**
   * Mappings that ask for a sequence and name none: Hibernate up to 5 has one for all of them, and
   * EclipseLink a row of a table. The schema tells whether it is there; without one, only the older
   * annotations speak for Hibernate's.
   */
  private static void defaults(Ground ground, Cases cases) {
    Map<String, List<Trait>> byName =
        ground.traits(TraitKind.DEFAULT_ID_SOURCE).stream()
            .collect(Collectors.groupingBy(Trait::name, TreeMap::new, Collectors.toList()));
    boolean schema = ground.tables().stream().anyMatch(Ground::isDefined);
    byName.forEach(
        (name, all) -> {
          boolean there = isDefined(ground, name);
          List<Trait> uses = schema ? all : all.stream().filter(SharedIds::isOlder).toList();
          Case found = new Case(ABOUT, name);
          uses.forEach(each -> found.in(ground.map().contextOf(each.className())));
          if ((there || !schema) && found.contexts().size() > 1) {
            Case kept =
                cases
                    .of(name)
                    .in(found.contexts())
                    .surely(there ? Certainty.INFERRED : Certainty.GUESSED);
            uses.forEach(
                each ->
                    kept.saw(
                        "ids of %s: %s".formatted(Ground.simple(each.className()), each.detail()),
                        each.place()));
          }
        });
  }

  private static boolean isDefined(Ground ground, String name) {
    return ground.facts().database().objects().stream()
            .anyMatch(
                each ->
                    each.kind() == DatabaseObjectKind.SEQUENCE
                        && Ground.bare(each.name()).equalsIgnoreCase(name))
        || ground.tables().stream()
            .anyMatch(
                each -> Ground.isDefined(each) && Ground.bare(each.name()).equalsIgnoreCase(name));
  }

  private static boolean isOlder(Trait trait) {
    return trait.detail().contains("javax.")
        || trait.detail().contains("sequence")
        || trait.detail().contains("EclipseLink");
  }

  private static Map<String, List<MappingFact>> counters(Ground ground) {
    Map<String, List<MappingFact>> counters = new TreeMap<>();
    for (MappingFact each : ground.facts().mappings()) {
      if (each.role() == MappingRole.IDS) {
        counters.computeIfAbsent(Ground.bare(each.table()), any -> new ArrayList<>()).add(each);
      }
    }
    return counters;
  }

  private static String named(String owner) {
    return owner.isEmpty() ? "nobody" : owner;
  }
}
