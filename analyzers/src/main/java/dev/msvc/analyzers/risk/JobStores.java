package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tables from which whoever has the database takes jobs. */
final class JobStores implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F07-JOB-TABLES",
          "jobs and locks of a scheduler that are kept in tables",
          "the tables of Quartz, Spring Batch, ShedLock, db-scheduler, JobRunr, killbill-queue or a"
              + " workflow engine's jobs are in the schema, or a setting asks for such a store",
          "Whoever has the tables takes the jobs: a service on the same database picks up jobs of"
              + " the monolith whose classes it does not have, and fails them; on its own database"
              + " the same job runs on both sides, since no lock is shared any more.",
          "Give each side a scheduler name and tables of its own before the second one starts, and"
              + " a list of which job runs where. Keep one lock that both see for jobs that must"
              + " not run twice while both live.");

  /** Libraries of whose tables all are for jobs or locks. */
  private static final Set<String> STORES =
      Set.of("quartz", "spring-batch", "shedlock", "jobrunr", "db-scheduler", "killbill-queue");

  private static final Pattern WORKFLOW_JOBS =
      Pattern.compile("act_ru_(?:job|timer_job|external_job)");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** One for each store; high where a setting says that it is used. */
  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.JOB_STORE)) {
      String detail = each.detail().toLowerCase(Locale.ROOT);
      if (!detail.contains("ramjobstore") && !detail.contains("memory")) {
        cases
            .of("quartz")
            .in(ground.map().contextOf(each.className()))
            .sawFirst(each.detail(), each.place());
      }
    }
    for (TableFact table : ground.tables()) {
      String store = store(table);
      if (!store.isEmpty()) {
        cases
            .of(store)
            .in(ground.owner(table.name()))
            .saw("table " + Ground.written(table.name()), ground.place(table))
            .surely(Certainty.INFERRED);
      }
    }
    return cases.each(
        each -> {
          int tables = each.count() - each.leading();
          return each.says(
              each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
              "jobs or locks of %s are kept in the database%s"
                  .formatted(
                      each.subject(), tables == 0 ? "" : ", in " + Ground.count(tables, "table")));
        });
  }

  private static String store(TableFact table) {
    if (WORKFLOW_JOBS.matcher(Ground.bare(table.name())).matches()) {
      return "workflow-jobs";
    }
    String library = LibraryTables.library(table);
    return STORES.contains(library) ? library : "";
  }
}
