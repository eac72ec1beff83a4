package dev.msvc.cli;

import dev.msvc.cluster.router.RouterKind;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Where a shift takes place.
 *
 * @param router whose weights it writes
 * @param store where its journal is kept
 * @param turns one after the other
 * @param witness what else knows of the journal: what is wrong with it, a line each
 * @param end what is left to be closed
 */
record ShiftPlace(
    Router router,
    ShiftStore store,
    Turns turns,
    Function<Journal, List<String>> witness,
    Runnable end)
    implements AutoCloseable {
  /** That only one at a time moves a shift. */
  interface Turns {
    /**
     * Does something while nobody else may.
     *
     * @throws UserError where somebody else does: exit code 5, with who and since when
     */
    int during(IntSupplier action);
  }

  /**
   * That of a plan.
   *
   * @throws UserError where its router cannot do what it asks for
   */
  static ShiftPlace of(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    RouterKind kind = RouterKind.of(plan, folder.shown());
    return beside(call, folder, router(kind, folder));
  }

  private static Router router(RouterKind kind, ShiftFolder folder) {
    return switch (kind.word()) {
      case "local" -> ProxyFile.of(folder).router();
      default -> throw new IllegalStateException("no router for " + kind.word());
    };
  }

  /** With a journal and a lock beside the plan. */
  private static ShiftPlace beside(Invocation call, ShiftFolder folder, Router router) {
    return new ShiftPlace(
        router,
        new FileShiftStore(folder.beside(".state.json")),
        action ->
            ShiftLock.during(folder, ".lock", ClusterAccess.who(call), Clock.systemUTC(), action),
        journal -> List.of(),
        () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
