package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import java.util.List;
import java.util.regex.Pattern;

/** Old states of rows, kept in one place for all. */
final class AuditTables implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F06-AUDIT",
          "old states of rows kept in one place for all",
          "entities of two contexts or more keep their old states through one "
              + "audit, or two contexts write a table that is named after audits, "
              + "histories or logs",
          "One revision spans tables of several contexts: after the cut a "
              + "revision has only half of its rows, and what the auditors were "
              + "promised is broken.",
          "Ask what the audit is for by law. Give each context its own audit with "
              + "a correlation id, and keep the old one readable for as long as it must "
              + "be.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:.*_)?(?:audit(?:s|ing)?|audit_.*|history|event_?logs?|change_?logs?|activity_?logs?|revisions?|revinfo|logs?)");

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (MappingFact each : ground.facts().mappings()) {
      if (each.role() == MappingRole.AUDIT) {
        cases
            .of("revisions")
            .in(ground.map().contextOf(each.className()))
            .saw(
                "old states of %s in %s".formatted(Ground.simple(each.className()), each.table()),
                each.place())
            .surely(each.certainty());
      }
    }
    for (TableFact table : ground.tables()) {
      String name = Ground.bare(table.name());
      if (NAMED.matcher(name).matches()) {
        for (Access each : ground.accesses(table.name())) {
          if (each.op().writes()) {
            cases
                .of(name)
                .in(ground.map().contextOf(each.className()))
                .saw(Ground.access(each), each.place())
                .surely(Certainty.GUESSED);
          }
        }
      }
    }
    return cases
        .where(each -> each.contexts().size() > 1)
        .each(
            each ->
                each.says(
                    Severity.MEDIUM,
                    "%s: old states or traces of %s in one place, by %s"
                        .formatted(
                            ground.called(each.subject()),
                            Ground.some(each.contexts()),
                            Ground.count(
                                each.count(),
                                each.subject().equals("revisions") ? "mapping" : "write"))));
  }
}
