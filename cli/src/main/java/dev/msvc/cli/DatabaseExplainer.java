package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Grant;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.RoutineCall;
import java.util.ArrayList;
import java.util.List;

/** Puts together what the facts say of a view, trigger, routine or the like. */
final class DatabaseExplainer {
  private final ContextMap map;

  DatabaseExplainer(ContextMap map) {
    this.map = map;
  }

  Explanation object(DatabaseObject object) {
    return new Explanation(
        Listings.word(object.kind()),
        object.name(),
        verdict(object),
        List.of(
            new Section("Writes", uses(object, true)),
            new Section("Reads", uses(object, false)),
            new Section("Calls", object.calls().stream().map(each -> new Line(each, "")).toList()),
            new Section("Objects of the database that use it", users(object)),
            new Section("Code that uses it", code(object)),
            new Section("Who else may use it", grants(object.name())),
            new Section("Defined at", places(object.places()))));
  }

  private static String verdict(DatabaseObject object) {
    String tables = String.join(", ", object.tables());
    String text =
        switch (object.kind()) {
          case TRIGGER -> "fires on " + events(object.events()) + " of " + tables;
          case SYNONYM -> "stands for " + (tables.isEmpty() ? "what is not known" : tables);
          case SEQUENCE ->
              tables.isEmpty() ? "no table is seen to use it" : "gives numbers to " + tables;
          case POLICY -> "adds a condition to every statement on " + tables;
          case REPLICATION -> tables.isEmpty() ? "sends or receives rows" : "sends " + tables;
          default ->
              "reads %d and writes %d tables, calls %d routines"
                  .formatted(object.reads().size(), object.writes().size(), object.calls().size());
        };
    return text + " (" + Listings.word(object.certainty()) + ")";
  }

  private static String events(List<Operation> events) {
    return String.join(", ", events.stream().map(Listings::word).toList());
  }

  private List<Line> uses(DatabaseObject object, boolean writes) {
    List<Line> lines = new ArrayList<>();
    for (DatabaseObject.Use use : object.uses()) {
      if (use.op().writes() == writes) {
        String owner = map.ownership(use.table()).owner();
        String of = owner.isEmpty() ? "" : " of " + owner;
        lines.add(new Line(Listings.word(use.op()) + " " + use.table() + of, ""));
      }
    }
    return lines;
  }

  private List<Line> users(DatabaseObject object) {
    List<Line> lines = new ArrayList<>();
    for (DatabaseObject each : map.facts().database().objects()) {
      boolean uses =
          each.calls().stream().anyMatch(call -> isSame(call, object.name()))
              || each.uses().stream().anyMatch(use -> isSame(use.table(), object.name()));
      if (uses && !each.equals(object)) {
        lines.add(line(each, ""));
      }
    }
    return lines;
  }

  private static Line line(DatabaseObject object, String does) {
    return new Line(
        Listings.word(object.kind()) + " " + object.name() + does,
        object.places().isEmpty() ? "" : object.places().get(0).toString());
  }

  private List<Line> code(DatabaseObject object) {
    List<Line> lines = new ArrayList<>();
    for (RoutineCall call : map.facts().routineCalls()) {
      if (isSame(call.routine(), object.name())) {
        lines.add(
            new Line(
                "called by " + call.className() + "." + call.method(), call.place().toString()));
      }
    }
    for (Access access : map.accesses(object.name())) {
      lines.add(
          new Line(
              "%s by %s.%s"
                  .formatted(Listings.word(access.op()), access.className(), access.method()),
              access.place().toString()));
    }
    return lines;
  }

  /** Triggers of a table, and what else in the database reads or writes it. */
  List<Line> usersOfTable(String table) {
    List<Line> lines = new ArrayList<>();
    for (DatabaseObject each : map.facts().database().objects()) {
      if (each.tables().stream().anyMatch(one -> isSame(one, table))) {
        String events = each.events().isEmpty() ? "" : " on " + events(each.events());
        lines.add(line(each, events));
      }
      for (DatabaseObject.Use use : each.uses()) {
        if (use.op().writes() && isSame(use.table(), table)) {
          lines.add(line(each, ": " + Listings.word(use.op())));
        }
      }
    }
    return lines;
  }

  List<Line> grants(String object) {
    List<Line> lines = new ArrayList<>();
    for (Grant grant : map.facts().database().grants()) {
      if (isSame(grant.object(), object)) {
        lines.add(
            new Line(
                grant.grantee() + ": " + String.join(", ", grant.privileges()),
                grant.place().toString()));
      }
    }
    return lines;
  }

  private static List<Line> places(List<Place> places) {
    return places.stream().map(each -> new Line(each.toString(), "")).toList();
  }

  /** Whether two names can mean one thing: equal, or one of them without its schema. */
  private static boolean isSame(String one, String other) {
    String a = ContextMap.key(one);
    String b = ContextMap.key(other);
    return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
  }
}
