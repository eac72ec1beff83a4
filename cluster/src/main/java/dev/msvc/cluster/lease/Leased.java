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
 * @param remembers whether from whom it was taken stays in its Lease until somebody says that this
 *     is written down
 */
public record Leased(
    String namespace, String name, Map<String, String> labels, String words, boolean remembers) {
  public Leased {
    labels = Map.copyOf(labels);
  }

  /** One of which nobody asks from whom it was taken. */
  public Leased(String namespace, String name, Map<String, String> labels, String words) {
    this(namespace, name, labels, words, false);
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
