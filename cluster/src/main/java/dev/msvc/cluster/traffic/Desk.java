package dev.msvc.cluster.traffic;

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

/** What everybody who moves a shift works with, and how they write into its journal. */
record Desk(
    ShiftPlan plan, String digest, Router router, ShiftStore store, Clock clock, String by) {
  ShiftState state(Journal journal) {
    return journal.state(plan.weights(-1));
  }

  /** Why an arm's share may not rise now; empty where it may. */
  String missing(Sight sight, Weights to) {
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

  Turn settled(
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
        ? new Turn(Turn.Kind.ROLLED_BACK, Duration.ZERO, "all is the monolith's again: " + reason)
        : new Turn(
            Turn.Kind.MOVED,
            Duration.ZERO,
            plan.stages().get(stage).step().title() + " is effective");
  }

  Turn wait(Journal journal, Turn.Kind kind, String why) {
    store.note(journal, journal.progress().seen(now(), why));
    return new Turn(kind, plan.tolerance().window().dividedBy(4), why);
  }

  Turn outside(Journal journal, Weights expected, Sight sight) {
    String why =
        "somebody else changed the weights%s: %s"
            .formatted(
                inGit(expected, sight),
                difference(
                    expected,
                    sight.weights().equals(expected)
                        ? sight.declared().flatMap(Declared::weights).orElse(expected)
                        : sight.weights()));
    told(journal, Event.OUTSIDE, why);
    return new Turn(Turn.Kind.OUTSIDE, plan.tolerance().window(), why);
  }

  private static String inGit(Weights expected, Sight sight) {
    return sight
        .declared()
        .filter(each -> each.weights().isPresent())
        .map(
            each ->
                each.says(expected)
                    ? " in the cluster, and commit %s says otherwise".formatted(each.commit())
                    : " in Git, up to commit %s".formatted(each.head()))
        .orElse("");
  }

  /** Writes down something that changes nothing, once as long as it is the same. */
  void told(Journal journal, Event event, String why) {
    Entry last = journal.entries().get(journal.entries().size() - 1);
    if (last.event() == event && last.reason().equals(why)) {
      store.note(journal, journal.progress().seen(now(), why));
    } else {
      ShiftState state = state(journal);
      store.append(
          journal,
          entry(journal, state, event, state.stage(), state.weights(), why, Map.of()),
          journal.progress().seen(now(), why));
    }
  }

  String difference(Weights expected, Weights live) {
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

  Entry entry(
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

  Instant now() {
    return clock.instant();
  }
}
