package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A shift that is after another one, so that it goes back before that does.
 *
 * @param name of the shift
 * @param underWay whether its service may have requests
 * @param back brings all of it back to the monolith, for a reason
 */
public record Dependant(String name, BooleanSupplier underWay, Function<String, Turn> back) {
  /** Whether a service may have requests; a shift that never began asks no router. */
  public static boolean underWay(ShiftPlan plan, Router router, ShiftStore store) {
    ShiftState state = store.read().state(plan.weights(-1));
    if (state.phase() == ShiftState.Phase.NEW) {
      return false;
    }
    if (state.phase() != ShiftState.Phase.ROLLED_BACK || state.open() != null) {
      return true;
    }
    try {
      return !router.look().weights().areNone();
    } catch (UserError away) {
      // it went back, and nobody says otherwise
      return false;
    }
  }
}
