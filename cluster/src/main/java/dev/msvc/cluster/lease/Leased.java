package dev.msvc.cluster.lease;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.Map;

/**
 * What only one at a time may change.
 *
 * @param namespace of its Lease
 * @param name of its Lease
 * @param labels of its Lease
 * @param words as messages name it: {@code release web}
 */
public record Leased(String namespace, String name, Map<String, String> labels, String words) {
  public Leased {
    labels = Map.copyOf(labels);
  }

  /** Its Lease. */
  public ObjectKey key() {
    return new ObjectKey("coordination.k8s.io", "Lease", namespace, name);
  }

  /** Its Lease, held by nobody. */
  public KubeObject object() {
    return KubeObject.of("coordination.k8s.io/v1", "Lease", namespace, name)
        .with(labels, "metadata", "labels");
  }
}
