package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Applied;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Owned;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.ReleaseStore;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a change. What is to come is written down before it comes, and what came after it: a run
 * that dies at any request leaves a state from which the next one goes on.
 */
public final class Deployer {
  private final ApiServer api;
  private final Kinds kinds;
  private final ReleaseStore store;
  private final LeaseLock lock;
  private final Clock clock;
  private final Consumer<String> news;

  /** With a lock that was taken before, and is checked before each write. */
  public Deployer(
      ApiServer api,
      Kinds kinds,
      ReleaseStore store,
      LeaseLock lock,
      Clock clock,
      Consumer<String> news) {
    this.api = api;
    this.kinds = kinds;
    this.store = store;
    this.lock = lock;
    this.clock = clock;
    this.news = news;
  }

  /**
   * Makes the namespace in which the state of a release is kept, where the release brings it along:
   * nothing can be written down before. A run that dies here has made what the next one finds
   * marked as its own.
   */
  public static void makeRoom(ApiServer api, Change change) {
    ObjectKey namespace =
        new ObjectKey("", "Namespace", "", change.inventory().release().namespace());
    for (ObjectChange each : change.objects()) {
      Manifest manifest = each.manifest();
      if (each.key().equals(namespace) && each.effect() == Effect.CREATE && manifest != null) {
        api.apply(each.kind(), manifest.object(), false, false);
      }
    }
  }

  /**
   * A change under way.
   *
   * @param applied uid of each object that was applied, and whether this release made it
   */
  public record Begun(
      Change change,
      Terms terms,
      Inventory inventory,
      Revision revision,
      Map<ObjectKey, Owned> applied) {}

  /**
   * Writes down what is to come.
   *
   * @throws UserError where the release changed since the change was worked out: exit code 5
   */
  public Begun begin(Change change, Terms terms, String by, String note, String strategy) {
    Release release = change.inventory().release();
    Inventory now = store.inventory(release);
    if (!now.version().equals(change.inventory().version())) {
      throw new UserError(
          "release %s was changed by somebody since this change was worked out".formatted(release),
          "run it again and look at what it would do now",
          5);
    }
    List<KubeObject> objects = change.applied();
    Revision before = now.cut() ? store.revision(release, now.revision()) : null;
    Revision revision =
        before != null && before.objects().equals(objects)
            ? before.as(Revision.State.BEGUN)
            : new Revision(
                // one that was cut off before it was kept never was
                now.cut() && before == null ? Math.max(1, now.revision()) : now.revision() + 1,
                Revision.State.BEGUN,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                by,
                note,
                strategy,
                objects);
    lock.check();
    // first that it is begun: a revision of which nobody knows would be found by nobody
    Inventory inventory = store.write(now.during(revision.number(), both(change)));
    store.write(release, revision);
    return new Begun(change, terms, inventory, revision, new ConcurrentHashMap<>());
  }

  /** What the release has, and what it will have. */
  private static SortedMap<ObjectKey, Owned> both(Change change) {
    SortedMap<ObjectKey, Owned> both = new TreeMap<>(change.inventory().objects());
    for (ObjectChange each : change.objects()) {
      if (each.manifest() != null) {
        both.put(each.key(), owned(change, each, each.before()));
      }
    }
    return both;
  }

  /** What is known of an object that is applied. */
  private static Owned owned(Change change, ObjectChange object, @Nullable KubeObject live) {
    Owned known = change.inventory().objects().get(object.key());
    KubeObject before = object.before();
    boolean made =
        known != null
            ? known.made()
            : before == null
                || object.effect() == Effect.RECREATE
                || Owner.release(before).equals(change.inventory().release().mark());
    Manifest manifest = object.manifest();
    return new Owned(
        object.key(),
        object.kind().apiVersion(),
        live == null ? "" : live.uid(),
        made,
        manifest == null ? "" : Owned.digest(manifest.object()));
  }

  /** Applies those objects of a change that are meant, stage by stage. */
  public void apply(Begun begun, Predicate<ObjectChange> which) {
    ObjectWriter writer = writer(begun.change(), begun.terms());
    stages(
            begun.change().objects(),
            each -> each.manifest() != null && which.test(each),
            new TreeMap<>())
        .forEach(
            (stage, objects) -> {
              List<Applied> applied = Parallel.each(objects, writer::apply);
              for (int i = 0; i < objects.size(); i++) {
                ObjectChange object = objects.get(i);
                begun
                    .applied()
                    .put(object.key(), owned(begun.change(), object, applied.get(i).object()));
              }
              if (stage == Stage.DEFINITIONS) {
                objects.forEach(each -> kinds.forget(group(each)));
              }
            });
  }

  private static String group(ObjectChange definition) {
    Manifest manifest = definition.manifest();
    return manifest == null ? "" : manifest.object().text("spec", "group");
  }

  /** Deletes what is no longer asked for, in reverse order. */
  public void prune(Begun begun) {
    prune(begun.change(), begun.terms());
  }

  private void prune(Change change, Terms terms) {
    ObjectWriter writer = writer(change, terms);
    stages(
            change.objects(),
            each -> each.effect() == Effect.DELETE,
            new TreeMap<>(Comparator.reverseOrder()))
        .forEach((stage, objects) -> Parallel.each(objects, writer::delete));
  }

  private static SortedMap<Stage, List<ObjectChange>> stages(
      List<ObjectChange> objects,
      Predicate<ObjectChange> which,
      SortedMap<Stage, List<ObjectChange>> stages) {
    for (ObjectChange each : objects) {
      if (which.test(each)) {
        stages.computeIfAbsent(Stage.of(each.key()), stage -> new ArrayList<>()).add(each);
      }
    }
    return stages;
  }

  private ObjectWriter writer(Change change, Terms terms) {
    return new ObjectWriter(api, new ChangePlanner(api, kinds), lock, change, terms, news);
  }

  /** Writes down that the change is done. */
  public void finish(Begun begun) {
    lock.check();
    Release release = begun.change().inventory().release();
    SortedMap<ObjectKey, Owned> after = new TreeMap<>(begun.applied());
    for (ObjectChange each : begun.change().objects()) {
      Owned kept = begun.change().inventory().objects().get(each.key());
      if (each.effect() == Effect.KEEP && kept != null && each.isOurs(release)) {
        // a later run may be told to delete it
        after.put(each.key(), kept);
      }
    }
    int before = begun.inventory().deployed();
    if (before > 0 && before != begun.revision().number()) {
      Revision old = store.revision(release, before);
      if (old != null) {
        store.write(release, old.as(Revision.State.SUPERSEDED));
      }
    }
    store.write(release, begun.revision().as(Revision.State.DEPLOYED));
    store.write(begun.inventory().done(after));
    store.forgetOld(release);
  }

  /** Deletes all of a release that is to go, and what is kept of it. */
  public void delete(Change change, Terms terms) {
    Release release = change.inventory().release();
    lock.check();
    store.write(
        change.inventory().during(change.inventory().revision(), change.inventory().objects()));
    prune(change, terms);
    lock.check();
    store.forget(release);
  }

  /** Writes down that it was applied and is not ready; nothing is deleted. */
  public void fail(Begun begun) {
    lock.check();
    store.write(begun.change().inventory().release(), begun.revision().as(Revision.State.FAILED));
  }
}
