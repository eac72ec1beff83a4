package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words of people that gates of a plan ask for: kept in its journal, each for one stage. */
public record Approvals(ShiftPlan plan, ShiftStore store) {
  /**
   * Writes down that somebody approves the stage that is live; a second time nothing.
   *
   * @param by who, as {@code user@host}
   * @return whether it was not written down before
   * @throws UserError where no gate asks them, or no stage is live (3)
   */
  public boolean give(String by, Instant now, String reason) {
    List<GateSpec.Approval> asked =
        plan.gates().stream()
            .filter(GateSpec.Approval.class::isInstance)
            .map(GateSpec.Approval.class::cast)
            .toList();
    if (asked.isEmpty()) {
      throw new UserError(
          "no gate of %s asks for anybody's word".formatted(plan.name()),
          "gates: [approval]; or take the stage as passed: msvc strangle next " + plan.name());
    }
    if (asked.stream().noneMatch(each -> each.allows(by))) {
      throw new UserError(
          "%s may not approve %s".formatted(by, plan.name()),
          asked.stream()
              .map(each -> "%s: %s".formatted(each.name(), String.join(", ", each.who())))
              .collect(Collectors.joining("; ", "ask one of ", "")));
    }
    Journal journal = store.read();
    ShiftState state = journal.state(plan.weights(-1));
    boolean live =
        state.phase() == ShiftState.Phase.RUNNING || state.phase() == ShiftState.Phase.PAUSED;
    if (!live || state.stage() < 0 || state.open() != null || state.passed()) {
      throw new UserError(
          "no stage of %s waits for a word now".formatted(plan.name()),
          "see where it stands: msvc strangle status " + plan.name());
    }
    if (journal.approvals().contains(by)) {
      return false;
    }
    store.append(
        journal,
        new Entry(
            journal.entries().size() + 1,
            now,
            by,
            Event.APPROVED,
            state.plan(),
            state.stage(),
            state.weights(),
            state.weights(),
            reason,
            new TreeMap<>(),
            journal.head()),
        journal.progress());
    return true;
  }
}
