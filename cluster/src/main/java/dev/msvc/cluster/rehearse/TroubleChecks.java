package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Turn;
import dev.msvc.model.shift.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What holds while somebody or something disturbs a shift. */
final class TroubleChecks {
  private static final int CONFLICT = 5;
  private static final int TOO_FEW = 7;

  private TroubleChecks() {}

  /** P3. */
  static Optional<String> editBetween(Seen seen) {
    Seen now = seen.during(Trouble.EDITED_BETWEEN);
    boolean refused =
        now.all(Moment.Refused.class).findFirst().filter(TroubleChecks::conflict).isPresent();
    return refused ? unwritten(now) : Optional.of("it was not refused as a conflict");
  }

  private static boolean conflict(Moment.Refused refused) {
    return refused.exitCode() == CONFLICT;
  }

  private static Optional<String> unwritten(Seen now) {
    return now.firstWrite().map(each -> "%s was written".formatted(each.to().service()));
  }

  /** P5. */
  static Optional<String> noEndpoint(Seen seen) {
    Seen now = seen.during(Trouble.NO_ENDPOINT);
    Optional<String> rose =
        now.all(Moment.Wrote.class)
            .filter(each -> each.to().exceeds(each.before()))
            .findFirst()
            .map(
                each ->
                    "it rose from %s to %s"
                        .formatted(each.before().service(), each.to().service()));
    return rose.isPresent() ? rose : said(now, turn -> turn.kind() == Turn.Kind.HOLDING, "held");
  }

  private static Optional<String> said(Seen now, Predicate<Turn> what, String words) {
    boolean did = now.all(Moment.Turned.class).map(Moment.Turned::turn).anyMatch(what);
    return did ? Optional.empty() : Optional.of("it never " + words);
  }

  /** P8. */
  static Optional<String> blind(Seen seen) {
    Seen now = seen.during(Trouble.BLIND);
    Optional<String> passed =
        now.appended(Event.PASSED).findFirst().map(each -> "a stage passed unseen");
    if (passed.isPresent()) {
      return passed;
    }
    Duration window = seen.plan().tolerance().window();
    Duration blind = seen.plan().tolerance().blind();
    return wentBack(seen, now, blind.minus(window), blind.plus(window.multipliedBy(2)));
  }

  /** P11. */
  static Optional<String> failing(Seen seen) {
    Duration window = seen.plan().tolerance().window();
    Duration most = window.multipliedBy(seen.plan().tolerance().badWindows() + 1L);
    return wentBack(seen, seen.during(Trouble.SERVICE_FAILS), Duration.ZERO, most);
  }

  /** All came back, not before some time and not after another, and the route before the word. */
  private static Optional<String> wentBack(Seen seen, Seen now, Duration least, Duration most) {
    Optional<Instant> back =
        now.all(Moment.Wrote.class)
            .filter(each -> each.to().areNone())
            .map(Moment.Wrote::when)
            .findFirst();
    Optional<Instant> told =
        now.all(Moment.Turned.class)
            .filter(each -> each.turn().kind() == Turn.Kind.ROLLED_BACK)
            .map(Moment.Turned::when)
            .findFirst();
    if (back.isEmpty() || told.isEmpty() || !seen.live().areNone()) {
      return Optional.of("it did not go back: %s is live".formatted(seen.live().service()));
    }
    Duration took = Duration.between(now.start(), back.get());
    return took.compareTo(least) < 0 || took.compareTo(most) > 0
        ? Optional.of("it went back after %s, not between %s and %s".formatted(took, least, most))
        : Optional.empty();
  }

  /** P9. */
  static Optional<String> noRequests(Seen seen) {
    Seen now = seen.during(Trouble.NO_REQUESTS);
    Optional<String> moved =
        now.all(Moment.Appended.class)
            .map(Moment.Appended::entry)
            .findFirst()
            .map(each -> "stage %d: %s".formatted(each.stage() + 1, each.event()));
    return moved.isPresent()
        ? moved
        : said(now, turn -> turn.kind().exitCode() == TOO_FEW, "said that there are too few");
  }

  /** P12. */
  static Optional<String> noMonolith(Seen seen) {
    Seen now = seen.during(Trouble.NO_MONOLITH);
    Optional<String> written = unwritten(now);
    return written.isPresent()
        ? written
        : said(now, turn -> turn.kind() == Turn.Kind.HOLDING, "said that it holds");
  }

  /** P13. */
  static Optional<String> rollback(Seen seen) {
    Seen now = seen.during(Trouble.GATES_AWAY);
    if (!seen.live().areNone()) {
      return Optional.of("%s is live after it".formatted(seen.live().service()));
    }
    Optional<String> back =
        said(now, turn -> turn.kind() == Turn.Kind.ROLLED_BACK, "said that all is back");
    if (back.isPresent()) {
      return back;
    }
    Seen again = now.after(Moment.Turned.class);
    boolean more =
        again.firstWrite().isPresent() || again.all(Moment.Appended.class).findAny().isPresent();
    return more ? Optional.of("a second one changed something") : Optional.empty();
  }

  /** P14. */
  static Optional<String> second(Seen seen) {
    Seen now = seen.during(Trouble.SECOND);
    Optional<Moment.Refused> refused = now.all(Moment.Refused.class).findFirst();
    if (refused.filter(TroubleChecks::conflict).isEmpty()) {
      return Optional.of("it was not refused as a conflict");
    }
    return refused.get().said().matches("(?s).*(held|changed) by .+, (for|last seen) \\d+ s.*")
        ? unwritten(now)
        : Optional.of("it was only told: " + refused.get().said());
  }

  /** P16. */
  static Optional<String> otherPlan(Seen seen) {
    for (Trouble each : new Trouble[] {Trouble.OTHER_BASE, Trouble.OTHER_PLAN}) {
      Seen now = seen.during(each);
      if (!now.moments().isEmpty()) {
        if (now.all(Moment.Refused.class).findFirst().filter(TroubleChecks::conflict).isEmpty()) {
          return Optional.of("it was not refused as a conflict");
        }
        if (now.all(Moment.Appended.class).findAny().isPresent()) {
          return Optional.of("the journal went on");
        }
        return unwritten(now);
      }
    }
    return Optional.empty();
  }

  /** P18. */
  static Optional<String> edited(Seen seen) {
    Seen now = seen.during(Trouble.EDITED);
    String both =
        now.all(Moment.Troubled.class).map(Moment.Troubled::detail).findFirst().orElse("");
    Optional<String> other =
        now.all(Moment.Turned.class)
            .map(Moment.Turned::turn)
            .filter(each -> each.kind() != Turn.Kind.OUTSIDE || !each.said().contains(both))
            .findFirst()
            .map(each -> "instead of both values it said: " + each.said());
    if (other.isPresent()) {
      return other;
    }
    long told = now.appended(Event.OUTSIDE).count();
    return told == 1 ? unwritten(now) : Optional.of("it was written down %d times".formatted(told));
  }

  /** P19. */
  static Optional<String> finished(Seen seen) {
    Seen now = seen.during(Trouble.FINISHED_EARLY);
    return now.all(Moment.Refused.class).findAny().isPresent()
            && now.all(Moment.Finished.class).findAny().isEmpty()
        ? Optional.empty()
        : Optional.of("it would have been finished before its time");
  }

  /** P24: a word too early, a step after a gap, a word when it is time. */
  static Optional<String> unwatched(Seen seen) {
    Seen now = seen.during(Trouble.UNWATCHED);
    var turns = now.all(Moment.Turned.class).map(Moment.Turned::turn).toList();
    if (now.appended(Event.PASSED).findAny().isPresent()) {
      return Optional.of("time in which nobody watched was counted");
    }
    boolean early =
        now.all(Moment.Wrote.class)
            .anyMatch(each -> turns.size() < 3 || each.to().exceeds(each.before()));
    if (early
        || turns.size() != 3
        || turns.get(0).kind() == Turn.Kind.ROLLED_BACK
        || turns.get(1).kind() == Turn.Kind.ROLLED_BACK) {
      return Optional.of("it moved though it was not to");
    }
    return turns.get(2).kind() == Turn.Kind.ROLLED_BACK && seen.live().areNone()
        ? Optional.empty()
        : Optional.of("it did not go back when it was told to");
  }
}
