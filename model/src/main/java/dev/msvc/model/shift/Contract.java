package dev.msvc.model.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why nothing may be dropped yet: no column, no table, no code of the monolith. What is dropped is
 * gone, so that it asks for more than a stage does: no way back is left open that leads nowhere.
 */
public final class Contract {
  private Contract() {}

  /**
   * All reasons against it, in the order in which one would see to them; none where it may be done
   * (P19). That the plan is the one that is under way, and that the live weights are those of the
   * journal, is for whoever asks to see.
   *
   * @param now of the clock by which the journal was written
   * @param reconciliation made since all writes moved; empty where tables were not compared
   */
  public static List<String> refusals(
      ShiftPlan plan, Journal journal, Instant now, Optional<Reconciliation> reconciliation) {
    List<String> reasons = new ArrayList<>();
    journal.broken().stream()
        .findFirst()
        .ifPresent(each -> reasons.add("its journal does not hold: " + each));
    ShiftState state = journal.state(plan.weights(-1));
    phase(state).ifPresent(reasons::add);
    if (state.open() != null) {
      reasons.add("a change of weights is under way");
    }
    share(plan, state.weights(), reasons);
    soak(plan, journal, state, now).ifPresent(reasons::add);
    plan.sync().ifPresent(sync -> rows(sync, moved(plan, journal), reconciliation, reasons));
    return List.copyOf(reasons);
  }

  private static Optional<String> phase(ShiftState state) {
    return switch (state.phase()) {
      case NEW -> Optional.of("the shift was not started");
      case PAUSED -> Optional.of("the shift is paused");
      case ROLLED_BACK -> Optional.of("the shift was rolled back");
      case RUNNING, FINISHED -> Optional.empty();
    };
  }

  /** Every rule, not only the last stage's: what the stages forgot is the monolith's for good. */
  private static void share(ShiftPlan plan, Weights weights, List<String> reasons) {
    for (Rule each : plan.rules()) {
      int service = weights.of(each.id(), Arm.SERVICE);
      if (service < 100) {
        boolean writes = each.kind() == Rule.Kind.WRITE || each.kind() == Rule.Kind.COHORT;
        reasons.add(
            writes
                ? "writes of %s are still the monolith's".formatted(each.id())
                : "%s is at %d %%, and must be at 100 %%".formatted(each.id(), service));
      }
    }
  }

  /**
   * The last stage passed, and its time is over, too: somebody's word ends a stage early, and is no
   * word for what can't be undone.
   */
  private static Optional<String> soak(
      ShiftPlan plan, Journal journal, ShiftState state, Instant now) {
    int last = plan.stages().size() - 1;
    if (state.stage() < last) {
      return Optional.of("%d of %d stages passed".formatted(passed(state), last + 1));
    }
    Duration soak = plan.stages().get(last).soak();
    Duration since =
        effective(journal, last).map(effect -> Duration.between(effect, now)).orElse(Duration.ZERO);
    if (!state.passed()) {
      return Optional.of("the last stage has not passed");
    }
    return since.compareTo(soak) < 0
        ? Optional.of(
            "the last stage was live for %d s, and its soak is %d s"
                .formatted(Math.max(0, since.toSeconds()), soak.toSeconds()))
        : Optional.empty();
  }

  private static int passed(ShiftState state) {
    return Math.max(0, state.passed() ? state.stage() + 1 : state.stage());
  }

  /** When a stage last took effect. */
  private static Optional<Instant> effective(Journal journal, int stage) {
    Optional<Instant> when = Optional.empty();
    for (Entry each : journal.entries()) {
      if (each.event() == Event.EFFECT) {
        when = each.stage() == stage ? Optional.of(each.when()) : Optional.empty();
      }
    }
    return when;
  }

  /** When the last stage that moves writes took effect; empty where none did. */
  private static Optional<Instant> moved(ShiftPlan plan, Journal journal) {
    Optional<Instant> when = Optional.empty();
    for (Entry each : journal.entries()) {
      boolean moves =
          each.event() == Event.EFFECT
              && each.stage() >= 0
              && each.stage() < plan.stages().size()
              && plan.stages().get(each.stage()).step().movesWrites();
      when = moves ? Optional.of(each.when()) : when;
    }
    return when;
  }

  /** What a stage may tolerate is not tolerated here. */
  private static void rows(
      SyncWord sync,
      Optional<Instant> moved,
      Optional<Reconciliation> reconciliation,
      List<String> reasons) {
    for (SyncWord.TablePair each : sync.reconcile()) {
      String tables = "%s and %s".formatted(each.table(Arm.MONOLITH), each.table(Arm.SERVICE));
      Optional<TableComparison> of = reconciliation.flatMap(made -> made.of(each));
      boolean early =
          moved.isPresent()
              && reconciliation.isPresent()
              && reconciliation.get().began().isBefore(moved.get());
      if (of.isEmpty()) {
        reasons.add("%s were not compared".formatted(tables));
      } else if (!of.get().isThere()) {
        reasons.add("%s cannot be compared: %s".formatted(tables, of.get().why()));
      } else if (of.get().mismatches() > 0) {
        reasons.add("%s differ in %,d rows".formatted(tables, of.get().mismatches()));
      } else if (early) {
        reasons.add("%s were compared before all writes moved".formatted(tables));
      }
    }
  }
}
