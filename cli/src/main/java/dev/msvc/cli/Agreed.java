package dev.msvc.cli;

import dev.msvc.cluster.deploy.BlueGreen;
import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.Place;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A change as it is shown and agreed to, with how it is brought about.
 *
 * @param note for the history, what was asked for
 * @param switched Services that switch to other pods when those are ready
 */
record Agreed(Change change, Terms terms, String note, String strategy, Set<ObjectKey> switched) {
  static final String ROLLING = "rolling";
  static final String BLUE_GREEN = "blue-green";

  /** The change back to what a revision was. */
  static Agreed revision(
      ChangePlanner planner, Inventory inventory, Revision revision, Terms terms, String note) {
    List<Manifest> manifests = new ArrayList<>();
    for (KubeObject each : revision.objects()) {
      manifests.add(new Manifest(each, new Place("revision " + revision.number(), 0), Map.of()));
    }
    return of(planner, inventory, manifests, terms, note, revision.strategy());
  }

  /** The change back to what a revision was, by itself: what it has not need not be recreated. */
  static Agreed back(
      ChangePlanner planner, Inventory inventory, Revision revision, Terms terms, String note) {
    Set<String> names = new HashSet<>();
    for (KubeObject each : revision.objects()) {
      names.add(each.key().shortName().toLowerCase(Locale.ROOT));
    }
    return revision(planner, inventory, revision, terms.within(names), note);
  }

  /** The change to what is asked for. */
  static Agreed of(
      ChangePlanner planner,
      Inventory inventory,
      List<Manifest> manifests,
      Terms terms,
      String note,
      String strategy) {
    boolean twoColours = strategy.equals(BLUE_GREEN);
    Change change = planner.plan(inventory, manifests, terms, twoColours);
    Set<ObjectKey> switched =
        twoColours ? BlueGreen.switched(manifests) : BlueGreen.uncoloured(change.objects());
    return new Agreed(change, terms, note, strategy, switched);
  }
}
