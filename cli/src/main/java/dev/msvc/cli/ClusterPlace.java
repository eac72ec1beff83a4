package dev.msvc.cli;

import dev.msvc.cluster.git.CommittedRouter;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.router.RouteText;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Theft;
import dev.msvc.model.shift.GitWord;
import dev.msvc.model.shift.ShiftPlan;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntSupplier;

/** A shift whose router, journal and lock are in one cluster. */
record ClusterPlace(
    Invocation call, ClusterAccess access, String namespace, ShiftPlan plan, Clock clock) {
  /** With its router. */
  ShiftPlace with(Router router, String where) {
    return with(router, where, Optional.empty());
  }

  /** With a router whose weights a file in Git says. */
  ShiftPlace byCommits(Router router, String where, GitWord git) {
    boolean folder = !git.repository().contains(":");
    CommittedRouter committed =
        new CommittedRouter(
            router,
            RouteText.of(plan, namespace),
            plan,
            folder
                ? call.directory().resolve(git.repository()).normalize().toString()
                : git.repository(),
            call.env(),
            clock,
            ClusterAccess.who(call));
    String commits =
        "%s of branch %s of %s, by commits that Argo CD or Flux brings to %s"
            .formatted(git.path(), git.branch(), git.repository(), where);
    return with(committed, commits, Optional.of(committed));
  }

  private ShiftPlace with(Router router, String where, Optional<CommittedRouter> git) {
    ClusterShiftStore store =
        new ClusterShiftStore(access.api(), access.kinds(), namespace, plan.name());
    return new ShiftPlace(
        router,
        store,
        action -> during(store, action),
        store::broken,
        where,
        git,
        () -> {
          git.ifPresent(CommittedRouter::close);
          access.close();
        });
  }

  private int during(ClusterShiftStore store, IntSupplier action) {
    try (LeaseLock lock =
        LeaseLock.take(
            access.api(),
            access.kinds(),
            ClusterShiftStore.leased(namespace, plan.name()),
            ClusterAccess.holder(call),
            clock)) {
      if (!lock.takenFrom().isEmpty()) {
        Theft.record(store, plan, lock.takenFrom(), ClusterAccess.who(call), clock.instant());
        lock.told();
      }
      return action.getAsInt();
    }
  }
}
