package dev.msvc.cli;

import dev.msvc.cluster.data.Databases;
import dev.msvc.cluster.data.Pause;
import dev.msvc.cluster.data.Reconciler;
import dev.msvc.cluster.gate.GateProbe;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.SyncWord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the gates of a plan will have anything to go by: asked before its shift begins (P10). */
record ShiftProbe(ShiftPlan plan, String shown, Map<String, String> environment) {
  /**
   * Asks the metrics, and where writes are to move the databases.
   *
   * @throws UserError where something would be seen never (3), or nobody answers (8)
   */
  void require(Databases databases) {
    metrics();
    rows(new Reconciler(databases, Clock.systemUTC(), Pause.REAL));
  }

  private void metrics() {
    if (plan.metrics().isEmpty()) {
      return;
    }
    List<GateSpec> gates = new ArrayList<>(plan.gates());
    plan.sync()
        .filter(each -> each.lag() instanceof SyncWord.Lag.Query)
        .map(each -> (SyncWord.Lag.Query) each.lag())
        .ifPresent(each -> gates.add(each.gate(plan.tolerance().window())));
    for (GateProbe.Found each : new GateProbe(plan.metrics().get(), environment).look(gates)) {
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

  /** Days before the stage that moves writes, and not at it. */
  private void rows(Reconciler reconciler) {
    if (plan.sync().isEmpty()) {
      return;
    }
    SyncWord sync = plan.sync().get();
    Optional<String> wrong = reconciler.probe(sync);
    if (wrong.isPresent()) {
      throw new UserError(
          "%s:%d: %s".formatted(shown, sync.line(), wrong.get()),
          "see that the databases can be reached and asked from here; nothing was changed",
          8);
    }
  }
}
