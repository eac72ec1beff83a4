package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Place;
import dev.msvc.model.Standing;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines in which facts are told, with the contexts that they belong to. */
final class ExplainedLines {
  private final ContextMap map;

  ExplainedLines(ContextMap map) {
    this.map = map;
  }

  Line access(Access access, String table) {
    String text =
        "%s%s by %s%s (%s, %s)"
            .formatted(
                Listings.word(access.op()),
                table.isEmpty() ? "" : " " + table,
                by(access),
                in(access.className()),
                Listings.word(access.via()),
                Listings.word(access.certainty()));
    return new Line(text, access.place().toString());
  }

  private static String by(Access access) {
    if (!access.className().isEmpty()) {
      return method(simple(access.className()), access.method());
    }
    return access.isMigration() ? "a migration" : "a statement that no class is seen to run";
  }

  String in(String className) {
    String context = map.contextOf(className);
    Placement placement = map.placementOf(className);
    if (!context.isEmpty()) {
      return " of " + context;
    }
    return placement == null ? "" : " (" + Listings.word(placement) + ")";
  }

  String owned(String table) {
    String owner = map.ownership(table).owner();
    return owner.isEmpty() ? table : table + " of " + owner;
  }

  List<Line> types(List<String> names) {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      TypeFact type = map.type(name);
      lines.add(new Line(name + in(name), type == null ? "" : type.place().toString()));
    }
    return lines;
  }

  /** That transactions are not known, and what counts as one; none where they are. */
  List<Line> hiddenTransactions() {
    return map.hidesTransactions()
        ? List.of(
            new Line(map.hiddenTransactions(), ""),
            new Line("what is seen to begin one: docs/analyzers/transactions.md", ""))
        : List.of();
  }

  static List<Line> places(List<Place> places) {
    return places.stream().map(each -> new Line(each.toString(), "")).toList();
  }

  static List<Line> names(List<String> names) {
    return names.stream().map(each -> new Line(each, "")).toList();
  }

  static List<Line> entryPoints(List<EntryPoint> entryPoints) {
    return entryPoints.stream().map(each -> new Line(each.id(), each.place().toString())).toList();
  }

  static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  static String method(String className, String method) {
    return method.isEmpty() ? className : className + "." + method;
  }

  static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Other contexts that a type might belong to: {@code order 30 %, catalog 12 %}. */
  static String alternatives(Standing standing) {
    return standing.alternatives().stream()
        .map(each -> each.context() + " " + new Percent(each.share()))
        .collect(Collectors.joining(", "));
  }
}
