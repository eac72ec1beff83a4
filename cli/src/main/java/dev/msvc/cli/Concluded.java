package dev.msvc.cli;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.cut.Metrics;
import dev.msvc.analyzers.history.ChangeReport;
import dev.msvc.analyzers.history.TeamReport;
import dev.msvc.analyzers.trace.Loads;
import dev.msvc.analyzers.word.Questions;
import dev.msvc.model.Conclusions;
import dev.msvc.model.ContextMap;

/** Draws all that follows from an analysis. */
final class Concluded {
  private Concluded() {}

  static Conclusions of(Analyzed analyzed) {
    ContextMap map = analyzed.map();
    return new Conclusions(
        Cuts.of(map),
        Metrics.of(map),
        Aggregates.of(map),
        Questions.of(map),
        analyzed.findings(),
        TeamReport.of(map),
        ChangeReport.of(map),
        Loads.of(map));
  }
}
