package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import java.util.List;

/** Tables that more than one context writes. */
final class ManyWriters implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F06-MANY-WRITERS",
          "a table that several contexts write",
          "code of more than one context, or of another than the owner, inserts, updates or deletes"
              + " its rows",
          "Rows have no one who answers for them: once the table moves, whoever still writes the old"
              + " one loses data without an error.",
          "Give the table one owner and route the other writes through it, inside the monolith,"
              + " before anything is moved; where the writers use different columns, split the"
              + " table.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (TableFact table : ground.map().contestedTables()) {
      String owner = ground.owner(table.name());
      Case found = cases.of(Ground.bare(table.name())).in(owner);
      for (Access each : ground.accesses(table.name())) {
        String context = ground.map().contextOf(each.className());
        if (each.op().writes() && !context.isEmpty() && !context.equals(owner)) {
          found
              .in(context)
              .saw(context + ": " + Ground.access(each), each.place())
              .surely(each.certainty());
        }
      }
    }
    return cases.each(each -> concluded(ground, each));
  }

  private static Finding concluded(Ground ground, Case found) {
    String owner = ground.owner(found.subject());
    int others = found.contexts().size() - (owner.isEmpty() ? 0 : 1);
    String whose = owner.isEmpty() ? "nobody owns it" : owner + " owns it";
    return found.says(
        others > 1 ? Severity.HIGH : Severity.MEDIUM,
        "%s: %s, and it is written by %s at %s"
            .formatted(
                found.subject(),
                whose,
                Ground.some(found.contexts().stream().filter(each -> !each.equals(owner)).toList()),
                Ground.count(found.count(), "place")));
  }
}
