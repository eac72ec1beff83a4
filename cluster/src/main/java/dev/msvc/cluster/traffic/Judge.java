package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Evidence;
import java.util.Map;

/** Says what a window of traffic shows. */
public interface Judge {
  /**
   * Whether requests went where the weights say, so that the stage is what it is called. {@link
   * Verdict#PASS} where the router cannot count and says that it does as it is told.
   */
  Judged share(Window window);

  /**
   * Whether all gates of the plan hold.
   *
   * @param before what they know of the stage up to this window
   */
  Judged gates(Window window, Map<String, Evidence> before);
}
