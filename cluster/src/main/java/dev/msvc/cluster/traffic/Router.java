package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Entry;
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
   * As {@link #look}, for whoever brings all back: weights that make no sense are no reason not to.
   * Such a rule is told with the share that the service has of them, and at least 1.
   */
  default Sight lookToGoBack() {
    return look();
  }

  /**
   * Writes all weights at once, on condition that nothing moved since it was looked at.
   *
   * @return what it is by now, as far as the answer says
   * @throws dev.msvc.model.UserError with exit code 5 where something moved; then nothing was
   *     written
   */
  Sight write(Sight base, Weights weights);

  /** Writes what an intent says, as {@link #write(Sight, Weights)}. */
  default Sight write(Sight base, Entry intent) {
    return write(base, intent.to());
  }

  /**
   * Writes it once more, where it was written and something else puts back what was: that is not
   * fought, but seen to where it has its reason.
   */
  default Sight retry(Sight base, Entry intent) {
    return write(base, intent);
  }
}
