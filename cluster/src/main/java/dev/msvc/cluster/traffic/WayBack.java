package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.util.Map;

/**
 * The way back to the monolith, which needs the router and the journal, and neither gates nor
 * metrics.
 */
final class WayBack {
  private final Desk desk;
  private final CommitSteps commits;

  WayBack(Desk desk) {
    this.desk = desk;
    this.commits = new CommitSteps(desk);
  }

  /**
   * Brings all back to the monolith. Needs the router and the store, and neither gates nor metrics.
   * A second time it changes nothing.
   */
  Turn rollback(String reason) {
    if (desk.state(desk.store().read()).phase() == ShiftState.Phase.FINISHED) {
      throw new UserError(
          "%s is finished: the monolith may no longer have the code".formatted(desk.plan().name()),
          "where it has, and the router has both arms: msvc strangle rollback %s --finished"
              .formatted(desk.plan().name()),
          3);
    }
    return reopen(reason);
  }

  /** As {@link #rollback}, even where the shift is finished. */
  Turn reopen(String reason) {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    Sight sight = desk.router().lookToGoBack();
    Weights none = desk.plan().weights(-1);
    if (sight.weights().areNone() && sight.shows(none) && state.open() == null) {
      return state.phase() == ShiftState.Phase.ROLLED_BACK || state.phase() == ShiftState.Phase.NEW
          ? new Turn(Turn.Kind.ROLLED_BACK, Duration.ZERO, "all is the monolith's already")
          : back(journal, state, sight, none, reason);
    }
    return back(journal, state, sight, none, reason);
  }

  /**
   * Brings all back where a shift runs and nobody watched it for too long (P24); else nothing is
   * done. One whose stages all passed is watched by nobody on purpose.
   */
  Turn rollbackUnwatched(Duration tooLong) {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    ShiftState.Phase phase = state.phase();
    if (phase == ShiftState.Phase.RUNNING
        && state.isThrough(desk.plan())
        && state.plan().equals(desk.digest())) {
      return new Turn(
          Turn.Kind.DONE, Duration.ZERO, "all stages passed: there is nothing to watch");
    }
    Duration away = Duration.between(journal.progress().seen(), desk.now());
    if (phase != ShiftState.Phase.RUNNING) {
      return new Turn(
          Turn.Kind.PAUSED, Duration.ZERO, "it does not run: there is nothing to watch");
    }
    return away.compareTo(tooLong) <= 0
        ? new Turn(
            Turn.Kind.SOAKING,
            Duration.ZERO,
            "somebody watched it %d s ago".formatted(away.toSeconds()))
        : rollback("nobody watched it for %d s".formatted(away.toSeconds()));
  }

  Turn goneBlind(Journal journal, ShiftState state, Sight sight, Duration blind, String why) {
    return back(
        journal,
        state,
        sight,
        desk.plan().weights(-1),
        "nothing could be seen for %s: %s".formatted(blind, why));
  }

  Turn back(Journal journal, ShiftState state, Sight sight, Weights none, String reason) {
    return back(journal, state, sight, none, reason, Map.of());
  }

  /** The route first, and only then is anybody told. */
  Turn back(
      Journal journal,
      ShiftState state,
      Sight sight,
      Weights none,
      String reason,
      Map<String, String> numbers) {
    String missing = desk.missing(sight, none);
    if (!missing.isEmpty()) {
      String why = "%s: going back would lose all (%s)".formatted(missing, reason);
      desk.store().note(journal, journal.progress().seen(desk.now(), why));
      return new Turn(Turn.Kind.HOLDING, desk.plan().tolerance().window(), why);
    }
    Journal base = journal;
    Entry open = state.open();
    if (open != null && open.stage() >= 0) {
      boolean written =
          sight.weights().equals(open.to())
              || sight.declared().map(each -> each.says(open.to())).orElse(false);
      base =
          desk.store()
              .append(
                  journal,
                  desk.entry(
                      journal,
                      state,
                      written ? Event.EFFECT : Event.DROPPED,
                      open.stage(),
                      written ? open.to() : state.weights(),
                      "before going back",
                      Map.of()),
                  journal.progress());
    }
    if (sight.isAll(none) && (open == null || open.stage() >= 0)) {
      // no weight changes, and so there is no intent; but whoever had one is not to write it now
      Sight same = open == null ? sight : desk.router().write(sight, none);
      return desk.settled(base, desk.state(base), -1, none, reason, same, numbers);
    }
    Entry intent = open;
    if (intent == null || intent.stage() >= 0 || wasTakenBack(intent, sight)) {
      Weights from = sight.declared().flatMap(Declared::weights).orElse(sight.weights());
      intent =
          desk.entry(base, desk.state(base), Event.INTENT, -1, none, reason, numbers)
              .startingFrom(from);
      base = desk.store().append(base, intent, base.progress());
    }
    Sight written = desk.router().write(sight, intent);
    return written.declared().isPresent()
        ? commits.wentBack(base, desk.state(base), intent, written, Map.of())
        : desk.settled(base, desk.state(base), -1, none, reason, written, Map.of());
  }

  /** Whether its commit is there and Git says something else: one more is one more change. */
  private static boolean wasTakenBack(Entry intent, Sight sight) {
    return sight.declared().map(git -> git.has(intent) && !git.says(intent.to())).orElse(false);
  }
}
