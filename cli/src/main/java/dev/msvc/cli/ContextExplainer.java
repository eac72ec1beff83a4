package dev.msvc.cli;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.Dependency;
import dev.msvc.model.Remedy;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what the facts say of one context. */
final class ContextExplainer {
  private final ContextMap map;

  ContextExplainer(ContextMap map) {
    this.map = map;
  }

  Explanation context(BoundedContext context) {
    BoundedContext.Coupling coupling = context.coupling();
    String verdict =
        "%s, %s, %s; %d of %d references cross its boundary (%d%%)"
            .formatted(
                context.classes().size() == 1 ? "1 class" : context.classes().size() + " classes",
                tables(context),
                TrafficExplainer.count(map.entryPoints(context.name()).size(), "entry point"),
                coupling.outgoing() + coupling.incoming(),
                coupling.outgoing() + coupling.incoming() + coupling.internal(),
                Math.round(coupling.share() * 100));
    List<Line> evidence = context.evidence().stream().map(each -> new Line(each, "")).toList();
    return new Explanation(
        "context",
        context.name(),
        verdict,
        List.of(
            new Section("Why these belong together", evidence),
            new Section("Advice", advice(context.name())),
            new TrafficExplainer(map).load(context.name()),
            new Section("Its tables that others write", foreign(context.name(), true)),
            new Section("Tables of others that it writes", foreign(context.name(), false)),
            new Section("What it uses of other contexts", crossing(context.name(), true)),
            new Section("What other contexts use of it", crossing(context.name(), false)),
            new Section("What its boundary cuts, what hurts most first", cuts(context.name())),
            new Section("Aggregates", AggregateListing.lines(map, context.name())),
            new HistoryExplainer(map).people(context.name()),
            new HistoryExplainer(map).partners(context.name()),
            new Section(
                "Transactions that write tables of it and of others",
                transactionsOf(context.name())),
            new Section("Tables", tablesOf(context)),
            new Section(
                "Entry points", ExplainedLines.entryPoints(map.entryPoints(context.name()))),
            new Section("Classes", classesOf(context))));
  }

  private String tables(BoundedContext context) {
    int rows = map.tablesWithRows(context).size();
    int views = context.tables().size() - rows;
    return TrafficExplainer.count(rows, "table")
        + (views == 0
            ? ""
            : ", " + views + (views == 1 ? " view or unknown name" : " views or unknown names"));
  }

  private List<Line> advice(String context) {
    List<Line> lines = new ArrayList<>();
    if (map.analysis().advice().startWith().equals(context)) {
      lines.add(new Line("start with it: " + map.analysis().advice().why(), ""));
    }
    if (map.analysis().advice().leaveAlone().equals(context)) {
      lines.add(new Line("leave it alone for now: " + map.analysis().advice().whyNot(), ""));
    }
    return lines;
  }

  private List<Line> foreign(String context, boolean owned) {
    List<Line> lines = new ArrayList<>();
    for (Access access : map.facts().accesses()) {
      String owner = map.ownership(access.table()).owner();
      String user = map.contextOf(access.className());
      boolean crosses =
          !owner.isEmpty() && !user.isEmpty() && !owner.equals(user) && !access.isMigration();
      if (crosses && access.op().writes() && (owned ? owner : user).equals(context)) {
        String other = owned ? user : owner;
        lines.add(
            new Line(
                "%s (%s): %s in %s"
                    .formatted(
                        access.table(),
                        other,
                        Listings.word(access.op()),
                        ExplainedLines.method(access.className(), access.method())),
                access.place().toString()));
      }
    }
    return lines;
  }

  private List<Line> crossing(String context, boolean outgoing) {
    List<Dependency> crossing = new ArrayList<>();
    for (Dependency each : map.decomposition().dependencies()) {
      if (map.contextOf(outgoing ? each.from() : each.to()).equals(context)
          && crosses(each, context, outgoing)) {
        crossing.add(each);
      }
    }
    crossing.sort(Comparator.comparingInt(each -> -each.count()));
    List<Line> lines = new ArrayList<>();
    for (Dependency each : crossing) {
      lines.add(
          new Line(
              "%s: %s -> %s (%s)"
                  .formatted(
                      side(outgoing ? each.to() : each.from()),
                      ExplainedLines.simple(each.from()),
                      ExplainedLines.simple(each.to()),
                      Listings.kinds(each)),
              each.place().toString()));
    }
    return lines;
  }

  private String side(String className) {
    String context = map.contextOf(className);
    ContextMap.Placement placement = map.placementOf(className);
    return context.isEmpty() && placement != null ? "(" + Listings.word(placement) + ")" : context;
  }

  /** Whether its other side is of another context, or of none and counts all the same. */
  private boolean crosses(Dependency dependency, String context, boolean outgoing) {
    String other = outgoing ? dependency.to() : dependency.from();
    String its = map.contextOf(other);
    ContextMap.Placement placement = map.placementOf(other);
    return its.isEmpty()
        ? placement != null && dependency.across(placement, !outgoing) > 0
        : !its.equals(context);
  }

  private List<Line> cuts(String context) {
    List<Line> lines = new ArrayList<>();
    for (Cut cut : Cuts.of(map)) {
      if (cut.concerns(context)) {
        Remedy remedy = cut.remedy();
        String proposed = remedy == null ? cut.advice() : Listings.word(remedy);
        String place = cut.places().isEmpty() ? "" : cut.places().get(0).toString();
        lines.add(
            new Line(
                "%s %s: %s".formatted(Listings.word(cut.kind()), cut.subject(), proposed), place));
      }
    }
    return lines;
  }

  private List<Line> transactionsOf(String context) {
    List<Line> lines = new ArrayList<>();
    for (Cut each : Cuts.of(map)) {
      if (each.kind() == CutKind.TRANSACTION && each.concerns(context)) {
        String place = each.places().isEmpty() ? "" : each.places().get(0).toString();
        lines.add(new Line(each.what(), place));
      }
    }
    lines.addAll(new ExplainedLines(map).hiddenTransactions());
    return lines;
  }

  private List<Line> tablesOf(BoundedContext context) {
    List<Line> lines = new ArrayList<>();
    for (String table : context.tables()) {
      lines.add(new Line(table + ": " + map.ownership(table).reason(), ""));
    }
    return lines;
  }

  private List<Line> classesOf(BoundedContext context) {
    List<Line> lines = new ArrayList<>();
    for (String name : context.classes()) {
      TypeFact type = map.type(name);
      lines.add(new Line(name, type == null ? "" : type.place().toString()));
    }
    return lines;
  }
}
