package dev.msvc.cluster.ready;

import java.util.List;

/**
 * What came of waiting.
 *
 * @param objects all that were waited for, in the order in which they were asked for
 */
public record Outcome(End end, List<Progress> objects) {
  /** Why it ended. */
  public enum End {
    READY,
    /** One will not become ready by itself. */
    FAILED,
    TIMED_OUT
  }

  public Outcome {
    objects = List.copyOf(objects);
  }

  public boolean isReady() {
    return end == End.READY;
  }

  /** Those that are not ready. */
  public List<Progress> unready() {
    return objects.stream().filter(each -> !each.isReady()).toList();
  }
}
