package dev.msvc.cli;

import dev.msvc.cluster.data.Databases;
import dev.msvc.cluster.gate.GateJudge;
import dev.msvc.cluster.router.RouterKind;
import dev.msvc.cluster.traffic.Approvals;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.cluster.traffic.Turn;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc strangle}: traffic goes from the monolith to a service, stage by stage. */
final class StrangleCommand implements Command {
  private static final List<String> WHAT =
      List.of(
          "plan",
          "lint",
          "route",
          "rehearse",
          "proxy",
          "start",
          "status",
          "watch",
          "pause",
          "resume",
          "next",
          "approve",
          "rollback",
          "finish",
          "reconcile",
          "audit");

  @Override
  public String name() {
    return "strangle";
  }

  @Override
  public String does() {
    return "shifts traffic from the monolith to a service, stage by stage, and back";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc strangle plan orders                 strangle/orders.yaml, proposed from what was"
                + " analysed",
            "msvc strangle lint orders                 is strangle/orders.yaml a plan that can do"
                + " no harm?",
            "msvc strangle route orders                what the router must hold before it starts",
            "msvc strangle rehearse orders             killed at each write, beside the real one:"
                + " what holds?",
            "msvc strangle proxy orders                the local proxy, in a terminal of its own",
            "msvc strangle start orders                follows the plan until it ends or goes back",
            "msvc strangle start orders --once -y      one step, for cron or a pipeline",
            "msvc strangle start orders --in-cluster --image registry/msvc:1",
            "msvc strangle status orders",
            "msvc strangle status                      all shifts, in the order of after:",
            "msvc strangle watch orders                until it ends, drawn anew each second",
            "msvc strangle approve orders              your word, where a gate asks for it",
            "msvc strangle rollback orders             all to the monolith, now",
            "msvc strangle reconcile orders            where rows of both are not the same",
            "msvc strangle audit orders --verify",
            "msvc strangle finish orders --diff        what of the monolith nobody needs any more");
    spec.addPositional(Spec.argument(0, true, "WHAT", String.join(" or ", WHAT), WHAT));
    spec.addPositional(
        Spec.argument(
            1, false, "NAME", "the shift: strangle/NAME.yaml; status without it lists all"));
    spec.addOption(Spec.flag("--again", "start: begin anew what was rolled back"));
    spec.addOption(Spec.flag("--once", "start: one step, and no waiting"));
    spec.addOption(Spec.flag("--verify", "audit: whether no entry was changed or left out"));
    spec.addOption(
        Spec.option(
            new String[] {"--reason"},
            "TEXT",
            "pause, resume, next, approve, rollback: for the audit"));
    ShiftInCluster.options(spec);
    spec.addOption(
        Spec.option(
            new String[] {"--if-unwatched"},
            "TIME",
            "rollback: only where the shift runs and nobody watched it for so long"));
    spec.addOption(
        Spec.flag("--only", "rollback: leave the shifts that are after it where they are"));
    spec.addOption(Spec.flag("--finished", "rollback: even one that is finished"));
    ShiftFinish.options(spec);
    ShiftPlanning.options(spec);
    ShiftReconcile.options(spec);
    ShiftRouting.options(spec);
    ServiceUrls.options(spec);
    ClusterAccess.addTarget(spec);
    spec.addOption(
        Spec.option(
            new String[] {"-n", "--namespace"},
            "NAMESPACE",
            "of a route in a cluster, where the plan names none"));
    spec.addOption(Spec.flag("-y", "--yes", "do it without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String what = String.valueOf(call.argument(0));
    if (!WHAT.contains(what)) {
      throw call.wrong("strangle can be %s".formatted(String.join(", ", WHAT)));
    }
    String name = call.argument(1);
    if (name == null && what.equals("status")) {
      return new ShiftList(call).run();
    }
    if (name == null) {
      throw call.wrong("say which shift: msvc strangle %s NAME".formatted(what));
    }
    ShiftFolder folder = new ShiftFolder(call.directory(), name);
    if (what.equals("plan")) {
      return new ShiftPlanning(call, folder).run();
    }
    ShiftPlan plan = folder.plan();
    if (what.equals("route")) {
      return ShiftRouting.run(call, folder, plan);
    }
    ShiftScreen screen = new ShiftScreen(call, folder, plan, Clock.systemUTC());
    RouterKind kind = RouterKind.of(plan, folder.shown());
    if (kind.home() == RouterKind.Home.FILE && RouterFiles.knows(kind.word())) {
      // what it has no words for is refused before anything is shifted
      RouterFiles.of(plan, folder.shown());
    }
    if (what.equals("lint")) {
      folder.requireToBegin();
      ShiftNeighbours.of(call, folder, plan).require();
      Optional<ServiceUrls> urls = ServiceUrls.of(call, folder.name());
      int code = screen.plan();
      urls.ifPresent(each -> each.tell(plan));
      return code;
    }
    if (what.equals("rehearse")) {
      return new ShiftRehearsal(call, folder, plan).run();
    }
    if (what.equals("reconcile")) {
      return new ShiftReconcile(call, folder, plan).run();
    }
    if (what.equals("proxy") && !kind.word().equals("local")) {
      throw new UserError(
          "%s:%d: its router is %s, and no proxy of ours"
              .formatted(folder.shown(), plan.router().line(), kind.word()),
          "msvc strangle start %s; to try it here: router: {local: {}}".formatted(folder.name()),
          3);
    }
    if (what.equals("start") && call.has("--in-cluster")) {
      return new ShiftInCluster(call, folder, plan).run();
    }
    try (ShiftPlace place = ShiftPlace.of(call, folder, plan)) {
      return switch (what) {
        case "proxy" -> new ProxyRun(call, folder, plan).run();
        case "status" -> screen.status(place.store().read(), place.router());
        case "watch" -> new ShiftWatch(call, plan, screen, place).run();
        case "audit" -> audit(screen, place);
        case "finish" -> new ShiftFinish(call, folder, plan, place, Clock.systemUTC()).run();
        default -> moved(what, call, folder, plan, screen, place);
      };
    }
  }

  private static int audit(ShiftScreen screen, ShiftPlace place) {
    Journal journal = place.store().read();
    return screen.audit(journal, place.witness().apply(journal));
  }

  /** What moves the shift, or says how it goes on. */
  private static int moved(
      String what,
      Invocation call,
      ShiftFolder folder,
      ShiftPlan plan,
      ShiftScreen screen,
      ShiftPlace place) {
    String who = ClusterAccess.who(call);
    ShiftNeighbours near = ShiftNeighbours.of(call, folder, plan);
    boolean takesBack = what.equals("start") || call.option("--if-unwatched") != null;
    Shifter shifter =
        new Shifter(
            plan,
            folder.digest(),
            takesBack && !call.has("--only") ? near.router(place) : place.router(),
            place.store(),
            near.judge(
                new GateJudge(
                    plan,
                    call.env(),
                    databases(what, call),
                    () -> place.store().read().approvals())),
            Clock.systemUTC(),
            who);
    if (what.equals("start")) {
      // one that is under way goes on: its gates judge for themselves
      ShiftState.Phase phase = place.store().read().state(plan.weights(-1)).phase();
      if (phase == ShiftState.Phase.NEW || call.has("--again")) {
        folder.requireToBegin();
        near.require();
        near.requireTheirTurn();
        new ShiftProbe(plan, folder.shown(), call.env()).require(databases(what, call));
      }
      return new ShiftRun(call, plan, shifter, screen, place).run();
    }
    String named = call.option("--reason");
    String reason = named == null ? "by " + who : named;
    // whoever watches a shift holds its lock: these words reach it through its journal
    if (what.equals("rollback")) {
      return new ShiftRollback(call, shifter, near).run(reason);
    }
    if (what.equals("approve")) {
      Approvals approvals = new Approvals(plan, place.store());
      boolean isNew =
          ShiftWords.said(() -> approvals.give(who, Clock.systemUTC().instant(), reason));
      call.told(isNew ? "approved by " + who : "%s approved this stage already".formatted(who));
      return 0;
    }
    if (what.equals("next")) {
      Turn turn = ShiftWords.said(() -> shifter.next(reason));
      call.told(turn.said());
      return turn.kind().exitCode();
    }
    Journal after =
        what.equals("pause")
            ? ShiftWords.said(() -> shifter.pause(reason))
            : ShiftWords.said(() -> shifter.resume(reason));
    ShiftState.Phase phase = after.state(plan.weights(-1)).phase();
    boolean paused = phase == ShiftState.Phase.PAUSED;
    if (what.equals("pause") != paused) {
      throw new UserError(
          "shift %s is %s".formatted(folder.name(), ShiftScreen.word(phase)),
          "only one that runs can be paused: msvc strangle status " + folder.name(),
          3);
    }
    call.told("shift %s is %s".formatted(folder.name(), ShiftScreen.word(phase)));
    return 0;
  }

  /** A driver that cannot be loaded is no reason not to go back. */
  private static Databases databases(String what, Invocation call) {
    return what.equals("start")
        ? ShiftReconcile.databases(call)
        : Databases.of(List.of(), call.env());
  }
}
