package dev.msvc.model.shift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a shift stands, as its journal says.
 *
 * @param phase what it is doing
 * @param plan digest of the plan that is followed; empty before the first
 * @param stage index of the stage that is live or on its way; -1 for none
 * @param weights that were last known to be live
 * @param open the intent of which it isn't known what became; null for none
 * @param passed whether the stage soaked long enough
 */
public record ShiftState(
    Phase phase, String plan, int stage, Weights weights, @Nullable Entry open, boolean passed) {
  /** What a shift is doing. */
  public enum Phase {
    NEW,
    RUNNING,
    PAUSED,
    /** All is the monolith's again, and stays so until it is started again. */
    ROLLED_BACK,
    FINISHED
  }

  /**
   * As its journal says.
   *
   * @param none the weights before the first entry
   */
  public static ShiftState of(List<Entry> journal, Weights none) {
    ShiftState state = new ShiftState(Phase.NEW, "", -1, none, null, false);
    for (Entry each : journal) {
      state = state.after(each);
    }
    return state;
  }

  /**
   * Whether the last stage of its plan passed, so that nothing is left to do or to watch; not so
   * while a way back is under way.
   */
  public boolean isThrough(ShiftPlan followed) {
    return open == null && passed && stage == followed.stages().size() - 1;
  }

  /** What is to be live: what was written down last, also before it is known what came of it. */
  public Weights wanted() {
    return open == null ? weights : open.to();
  }

  private ShiftState after(Entry entry) {
    if (entry.event() == Event.STARTED) {
      return new ShiftState(Phase.RUNNING, entry.plan(), -1, entry.to(), null, false);
    }
    if (entry.event() == Event.INTENT) {
      return new ShiftState(phase, plan, stage, weights, entry, passed);
    }
    if (entry.event() == Event.EFFECT) {
      boolean back = entry.stage() < 0;
      return new ShiftState(
          back ? Phase.ROLLED_BACK : phase, plan, entry.stage(), entry.to(), null, false);
    }
    if (entry.event() == Event.DROPPED) {
      return new ShiftState(phase, plan, stage, weights, null, passed);
    }
    if (entry.event() == Event.PASSED) {
      return new ShiftState(phase, plan, stage, weights, open, true);
    }
    if (entry.event() == Event.PAUSED) {
      return new ShiftState(Phase.PAUSED, plan, stage, weights, open, passed);
    }
    if (entry.event() == Event.RESUMED) {
      return new ShiftState(Phase.RUNNING, plan, stage, weights, open, passed);
    }
    if (entry.event() == Event.FINISHED) {
      return new ShiftState(Phase.FINISHED, plan, stage, weights, open, passed);
    }
    return this;
  }
}
