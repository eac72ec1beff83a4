package dev.msvc.cli;

import dev.msvc.cluster.git.CommittedRouter;
import dev.msvc.cluster.haproxy.HaproxyRouter;
import dev.msvc.cluster.nginx.NginxRouter;
import dev.msvc.cluster.router.GatewayRouter;
import dev.msvc.cluster.router.IstioRouter;
import dev.msvc.cluster.router.RouterKind;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Where a shift takes place.
 *
 * @param router whose weights it writes
 * @param store where its journal is kept
 * @param turns one after the other
 * @param witness what else knows of the journal: what is wrong with it, a line each
 * @param where it writes, for whoever says yes to it; empty where that is this machine
 * @param git the route as a file in Git says it; empty where weights are written into the router
 * @param end what is left to be closed
 */
record ShiftPlace(
    Router router,
    ShiftStore store,
    Turns turns,
    Function<Journal, List<String>> witness,
    String where,
    Optional<CommittedRouter> git,
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
   * @throws UserError where its router cannot do what it asks for, or nothing of ours moves it
   */
  static ShiftPlace of(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    RouterKind kind = RouterKind.of(plan, folder.shown());
    kind.requireMoved(plan, folder.shown());
    return kind.home() == RouterKind.Home.CLUSTER
        ? inCluster(call, plan)
        : beside(call, folder, router(kind, call, folder, plan));
  }

  /** The cluster stays open until the end, for no look should have to log in again. */
  private static ShiftPlace inCluster(Invocation call, ShiftPlan plan) {
    ClusterAccess cluster = ClusterAccess.of(call);
    try {
      SortedMap<String, String> settings = plan.router().settings();
      String namespace = settings.getOrDefault("namespace", cluster.namespace());
      String context =
          cluster.api().context().isEmpty() ? "" : ", context " + cluster.api().context();
      boolean istio = plan.router().kind().equals("istio");
      String name = String.valueOf(settings.get(istio ? "virtual-service" : "route"));
      Router router =
          istio
              ? new IstioRouter(cluster.api(), cluster.kinds(), namespace, name, plan)
              : new GatewayRouter(cluster.api(), cluster.kinds(), namespace, name, plan);
      String where =
          "%s/%s in namespace %s%s, at %s"
              .formatted(
                  istio ? "VirtualService" : "HTTPRoute",
                  name,
                  namespace,
                  context,
                  cluster.api().address());
      ClusterPlace place = new ClusterPlace(call, cluster, namespace, plan, Clock.systemUTC());
      return plan.git().isEmpty()
          ? place.with(router, where)
          : place.byCommits(router, where, plan.git().get());
    } catch (RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  private static Router router(
      RouterKind kind, Invocation call, ShiftFolder folder, ShiftPlan plan) {
    return switch (kind.word()) {
      case "local" -> ProxyFile.of(folder).router();
      case "haproxy" ->
          HaproxyRouter.of(plan, folder.shown(), new HaproxyStateFile(call, plan)::write);
      case "nginx" -> NginxRouter.of(plan, folder.shown(), new NginxFile(plan));
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
        "",
        Optional.empty(),
        () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
