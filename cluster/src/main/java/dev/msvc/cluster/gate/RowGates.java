package dev.msvc.cluster.gate;

import dev.msvc.cluster.data.Reconciler;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Reconciliation;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Step;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether rows of both are in step: asked before writes move, and as long as they are moved. */
final class RowGates {
  /** A comparison that refused is not made anew until so many times its own length passed. */
  private static final int REST = 10;

  private final ShiftPlan plan;
  private final Gates gates;
  private final Reconciler reconciler;
  private final Clock clock;
  private @Nullable Reconciliation refused;

  RowGates(ShiftPlan plan, Gates gates, Reconciler reconciler, Clock clock) {
    this.plan = plan;
    this.gates = gates;
    this.reconciler = reconciler;
    this.clock = clock;
  }

  /** How far one is behind the other; empty where nothing says, or none of the rows moved. */
  Optional<Judgement> lag(Weights live) {
    boolean moved =
        plan.rules().stream()
            .filter(each -> each.kind() == Rule.Kind.WRITE || each.kind() == Rule.Kind.COHORT)
            .anyMatch(each -> live.of(each.id(), Arm.SERVICE) > 0);
    return moved ? plan.sync().map(this::lag) : Optional.empty();
  }

  private Judgement lag(SyncWord sync) {
    if (sync.lag() instanceof SyncWord.Lag.Query query) {
      return gates
          .look(query.gate(plan.tolerance().window()), Evidence.from(clock.instant()))
          .judgement();
    }
    SyncWord.Lag.Sql sql = (SyncWord.Lag.Sql) sync.lag();
    Reconciler.Figure figure = reconciler.lag(sync, sql);
    if (!figure.why().isEmpty()) {
      return Judgement.of(SyncWord.Lag.NAME, Outcome.UNKNOWN, figure.why());
    }
    return Judgement.of(
            SyncWord.Lag.NAME,
            figure.value() < sql.below() ? Outcome.PASS : Outcome.FAIL,
            "%s, and must be below %s"
                .formatted(FigureGates.plain(figure.value()), FigureGates.plain(sql.below())))
        .with("value", figure.value())
        .with("below", sql.below());
  }

  /** Whether writes may move: the lag first, which is asked quickly, then the tables. */
  Judged before(Step step, Consumer<String> meanwhile) {
    SortedMap<String, String> numbers = new TreeMap<>();
    if (!step.movesWrites() || plan.sync().isEmpty()) {
      return new Judged(Verdict.PASS, "", numbers, Map.of());
    }
    SyncWord sync = plan.sync().get();
    Judgement lag = lag(sync);
    numbers.put(lag.gate(), "%s: %s".formatted(lag.outcome(), lag.words()));
    if (lag.outcome() != Outcome.PASS) {
      return new Judged(
          Verdict.valueOf(lag.outcome().name()),
          "writes do not move yet: %s: %s".formatted(lag.gate(), lag.words()),
          numbers,
          Map.of());
    }
    Reconciliation made = compared(sync, meanwhile);
    Verdict verdict = Verdict.PASS;
    String why = "";
    for (TableComparison each : made.tables()) {
      numbers.put(
          "rows of " + each.pair().table(Arm.MONOLITH),
          "%s: %s".formatted(outcome(each), each.words()));
      if (!each.passes() && verdict == Verdict.PASS) {
        verdict = Verdict.valueOf(outcome(each).name());
        why = "writes do not move yet: %s: %s".formatted(each.pair().aggregate(), each.words());
      }
    }
    return new Judged(verdict, why, numbers, Map.of());
  }

  private static Outcome outcome(TableComparison table) {
    return table.passes() ? Outcome.PASS : table.isThere() ? Outcome.FAIL : Outcome.UNKNOWN;
  }

  /** Tables may be large: what differed a moment ago is not read again right away. */
  private Reconciliation compared(SyncWord sync, Consumer<String> meanwhile) {
    Reconciliation before = refused;
    if (before != null) {
      Duration took = Duration.between(before.began(), before.ended());
      Instant again = before.ended().plus(took.multipliedBy(REST));
      if (clock.instant().isBefore(again)) {
        return before;
      }
    }
    Reconciliation made = reconciler.compare(sync, meanwhile);
    refused = made.passes() ? null : made;
    return made;
  }
}
