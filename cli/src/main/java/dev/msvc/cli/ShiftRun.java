package dev.msvc.cli;

import dev.msvc.cluster.git.CommittedRouter;
import dev.msvc.cluster.traffic.JournalMoved;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.cluster.traffic.Turn;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Follows a plan in the foreground. */
final class ShiftRun {
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration GLANCE = Duration.ofSeconds(2);

  private final Invocation call;
  private final ShiftPlan plan;
  private final Shifter shifter;
  private final ShiftScreen screen;
  private final ShiftPlace place;
  private String last = "";

  ShiftRun(Invocation call, ShiftPlan plan, Shifter shifter, ShiftScreen screen, ShiftPlace place) {
    this.call = call;
    this.plan = plan;
    this.shifter = shifter;
    this.screen = screen;
    this.place = place;
  }

  int run() {
    if (call.has("--diff")) {
      return place.git().isPresent() ? diff() : screen.plan();
    }
    if (!call.has("-y")) {
      screen.plan();
      if (!place.where().isEmpty()) {
        call.console().line("weights are written to " + place.where());
      }
      diff();
      call.console().flush();
      if (!call.console().asks()) {
        throw new UserError(
            "nobody is there to be asked, and nothing was changed",
            "look at the plan: msvc strangle lint %s; then say yes with -y".formatted(plan.name()),
            2);
      }
      if (!call.console().confirm("shift traffic by this plan?")) {
        return 2;
      }
    }
    return place.turns().during(this::moved);
  }

  /** What the next step commits; nothing where steps are no commits, or none is to come. */
  private int diff() {
    ShiftState state = place.store().read().state(plan.weights(-1));
    int next = state.open() == null ? state.stage() + 1 : state.open().stage();
    boolean again = state.phase() == ShiftState.Phase.ROLLED_BACK;
    if (place.git().isPresent() && next < plan.stages().size()) {
      CommittedRouter.Edit edit = place.git().get().edit(plan.weights(again ? 0 : next));
      TextDiff.of(edit.path(), edit.before(), edit.after()).forEach(call.console()::line);
    }
    return 0;
  }

  private int moved() {
    if (call.has("--again")) {
      shifter.again();
    }
    return call.has("--once") ? once() : toTheEnd();
  }

  private int once() {
    Turn turn = shifter.step();
    // what is written is verified in the same step where that can be
    while (turn.kind() == Turn.Kind.MOVED) {
      told(turn);
      turn = shifter.step();
    }
    told(turn);
    return turn.kind().exitCode();
  }

  private int toTheEnd() {
    boolean seen = false;
    boolean moved = false;
    while (true) {
      Duration again;
      try {
        Turn turn = shifter.step();
        seen = true;
        moved = false;
        told(turn);
        if (ends(turn.kind())) {
          return turn.kind().exitCode();
        }
        again = turn.again();
      } catch (JournalMoved meanwhile) {
        // somebody paused it, or brought it back: the next step sees
        again = Duration.ZERO;
      } catch (UserError away) {
        // weights that moved right before ours may be those of who brings it back: look once more
        boolean once = away.exitCode() == 5 && !moved;
        if (!seen || (away.exitCode() != 8 && !once)) {
          throw away;
        }
        moved = once;
        if (!once) {
          told("cannot see: " + away.getMessage());
        }
        again = once ? Duration.ZERO : AWAY;
      }
      await(again);
    }
  }

  /** Until then, or until somebody paused it, approved, told it to go on, or brought it back. */
  private void await(Duration time) {
    String seen = version();
    Duration left = time;
    while (!left.isZero() && version().equals(seen)) {
      Duration nap = left.compareTo(GLANCE) < 0 ? left : GLANCE;
      pause(nap);
      left = left.minus(nap);
    }
  }

  /** Of the journal; empty where it cannot be read now, which the next step tells. */
  private String version() {
    try {
      return place.store().read().version();
    } catch (UserError away) {
      return "";
    }
  }

  private static boolean ends(Turn.Kind kind) {
    return kind == Turn.Kind.DONE || kind == Turn.Kind.ROLLED_BACK || kind == Turn.Kind.OUTSIDE;
  }

  private void told(Turn turn) {
    told(turn.said());
  }

  /** Each thing once: a shift says the same for hours. */
  private void told(String said) {
    if (!said.equals(last) && !said.isEmpty()) {
      call.told(said);
      call.console().flush();
      last = said;
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
