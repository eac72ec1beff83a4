package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Applied;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Owned;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.ReleaseLock;
import dev.msvc.cluster.release.ReleaseStore;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private static final int TRIES = 8;

  private final ApiServer api;
  private final Kinds kinds;
  private final ReleaseStore store;
  private final ReleaseLock lock;
  private final Clock clock;
  private final Consumer<String> news;

  /** With a lock that was taken before, and is checked before each write. */
  public Deployer(
      ApiServer api,
      Kinds kinds,
      ReleaseStore store,
      ReleaseLock lock,
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
                now.revision() + 1,
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
        manifest == null ? "" : Digest.of(manifest.object().content().toString()).substring(0, 16));
  }

  /** Applies those objects of a change that are meant, stage by stage. */
  public void apply(Begun begun, Predicate<ObjectChange> which) {
    Map<Stage, List<ObjectChange>> stages = new TreeMap<>();
    for (ObjectChange each : begun.change().objects()) {
      if (each.manifest() != null && which.test(each)) {
        stages.computeIfAbsent(Stage.of(each.key()), stage -> new ArrayList<>()).add(each);
      }
    }
    stages.forEach(
        (stage, objects) -> {
          List<Applied> applied = Parallel.each(objects, each -> apply(begun, each));
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

  private Applied apply(Begun begun, ObjectChange object) {
    Manifest manifest = object.manifest();
    KubeObject before = object.before();
    if (manifest == null) {
      throw new IllegalArgumentException("nothing is applied to " + object.key());
    }
    if (!object.needsRequest() && before != null) {
      return new Applied(before, false, List.of());
    }
    lock.check();
    if (object.effect() == Effect.RECREATE && before != null) {
      recreate(object, before);
      before = null;
    }
    Applied applied = applied(begun, object, manifest, before);
    news.accept("%s %s".formatted(object.key(), applied.created() ? "created" : "changed"));
    return applied;
  }

  private void recreate(ObjectChange object, KubeObject before) {
    api.delete(object.kind(), object.key(), before.uid());
    for (int i = 0; i < 600; i++) {
      KubeObject live = api.get(object.kind(), object.key());
      if (live == null || !live.uid().equals(before.uid())) {
        return;
      }
      lock.check();
      pause(Math.min(1000, 50L * (i + 1)));
    }
    throw new UserError(
        object.key() + " was deleted and does not go",
        "see its finalizers: kubectl get -o yaml",
        9);
  }

  /** On condition that the object is what the change was worked out for. */
  private Applied applied(
      Begun begun, ObjectChange object, Manifest manifest, @Nullable KubeObject before) {
    KubeObject base = before;
    boolean force = object.force();
    for (int i = 0; i < TRIES; i++) {
      KubeObject fields =
          base == null
              ? manifest.object()
              : manifest.object().with(base.resourceVersion(), "metadata", "resourceVersion");
      try {
        return settled(object, fields, force);
      } catch (ApiFailure failure) {
        if (!failure.moved() && !failure.ownedByOthers()) {
          throw failure;
        }
        // the same change to what it is now, or none, as it is ours already; else it is not the
        // change that was agreed to
        DryRun.Outcome again = again(begun, object);
        ObjectChange now = again.change();
        if (now == null || !isSame(now, object)) {
          throw moved(object.key());
        }
        KubeObject live = now.before();
        if (live != null && !now.needsRequest()) {
          return new Applied(live, false, List.of());
        }
        base = live;
        force = now.force();
      }
    }
    throw moved(object.key());
  }

  private DryRun.Outcome again(Begun begun, ObjectChange object) {
    try {
      return new ChangePlanner(api, kinds).again(begun.change(), object, begun.terms());
    } catch (ApiFailure failure) {
      throw failure.moved() ? moved(object.key()) : failure;
    }
  }

  private static boolean isSame(ObjectChange now, ObjectChange agreed) {
    return now.effect() == Effect.UNCHANGED
        || (now.effect() == agreed.effect() && now.fields().equals(agreed.fields()));
  }

  private static UserError moved(ObjectKey key) {
    return new UserError(
        key + " was changed by somebody since this change was worked out",
        "run it again and look at what it would do now",
        5);
  }

  /**
   * Once more where a kind or a namespace that was made a moment ago is not known everywhere yet.
   */
  private Applied settled(ObjectChange object, KubeObject fields, boolean force) {
    for (int i = 0; ; i++) {
      try {
        return api.apply(object.kind(), fields, force, false);
      } catch (ApiFailure failure) {
        boolean early =
            object.effect() == Effect.CREATE_UNCHECKED
                && (failure.code() == 404
                    || (failure.code() == 403 && failure.message().contains("not found")));
        if (!early || i == 40) {
          throw failure;
        }
        lock.check();
        pause(250);
      }
    }
  }

  /** Deletes what is no longer asked for, in reverse order. */
  public void prune(Begun begun) {
    prune(begun.change().objects());
  }

  private void prune(List<ObjectChange> changes) {
    Map<Stage, List<ObjectChange>> stages = new LinkedHashMap<>();
    for (ObjectChange each : ChangePlanner.reversed(changes)) {
      if (each.effect() == Effect.DELETE) {
        stages.computeIfAbsent(Stage.of(each.key()), stage -> new ArrayList<>()).add(each);
      }
    }
    stages.forEach((stage, objects) -> Parallel.each(objects, this::delete));
  }

  private boolean delete(ObjectChange object) {
    lock.check();
    KubeObject before = object.before();
    boolean deleted = before != null && api.delete(object.kind(), object.key(), before.uid());
    if (deleted) {
      news.accept(object.key() + " deleted");
    }
    return deleted;
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
  public void delete(Change change) {
    Release release = change.inventory().release();
    lock.check();
    store.write(
        change.inventory().during(change.inventory().revision(), change.inventory().objects()));
    prune(change.objects());
    lock.check();
    store.forget(release);
  }

  /** Writes down that it was applied and is not ready; nothing is deleted. */
  public void fail(Begun begun) {
    lock.check();
    store.write(begun.change().inventory().release(), begun.revision().as(Revision.State.FAILED));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
