package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Moves a shift on, one step a call, each with one write to the router at most: what is to come is
 * written down before it comes, and what came of it after it. Whoever calls may die anywhere; the
 * next one goes on from what is live.
 */
public final class Shifter {
  private final Desk desk;
  private final WayBack back;
  private final Watch watch;
  private final Judge judge;
  private final CommitSteps commits;

  /**
   * For one plan.
   *
   * @param digest of the plan, as it was approved
   * @param by who asks for it, as {@code user@host}
   */
  public Shifter(
      ShiftPlan plan,
      String digest,
      Router router,
      ShiftStore store,
      Judge judge,
      Clock clock,
      String by) {
    this.desk = new Desk(plan, digest, router, store, clock, by);
    this.back = new WayBack(desk);
    this.watch = new Watch(desk, back, judge);
    this.judge = judge;
    this.commits = new CommitSteps(desk);
  }

  /** One step. */
  public Turn step() {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    if (state.phase() == ShiftState.Phase.FINISHED) {
      return new Turn(Turn.Kind.DONE, Duration.ZERO, "it is finished");
    }
    Sight sight = desk.router().look();
    if (state.phase() == ShiftState.Phase.NEW) {
      return begin(journal, sight);
    }
    if (state.phase() == ShiftState.Phase.ROLLED_BACK
        && state.open() == null
        && sight.shows(state.weights())) {
      return new Turn(
          Turn.Kind.ROLLED_BACK, Duration.ZERO, "it was rolled back: " + lastReason(journal));
    }
    requireThePlan(state);
    Entry open = state.open();
    if (open != null) {
      return settle(journal, state, open, sight);
    }
    if (!sight.shows(state.weights())) {
      return state.phase() == ShiftState.Phase.ROLLED_BACK && sight.isToCome(state.weights())
          ? commits.awaited(journal, sight, sight.declared().orElseThrow())
          : desk.outside(journal, state.weights(), sight);
    }
    if (state.phase() == ShiftState.Phase.PAUSED) {
      desk.store().note(journal, journal.progress().seen(desk.now(), "paused"));
      return new Turn(
          Turn.Kind.PAUSED, desk.plan().tolerance().window(), "paused: msvc strangle resume");
    }
    if (state.stage() < 0) {
      return move(journal, state, sight, 0, "the first stage");
    }
    return state.passed() ? next(journal, state, sight) : watch.soak(journal, state, sight);
  }

  /**
   * Brings all back to the monolith. Needs the router and the store, and neither gates nor metrics.
   * A second time it changes nothing.
   */
  public Turn rollback(String reason) {
    return back.rollback(reason);
  }

  /** As {@link #rollback}, even where the shift is finished. */
  public Turn reopen(String reason) {
    return back.reopen(reason);
  }

  /**
   * Brings all back where a shift runs and nobody watched it for too long (P24); else nothing is
   * done.
   */
  public Turn rollbackUnwatched(Duration tooLong) {
    return back.rollbackUnwatched(tooLong);
  }

  /** Whether it goes no further until it is told to. */
  public Journal pause(String reason) {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    return state.phase() == ShiftState.Phase.RUNNING
        ? desk.store()
            .append(
                journal,
                desk.entry(
                    journal, state, Event.PAUSED, state.stage(), state.weights(), reason, Map.of()),
                journal.progress())
        : journal;
  }

  /** It goes on; the time in between does not count. */
  public Journal resume(String reason) {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    return state.phase() == ShiftState.Phase.PAUSED
        ? desk.store()
            .append(
                journal,
                desk.entry(
                    journal,
                    state,
                    Event.RESUMED,
                    state.stage(),
                    state.weights(),
                    reason,
                    Map.of()),
                journal.progress().window(desk.now(), desk.router().look().counts()))
        : journal;
  }

  private static String lastReason(Journal journal) {
    return journal.entries().get(journal.entries().size() - 1).reason();
  }

  /** Begins anew what was rolled back; nothing where it was not. */
  public void again() {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    if (state.phase() == ShiftState.Phase.ROLLED_BACK && state.open() == null) {
      begin(journal, desk.router().look());
    }
  }

  /** The stage is as good as passed, since somebody says so. */
  public Turn next(String reason) {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    if (state.phase() != ShiftState.Phase.RUNNING
        || state.stage() < 0
        || state.open() != null
        || state.passed()) {
      return new Turn(Turn.Kind.HOLDING, Duration.ZERO, "no stage soaks now");
    }
    desk.store()
        .append(
            journal,
            desk.entry(
                journal, state, Event.PASSED, state.stage(), state.weights(), reason, Map.of()),
            journal.progress());
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, "stage %d passed".formatted(state.stage() + 1));
  }

  private void requireThePlan(ShiftState state) {
    if (!state.plan().equals(desk.digest())) {
      throw new UserError(
          "the plan of %s is not the one that is under way".formatted(desk.plan().name()),
          "put strangle/%s.yaml back as it was, or go back first: msvc strangle rollback %s"
              .formatted(desk.plan().name(), desk.plan().name()),
          5);
    }
  }

  /** A shift begins where nothing is the service's yet. */
  private Turn begin(Journal journal, Sight sight) {
    Weights none = desk.plan().weights(-1);
    sight.declared().ifPresent(Declared::require);
    if (!sight.shows(none)) {
      boolean live = sight.weights().equals(none);
      throw new UserError(
          "the route is not as the plan takes it to be%s: %s"
              .formatted(
                  live ? ", in Git" : "",
                  desk.difference(
                      none,
                      live
                          ? sight.declared().flatMap(Declared::weights).orElse(none)
                          : sight.weights())),
          "see who changed it; a shift begins where all is the monolith's",
          5);
    }
    desk.store()
        .append(
            journal,
            new Entry(
                journal.entries().size() + 1,
                desk.now(),
                desk.by(),
                Event.STARTED,
                desk.digest(),
                -1,
                none,
                none,
                "the plan is followed from here",
                new TreeMap<>(),
                journal.head()),
            Progress.fresh(desk.now(), "started", sight.counts()));
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, "started");
  }

  private Turn next(Journal journal, ShiftState state, Sight sight) {
    int next = state.stage() + 1;
    return next == desk.plan().stages().size()
        ? new Turn(
            Turn.Kind.DONE,
            desk.plan().tolerance().window(),
            desk.plan().kept().isEmpty()
                ? "all stages passed: msvc strangle finish " + desk.plan().name()
                : "all stages passed; the monolith keeps " + String.join(", ", desk.plan().kept()))
        : move(journal, state, sight, next, "stage %d passed".formatted(state.stage() + 1));
  }

  /** Writes down the next weights, and then writes them. */
  private Turn move(Journal journal, ShiftState state, Sight seen, int stage, String reason) {
    Weights to = desk.plan().weights(stage);
    seen.declared().ifPresent(Declared::require);
    Asked asked = ask(journal, seen, stage, to);
    if (!asked.missing().isEmpty()) {
      return state.stage() >= 0 && asked.sight().shows(state.weights())
          ? watch.guard(asked.journal(), state, asked.sight(), asked.missing())
          : held(asked);
    }
    Entry intent =
        desk.entry(asked.journal(), state, Event.INTENT, stage, to, reason, asked.numbers());
    Journal intended = desk.store().append(asked.journal(), intent, asked.journal().progress());
    Sight written = desk.router().write(asked.sight(), intent);
    if (written.declared().isPresent()) {
      return commits.written(intended, written);
    }
    desk.store().note(intended, Progress.fresh(desk.now(), "written", written.counts()));
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, desk.plan().stages().get(stage).step().title());
  }

  /**
   * What is known right before weights are written.
   *
   * @param missing why they are not; empty where they may be
   */
  private record Asked(
      Journal journal, Sight sight, SortedMap<String, String> numbers, String missing) {}

  private Turn held(Asked asked) {
    desk.store()
        .note(asked.journal(), asked.journal().progress().seen(desk.now(), asked.missing()));
    return new Turn(Turn.Kind.HOLDING, desk.plan().tolerance().window(), asked.missing());
  }

  private Asked ask(Journal journal, Sight seen, int stage, Weights to) {
    if (stage < 0) {
      return new Asked(journal, seen, new TreeMap<>(), desk.missing(seen, to));
    }
    Heartbeat beat = new Heartbeat(desk, journal);
    Judged may = judge.before(desk.plan().stages().get(stage).step(), beat);
    // that may have taken long
    boolean same = beat.journal().version().equals(journal.version());
    Sight sight = same ? seen : desk.router().look();
    String missing =
        may.verdict() != Verdict.PASS
            ? may.why()
            : sight.weights().equals(seen.weights())
                ? desk.missing(sight, to)
                : "the weights were changed meanwhile";
    return new Asked(beat.journal(), sight, may.numbers(), missing);
  }

  /** What became of an intent: written, not yet, or something else is live. */
  private Turn settle(Journal journal, ShiftState state, Entry open, Sight sight) {
    Optional<Declared> git = sight.declared();
    boolean done = open.stage() < 0 ? sight.isAll(open.to()) : sight.shows(open.to());
    if (git.isPresent() && !done) {
      return commits.settle(journal, state, open, sight, git.get());
    }
    if (git.isPresent() && open.stage() >= 0 && commits.hasCome(journal)) {
      return commits.come(journal, sight, git.get());
    }
    if (sight.weights().equals(open.to())) {
      return open.stage() < 0
          ? desk.settled(journal, state, open.stage(), open.to(), open.reason(), sight, Map.of())
          : watch.verify(journal, state, open, sight);
    }
    if (sight.weights().equals(open.from())) {
      // the intent is written down and nothing came of it: it is still the only one
      Asked asked = ask(journal, sight, open.stage(), open.to());
      if (!asked.missing().isEmpty()) {
        return held(asked);
      }
      Sight written = desk.router().write(asked.sight(), open);
      desk.store().note(asked.journal(), Progress.fresh(desk.now(), "written", written.counts()));
      return new Turn(Turn.Kind.MOVED, Duration.ZERO, "written: " + open.reason());
    }
    return desk.outside(journal, open.to(), sight);
  }
}
