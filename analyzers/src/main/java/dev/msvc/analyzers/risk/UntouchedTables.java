package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import java.util.List;
import java.util.Map;

/** Tables that no code touches, as far as it was understood. */
final class UntouchedTables implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F01-UNTOUCHED-TABLES",
          "tables that no code touches",
          "the schema defines a table that no code reads, writes or maps, through views, routines"
              + " and triggers neither; tables of well-known libraries are left out",
          "Somebody fills or reads such a table, or nobody does: another system, a report, a job by"
              + " hand, or code that was not understood. Whatever it is breaks unseen when the"
              + " database is split.",
          "Look at the database's statistics (last read, last write) and ask; drop what is dead in"
              + " a migration of its own, and name an owner for the rest in msvc.yaml.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (TableFact table : ground.tables()) {
      if (Ground.isDefined(table) && !ground.map().isTouched(table) && !LibraryTables.has(table)) {
        String owner = ground.owner(table.name());
        cases
            .of(owner.isEmpty() ? Ground.NO_CONTEXT : owner)
            .in(owner)
            .surely(Certainty.INFERRED)
            .saw(Ground.written(table.name()), ground.place(table));
      }
    }
    boolean unread = ground.facts().coverage().statements().ratio() < 0.9;
    Map<Boolean, String> doubt =
        Map.of(true, "; but not all statements were understood", false, "");
    return cases.each(
        each ->
            each.says(
                unread ? Severity.LOW : Severity.MEDIUM,
                "no code touches %s%s%s"
                    .formatted(
                        Ground.count(each.count(), "table"),
                        each.contexts().isEmpty()
                            ? " that nobody owns"
                            : " beside those of " + each.subject(),
                        doubt.get(unread))));
  }
}
