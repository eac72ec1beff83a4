package dev.msvc.cluster.ready;

import dev.msvc.model.kube.ObjectKey;
import java.util.List;

/**
 * How far one object of many is.
 *
 * @param details why it is not ready, as far as its pods tell: lines for people, what belongs to a
 *     line indented below it
 */
public record Progress(ObjectKey key, Readiness readiness, List<String> details) {
  public Progress {
    details = List.copyOf(details);
  }

  public boolean isReady() {
    return readiness.isReady();
  }
}
