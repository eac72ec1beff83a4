package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Step;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

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

  /**
   * Whether a stage may begin, by what no traffic shows; only {@link Verdict#PASS} lets it. Asked
   * right before its weights are written, however often that is tried.
   *
   * @param meanwhile what is told while that takes its time
   */
  default Judged before(Step step, Consumer<String> meanwhile) {
    return new Judged(Verdict.PASS, "", new TreeMap<>(), Map.of());
  }
}
