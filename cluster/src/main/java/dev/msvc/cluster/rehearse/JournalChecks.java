package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What holds of a journal, compared with what was done. */
final class JournalChecks {
  private JournalChecks() {}

  static Optional<String> ends(Seen seen) {
    return seen.all(Moment.GaveUp.class).findFirst().map(Moment.GaveUp::why);
  }

  /** P7. */
  static Optional<String> stagesInOrder(Seen seen) {
    ShiftPlan plan = seen.plan();
    Map<Integer, Duration> watched = watched(seen);
    Instant effective = Instant.EPOCH;
    int reached = -1;
    for (Entry each : seen.journal().entries()) {
      if (each.event() == Event.INTENT && each.stage() >= 0) {
        if (each.stage() != reached + 1) {
          return Optional.of("stage %d came after %d".formatted(each.stage() + 1, reached + 1));
        }
        if (!each.to().equals(plan.weights(each.stage()))) {
          return Optional.of("%s is no stage's".formatted(each.to().service()));
        }
        if (reached >= 0) {
          Duration soak = plan.stages().get(reached).soak();
          Duration stayed = Duration.between(effective, each.when());
          Duration looked = watched.getOrDefault(reached, Duration.ZERO);
          if (stayed.compareTo(soak) < 0 || looked.compareTo(soak) < 0) {
            return Optional.of(
                "stage %d soaked %s, of which %s were watched, instead of %s"
                    .formatted(reached + 1, stayed, looked, soak));
          }
        }
      }
      if (each.event() == Event.EFFECT) {
        effective = each.when();
        reached = each.stage();
      }
    }
    return seen.all(Moment.Wrote.class)
        .filter(each -> !known(plan, each.after()))
        .findFirst()
        .map(each -> "%s was live, and no stage has it".formatted(each.after().service()));
  }

  /** Whether they are those of a stage, or none. */
  private static boolean known(ShiftPlan plan, Weights weights) {
    for (int i = -1; i < plan.stages().size(); i++) {
      if (plan.weights(i).equals(weights)) {
        return true;
      }
    }
    return false;
  }

  /** For how long each stage was watched without a gap before the next began. */
  private static Map<Integer, Duration> watched(Seen seen) {
    Duration most = seen.plan().tolerance().window().multipliedBy(2);
    Map<Integer, Duration> watched = new TreeMap<>();
    Instant began = seen.start();
    Instant last = began;
    for (Moment each : seen.moments()) {
      if (each instanceof Moment.Began) {
        began = each.when();
        Duration gap = Duration.between(last, began);
        if (gap.compareTo(most) <= 0) {
          watched.merge(reachedBefore(began, seen.journal()), gap, Duration::plus);
        }
      } else if (each instanceof Moment.Turned) {
        last = began;
      }
    }
    return watched;
  }

  private static int reachedBefore(Instant when, Journal journal) {
    int reached = -1;
    for (Entry each : journal.entries()) {
      if (each.event() == Event.EFFECT && each.when().isBefore(when)) {
        reached = each.stage();
      }
    }
    return reached;
  }

  /** P15. */
  static Optional<String> records(Seen seen) {
    List<String> broken = seen.journal().broken();
    if (!broken.isEmpty()) {
      return Optional.of(broken.get(0));
    }
    List<String> changes = new ArrayList<>();
    for (Moment.Wrote each : seen.all(Moment.Wrote.class).toList()) {
      if (!each.before().equals(each.after())) {
        changes.add(change(each.before(), each.after()));
      } else if (each.to().equals(each.before()) && !each.to().areNone()) {
        // nothing over nothing is how whoever goes back bars a write that is on its way
        return Optional.of("%s was written a second time".formatted(each.to().service()));
      }
    }
    List<String> records = new ArrayList<>();
    for (Entry each : seen.journal().entries()) {
      if (each.event() == Event.INTENT) {
        if (each.by().isEmpty() || each.plan().isEmpty() || each.reason().isEmpty()) {
          return Optional.of("entry %d does not say who, what or why".formatted(each.number()));
        }
        records.add(change(each.from(), each.to()));
      } else if (each.event() == Event.DROPPED && !records.isEmpty()) {
        records.remove(records.size() - 1);
      }
    }
    Entry open = seen.journal().state(seen.plan().weights(-1)).open();
    if (open != null && records.size() == changes.size() + 1) {
      // it was not written yet
      records.remove(records.size() - 1);
    }
    return records.equals(changes)
        ? Optional.empty()
        : Optional.of("changes were %s, and the journal has %s".formatted(changes, records));
  }

  private static String change(Weights from, Weights to) {
    return from.service() + " -> " + to.service();
  }
}
