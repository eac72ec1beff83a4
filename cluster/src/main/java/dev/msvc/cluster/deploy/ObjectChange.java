package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one object.
 *
 * @param fields that differ
 * @param notes what a person should know, a line each
 * @param manifest what is applied; null where it is deleted or kept
 * @param before as it is in the cluster; null where there is none
 * @param owned whether all that is applied is already ours
 * @param force whether fields are taken from other managers
 */
public record ObjectChange(
    ObjectKey key,
    ResourceKind kind,
    Effect effect,
    List<FieldChange> fields,
    List<String> notes,
    @Nullable Manifest manifest,
    @Nullable KubeObject before,
    boolean owned,
    boolean force) {
  public ObjectChange {
    fields = List.copyOf(fields);
    notes = List.copyOf(notes);
  }

  /** Whether the object in the cluster says that it is of that release. */
  boolean isOurs(Release release) {
    return before != null && Owner.release(before).equals(release.mark());
  }

  /** Whether a request is needed, if only to own what is already so. */
  boolean needsRequest() {
    return effect.changes() || (effect == Effect.UNCHANGED && !owned);
  }
}
