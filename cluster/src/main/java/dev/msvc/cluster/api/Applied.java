package dev.msvc.cluster.api;

import dev.msvc.model.kube.KubeObject;
import java.util.List;

/**
 * What came of a request to apply.
 *
 * @param object as it is now, or would be
 * @param created whether there was none
 * @param warnings of the server
 */
public record Applied(KubeObject object, boolean created, List<String> warnings) {
  public Applied {
    warnings = List.copyOf(warnings);
  }
}
