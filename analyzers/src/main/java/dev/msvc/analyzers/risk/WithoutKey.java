package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import java.util.List;

/** Tables whose rows cannot be told apart, so that changes cannot be carried over or back. */
final class WithoutKey implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F03-NO-WAY-BACK",
          "rows that cannot be carried back",
          "a table that code writes is defined without a primary key and without a unique key",
          "Before traffic can go back, rows written to the new database must flow back. Without a"
              + " key no row can be matched: changes are doubled or lost, and counts cannot be"
              + " reconciled.",
          "Add a key (a surrogate one will do) in its own migration before the table is moved;"
              + " rehearse the way back before the way out.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (TableFact table : ground.tables()) {
      if (table.keys().isEmpty() && !table.columns().isEmpty() && Ground.isDefined(table)) {
        for (Access each : ground.accesses(table.name())) {
          if (each.op().writes()) {
            cases
                .of(Ground.bare(table.name()))
                .in(ground.owner(table.name()))
                .in(ground.map().contextOf(each.className()))
                .sawFirst("defined without a key", ground.place(table))
                .saw(Ground.access(each), each.place())
                .surely(each.certainty());
          }
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s has neither a primary nor a unique key, and code writes it at %s"
                    .formatted(
                        ground.called(each.subject()), Ground.count(each.otherPlaces(), "place"))));
  }
}
