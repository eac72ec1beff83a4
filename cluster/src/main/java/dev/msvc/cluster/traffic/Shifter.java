package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  /** How often a share is measured that is not the declared one, before it stays as it is. */
  private static final int MEASURED = 3;

  private final ShiftPlan plan;
  private final String digest;
  private final Router router;
  private final ShiftStore store;
  private final Judge judge;
  private final Clock clock;
  private final String by;

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
    this.plan = plan;
    this.digest = digest;
    this.router = router;
    this.store = store;
    this.judge = judge;
    this.clock = clock;
    this.by = by;
  }

  /** One step. */
  public Turn step() {
    Journal journal = store.read();
    ShiftState state = state(journal);
    Sight sight = router.look();
    if (state.phase() == ShiftState.Phase.NEW) {
      return begin(journal, sight);
    }
    if (state.phase() == ShiftState.Phase.ROLLED_BACK
        && state.open() == null
        && sight.weights().equals(state.weights())) {
      return new Turn(
          Turn.Kind.ROLLED_BACK, Duration.ZERO, "it was rolled back: " + lastReason(journal));
    }
    requireThePlan(state);
    Entry open = state.open();
    if (open != null) {
      return settle(journal, state, open, sight);
    }
    if (!sight.weights().equals(state.weights())) {
      return outside(journal, state.weights(), sight);
    }
    if (state.phase() == ShiftState.Phase.PAUSED) {
      store.note(journal, journal.progress().seen(now(), "paused"));
      return new Turn(Turn.Kind.PAUSED, plan.tolerance().window(), "paused: msvc strangle resume");
    }
    if (state.stage() < 0) {
      return move(journal, state, sight, 0, "the first stage");
    }
    return state.passed() ? next(journal, state, sight) : soak(journal, state, sight);
  }

  /**
   * Brings all back to the monolith. Needs the router and the store, and neither gates nor metrics.
   * A second time it changes nothing.
   */
  public Turn rollback(String reason) {
    Journal journal = store.read();
    ShiftState state = state(journal);
    Sight sight = router.look();
    Weights none = plan.weights(-1);
    if (sight.weights().areNone() && state.open() == null) {
      return state.phase() == ShiftState.Phase.ROLLED_BACK || state.phase() == ShiftState.Phase.NEW
          ? new Turn(Turn.Kind.ROLLED_BACK, Duration.ZERO, "all is the monolith's already")
          : back(journal, state, sight, none, reason);
    }
    return back(journal, state, sight, none, reason);
  }

  /**
   * Brings all back where a shift runs and nobody watched it for too long (P24); else nothing is
   * done.
   */
  public Turn rollbackUnwatched(Duration tooLong) {
    Journal journal = store.read();
    ShiftState.Phase phase = state(journal).phase();
    Duration away = Duration.between(journal.progress().seen(), now());
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

  /** Whether it goes no further until it is told to. */
  public Journal pause(String reason) {
    Journal journal = store.read();
    ShiftState state = state(journal);
    return state.phase() == ShiftState.Phase.RUNNING
        ? store.append(
            journal,
            entry(journal, state, Event.PAUSED, state.stage(), state.weights(), reason, Map.of()),
            journal.progress())
        : journal;
  }

  /** It goes on; the time in between does not count. */
  public Journal resume(String reason) {
    Journal journal = store.read();
    ShiftState state = state(journal);
    return state.phase() == ShiftState.Phase.PAUSED
        ? store.append(
            journal,
            entry(journal, state, Event.RESUMED, state.stage(), state.weights(), reason, Map.of()),
            journal.progress().window(now(), router.look().counts()))
        : journal;
  }

  private ShiftState state(Journal journal) {
    return journal.state(plan.weights(-1));
  }

  private static String lastReason(Journal journal) {
    return journal.entries().get(journal.entries().size() - 1).reason();
  }

  /** Begins anew what was rolled back; nothing where it was not. */
  public void again() {
    Journal journal = store.read();
    ShiftState state = state(journal);
    if (state.phase() == ShiftState.Phase.ROLLED_BACK && state.open() == null) {
      begin(journal, router.look());
    }
  }

  /** The stage is as good as passed, since somebody says so. */
  public Turn next(String reason) {
    Journal journal = store.read();
    ShiftState state = state(journal);
    if (state.phase() != ShiftState.Phase.RUNNING
        || state.stage() < 0
        || state.open() != null
        || state.passed()) {
      return new Turn(Turn.Kind.HOLDING, Duration.ZERO, "no stage soaks now");
    }
    store.append(
        journal,
        entry(journal, state, Event.PASSED, state.stage(), state.weights(), reason, Map.of()),
        journal.progress());
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, "stage %d passed".formatted(state.stage() + 1));
  }

  private void requireThePlan(ShiftState state) {
    if (!state.plan().equals(digest)) {
      throw new UserError(
          "the plan of %s is not the one that is under way".formatted(plan.name()),
          "put strangle/%s.yaml back as it was, or go back first: msvc strangle rollback %s"
              .formatted(plan.name(), plan.name()),
          5);
    }
  }

  /** A shift begins where nothing is the service's yet. */
  private Turn begin(Journal journal, Sight sight) {
    Weights none = plan.weights(-1);
    if (!sight.weights().equals(none)) {
      throw new UserError(
          "the route is not as the plan takes it to be: %s"
              .formatted(difference(none, sight.weights())),
          "see who changed it; a shift begins where all is the monolith's",
          5);
    }
    store.append(
        journal,
        new Entry(
            journal.entries().size() + 1,
            now(),
            by,
            Event.STARTED,
            digest,
            -1,
            none,
            none,
            "the plan is followed from here",
            new TreeMap<>(),
            journal.head()),
        Progress.fresh(now(), "started", sight.counts()));
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, "started");
  }

  private Turn next(Journal journal, ShiftState state, Sight sight) {
    int next = state.stage() + 1;
    return next == plan.stages().size()
        ? new Turn(Turn.Kind.DONE, plan.tolerance().window(), "all stages passed")
        : move(journal, state, sight, next, "stage %d passed".formatted(state.stage() + 1));
  }

  /** Writes down the next weights, and then writes them. */
  private Turn move(Journal journal, ShiftState state, Sight sight, int stage, String reason) {
    Weights to = plan.weights(stage);
    String missing = missing(sight, to);
    if (!missing.isEmpty()) {
      store.note(journal, journal.progress().seen(now(), missing));
      return new Turn(Turn.Kind.HOLDING, plan.tolerance().window(), missing);
    }
    Journal intended =
        store.append(
            journal,
            entry(journal, state, Event.INTENT, stage, to, reason, Map.of()),
            journal.progress());
    Sight written = router.write(sight, to);
    store.note(intended, Progress.fresh(now(), "written", written.counts()));
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, plan.stages().get(stage).step().title());
  }

  /** Why an arm's share may not rise now; empty where it may. */
  private String missing(Sight sight, Weights to) {
    if (sight.weights().exceeds(to)) {
      Optional<Integer> ready = sight.ready(Arm.MONOLITH);
      if (ready.isPresent() && ready.get() == 0) {
        return "the monolith has no ready endpoint";
      }
    }
    if (to.exceeds(sight.weights())) {
      Optional<Integer> ready = sight.ready(Arm.SERVICE);
      if (ready.isPresent() && ready.get() < plan.tolerance().minReady()) {
        return "the service has %d ready endpoints of %d that it must have"
            .formatted(ready.get(), plan.tolerance().minReady());
      }
    }
    return "";
  }

  /** What became of an intent: written, not yet, or something else is live. */
  private Turn settle(Journal journal, ShiftState state, Entry open, Sight sight) {
    if (sight.weights().equals(open.to())) {
      return open.stage() < 0
          ? settled(journal, state, open.stage(), open.to(), open.reason(), sight, Map.of())
          : verify(journal, state, open, sight);
    }
    if (sight.weights().equals(open.from())) {
      // the intent is written down and nothing came of it: it is still the only one
      String missing = missing(sight, open.to());
      if (!missing.isEmpty()) {
        store.note(journal, journal.progress().seen(now(), missing));
        return new Turn(Turn.Kind.HOLDING, plan.tolerance().window(), missing);
      }
      Sight written = router.write(sight, open.to());
      store.note(journal, Progress.fresh(now(), "written", written.counts()));
      return new Turn(Turn.Kind.MOVED, Duration.ZERO, "written: " + open.reason());
    }
    return outside(journal, open.to(), sight);
  }

  /** The weights are live; the stage counts when requests go where they say. */
  private Turn verify(Journal journal, ShiftState state, Entry open, Sight sight) {
    if (!sight.accepted()) {
      return unseen(journal, state, sight, "the router has not accepted it: " + sight.why());
    }
    Progress progress = journal.progress();
    Window window = Window.between(progress, now(), sight);
    Judged share = judge.share(window);
    if (share.verdict() == Verdict.PASS) {
      return settled(
          journal, state, open.stage(), open.to(), open.reason(), sight, share.numbers());
    }
    if (share.verdict() == Verdict.FAIL) {
      if (window.length().compareTo(plan.tolerance().window()) < 0) {
        return wait(journal, Turn.Kind.SOAKING, share.why());
      }
      Progress bad = progress.window(now(), sight.counts()).seen(now(), share.why()).bad();
      store.note(journal, bad);
      return bad.badWindows() < MEASURED
          ? new Turn(Turn.Kind.SOAKING, plan.tolerance().window(), share.why())
          : new Turn(
              Turn.Kind.HOLDING,
              plan.tolerance().window(),
              "measured %d times, and requests do not go where the weights say: %s"
                  .formatted(bad.badWindows(), share.why()));
    }
    return share.verdict() == Verdict.INSUFFICIENT
        ? wait(journal, Turn.Kind.INSUFFICIENT, share.why())
        : unmeasured(journal, state, sight, share.why());
  }

  /** As {@link #unseen}, in a window that goes on, since its begin is what is measured from. */
  private Turn unmeasured(Journal journal, ShiftState state, Sight sight, String why) {
    Progress before = journal.progress();
    Duration most = plan.tolerance().window().multipliedBy(2);
    Duration since = Duration.between(before.seen(), now());
    Progress progress = before.seen(now(), why).dark(since.compareTo(most) > 0 ? most : since);
    if (progress.blind().compareTo(plan.tolerance().blind()) >= 0) {
      return goneBlind(journal, state, sight, progress.blind(), why);
    }
    store.note(journal, progress);
    return new Turn(Turn.Kind.HOLDING, plan.tolerance().window().dividedBy(4), why);
  }

  private Turn goneBlind(
      Journal journal, ShiftState state, Sight sight, Duration blind, String why) {
    return back(
        journal,
        state,
        sight,
        plan.weights(-1),
        "nothing could be seen for %s: %s".formatted(blind, why));
  }

  private Turn settled(
      Journal journal,
      ShiftState state,
      int stage,
      Weights to,
      String reason,
      Sight sight,
      Map<String, String> numbers) {
    store.append(
        journal,
        entry(journal, state, Event.EFFECT, stage, to, reason, numbers),
        Progress.fresh(now(), "effective", sight.counts()));
    return stage < 0
        ? new Turn(Turn.Kind.ROLLED_BACK, Duration.ZERO, reason)
        : new Turn(
            Turn.Kind.MOVED,
            Duration.ZERO,
            plan.stages().get(stage).step().title() + " is effective");
  }

  /** One look at a stage that is live. */
  private Turn soak(Journal journal, ShiftState state, Sight sight) {
    Duration window = plan.tolerance().window();
    Progress progress = journal.progress();
    if (Duration.between(progress.seen(), now()).compareTo(window.multipliedBy(2)) > 0) {
      // nobody watched: what happened meanwhile is no evidence
      store.note(
          journal, progress.window(now(), sight.counts()).seen(now(), "watched again after a gap"));
      return new Turn(Turn.Kind.SOAKING, window, "watched again: the time in between is not soak");
    }
    if (!sight.accepted()) {
      return unseen(journal, state, sight, "the router takes it back: " + sight.why());
    }
    Duration length = Duration.between(progress.began(), now());
    if (length.compareTo(window) < 0) {
      return wait(journal, Turn.Kind.SOAKING, progress.note());
    }
    Judged judged = judge.gates(Window.between(progress, now(), sight), progress.evidence());
    Progress looked =
        progress.window(now(), sight.counts()).seen(now(), judged.why()).knowing(judged.evidence());
    if (judged.verdict() == Verdict.FAIL) {
      return failed(journal, state, sight, judged);
    }
    if (judged.verdict() == Verdict.UNKNOWN) {
      return unseen(journal, state, sight, judged.why());
    }
    Progress good = looked.good(length);
    Duration soak = plan.stages().get(state.stage()).soak();
    boolean passes = judged.verdict() == Verdict.PASS;
    if (!passes || good.soaked().compareTo(soak) < 0) {
      store.note(journal, good);
      return new Turn(passes ? Turn.Kind.SOAKING : Turn.Kind.INSUFFICIENT, window, judged.why());
    }
    store.append(
        journal,
        entry(
            journal,
            state,
            Event.PASSED,
            state.stage(),
            state.weights(),
            judged.why(),
            judged.numbers()),
        good);
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, "stage %d passed".formatted(state.stage() + 1));
  }

  private Turn failed(Journal journal, ShiftState state, Sight sight, Judged judged) {
    Progress bad = journal.progress().window(now(), sight.counts()).seen(now(), judged.why()).bad();
    if (bad.badWindows() >= plan.tolerance().badWindows()) {
      return back(journal, state, sight, plan.weights(-1), judged.why(), judged.numbers());
    }
    store.note(journal, bad);
    return new Turn(
        Turn.Kind.SOAKING,
        plan.tolerance().window(),
        "bad window %d of %d: %s"
            .formatted(bad.badWindows(), plan.tolerance().badWindows(), judged.why()));
  }

  /** Nothing can be seen: it holds, and goes back when that lasts too long. */
  private Turn unseen(Journal journal, ShiftState state, Sight sight, String why) {
    Duration dark = Duration.between(journal.progress().began(), now());
    Progress progress =
        journal.progress().window(now(), sight.counts()).seen(now(), why).dark(dark);
    if (progress.blind().compareTo(plan.tolerance().blind()) >= 0) {
      return goneBlind(journal, state, sight, progress.blind(), why);
    }
    store.note(journal, progress);
    return new Turn(Turn.Kind.HOLDING, plan.tolerance().window(), why);
  }

  private Turn wait(Journal journal, Turn.Kind kind, String why) {
    store.note(journal, journal.progress().seen(now(), why));
    return new Turn(kind, plan.tolerance().window().dividedBy(4), why);
  }

  private Turn back(Journal journal, ShiftState state, Sight sight, Weights none, String reason) {
    return back(journal, state, sight, none, reason, Map.of());
  }

  /** The route first, and only then is anybody told. */
  private Turn back(
      Journal journal,
      ShiftState state,
      Sight sight,
      Weights none,
      String reason,
      Map<String, String> numbers) {
    String missing = missing(sight, none);
    if (!missing.isEmpty()) {
      String why = "%s: going back would lose all (%s)".formatted(missing, reason);
      store.note(journal, journal.progress().seen(now(), why));
      return new Turn(Turn.Kind.HOLDING, plan.tolerance().window(), why);
    }
    Journal base = journal;
    Entry open = state.open();
    if (open != null && open.stage() >= 0) {
      base =
          store.append(
              journal,
              entry(
                  journal,
                  state,
                  sight.weights().equals(open.to()) ? Event.EFFECT : Event.DROPPED,
                  open.stage(),
                  sight.weights().equals(open.to()) ? open.to() : state.weights(),
                  "before going back",
                  Map.of()),
              journal.progress());
    }
    if (sight.weights().equals(none) && (open == null || open.stage() >= 0)) {
      // no weight changes, and so there is no intent; but whoever had one is not to write it now
      Sight same = open == null ? sight : router.write(sight, none);
      return settled(base, state(base), -1, none, reason, same, numbers);
    }
    if (open == null || open.stage() >= 0) {
      base =
          store.append(
              base,
              entry(base, state(base), Event.INTENT, -1, none, reason, numbers)
                  .startingFrom(sight.weights()),
              base.progress());
    }
    Sight written = router.write(sight, none);
    return settled(base, state(base), -1, none, reason, written, Map.of());
  }

  private Turn outside(Journal journal, Weights expected, Sight sight) {
    String why = "somebody else changed the weights: " + difference(expected, sight.weights());
    Entry last = journal.entries().get(journal.entries().size() - 1);
    if (last.event() == Event.OUTSIDE && last.reason().equals(why)) {
      store.note(journal, journal.progress().seen(now(), why));
    } else {
      ShiftState state = state(journal);
      store.append(
          journal,
          entry(journal, state, Event.OUTSIDE, state.stage(), state.weights(), why, Map.of()),
          journal.progress().seen(now(), why));
    }
    return new Turn(Turn.Kind.OUTSIDE, plan.tolerance().window(), why);
  }

  private String difference(Weights expected, Weights live) {
    List<String> parts = new ArrayList<>();
    for (Rule each : plan.rules()) {
      int was = expected.of(each.id(), Arm.SERVICE);
      int is = live.of(each.id(), Arm.SERVICE);
      if (was != is) {
        parts.add("%s is %d and was to be %d".formatted(each.id(), is, was));
      }
    }
    return String.join(", ", parts);
  }

  private Entry entry(
      Journal journal,
      ShiftState state,
      Event event,
      int stage,
      Weights to,
      String reason,
      Map<String, String> numbers) {
    SortedMap<String, String> sorted = new TreeMap<>(numbers);
    return new Entry(
        journal.entries().size() + 1,
        now(),
        by,
        event,
        state.plan().isEmpty() ? digest : state.plan(),
        stage,
        state.weights(),
        to,
        reason,
        sorted,
        journal.head());
  }

  private Instant now() {
    return clock.instant();
  }
}
