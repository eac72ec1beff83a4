package dev.msvc.model.shift;

import java.util.OptionalInt;

/**
 * A shift that another one comes after, since that one's service asks this one's.
 *
 * @param shift its name
 * @param weight percent of its reads from which on the other may begin; empty where all of its
 *     stages must have passed
 * @param line where the plan says it, from 1
 */
public record Predecessor(String shift, OptionalInt weight, int line) {
  /**
   * Why the other may not go on yet, or is not to; empty where it may.
   *
   * @param plan of this shift
   * @param state as its journal says
   */
  public String missing(ShiftPlan plan, ShiftState state) {
    if (state.phase() == ShiftState.Phase.NEW) {
      return "%s was not begun yet".formatted(shift);
    }
    if (state.phase() == ShiftState.Phase.ROLLED_BACK) {
      return "%s was rolled back".formatted(shift);
    }
    int reads = reads(plan, state.weights());
    if (weight.isPresent()) {
      return reads >= weight.getAsInt()
          ? ""
          : "%s has %d %% of its reads, of %d %% that it is to have"
              .formatted(shift, reads, weight.getAsInt());
    }
    boolean last = state.stage() == plan.stages().size() - 1;
    return state.phase() == ShiftState.Phase.FINISHED || (last && state.passed())
        ? ""
        : "%s has passed %d of its %d stages"
            .formatted(
                shift,
                Math.max(0, state.passed() ? state.stage() + 1 : state.stage()),
                plan.stages().size());
  }

  /** The least that a rule for reads has; what no rule is for is no part of it. */
  private static int reads(ShiftPlan plan, Weights weights) {
    return plan.rules().stream()
        .filter(each -> each.kind() == Rule.Kind.READ)
        .mapToInt(each -> weights.of(each.id(), Arm.SERVICE))
        .min()
        .orElse(0);
  }
}
