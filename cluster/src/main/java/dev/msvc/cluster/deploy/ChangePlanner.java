package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Works out what a deployment would do, by asking the server; nothing is changed. */
public final class ChangePlanner {
  private final ApiServer api;
  private final Kinds kinds;

  public ChangePlanner(ApiServer api, Kinds kinds) {
    this.api = api;
    this.kinds = kinds;
  }

  /**
   * The change from what there is to what is asked for.
   *
   * @param inventory what the release has
   * @param twoColours whether objects of the other colour stay, to switch back to
   * @throws UserError where nothing is asked for, and for what cannot be asked for
   */
  public Change plan(
      Inventory inventory, List<Manifest> manifests, Terms terms, boolean twoColours) {
    if (manifests.isEmpty()) {
      throw new UserError(
          "there is nothing to deploy: no manifest in what was read",
          "to delete all of a release: msvc release delete " + inventory.release());
    }
    Wishes wishes = Wishes.of(manifests, inventory.release(), kinds);
    checkRecreated(wishes, terms);
    Namespaces namespaces = Namespaces.of(api, kinds, wishes);
    Map<ObjectKey, ResourceKind> asked = new LinkedHashMap<>();
    for (Wishes.Wish each : wishes.all()) {
      if (!each.fresh() && !namespaces.isFresh(each.key().namespace())) {
        asked.put(each.key(), each.kind());
      }
    }
    Leftovers leftovers = Leftovers.of(inventory, wishes, kinds, twoColours);
    Map<ObjectKey, ResourceKind> read = new LinkedHashMap<>(asked);
    read.putAll(leftovers.kinds());
    Map<ObjectKey, KubeObject> live = LiveState.of(api, read);

    DryRun dryRun = new DryRun(api, inventory, terms);
    List<DryRun.Outcome> outcomes =
        Parallel.each(
            wishes.all(),
            wish ->
                asked.containsKey(wish.key())
                    ? dryRun.of(wish, live.get(wish.key()))
                    : DryRun.unchecked(wish));

    List<ObjectChange> objects = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>(namespaces.refusals());
    Set<String> warnings = new LinkedHashSet<>();
    for (DryRun.Outcome each : outcomes) {
      if (each.change() != null) {
        objects.add(each.change());
      }
      refusals.addAll(each.refusals());
      warnings.addAll(each.warnings());
    }
    objects.addAll(leftovers.changes(live, terms));
    return new Change(inventory, objects, refusals, List.copyOf(warnings));
  }

  private static void checkRecreated(Wishes wishes, Terms terms) {
    Set<String> left = new TreeSet<>(terms.recreate());
    for (Wishes.Wish each : wishes.all()) {
      left.remove(each.key().shortName().toLowerCase(Locale.ROOT));
    }
    if (!left.isEmpty()) {
      throw new UserError(
          "nothing that is deployed is called " + String.join(", ", left),
          "name it as --recreate KIND/NAME, as Service/web");
    }
  }

  /** The change that deletes all of a release; what it was told to keep stays. */
  public Change deletion(Inventory inventory, Terms terms) {
    Leftovers leftovers = Leftovers.of(inventory, new Wishes(List.of(), Set.of()), kinds, false);
    Map<ObjectKey, KubeObject> live = LiveState.of(api, leftovers.kinds());
    return new Change(inventory, leftovers.changes(live, terms), List.of(), List.of());
  }

  /** Asks again about one object that moved on since, under the same terms. */
  DryRun.Outcome again(Change change, ObjectChange object, Terms terms) {
    Manifest manifest = object.manifest();
    if (manifest == null) {
      throw new IllegalArgumentException("nothing is applied to " + object.key());
    }
    DryRun dryRun = new DryRun(api, change.inventory(), terms);
    return dryRun.of(
        new Wishes.Wish(manifest, object.kind(), false), api.get(object.kind(), object.key()));
  }

  /** In the order in which they are deleted: last come, first gone. */
  static List<ObjectChange> reversed(List<ObjectChange> objects) {
    List<ObjectChange> reversed = new ArrayList<>(objects);
    reversed.sort(
        Comparator.comparing((ObjectChange each) -> Stage.of(each.key()))
            .reversed()
            .thenComparing(ObjectChange::key));
    return reversed;
  }
}
