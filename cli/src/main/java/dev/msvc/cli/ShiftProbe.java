package dev.msvc.cli;

import dev.msvc.cluster.gate.GateProbe;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import java.util.Map;

/** Whether the gates of a plan will have anything to go by: asked before its shift begins (P10). */
record ShiftProbe(ShiftPlan plan, String shown, Map<String, String> environment) {
  /**
   * Asks the metrics.
   *
   * @throws UserError where a gate would see nothing for ever (3), or nobody answers (8)
   */
  void require() {
    if (plan.metrics().isEmpty()) {
      return;
    }
    for (GateProbe.Found each :
        new GateProbe(plan.metrics().get(), environment).look(plan.gates())) {
      if (each.state() == GateProbe.State.NOTHING) {
        throw new UserError(
            "%s: gate %s would see nothing: %s".formatted(shown, each.gate(), each.words()),
            "mend its query or the labels of metrics; nothing was changed");
      }
      if (each.state() == GateProbe.State.UNREACHABLE) {
        throw new UserError(
            "%s: gate %s cannot be asked: %s".formatted(shown, each.gate(), each.words()),
            "see that it runs and that metrics: {url: ...} is right; nothing was changed",
            8);
      }
    }
  }
}
