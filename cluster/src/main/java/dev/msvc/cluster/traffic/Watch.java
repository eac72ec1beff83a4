package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.ShiftState;
import java.time.Duration;

/** Looks at a stage that is live: whether requests go where it says, and what its gates say. */
final class Watch {
  /** How often a share is measured that is not the declared one, before it stays as it is. */
  private static final int MEASURED = 3;

  private final Desk desk;
  private final WayBack back;
  private final Judge judge;

  Watch(Desk desk, WayBack back, Judge judge) {
    this.desk = desk;
    this.back = back;
    this.judge = judge;
  }

  /** The weights are live; the stage counts when requests go where they say. */
  Turn verify(Journal journal, ShiftState state, Entry open, Sight sight) {
    if (!sight.accepted()) {
      return unseen(journal, state, sight, "the router has not accepted it: " + sight.why());
    }
    Progress progress = journal.progress();
    Window window = Window.between(progress, desk.now(), sight);
    Judged share = judge.share(window);
    if (share.verdict() == Verdict.PASS) {
      return desk.settled(
          journal, state, open.stage(), open.to(), open.reason(), sight, share.numbers());
    }
    if (share.verdict() == Verdict.FAIL) {
      if (window.length().compareTo(desk.plan().tolerance().window()) < 0) {
        return desk.wait(journal, Turn.Kind.SOAKING, share.why());
      }
      Progress bad =
          progress.window(desk.now(), sight.counts()).seen(desk.now(), share.why()).bad();
      desk.store().note(journal, bad);
      return bad.badWindows() < MEASURED
          ? new Turn(Turn.Kind.SOAKING, desk.plan().tolerance().window(), share.why())
          : new Turn(
              Turn.Kind.HOLDING,
              desk.plan().tolerance().window(),
              "measured %d times, and requests do not go where the weights say: %s"
                  .formatted(bad.badWindows(), share.why()));
    }
    return share.verdict() == Verdict.INSUFFICIENT
        ? desk.wait(journal, Turn.Kind.INSUFFICIENT, share.why())
        : unmeasured(journal, state, sight, share.why());
  }

  /** As {@link #unseen}, in a window that goes on, since its begin is what is measured from. */
  private Turn unmeasured(Journal journal, ShiftState state, Sight sight, String why) {
    Progress before = journal.progress();
    Duration most = desk.plan().tolerance().window().multipliedBy(2);
    Duration since = Duration.between(before.seen(), desk.now());
    Progress progress = before.seen(desk.now(), why).dark(since.compareTo(most) > 0 ? most : since);
    if (progress.blind().compareTo(desk.plan().tolerance().blind()) >= 0) {
      return back.goneBlind(journal, state, sight, progress.blind(), why);
    }
    desk.store().note(journal, progress);
    return new Turn(Turn.Kind.HOLDING, desk.plan().tolerance().window().dividedBy(4), why);
  }

  /** One look at a stage that is live. */
  Turn soak(Journal journal, ShiftState state, Sight sight) {
    return look(journal, state, sight, "");
  }

  /**
   * One look at a stage that passed while the next one has to wait: it goes back as ever.
   *
   * @param waits why the next one does
   */
  Turn guard(Journal journal, ShiftState state, Sight sight, String waits) {
    return look(journal, state, sight, waits);
  }

  private Turn look(Journal journal, ShiftState state, Sight sight, String waits) {
    Duration window = desk.plan().tolerance().window();
    Progress progress = journal.progress();
    if (Duration.between(progress.seen(), desk.now()).compareTo(window.multipliedBy(2)) > 0) {
      // nobody watched: what happened meanwhile is no evidence
      desk.store()
          .note(
              journal,
              progress
                  .window(desk.now(), sight.counts())
                  .seen(desk.now(), waits.isEmpty() ? "watched again after a gap" : waits));
      return waits.isEmpty()
          ? new Turn(
              Turn.Kind.SOAKING,
              window,
              "watched again: the time in between is not soak; look once in %d s"
                  .formatted(window.toSeconds()))
          : new Turn(Turn.Kind.HOLDING, window, waits);
    }
    if (!sight.accepted()) {
      return unseen(journal, state, sight, "the router takes it back: " + sight.why());
    }
    Duration length = Duration.between(progress.began(), desk.now());
    if (length.compareTo(window) < 0) {
      return waits.isEmpty()
          ? desk.wait(journal, Turn.Kind.SOAKING, progress.note())
          : desk.wait(journal, Turn.Kind.HOLDING, waits);
    }
    Judged judged = judge.gates(Window.between(progress, desk.now(), sight), progress.evidence());
    Progress looked =
        progress
            .window(desk.now(), sight.counts())
            .seen(desk.now(), judged.why())
            .knowing(judged.evidence());
    if (judged.verdict() == Verdict.FAIL) {
      return failed(journal, state, sight, judged);
    }
    if (judged.verdict() == Verdict.UNKNOWN) {
      return unseen(journal, state, sight, judged.why());
    }
    Progress good = looked.good(length);
    if (!waits.isEmpty()) {
      desk.store().note(journal, good.seen(desk.now(), waits));
      return new Turn(Turn.Kind.HOLDING, window, waits);
    }
    Duration soak = desk.plan().stages().get(state.stage()).soak();
    boolean passes = judged.verdict() == Verdict.PASS;
    if (!passes || good.soaked().compareTo(soak) < 0) {
      desk.store().note(journal, good);
      return new Turn(passes ? Turn.Kind.SOAKING : Turn.Kind.INSUFFICIENT, window, judged.why());
    }
    desk.store()
        .append(
            journal,
            desk.entry(
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
    Progress bad =
        journal.progress().window(desk.now(), sight.counts()).seen(desk.now(), judged.why()).bad();
    if (bad.badWindows() >= desk.plan().tolerance().badWindows()) {
      return back.back(
          journal, state, sight, desk.plan().weights(-1), judged.why(), judged.numbers());
    }
    desk.store().note(journal, bad);
    return new Turn(
        Turn.Kind.SOAKING,
        desk.plan().tolerance().window(),
        "bad window %d of %d: %s"
            .formatted(bad.badWindows(), desk.plan().tolerance().badWindows(), judged.why()));
  }

  /** Nothing can be seen: it holds, and goes back when that lasts too long. */
  private Turn unseen(Journal journal, ShiftState state, Sight sight, String why) {
    Duration dark = Duration.between(journal.progress().began(), desk.now());
    Progress progress =
        journal.progress().window(desk.now(), sight.counts()).seen(desk.now(), why).dark(dark);
    if (progress.blind().compareTo(desk.plan().tolerance().blind()) >= 0) {
      return back.goneBlind(journal, state, sight, progress.blind(), why);
    }
    desk.store().note(journal, progress);
    return new Turn(Turn.Kind.HOLDING, desk.plan().tolerance().window(), why);
  }
}
