package dev.msvc.model.shift;

import java.time.Duration;

/**
 * One stage of a shift.
 *
 * @param soak how long all gates must pass before the next stage; more than nothing
 * @param line where the plan says it, from 1
 */
public record Stage(Step step, Duration soak, int line) {
  public Stage {
    if (soak.isNegative() || soak.isZero()) {
      throw new IllegalArgumentException("a stage soaks for some time");
    }
  }
}
