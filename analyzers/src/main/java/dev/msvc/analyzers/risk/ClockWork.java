package dev.msvc.analyzers.risk;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TransactionFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Schedules and batches, which start themselves wherever the code runs. */
final class ClockWork implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F07-CLOCK-WORK",
          "schedules and batch steps",
          "entry points that a clock or a batch starts, timers in code, and pollers of files and"
              + " rows",
          "While monolith and service both hold the code, both run the job: mails go out twice,"
              + " interest is booked twice. Jobs over tables of several contexts cannot move with"
              + " one of them.",
          "One runner at any time: put the job behind a switch or a lock that both sides see, move"
              + " it with the tables it writes, and split jobs that write tables of several"
              + " contexts.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Map<String, Set<String>> writes = new HashMap<>();
    for (TransactionFact each : ground.facts().transactions()) {
      writes
          .computeIfAbsent(each.className() + "." + each.method(), any -> new HashSet<>())
          .addAll(each.writes());
    }
    Cases cases = new Cases(ABOUT);
    Set<String> jobs = new HashSet<>();
    for (EntryPoint each : ground.facts().entryPoints()) {
      if (each.kind() == EntryPointKind.SCHEDULE || each.kind() == EntryPointKind.BATCH) {
        jobs.add(each.className() + "." + each.method());
        String context = ground.map().contextOf(each.className());
        SortedSet<String> written =
            ground.owners(writes.getOrDefault(each.className() + "." + each.method(), Set.of()));
        Case found =
            cases
                .of(ground.subject(each.className()))
                .in(context)
                .in(written)
                .surely(each.certainty());
        String when = each.path() == null ? "" : " (" + each.path() + ")";
        String method = Ground.method(each.className(), each.method()) + when;
        if (written.size() > 1) {
          found.sawFirst(method + " writes tables of " + Ground.some(written), each.place());
        } else {
          found.saw(method, each.place());
        }
      }
    }
    for (Trait each : ground.traits(TraitKind.TIMER)) {
      if (jobs.contains(each.name())) {
        continue;
      }
      String what = each.className().isEmpty() ? each.detail() : Ground.told(each);
      cases
          .of(ground.subject(each.className()))
          .in(ground.map().contextOf(each.className()))
          .saw(what, each.place())
          .surely(each.certainty());
    }
    return cases.each(
        each ->
            each.says(
                each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
                "%s of %s start%s by %s%s"
                    .formatted(
                        Ground.count(each.count(), "job"),
                        each.subject().equals(Ground.NO_CONTEXT) ? "no context" : each.subject(),
                        each.count() == 1 ? "s" : "",
                        each.count() == 1 ? "itself" : "themselves",
                        writing(each.leading(), each.count()))));
  }

  private static String writing(int leading, int all) {
    if (leading == 0) {
      return "";
    }
    String who =
        all == 1
            ? " and writes"
            : leading == all
                ? ", and all of them write"
                : "; %,d of them write%s".formatted(leading, leading == 1 ? "s" : "");
    return who + " tables of several contexts";
  }
}
