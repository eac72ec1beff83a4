package dev.msvc.cli;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.ready.Progress;
import dev.msvc.cluster.ready.Readiness;
import dev.msvc.cluster.ready.Waiting;
import dev.msvc.cluster.ready.Wanted;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Owned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** How the objects of a release are now. */
record ReleaseStatus(ClusterAccess access) {
  List<Progress> of(Inventory inventory) {
    List<Wanted> wanted = new ArrayList<>();
    Map<Object, Progress> gone = new HashMap<>();
    for (Owned each : inventory.objects().values()) {
      ResourceKind kind = access.kinds().of(each.apiVersion(), each.key().kind());
      if (kind == null) {
        gone.put(
            each.key(),
            new Progress(
                each.key(),
                new Readiness(Readiness.State.FAILED, "the cluster no longer has its kind"),
                List.of()));
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
      all.addAll(gone.values());
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
