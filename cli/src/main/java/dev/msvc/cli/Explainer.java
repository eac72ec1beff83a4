package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Standing;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts together what the facts say of one thing. */
final class Explainer {
  private final ContextMap map;
  private final ExplainedLines explained;

  Explainer(ContextMap map) {
    this.map = map;
    this.explained = new ExplainedLines(map);
  }

  Explanation context(BoundedContext context) {
    return new ContextExplainer(map).context(context);
  }

  Explanation table(TableFact table) {
    return new TableExplainer(map).table(table);
  }

  Explanation type(TypeFact type) {
    return new Explanation(
        "class",
        type.name(),
        place(type),
        List.of(
            new Section("Defined at", ExplainedLines.places(List.of(type.place()))),
            new Section("Not understood in it", unread(type)),
            new Section("Its methods and fields, by the context they reach", ways(type)),
            new Section("What it uses, by context", byContext(type, true)),
            new Section("What uses it, by context", byContext(type, false)),
            new Section("Uses", references(type, true)),
            new Section("Used by", references(type, false)),
            new Section("Tables", tables(type)),
            new Section("Entry points", ExplainedLines.entryPoints(entriesOf(type))),
            new Section("Transactions", transactions(type)),
            new HistoryExplainer(map).history(type)));
  }

  /** What was met between its first line and its last and not understood. */
  private List<Line> unread(TypeFact type) {
    int first = type.place().line();
    List<Line> lines = new ArrayList<>();
    for (Unread each : map.facts().unread()) {
      if (each.file().equals(type.place().file()) && each.line() == first) {
        Text.wrapped(each.reason(), Text.WIDTH - 2).forEach(text -> lines.add(new Line(text, "")));
      } else if (each.file().equals(type.place().file())
          && each.line() > first
          && each.line() < first + type.lines()) {
        lines.add(new Line(each.reason(), each.file() + ":" + each.line()));
      }
    }
    return lines;
  }

  private String place(TypeFact type) {
    String context = map.contextOf(type.name());
    String nested = type.isTopLevel() ? "" : "with " + type.topLevel() + ", ";
    if (!context.isEmpty()) {
      return nested + "in context " + context + sureness(type);
    }
    Unplaced unplaced = map.unplaced(type.name());
    Placement placement = map.placementOf(type.name());
    if (unplaced == null || placement == null) {
      return nested + "in no context";
    }
    String nearest = unplaced.nearest().isEmpty() ? "" : ", nearest to " + unplaced.nearest();
    return nested + Listings.word(placement) + nearest + ExplainedLines.because(unplaced.reason());
  }

  /** Who told the place, or how sure it is. */
  private String sureness(TypeFact type) {
    String told = map.decomposition().told().getOrDefault(type.topLevel(), "");
    if (!told.isEmpty()) {
      return ", " + told;
    }
    Standing standing = map.decomposition().standings().get(type.topLevel());
    if (standing == null) {
      return "";
    }
    String others = ExplainedLines.alternatives(standing);
    return " in %s of the runs%s%s"
        .formatted(
            new Percent(standing.confidence()),
            others.isEmpty() ? "" : ", else in " + others,
            standing.because().isEmpty() ? "" : "; " + standing.because());
  }

  /** Where the methods of a type go that must be split. */
  private List<Line> ways(TypeFact type) {
    Unplaced unplaced = map.unplaced(type.name());
    if (unplaced == null) {
      return List.of();
    }
    return unplaced.methods().entrySet().stream()
        .map(each -> new Line(each.getKey() + ": " + String.join(", ", each.getValue()), ""))
        .toList();
  }

  private List<Line> byContext(TypeFact type, boolean outgoing) {
    Map<String, Integer> sums = new TreeMap<>();
    for (Dependency each : map.decomposition().dependencies()) {
      if ((outgoing ? each.from() : each.to()).equals(type.topLevel())) {
        String other = outgoing ? each.to() : each.from();
        String context = map.contextOf(other);
        Placement placement = map.placementOf(other);
        String list = placement == null ? "(no context)" : "(" + Listings.word(placement) + ")";
        sums.merge(context.isEmpty() ? list : context, each.count(), Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(sums.entrySet());
    sorted.sort(Comparator.comparingInt(each -> -each.getValue()));
    return sorted.stream()
        .map(
            each ->
                new Line(
                    each.getKey() + ": " + TrafficExplainer.count(each.getValue(), "reference"),
                    ""))
        .toList();
  }

  private List<Line> references(TypeFact type, boolean outgoing) {
    List<Dependency> found = new ArrayList<>();
    for (Dependency each : map.decomposition().dependencies()) {
      if ((outgoing ? each.from() : each.to()).equals(type.topLevel())) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparingInt(each -> -each.count()));
    List<Line> lines = new ArrayList<>();
    for (Dependency each : found) {
      String other = outgoing ? each.to() : each.from();
      lines.add(
          new Line(
              ExplainedLines.simple(other) + explained.in(other) + ": " + Listings.kinds(each),
              each.place().toString()));
    }
    return lines;
  }

  private List<Line> tables(TypeFact type) {
    List<Line> lines = new ArrayList<>();
    for (Access each : map.facts().accesses()) {
      if (belongs(each.className(), type)) {
        lines.add(explained.access(each, explained.owned(each.table())));
      }
    }
    return lines;
  }

  /** Whether it is this type, or nested in it where it is a top-level type. */
  private boolean belongs(String className, TypeFact type) {
    return className.equals(type.name())
        || (type.isTopLevel() && map.topLevel(className).equals(type.name()));
  }

  private List<EntryPoint> entriesOf(TypeFact type) {
    return map.facts().entryPoints().stream()
        .filter(each -> belongs(each.className(), type))
        .toList();
  }

  private List<Line> transactions(TypeFact type) {
    List<Line> lines = new ArrayList<>();
    for (TransactionFact each : map.facts().transactions()) {
      if (belongs(each.className(), type)) {
        String contexts = String.join(", ", map.contextsOf(each));
        lines.add(
            new Line(
                each.method() + (contexts.isEmpty() ? "" : " touches " + contexts),
                each.place().toString()));
      }
    }
    return lines;
  }

  Explanation entryPoint(EntryPoint entry) {
    TypeFact type = map.type(entry.className());
    String served =
        "served by "
            + ExplainedLines.method(entry.className(), entry.method())
            + explained.in(entry.className());
    return new Explanation(
        "entrypoint",
        entry.id(),
        served + (type == null ? "" : "; the class is " + place(type)),
        List.of(
            new Section("Declared at", ExplainedLines.places(List.of(entry.place()))),
            new TrafficExplainer(map).entry(entry),
            new Section(
                "Its method's own accesses", ownAccesses(entry.className(), entry.method())),
            new Section("Its method's transaction", own(entry.className(), entry.method())),
            new Section(
                "Others of the same context",
                ExplainedLines.entryPoints(
                    map.entryPoints(map.contextOf(entry.className())).stream()
                        .filter(each -> !each.equals(entry))
                        .toList()))));
  }

  private List<Line> own(String className, String method) {
    List<Line> lines = new ArrayList<>();
    for (TransactionFact each : map.facts().transactions()) {
      if (each.className().equals(className) && each.method().equals(method)) {
        each.writes().forEach(table -> lines.add(new Line("writes " + explained.owned(table), "")));
        each.reads().forEach(table -> lines.add(new Line("reads " + explained.owned(table), "")));
      }
    }
    return lines;
  }

  private List<Line> ownAccesses(String className, String method) {
    List<Line> lines = new ArrayList<>();
    for (Access each : map.facts().accesses()) {
      if (each.className().equals(className) && each.method().equals(method)) {
        lines.add(explained.access(each, explained.owned(each.table())));
      }
    }
    return lines;
  }

  Explanation transaction(TransactionFact transaction) {
    List<String> contexts = List.copyOf(map.contextsOf(transaction));
    String verdict =
        contexts.size() > 1
            ? "%scrosses %d contexts: %s"
                .formatted(
                    surely(transaction).size() > 1 ? "" : "perhaps ",
                    contexts.size(),
                    String.join(", ", contexts))
            : contexts.isEmpty() ? "touches no owned table" : "stays within " + contexts.get(0);
    return new Explanation(
        "transaction",
        ExplainedLines.method(transaction.className(), transaction.method()),
        verdict,
        List.of(
            new Section("Declared at", ExplainedLines.places(List.of(transaction.place()))),
            new Section("Writes", ExplainedLines.names(reached(transaction, transaction.writes()))),
            new Section("Reads", ExplainedLines.names(reached(transaction, transaction.reads()))),
            new Section("Classes on the way that write", explained.types(transaction.writers()))));
  }

  /** Contexts that it reaches whichever implementations run. */
  private Set<String> surely(TransactionFact transaction) {
    Set<String> sure = new TreeSet<>();
    Stream.concat(transaction.reads().stream(), transaction.writes().stream())
        .filter(each -> !transaction.uncertain().contains(each))
        .forEach(each -> sure.add(map.ownership(each).owner()));
    sure.remove("");
    return sure;
  }

  /** Tables of a transaction with their owners, and how far and how surely it comes to them. */
  private List<String> reached(TransactionFact transaction, List<String> tables) {
    List<String> all = new ArrayList<>();
    for (String each : tables) {
      int steps = transaction.steps().getOrDefault(each, 0);
      String far =
          steps == 0 ? "" : steps == 1 ? ", 1 call away" : ", %d calls away".formatted(steps);
      String sure = transaction.uncertain().contains(each) ? ", perhaps" : "";
      all.add(explained.owned(each) + far + sure);
    }
    return all;
  }
}
