package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Owned;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a release has and is no longer asked for.
 *
 * @param kinds of those whose kind is still served; others went with it
 * @param colour that is deployed now, so that what has another one stays; empty where none is
 */
record Leftovers(
    Release release,
    Map<ObjectKey, Owned> owned,
    Map<ObjectKey, ResourceKind> kinds,
    String colour) {
  /** The annotations by which a user says that an object stays. */
  private static final Map<String, String> STAYS =
      Map.of("msvc.dev/prune", "never", "helm.sh/resource-policy", "keep");

  static Leftovers of(Inventory inventory, Wishes wishes, Kinds kinds, boolean twoColours) {
    Set<ObjectKey> wanted = new HashSet<>();
    wishes.all().forEach(each -> wanted.add(each.key()));
    Map<ObjectKey, Owned> owned = new LinkedHashMap<>();
    Map<ObjectKey, ResourceKind> served = new LinkedHashMap<>();
    inventory
        .objects()
        .forEach(
            (key, each) -> {
              ResourceKind kind =
                  wanted.contains(key) ? null : kinds.of(each.apiVersion(), key.kind());
              if (kind != null) {
                owned.put(key, each);
                served.put(key, kind);
              }
            });
    String colour = "";
    for (Wishes.Wish each : twoColours ? wishes.all() : List.<Wishes.Wish>of()) {
      String its = BlueGreen.colour(each.manifest().object());
      colour = its.isEmpty() ? colour : its;
    }
    return new Leftovers(inventory.release(), owned, served, colour);
  }

  /** What becomes of those that are still there, the first to go first. */
  List<ObjectChange> changes(Map<ObjectKey, KubeObject> live, Terms terms) {
    List<ObjectChange> changes = new ArrayList<>();
    owned.forEach(
        (key, each) -> {
          KubeObject object = live.get(key);
          ResourceKind kind = kinds.get(key);
          if (object != null && kind != null) {
            String stays = stays(each, object, terms);
            boolean goes = stays.isEmpty();
            changes.add(
                new ObjectChange(
                    key,
                    kind,
                    goes ? Effect.DELETE : Effect.KEEP,
                    List.of(),
                    goes ? claims(object) : List.of(stays),
                    null,
                    object,
                    true,
                    false));
          }
        });
    return ChangePlanner.reversed(changes);
  }

  /** What a StatefulSet made for its pods is not deleted with it, and nobody else says so. */
  private static List<String> claims(KubeObject live) {
    List<String> names = new ArrayList<>();
    for (Object each : live.list("spec", "volumeClaimTemplates")) {
      names.add(KubeObject.text(each, "metadata", "name") + "-" + live.name() + "-N");
    }
    boolean kept =
        !live.text("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted").equals("Delete");
    return names.isEmpty() || !kept
        ? List.of()
        : List.of(
            "the claims of its pods stay (%s); to delete them: kubectl delete pvc -n %s NAME"
                .formatted(String.join(", ", names), live.namespace()));
  }

  private String stays(Owned each, KubeObject live, Terms terms) {
    String stays = stays(release, each, live, terms);
    String its = BlueGreen.colour(live);
    return stays.isEmpty() && !colour.isEmpty() && !its.isEmpty() && !its.equals(colour)
        ? "is kept to switch back to, until the next deployment takes its colour"
        : stays;
  }

  /** Why an object of that release stays, whatever is asked for; empty where it may go. */
  static String stays(Inventory inventory, KubeObject live, Terms terms) {
    Owned owned = inventory.objects().get(live.key());
    return owned == null
        ? "is not of this release"
        : stays(inventory.release(), owned, live, terms);
  }

  private static String stays(Release release, Owned each, KubeObject live, Terms terms) {
    ObjectKey key = each.key();
    if (!each.made()) {
      return "was there before this release, so it is left";
    }
    if (!each.uid().isEmpty() && !each.uid().equals(live.uid())) {
      return "is another object than the one that this release made, so it is left";
    }
    if (!Owner.release(live).equals(release.mark())) {
      return "is no longer marked as this release's, so it is left";
    }
    if (!Owner.gitops(live).isEmpty()) {
      return "is put there by %s, so it is left".formatted(Owner.gitops(live));
    }
    for (Map.Entry<String, String> stay : STAYS.entrySet()) {
      if (live.annotation(stay.getKey()).equals(stay.getValue())) {
        return "says %s: %s, so it is left".formatted(stay.getKey(), stay.getValue());
      }
    }
    String kind = key.kind().toLowerCase(Locale.ROOT);
    if (Stage.isDangerousToDelete(key) && !terms.delete().contains(kind)) {
      return "holds data or other objects, so it is left; to delete it: --dangerous-delete-" + kind;
    }
    return "";
  }
}
