package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.util.Map;

/**
 * Steps that are commits: somebody else brings them into the cluster, which is waited for, and what
 * they put back is told and not fought.
 */
final class CommitSteps {
  /** With which a note begins as long as a commit is on its way. */
  private static final String AWAITED = "not live yet: ";

  private final Desk desk;

  CommitSteps(Desk desk) {
    this.desk = desk;
  }

  /** Whether the weights that are live have only just come. */
  boolean hasCome(Journal journal) {
    return journal.progress().note().startsWith(AWAITED);
  }

  /** What was measured until here was of other weights. */
  Turn come(Journal journal, Sight sight, Declared git) {
    desk.store().note(journal, Progress.fresh(desk.now(), "live", sight.counts()));
    return new Turn(Turn.Kind.MOVED, Duration.ZERO, "commit %s is live".formatted(git.commit()));
  }

  /** Time that counts for nothing, until a commit is live. */
  Turn awaited(Journal journal, Sight sight, Declared git) {
    Duration since = Duration.between(git.since(), desk.now());
    Duration patience = desk.plan().git().map(each -> each.patience()).orElse(Duration.ZERO);
    boolean late = since.compareTo(patience) > 0;
    String why =
        late
            ? "commit %s is not live for more than %d s: see what Argo CD or Flux says of it"
                .formatted(git.commit(), patience.toSeconds())
            : "commit %s is to be brought in by Argo CD or Flux".formatted(git.commit());
    desk.store()
        .note(
            journal,
            journal.progress().window(desk.now(), sight.counts()).seen(desk.now(), AWAITED + why));
    return new Turn(
        late ? Turn.Kind.HOLDING : Turn.Kind.SOAKING,
        desk.plan().tolerance().window().dividedBy(4),
        AWAITED + why);
  }

  /** What became of an intent that is not in the cluster, or not in Git. */
  Turn settle(Journal journal, ShiftState state, Entry open, Sight sight, Declared git) {
    boolean back = open.stage() < 0;
    boolean unmoved = sight.weights().equals(open.from());
    if (git.weights().isEmpty()) {
      if (back) {
        return wentBack(journal, state, open, sight);
      }
      git.require();
    }
    Weights said = git.weights().orElse(open.from());
    if (said.equals(open.to())) {
      return back || unmoved
          ? awaited(journal, sight, git)
          : desk.outside(journal, open.to(), sight);
    }
    // one that is there no more was taken back by somebody
    boolean mayCommit = !git.has(open) && (back || (said.equals(open.from()) && unmoved));
    if (!mayCommit) {
      return desk.outside(journal, open.to(), sight);
    }
    String missing = desk.missing(sight, open.to());
    if (!missing.isEmpty()) {
      return desk.wait(journal, Turn.Kind.HOLDING, missing);
    }
    return back
        ? wentBack(journal, state, open, sight)
        : written(journal, desk.router().write(sight, open));
  }

  /** What is committed is waited for. */
  Turn written(Journal journal, Sight written) {
    return awaited(journal, written, written.declared().orElseThrow());
  }

  /** Once more: into the cluster only where that was not done, or where Git says so by now. */
  private Turn wentBack(Journal journal, ShiftState state, Entry open, Sight sight) {
    boolean done =
        journal.entries().stream()
            .anyMatch(each -> each.event() == Event.DIRECT && each.number() > open.number());
    Sight written = done ? desk.router().retry(sight, open) : desk.router().write(sight, open);
    return wentBack(journal, state, open, written, Map.of());
  }

  /** What came of going back: it has to be in Git, too, or it will not last. */
  Turn wentBack(
      Journal journal, ShiftState state, Entry intent, Sight written, Map<String, String> numbers) {
    if (written.isAll(intent.to())) {
      return desk.settled(
          journal, state, intent.stage(), intent.to(), intent.reason(), written, numbers);
    }
    Declared git = written.declared().orElseThrow();
    if (git.says(intent.to())) {
      return awaited(journal, written, git);
    }
    String trouble =
        git.away()
            .map(each -> each.message())
            .orElse("somebody else changed it meanwhile, up to commit " + git.head());
    String why =
        written.weights().equals(intent.to())
            ? "all is the monolith's in the cluster and not in Git: Argo CD or Flux puts back what"
                + " was until it is committed"
            : "Git still says what was, and that is live again: "
                + desk.difference(intent.to(), written.weights());
    desk.told(journal, Event.DIRECT, why);
    return new Turn(
        Turn.Kind.UNCOMMITTED,
        desk.plan().tolerance().window().dividedBy(4),
        "%s (%s)".formatted(why, trouble));
  }
}
