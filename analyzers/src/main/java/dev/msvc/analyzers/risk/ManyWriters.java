package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tables that more than one context writes. */
final class ManyWriters implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F06-MANY-WRITERS",
          "a table that several contexts write",
          "code of more than one context, or of another than the owner, inserts, updates or deletes"
              + " its rows",
          "Rows have no one who answers for them: once the table moves, whoever still writes the"
              + " old one loses data without an error.",
          "Give the table one owner and route the other writes through it, inside the monolith,"
              + " before anything is moved; where the writers use different columns, split the"
              + " table.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** Whose a table is, and who writes it beside them; two schemas may have one of that name. */
  private static final class Sides {
    private final SortedSet<String> owners = new TreeSet<>();
    private final SortedSet<String> writers = new TreeSet<>();

    String whose() {
      if (owners.isEmpty()) {
        return "nobody owns it";
      }
      return Ground.some(owners) + (owners.size() == 1 ? " owns it" : " own one each");
    }
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    SortedMap<String, Sides> sides = new TreeMap<>();
    for (TableFact table : ground.map().contestedTables()) {
      String owner = ground.owner(table.name());
      String subject = Ground.bare(table.name());
      Sides its = sides.computeIfAbsent(subject, any -> new Sides());
      its.owners.addAll(ground.owners(List.of(table.name())));
      Case found = cases.of(subject).in(owner);
      for (Access each : ground.accesses(table.name())) {
        String context = ground.map().contextOf(each.className());
        if (each.op().writes() && !context.isEmpty() && !context.equals(owner)) {
          its.writers.add(context);
          found
              .in(context)
              .saw(context + ": " + Ground.access(each), each.place())
              .surely(each.certainty());
        }
      }
    }
    return cases.each(
        each -> concluded(ground, each, sides.getOrDefault(each.subject(), new Sides())));
  }

  private static Finding concluded(Ground ground, Case found, Sides sides) {
    return found.says(
        sides.writers.size() > 1 ? Severity.HIGH : Severity.MEDIUM,
        "%s: %s, and it is written by %s at %s"
            .formatted(
                ground.called(found.subject()),
                sides.whose(),
                Ground.some(sides.writers),
                Ground.count(found.places(), "place")));
  }
}
