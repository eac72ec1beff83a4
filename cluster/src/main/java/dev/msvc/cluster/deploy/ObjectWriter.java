package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Applied;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes single objects of a change: each only where it is still what the change was worked out
 * for, or where that would come out the same.
 */
record ObjectWriter(
    ApiServer api,
    ChangePlanner planner,
    LeaseLock lock,
    Change change,
    Terms terms,
    Consumer<String> news) {
  private static final int TRIES = 8;

  /** Of no object: what is applied with it is made, or refused where it is there already. */
  private static final String NO_VERSION = "1";

  /** Applies what is asked for of it, and nothing where that is so already. */
  Applied apply(ObjectChange object) {
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
    Applied applied = applied(object, manifest, before);
    news.accept("%s %s".formatted(object.key(), applied.created() ? "created" : "changed"));
    return applied;
  }

  private void recreate(ObjectChange object, KubeObject agreed) {
    KubeObject before = deleted(object, agreed);
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

  /** The object that was deleted: as it was agreed to, or the same for this change. */
  private KubeObject deleted(ObjectChange object, KubeObject agreed) {
    KubeObject live = agreed;
    for (int i = 0; i < TRIES; i++) {
      try {
        api.delete(object.kind(), live);
        return live;
      } catch (ApiFailure failure) {
        if (!failure.moved()) {
          throw failure;
        }
      }
      KubeObject now = again(object).before();
      if (now == null) {
        break;
      }
      live = now;
    }
    throw moved(object.key());
  }

  /** On condition that the object is what the change was worked out for. */
  private Applied applied(ObjectChange object, Manifest manifest, @Nullable KubeObject before) {
    KubeObject base = before;
    boolean force = object.force();
    for (int i = 0; i < TRIES; i++) {
      try {
        return settled(object, bound(object, manifest.object(), base), force);
      } catch (ApiFailure failure) {
        if (!failure.moved() && !failure.ownedByOthers()) {
          throw failure;
        }
        ObjectChange now = again(object);
        KubeObject live = now.before();
        if (live != null && !now.needsRequest()) {
          return new Applied(live, false, List.of());
        }
        if (failure.ownedByOthers() && now.force() == force && isAsRead(live, base)) {
          throw failure;
        }
        base = live;
        force = now.force();
      }
    }
    throw moved(object.key());
  }

  /** So that no other object is written than the one that the change was worked out for. */
  private static KubeObject bound(
      ObjectChange object, KubeObject fields, @Nullable KubeObject base) {
    if (base != null) {
      return fields
          .with(base.uid(), "metadata", "uid")
          .with(base.resourceVersion(), "metadata", "resourceVersion");
    }
    // into a namespace that is new, controllers put objects of their own
    return object.effect() == Effect.CREATE_UNCHECKED
        ? fields
        : fields.with(NO_VERSION, "metadata", "resourceVersion");
  }

  /**
   * The same change to what the object is now, or none, as it is ours already; all else is not the
   * change that was agreed to.
   */
  private ObjectChange again(ObjectChange object) {
    try {
      DryRun.Outcome again = planner.again(change, object, terms);
      ObjectChange now = again.change();
      if (now != null && isSame(now, object)) {
        return now;
      }
    } catch (ApiFailure failure) {
      if (!failure.moved()) {
        throw failure;
      }
    }
    throw moved(object.key());
  }

  private static boolean isSame(ObjectChange now, ObjectChange agreed) {
    return now.effect() == Effect.UNCHANGED
        || (now.effect() == agreed.effect() && now.fields().equals(agreed.fields()));
  }

  private static boolean isAsRead(@Nullable KubeObject live, @Nullable KubeObject read) {
    return live != null && read != null && live.resourceVersion().equals(read.resourceVersion());
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

  /**
   * Deletes it, if nothing came since that says that it stays.
   *
   * @return whether it was there
   */
  boolean delete(ObjectChange object) {
    KubeObject meant = object.before();
    KubeObject live = meant;
    for (int i = 0; i < TRIES; i++) {
      if (meant == null || live == null || !live.uid().equals(meant.uid())) {
        return false;
      }
      lock.check();
      try {
        boolean deleted = api.delete(object.kind(), live);
        if (deleted) {
          news.accept(object.key() + " deleted");
        }
        return deleted;
      } catch (ApiFailure failure) {
        if (!failure.moved()) {
          throw failure;
        }
      }
      live = api.get(object.kind(), object.key());
      if (live != null
          && live.uid().equals(meant.uid())
          && !Leftovers.stays(change.inventory(), live, terms).isEmpty()) {
        throw moved(object.key());
      }
    }
    throw moved(object.key());
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
