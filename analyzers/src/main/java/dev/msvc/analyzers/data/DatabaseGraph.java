package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObject.Use;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of a database, to be asked what follows from a read, a write or a call. */
final class DatabaseGraph {
  private static final int MOST_SYNONYMS = 16;

  private final Map<String, List<Named>> views = new HashMap<>();
  private final Map<String, List<Named>> routines = new HashMap<>();
  private final Map<String, List<Named>> triggers = new HashMap<>();
  private final Map<String, String> synonyms = new HashMap<>();
  private final Map<Use, List<Effect>> behind = new HashMap<>();
  private final Map<String, List<Effect>> behindCalls = new HashMap<>();

  /**
   * Something done to a table in the end.
   *
   * @param byTrigger whether a trigger was the first step
   */
  record Effect(String table, Operation op, boolean byTrigger, Certainty certainty) {}

  /** An object under the name by which statements reach it: of a trigger, its table's. */
  private record Named(String key, DatabaseObject object) {}

  private record Step(DatabaseObject object, boolean byTrigger, Certainty certainty) {}

  DatabaseGraph(List<DatabaseObject> objects) {
    for (DatabaseObject each : objects) {
      switch (each.kind()) {
        case VIEW, MATERIALIZED_VIEW -> put(views, each.name(), each);
        case PROCEDURE, FUNCTION, PACKAGE -> put(routines, each.name(), each);
        case TRIGGER -> each.tables().forEach(table -> put(triggers, table, each));
        case SYNONYM -> {
          if (!each.tables().isEmpty()) {
            synonyms.put(TableName.key(each.name()), each.tables().get(0));
          }
        }
        default -> {}
      }
    }
  }

  private static void put(Map<String, List<Named>> map, String name, DatabaseObject object) {
    String key = TableName.key(name);
    map.computeIfAbsent(TableName.bare(key), ignored -> new ArrayList<>())
        .add(new Named(key, object));
  }

  /** What a name stands for, where it is a synonym of it. */
  String target(String name) {
    String target = name;
    for (int i = 0; i < MOST_SYNONYMS; i++) {
      String key = TableName.key(target);
      String next = synonyms.getOrDefault(key, synonyms.get(TableName.bare(key)));
      if (next == null || TableName.key(next).equals(key)) {
        return target;
      }
      target = next;
    }
    return target;
  }

  /** Those of a name; where one of the two has no schema, that of the other says nothing. */
  private List<DatabaseObject> find(Map<String, List<Named>> map, String name) {
    if (map.isEmpty()) {
      return List.of();
    }
    String key = TableName.key(target(name));
    List<Named> all = map.getOrDefault(TableName.bare(key), List.of());
    List<DatabaseObject> exact =
        all.stream().filter(each -> each.key().equals(key)).map(Named::object).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    return all.stream()
        .filter(each -> each.key().endsWith("." + key) || key.endsWith("." + each.key()))
        .map(Named::object)
        .toList();
  }

  /** What follows from a statement that does this to a table, view or synonym. */
  List<Effect> behind(String table, Operation op) {
    return behind.computeIfAbsent(
        new Use(TableName.key(table), op),
        ignored -> {
          List<Effect> effects = new ArrayList<>(closure(next(table, op, Certainty.PARSED)));
          String target = target(table);
          if (!target.equals(table)) {
            effects.add(new Effect(target, op, false, Certainty.PARSED));
          }
          return effects;
        });
  }

  /** What follows from a call of a routine. */
  List<Effect> behindCall(String routine) {
    return behindCalls.computeIfAbsent(
        TableName.key(routine),
        ignored -> {
          List<Step> first = new ArrayList<>();
          for (DatabaseObject each : find(routines, routine)) {
            first.add(new Step(each, false, each.certainty()));
          }
          return closure(first);
        });
  }

  private List<Step> next(String table, Operation op, Certainty certainty) {
    List<Step> steps = new ArrayList<>();
    if (!op.writes()) {
      for (DatabaseObject each : find(views, table)) {
        steps.add(new Step(each, false, weaker(certainty, each.certainty())));
      }
      return steps;
    }
    for (DatabaseObject each : find(triggers, table)) {
      if (fires(each, op)) {
        steps.add(new Step(each, true, weaker(certainty, each.certainty())));
      }
    }
    return steps;
  }

  private static boolean fires(DatabaseObject trigger, Operation op) {
    return op == Operation.MERGE
        ? trigger.events().contains(Operation.INSERT) || trigger.events().contains(Operation.UPDATE)
        : trigger.events().contains(op);
  }

  private List<Effect> closure(List<Step> first) {
    Map<List<Object>, Effect> effects = new LinkedHashMap<>();
    Set<List<Object>> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>(first);
    while (!open.isEmpty()) {
      Step step = open.poll();
      if (!seen.add(List.of(step.object(), step.byTrigger(), step.certainty()))) {
        continue;
      }
      for (Use use : step.object().uses()) {
        String table = target(use.table());
        effects.merge(
            List.of(TableName.key(table), use.op(), step.byTrigger()),
            new Effect(table, use.op(), step.byTrigger(), step.certainty()),
            (a, b) -> a.certainty().compareTo(b.certainty()) <= 0 ? a : b);
        for (Step next : next(table, use.op(), step.certainty())) {
          open.add(new Step(next.object(), step.byTrigger(), next.certainty()));
        }
      }
      if (step.object().kind() != DatabaseObjectKind.PACKAGE) {
        for (String call : step.object().calls()) {
          for (DatabaseObject each : called(step.object(), call)) {
            Certainty certainty = weaker(step.certainty(), each.certainty());
            open.add(new Step(each, step.byTrigger(), certainty));
          }
        }
      }
    }
    return List.copyOf(effects.values());
  }

  /** A routine of the same package goes before others of that name. */
  private List<DatabaseObject> called(DatabaseObject caller, String call) {
    int dot = caller.name().lastIndexOf('.');
    if (dot > 0 && call.indexOf('.') < 0) {
      String near = TableName.key(caller.name().substring(0, dot + 1) + call);
      List<DatabaseObject> own =
          routines.getOrDefault(TableName.bare(near), List.of()).stream()
              .filter(each -> each.key().equals(near))
              .map(Named::object)
              .toList();
      if (!own.isEmpty()) {
        return own;
      }
    }
    return find(routines, call);
  }

  static Certainty weaker(Certainty one, Certainty other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
