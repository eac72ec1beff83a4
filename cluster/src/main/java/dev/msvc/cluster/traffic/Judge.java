package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Evidence;
import java.util.Map;

/** Says what a window of traffic shows. */
public interface Judge {
  /**
   * Whether requests went where the weights say, so that the stage is what it is called; never
   * {@link Verdict#PASS} where nobody counted.
   */
  Judged share(Window window);

  /**
   * Whether all gates of the plan hold.
   *
   * @param before what they know of the stage up to this window
   */
  Judged gates(Window window, Map<String, Evidence> before);
}
