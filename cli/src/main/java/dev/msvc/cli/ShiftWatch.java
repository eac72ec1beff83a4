package dev.msvc.cli;

import dev.msvc.cluster.traffic.Turn;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.time.Duration;
import java.util.List;

/**
 * {@code msvc strangle watch}: how a shift fares that somebody else moves, until it ends. On a
 * terminal it is drawn over; elsewhere each thing is told once.
 */
final class ShiftWatch {
  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Invocation call;
  private final ShiftPlan plan;
  private final ShiftScreen screen;
  private final ShiftPlace place;
  private final Redrawn drawn;

  ShiftWatch(Invocation call, ShiftPlan plan, ShiftScreen screen, ShiftPlace place) {
    this.call = call;
    this.plan = plan;
    this.screen = screen;
    this.place = place;
    this.drawn = new Redrawn(call.console());
  }

  int run() {
    boolean over = call.console().progress() && call.console().talksToTerminal();
    String last = "";
    while (true) {
      Journal journal = place.store().read();
      Turn.Kind end = end(journal.state(plan.weights(-1)));
      if (call.format().forPrograms() || !over) {
        String now = journal.version() + end;
        if (!now.equals(last)) {
          screen.status(journal, place.router());
          call.console().flush();
          last = now;
        }
      } else {
        drawn.draw(lines(journal));
      }
      if (end != Turn.Kind.SOAKING) {
        drawn.finish();
        if (over && !call.format().forPrograms()) {
          screen.status(journal, place.router());
        }
        return end.exitCode();
      }
      ShiftRun.pause(OFTEN);
    }
  }

  private List<String> lines(Journal journal) {
    try {
      return screen.lines(journal, place.router().look(), "");
    } catch (UserError away) {
      return screen.lines(journal, null, away.message());
    }
  }

  /** How it ended; that it soaks where it did not. */
  private Turn.Kind end(ShiftState state) {
    if (state.phase() == ShiftState.Phase.ROLLED_BACK) {
      return Turn.Kind.ROLLED_BACK;
    }
    boolean done = state.phase() == ShiftState.Phase.FINISHED || state.isThrough(plan);
    return done ? Turn.Kind.DONE : Turn.Kind.SOAKING;
  }
}
