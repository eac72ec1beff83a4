package dev.msvc.model.shift;

import java.time.Duration;

/**
 * When a stage has failed.
 *
 * @param window how long each look at the gates is
 * @param badWindows how many in a row that fail bring the traffic back to the monolith
 * @param blind how long nothing may be seen before it goes back, too
 * @param minReady how many endpoints of the service must be ready before its weight rises
 */
public record Tolerance(Duration window, int badWindows, Duration blind, int minReady) {
  /** What holds where a plan says nothing. */
  public static final Tolerance DEFAULT =
      new Tolerance(Duration.ofMinutes(1), 2, Duration.ofMinutes(10), 1);

  public Tolerance {
    if (window.isNegative() || window.isZero() || badWindows < 1 || minReady < 1) {
      throw new IllegalArgumentException("a window has some time, and at least one counts");
    }
  }
}
