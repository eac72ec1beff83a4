package dev.msvc.cli;

import dev.msvc.cluster.router.RouterKind;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.shift.ShiftPlan;
import java.util.List;

/** {@code msvc strangle route}: what a router must hold before a shift moves its weights. */
final class ShiftRouting {
  private ShiftRouting() {}

  static int run(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    RouterKind.of(plan, folder.shown());
    List<PlannedFile> files = RouterFiles.of(plan, folder.shown());
    for (PlannedFile each : files) {
      if (files.size() > 1) {
        call.console().line("# " + each.path());
      }
      each.text().lines().forEach(call.console()::line);
    }
    return 0;
  }
}
