package dev.msvc.cli;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.ready.Progress;
import dev.msvc.cluster.ready.Readiness;
import dev.msvc.cluster.ready.Waiting;
import dev.msvc.cluster.ready.Wanted;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Owned;
import dev.msvc.cluster.release.Revision;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * How a release is now.
 *
 * @param state in a few words
 * @param holder who changes it at this moment; empty for nobody
 */
record ReleaseStatus(Inventory inventory, String state, String holder, List<Progress> objects) {
  private static final int SHOWN = 30;

  static ReleaseStatus of(ClusterAccess access, Inventory inventory) {
    String holder = holder(access, inventory);
    return new ReleaseStatus(
        inventory, state(access, inventory, holder), holder, objects(access, inventory));
  }

  /** How a release is, in a few words. */
  static String state(ClusterAccess access, Inventory inventory) {
    return inventory.cut() ? state(access, inventory, holder(access, inventory)) : "deployed";
  }

  private static String holder(ClusterAccess access, Inventory inventory) {
    return LeaseLock.holder(
        access.api(), access.kinds(), inventory.release().leased(), Clock.systemUTC());
  }

  private static String state(ClusterAccess access, Inventory inventory, String holder) {
    if (!inventory.cut()) {
      return "deployed";
    }
    if (!holder.isEmpty()) {
      return "being changed";
    }
    Revision last = access.store().revision(inventory.release(), inventory.revision());
    boolean failed = last != null && last.state() == Revision.State.FAILED;
    return failed ? "applied, and not ready in time" : "begun, and not finished";
  }

  private static List<Progress> objects(ClusterAccess access, Inventory inventory) {
    List<Wanted> wanted = new ArrayList<>();
    List<Progress> gone = new ArrayList<>();
    for (Owned each : inventory.objects().values()) {
      ResourceKind kind = access.kinds().of(each.apiVersion(), each.key().kind());
      if (kind == null) {
        Readiness readiness =
            new Readiness(Readiness.State.FAILED, "the cluster no longer has its kind");
        gone.add(new Progress(each.key(), readiness, List.of()));
      } else {
        wanted.add(new Wanted(kind, each.key()));
      }
    }
    try {
      // no time at all is one look
      List<Progress> all =
          new ArrayList<>(
              Waiting.on(access.api(), access.kinds())
                  .until(wanted, Duration.ZERO, each -> {})
                  .objects());
      all.addAll(gone);
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", state);
    fields.put("holder", holder);
    fields.put("ready", objects.stream().allMatch(Progress::isReady));
    fields.put("readiness", objects.stream().map(ChangeFields::progress).toList());
    return fields;
  }

  void print(Console console, boolean everything) {
    console.heading(
        "release %s in %s: revision %d, %s"
            .formatted(
                inventory.release(), inventory.release().namespace(), inventory.revision(), state));
    if (!holder.isEmpty()) {
      console.line("by " + holder);
    } else if (inventory.cut()) {
      console.line(
          inventory.deployed() == 0
              ? "nothing was deployed before it: mend what is wrong, and deploy again"
              : "deployed before it: revision %d; deploy again, or go back: msvc release rollback %s -n %s --to %d"
                  .formatted(
                      inventory.deployed(),
                      inventory.release(),
                      inventory.release().namespace(),
                      inventory.deployed()));
    }
    List<Progress> shown = objects.stream().filter(each -> everything || !each.isReady()).toList();
    if (shown.size() < objects.size()) {
      shown = new ArrayList<>(shown);
      for (Progress each : objects) {
        if (each.isReady() && shown.size() < SHOWN) {
          shown.add(each);
        }
      }
    }
    for (Progress each : shown) {
      console.line("  %s: %s".formatted(each.key(), each.readiness().why()));
      each.details().forEach(detail -> console.line("    " + detail));
    }
    if (shown.size() < objects.size()) {
      console.line("  and %d that are ready: -o wide".formatted(objects.size() - shown.size()));
    }
    long count = objects.stream().filter(Progress::isReady).count();
    console.line("%d of %d objects are ready".formatted(count, objects.size()));
  }
}
