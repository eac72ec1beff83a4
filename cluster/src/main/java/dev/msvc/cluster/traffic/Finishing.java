package dev.msvc.cluster.traffic;

import dev.msvc.model.Counted;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The end of a shift: that nothing reaches the monolith any more, and that it is over. */
public final class Finishing {
  private final Desk desk;

  /** For one plan, as a {@link Shifter} of it. */
  public Finishing(
      ShiftPlan plan, String digest, Router router, ShiftStore store, Clock clock, String by) {
    this.desk = new Desk(plan, digest, router, store, clock, by);
  }

  /**
   * Whether what is live is what the shift wrote last.
   *
   * @throws UserError where it is not, or the plan is another: exit code 5
   */
  public void requireUnchanged() {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    if (!state.plan().isEmpty() && !state.plan().equals(desk.digest())) {
      throw new UserError(
          "the plan of %s is not the one that was followed".formatted(desk.plan().name()),
          "put strangle/%s.yaml back as it was".formatted(desk.plan().name()),
          5);
    }
    Sight sight = desk.router().look();
    if (!sight.weights().equals(state.weights())) {
      throw new UserError(
          "somebody else changed the weights: " + desk.difference(state.weights(), sight.weights()),
          "see who did; a shift is finished where its last stage is live",
          5);
    }
  }

  /**
   * What the router itself counted since it was first asked with all weights at their end. The
   * first time it is only written down; so it is again once something reached the monolith, or the
   * router began to count anew.
   */
  public Quiet counted(Duration over) {
    Sight sight = desk.router().look();
    if (sight.counts().isEmpty()) {
      return new Quiet(Verdict.UNKNOWN, "the router does not count");
    }
    Journal journal = desk.store().read();
    SortedMap<String, String> now = numbers(sight);
    Optional<Entry> since = since(journal);
    if (since.isEmpty()) {
      write(journal, now, "counted from here");
      return new Quiet(Verdict.INSUFFICIENT, "the router's counts were written down just now");
    }
    SortedMap<String, String> before = since.get().numbers();
    long hits = 0;
    long known = 0;
    for (Map.Entry<String, String> each : now.entrySet()) {
      long was = Long.parseLong(before.getOrDefault(each.getKey(), "0"));
      long is = Long.parseLong(each.getValue());
      known += was;
      if (is < was) {
        write(journal, now, "the router began to count anew");
        return new Quiet(
            Verdict.INSUFFICIENT,
            "the router began to count anew, so that it is known from now on");
      }
      hits += each.getKey().endsWith(word(Arm.MONOLITH)) ? is - was : 0;
    }
    String from = since.get().when().toString();
    if (hits > 0) {
      write(journal, now, Counted.of(hits, "request", "requests") + " reached the monolith");
      return new Quiet(
          Verdict.FAIL,
          "%s of these routes reached the monolith since %s: %s"
              .formatted(Counted.of(hits, "request", "requests"), from, rules(before, now)));
    }
    Duration passed = Duration.between(since.get().when(), desk.now());
    String none = "none of these routes' requests reached the monolith since " + from;
    if (known == 0) {
      if (now.values().stream().anyMatch(each -> !each.equals("0"))) {
        write(journal, now, "counted from here");
      }
      return new Quiet(
          Verdict.INSUFFICIENT,
          none + ", and the router had counted none before either: it may have begun anew");
    }
    return passed.compareTo(over) < 0
        ? new Quiet(
            Verdict.INSUFFICIENT,
            "%s, and that is for %s more".formatted(none, words(over.minus(passed))))
        : new Quiet(Verdict.PASS, none + ", as the router counted");
  }

  /** Writes down that it is over; a second time nothing. */
  public void finish(String evidence) {
    Journal journal = desk.store().read();
    ShiftState state = desk.state(journal);
    if (state.phase() != ShiftState.Phase.FINISHED) {
      desk.store()
          .append(
              journal,
              desk.entry(
                  journal,
                  state,
                  Event.FINISHED,
                  state.stage(),
                  state.weights(),
                  evidence,
                  Map.of()),
              journal.progress());
    }
  }

  /** The last count under the weights that are live. */
  private static Optional<Entry> since(Journal journal) {
    Optional<Entry> since = Optional.empty();
    for (Entry each : journal.entries()) {
      if (each.event() == Event.COUNTED) {
        since = Optional.of(each);
      } else if (each.event() == Event.EFFECT || each.event() == Event.STARTED) {
        since = Optional.empty();
      }
    }
    return since;
  }

  private void write(Journal journal, SortedMap<String, String> numbers, String reason) {
    ShiftState state = desk.state(journal);
    desk.store()
        .append(
            journal,
            desk.entry(
                journal, state, Event.COUNTED, state.stage(), state.weights(), reason, numbers),
            journal.progress());
  }

  private SortedMap<String, String> numbers(Sight sight) {
    SortedMap<String, String> numbers = new TreeMap<>();
    for (Rule each : desk.plan().rules()) {
      for (Arm arm : Arm.values()) {
        numbers.put(each.id() + word(arm), Long.toString(sight.count(each.id(), arm).requests()));
      }
    }
    return numbers;
  }

  private String rules(Map<String, String> before, Map<String, String> now) {
    StringBuilder rules = new StringBuilder();
    for (Rule each : desk.plan().rules()) {
      String key = each.id() + word(Arm.MONOLITH);
      long hits = Long.parseLong(now.get(key)) - Long.parseLong(before.getOrDefault(key, "0"));
      if (hits > 0) {
        rules.append(rules.isEmpty() ? "" : ", ").append("%s %,d".formatted(each.id(), hits));
      }
    }
    return rules.toString();
  }

  private static String word(Arm arm) {
    return " " + arm.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Duration time) {
    return time.toHours() >= 48
        ? time.toDays() + " days"
        : time.toMinutes() >= 120 ? time.toHours() + " h" : Math.max(1, time.toSeconds()) + " s";
  }
}
