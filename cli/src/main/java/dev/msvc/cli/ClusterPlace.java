package dev.msvc.cli;

import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Theft;
import dev.msvc.model.shift.ShiftPlan;
import java.time.Clock;
import java.util.function.IntSupplier;

/** A shift whose router, journal and lock are in one cluster. */
record ClusterPlace(
    Invocation call, ClusterAccess access, String namespace, ShiftPlan plan, Clock clock) {
  /** With its router. */
  ShiftPlace with(Router router, String where) {
    ClusterShiftStore store =
        new ClusterShiftStore(access.api(), access.kinds(), namespace, plan.name());
    return new ShiftPlace(
        router, store, action -> during(store, action), store::broken, where, access::close);
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
      }
      return action.getAsInt();
    }
  }
}
