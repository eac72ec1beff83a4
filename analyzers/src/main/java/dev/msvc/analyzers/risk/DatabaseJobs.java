package dev.msvc.analyzers.risk;

import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Work that the database starts by its own clock. */
final class DatabaseJobs implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F07-DATABASE-JOBS",
          "jobs that the database starts itself",
          "migrations, schema files or a dump give work to the scheduler of the database: events,"
              + " pg_cron, DBMS_SCHEDULER, DBMS_JOB, SQL Server Agent",
          "Nothing in the code starts it, so nobody moves it: it goes on over the old tables, and"
              + " the new ones are never cleaned, summed or closed.",
          "List them with their hours. Move each into the service that owns the tables it writes;"
              + " switch it off in the old database on the day its first table moves.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** One for each job. */
  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (DatabaseObject each : ground.facts().database().objects()) {
      if (each.kind() == DatabaseObjectKind.JOB) {
        Set<String> tables = reached(ground, each);
        Place place = each.places().isEmpty() ? new Place("", 0) : each.places().get(0);
        String does =
            tables.isEmpty()
                ? each.calls().isEmpty() ? "" : " calls " + Ground.some(each.calls())
                : " touches " + Ground.some(tables);
        cases
            .of(Ground.bare(each.name()))
            .in(ground.owners(tables))
            .saw("job " + each.name() + does, place)
            .surely(each.certainty());
      }
    }
    return cases.each(
        each ->
            each.says(
                each.contexts().size() > 1 ? Severity.HIGH : Severity.MEDIUM,
                each.contexts().isEmpty()
                    ? "the database starts %s by itself".formatted(ground.called(each.subject()))
                    : "the database starts %s by itself, over tables of %s"
                        .formatted(ground.called(each.subject()), Ground.some(each.contexts()))));
  }

  /** Its own tables, and those of routines that it calls, as far as calls lead. */
  private static Set<String> reached(Ground ground, DatabaseObject job) {
    SortedSet<String> tables = new TreeSet<>(job.reads());
    tables.addAll(job.writes());
    Set<String> open = new TreeSet<>(job.calls());
    Set<String> seen = new TreeSet<>();
    while (!open.isEmpty()) {
      String name = open.iterator().next();
      open.remove(name);
      if (seen.add(name)) {
        for (DatabaseObject each : ground.facts().database().objects()) {
          boolean called = Ground.bare(each.name()).equals(Ground.bare(name));
          if (called && each.kind() != DatabaseObjectKind.JOB) {
            tables.addAll(each.reads());
            tables.addAll(each.writes());
            open.addAll(each.calls());
          }
        }
      }
    }
    return tables;
  }
}
