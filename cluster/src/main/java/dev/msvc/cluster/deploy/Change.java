package dev.msvc.cluster.deploy;

import dev.msvc.cluster.release.Inventory;
import dev.msvc.model.Digest;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a deployment would do.
 *
 * @param inventory of the release, as it was when this was worked out
 * @param objects in the order of their turn
 * @param refusals why it cannot be done as it stands; none where it can
 * @param warnings of the server
 */
public record Change(
    Inventory inventory,
    List<ObjectChange> objects,
    List<Refusal> refusals,
    List<String> warnings) {
  public Change {
    objects = List.copyOf(objects);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  /** How many objects fare so. */
  public long count(Effect effect) {
    return objects.stream().filter(each -> each.effect() == effect).count();
  }

  /** Whether the cluster would be another one afterwards. */
  public boolean changes() {
    return objects.stream().anyMatch(each -> each.effect().changes());
  }

  /**
   * Whether there is anything to do at all: an object to change or to own, a change to finish, an
   * object that is no longer asked for and of which the release need know nothing any more.
   */
  public boolean needsWork() {
    return inventory.isNew()
        || inventory.cut()
        || objects.stream().anyMatch(ObjectChange::needsRequest)
        || objects.size() < inventory.objects().size();
  }

  /** What is applied, as it was asked for. */
  public List<Manifest> manifests() {
    List<Manifest> manifests = new ArrayList<>();
    for (ObjectChange each : objects) {
      if (each.manifest() != null) {
        manifests.add(each.manifest());
      }
    }
    return manifests;
  }

  /** What is applied. */
  public List<KubeObject> applied() {
    return manifests().stream().map(Manifest::object).toList();
  }

  /**
   * Tells this change from any other: two of one digest do the same to the same. It has no secret
   * in it that could be guessed from it.
   */
  public String digest() {
    StringBuilder text = new StringBuilder(inventory.release().mark()).append('\n');
    for (ObjectChange each : objects) {
      text.append(each.key()).append(' ').append(each.effect()).append('\n');
      for (FieldChange field : each.fields()) {
        text.append(field.path()).append(' ');
        text.append(value(field.before())).append(" -> ").append(value(field.after())).append('\n');
      }
    }
    return Digest.of(text.toString());
  }

  private static String value(@Nullable Object value) {
    return value instanceof FieldDiff.Hidden hidden ? hidden.digest() : String.valueOf(value);
  }
}
