package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.history.TeamReport;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.Extraction.Verdict;
import dev.msvc.model.Finding;
import dev.msvc.model.Forecast;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.Roadmap;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Plans the way from a monolith to services. */
public final class Roadmaps {
  private Roadmaps() {}

  /** The order, the steps and what they take, where the user says nothing. */
  public static Roadmap of(ContextMap map) {
    return of(map, RoadmapWord.NONE);
  }

  /**
   * The same, as the user says.
   *
   * @throws dev.msvc.model.UserError where the user's word names what is not there, or contradicts
   *     itself
   */
  public static Roadmap of(ContextMap map, RoadmapWord word) {
    Order order = new Order(map, Cuts.of(map), word);
    Planner planner = new Planner(map, order);
    Dangers dangers = new Dangers(map, Risks.of(map), TeamReport.of(map));
    Reasons reasons = new Reasons(order);
    Forecasts forecasts = new Forecasts(map, order.calls());
    List<Order.Turn> turns = order.turns();
    // each goes through all calls of the system
    List<Forecast> expected =
        Workers.map(
            turns, each -> forecasts.of(order.units().contexts(each.unit()), cuts(order, each)));
    List<Extraction> taken = new ArrayList<>();
    List<Extraction> left = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Extraction extraction =
          extraction(map, order, planner, dangers, reasons, expected.get(i), turns.get(i));
      (turns.get(i).verdict() == Verdict.EXTRACT ? taken : left).add(extraction);
    }
    return new Roadmap(taken, left);
  }

  /** The names of what is taken out, in its order. */
  public static List<String> order(ContextMap map, RoadmapWord word) {
    Order order = new Order(map, Cuts.of(map), word);
    return order.turns().stream()
        .filter(each -> each.verdict() == Verdict.EXTRACT)
        .map(each -> order.units().name(each.unit()))
        .toList();
  }

  private static List<Cut> cuts(Order order, Order.Turn turn) {
    return order.shared().cuts(turn.unit(), turn.remaining());
  }

  private static Extraction extraction(
      ContextMap map,
      Order order,
      Planner planner,
      Dangers dangers,
      Reasons reasons,
      Forecast forecast,
      Order.Turn turn) {
    List<BoundedContext> contexts = order.contexts(turn.unit());
    List<Cut> cuts = cuts(order, turn);
    int classes = 0;
    int lines = 0;
    int entryPoints = 0;
    TreeSet<String> tables = new TreeSet<>();
    TreeSet<String> views = new TreeSet<>();
    for (BoundedContext context : contexts) {
      tables.addAll(map.tablesWithRows(context));
      views.addAll(context.tables());
      entryPoints += map.entryPoints(context.name()).size();
      classes += context.classes().size();
      for (String each : context.classes()) {
        TypeFact type = map.type(each);
        lines += type == null ? 0 : type.lines();
      }
    }
    views.removeAll(tables);
    List<PlannedStep> steps = planner.steps(turn, cuts);
    return new Extraction(
        order.units().name(turn.unit()),
        order.units().contexts(turn.unit()),
        turn.verdict(),
        reasons.together(turn),
        reasons.why(turn, cuts),
        classes,
        lines,
        List.copyOf(tables),
        List.copyOf(views),
        entryPoints,
        turn.boundary(),
        cuts,
        turn.coupling(),
        steps.stream().map(PlannedStep::effort).reduce(Effort.NONE, Effort::plus),
        dangers.of(contexts, cuts, order.shared().work(turn.unit(), turn.remaining()), forecast),
        forecast,
        dangers.findings(contexts).stream().map(Finding::id).toList(),
        steps);
  }
}
