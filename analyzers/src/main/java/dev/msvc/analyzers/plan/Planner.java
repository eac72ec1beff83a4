package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.plan.Rate.Stage;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.MigrationStep;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.PlannedStep.Work;
import dev.msvc.model.StepState;
import dev.msvc.model.Unplaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans the steps of one unit after the other, with what each takes. */
final class Planner {
  private final ContextMap map;
  private final Order order;
  private final Set<String> split = new HashSet<>();

  Planner(ContextMap map, Order order) {
    this.map = map;
    this.order = order;
  }

  /** The steps of a unit, in their turn: what earlier ones have dealt with is not planned again. */
  List<PlannedStep> steps(Order.Turn turn, List<Cut> cuts) {
    String name = order.units().name(turn.unit());
    SortedMap<Rate, Work> work = work(turn);
    List<PlannedStep> steps = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      List<Work> parts = new ArrayList<>();
      Effort effort = Effort.NONE;
      for (Map.Entry<Rate, Work> each : work.entrySet()) {
        if (each.getKey().stage() == stage) {
          parts.add(each.getValue());
          effort = effort.plus(each.getValue().effort());
        }
      }
      parts.sort(Comparator.comparingDouble((Work each) -> -each.effort().middle()));
      List<String> dealtWith =
          cuts.stream().filter(each -> Rate.of(each).stage() == stage).map(Cut::id).toList();
      MigrationStep step = step(stage, name);
      StepState state = order.wishes().state(turn.unit(), step.id());
      steps.add(new PlannedStep(step, state, parts, effort, dealtWith));
    }
    return steps;
  }

  private static MigrationStep step(Stage stage, String name) {
    return switch (stage) {
      case SPLIT_CODE -> new MigrationStep.SplitCode(name, true);
      case SPLIT_DATABASE -> new MigrationStep.SplitDatabase(name, true);
      case DEFINE_SERVICE -> new MigrationStep.DefineService(name, true);
      case USE_SERVICE -> new MigrationStep.UseService(name, true);
      case DELETE_OLD_CODE -> new MigrationStep.DeleteOldCode(name, true);
    };
  }

  private SortedMap<Rate, Work> work(Order.Turn turn) {
    SortedMap<Rate, Work> work = new TreeMap<>();
    int classes = 0;
    int tables = 0;
    int entryPoints = 0;
    for (BoundedContext each : order.contexts(turn.unit())) {
      classes += each.classes().size();
      tables += map.tablesWithRows(each).size();
      entryPoints += map.entryPoints(each.name()).size();
    }
    Extraction.Boundary boundary = turn.boundary();
    add(work, Rate.CLASS, classes);
    add(work, Rate.MUST_SPLIT, mustSplit(turn.unit()));
    add(work, Rate.OFFERED, boundary.offered());
    add(work, Rate.NEEDED, boundary.needed());
    add(work, Rate.TABLE, tables);
    add(work, Rate.SERVICE, 1);
    add(work, Rate.ENTRY_POINT, entryPoints);
    add(work, Rate.REMOTE, boundary.offered() + boundary.needed());
    add(work, Rate.SWITCH, 1);
    add(work, Rate.DELETION, 1);
    add(work, Rate.DELETED_TABLE, tables);
    order
        .shared()
        .work(turn.unit(), turn.remaining())
        .forEach(
            (rate, sum) ->
                work.put(rate, new Work(rate.named(sum.count()), sum.count(), sum.effort())));
    return work;
  }

  private void add(SortedMap<Rate, Work> work, Rate rate, int count) {
    if (count > 0) {
      work.put(rate, new Work(rate.named(count), count, order.rates().each(rate, count)));
    }
  }

  /** Classes to split that reach into a unit, and that no unit before it had split. */
  private int mustSplit(int unit) {
    int count = 0;
    for (Unplaced each : map.decomposition().mustSplit()) {
      List<String> contexts = order.units().contexts(unit);
      boolean reaches =
          contexts.contains(each.nearest())
              || each.methods().keySet().stream().anyMatch(contexts::contains);
      if (reaches && split.add(each.className())) {
        count++;
      }
    }
    return count;
  }
}
