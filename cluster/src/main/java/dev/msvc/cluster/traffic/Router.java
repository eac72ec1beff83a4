package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Weights;

/**
 * What sends requests to the monolith or to the service. The rules are there already; only their
 * weights are written, and nothing else of what a router has is touched.
 *
 * <p>All methods throw {@link dev.msvc.model.UserError} with exit code 8 where it cannot be
 * reached.
 */
public interface Router {
  /** How it is now. */
  Sight look();

  /**
   * Writes all weights at once, on condition that nothing moved since it was looked at.
   *
   * @return what it is by now, as far as the answer says
   * @throws dev.msvc.model.UserError with exit code 5 where something moved; then nothing was
   *     written
   */
  Sight write(Sight base, Weights weights);
}
