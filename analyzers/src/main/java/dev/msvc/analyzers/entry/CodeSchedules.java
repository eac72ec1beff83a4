package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.ClockJobs;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;

/** Methods that code has called by a clock, through timers and schedulers of libraries. */
public final class CodeSchedules implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    ClockJobs jobs = new ClockJobs(sources.code());
    EntryPoints entries = new EntryPoints();
    for (JavaType type : sources.code().types()) {
      for (JavaMethod method : type.methods()) {
        for (Call each : method.calls()) {
          if (ClockJobs.isStart(each)) {
            add(jobs, each, entries);
          }
        }
      }
    }
    entries.addTo(facts);
  }

  private static void add(ClockJobs jobs, Call start, EntryPoints entries) {
    List<ClockJobs.Job> all = jobs.of(start);
    for (ClockJobs.Job each : all) {
      entries.method(
          EntryPointKind.SCHEDULE,
          "schedule",
          jobs.when(start),
          each.type(),
          each.method(),
          all.size() == 1 ? Certainty.PARSED : Certainty.INFERRED);
    }
  }
}
