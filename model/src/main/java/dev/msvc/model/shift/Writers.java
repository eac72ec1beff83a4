package dev.msvc.model.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who writes the rows of each aggregate, as a shift's journal says: always one of both, by cohort
 * where stages go by cohorts (P20).
 *
 * @param all by aggregate, those of its cohorts before everybody else's
 */
public record Writers(List<Writer> all) {
  /**
   * Who writes some rows.
   *
   * @param aggregate as routes name it
   * @param cohorts whose rows; empty for everybody else's
   * @param now who is declared to write them
   * @param next who is going to, where it is not known yet whether what was written is live: then
   *     requests go to either
   */
  public record Writer(String aggregate, SortedSet<String> cohorts, Arm now, Optional<Arm> next) {
    /** {@code Order of acme: monolith, in hand-over to the service}. */
    public String words() {
      return "%s%s: %s%s"
          .formatted(
              aggregate,
              cohorts.isEmpty() ? "" : " of " + String.join(", ", cohorts),
              word(now),
              next.map(each -> ", in hand-over to the " + word(each)).orElse(""));
    }

    /** As users write an arm. */
    public static String word(Arm arm) {
      return arm == Arm.MONOLITH ? "monolith" : "service";
    }
  }

  public Writers {
    all = List.copyOf(all);
  }

  /**
   * As the journal says, and nothing but it.
   *
   * @throws IllegalStateException where some rules of the same rows go to one and some to the other
   */
  public static Writers of(ShiftPlan plan, ShiftState state) {
    SortedMap<String, List<ShiftRoute>> aggregates = new TreeMap<>();
    for (ShiftRoute each : plan.routes()) {
      each.writes()
          .ifPresent(one -> aggregates.computeIfAbsent(one, none -> new ArrayList<>()).add(each));
    }
    List<Writer> writers = new ArrayList<>();
    aggregates.forEach(
        (aggregate, routes) -> {
          for (int i = 0; i < plan.stages().size(); i++) {
            if (plan.stages().get(i).step() instanceof Step.Cohort group) {
              String ending = "-stage-" + (i + 1);
              List<String> rules = routes.stream().map(each -> each.id() + ending).toList();
              writers.add(writer(aggregate, group.cohorts(), rules, state));
            }
          }
          List<String> rules = routes.stream().map(ShiftRoute::id).toList();
          writers.add(writer(aggregate, new TreeSet<>(), rules, state));
        });
    return new Writers(writers);
  }

  private static Writer writer(
      String aggregate, SortedSet<String> cohorts, List<String> rules, ShiftState state) {
    Arm now = arm(rules, state.weights());
    Entry open = state.open();
    Arm next = open == null ? now : arm(rules, open.to());
    return new Writer(aggregate, cohorts, now, now == next ? Optional.empty() : Optional.of(next));
  }

  private static Arm arm(List<String> rules, Weights weights) {
    SortedSet<Integer> of = new TreeSet<>();
    rules.forEach(each -> of.add(weights.of(each, Arm.SERVICE)));
    if (of.size() != 1 || of.first() % 100 != 0) {
      throw new IllegalStateException("rules of the same rows have weights " + of);
    }
    return of.first() == 100 ? Arm.SERVICE : Arm.MONOLITH;
  }

  /** Whether the service writes something, or may. */
  public boolean anyOfTheService() {
    return all.stream()
        .anyMatch(
            each -> each.now() == Arm.SERVICE || each.next().equals(Optional.of(Arm.SERVICE)));
  }
}
