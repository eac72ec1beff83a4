package dev.msvc.cli;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.cut.Metrics;
import dev.msvc.analyzers.history.ChangeReport;
import dev.msvc.analyzers.history.TeamReport;
import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.Conclusions;
import dev.msvc.model.ContextMap;

/** Draws all that follows from an analysis. */
final class Concluded {
  private Concluded() {}

  static Conclusions of(ContextMap map) {
    return new Conclusions(
        Cuts.of(map), Metrics.of(map), Risks.of(map), TeamReport.of(map), ChangeReport.of(map));
  }
}
