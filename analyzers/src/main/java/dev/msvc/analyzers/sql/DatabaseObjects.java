package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObject.Use;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Grant;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the database holds beside tables, as it is after every migration so far.
 *
 * <p>A later definition takes the place of an earlier one of its set of migrations; one of another
 * set, as for another vendor, is a variant: its place is noted and nothing else.
 */
final class DatabaseObjects {
  private final Map<String, Defined> objects = new TreeMap<>();
  private final Set<Grant> grants = new TreeSet<>();
  private final Map<String, Set<String>> sequenceUsers = new TreeMap<>();
  private final Map<String, List<String>> definitions = new TreeMap<>();
  private String set = "";
  private Predicate<String> continues = earlier -> false;

  /** A definition; routines of one name and another number of parameters are objects apart. */
  private record Defined(String set, DatabaseObject object) {}

  /**
   * What follows is of this set of migrations.
   *
   * @param earlier sets that this one goes on from, so that its word counts for their objects
   */
  void begin(String setName, Predicate<String> earlier) {
    set = setName;
    continues = earlier;
    definitions.clear();
  }

  void define(DatabaseObject object, String signature) {
    String key = key(object, signature);
    Defined known = objects.get(key);
    if (known == null || isOurs(known.set())) {
      objects.put(key, new Defined(set, object));
    } else {
      Set<Place> places = new LinkedHashSet<>(known.object().places());
      places.addAll(object.places());
      objects.put(key, new Defined(known.set(), at(known.object(), places)));
    }
  }

  private boolean isOurs(String other) {
    return other.equals(set) || continues.test(other);
  }

  private static String key(DatabaseObject object, String signature) {
    return group(object.kind()) + '\n' + key(object.name()) + '\n' + signature;
  }

  private static String group(DatabaseObjectKind kind) {
    return switch (kind) {
      case PROCEDURE, FUNCTION -> "ROUTINE";
      case VIEW, MATERIALIZED_VIEW -> "VIEW";
      default -> kind.name();
    };
  }

  private static DatabaseObject at(DatabaseObject object, Collection<Place> places) {
    return new DatabaseObject(
        object.name(),
        object.kind(),
        object.tables(),
        object.events(),
        object.uses(),
        object.calls(),
        List.copyOf(places),
        object.certainty());
  }

  /** Forgets an object, or of a trigger the one of that table; of all sets but variants. */
  void drop(DatabaseObjectKind kind, String name, String table) {
    objects
        .entrySet()
        .removeIf(
            entry -> {
              DatabaseObject object = entry.getValue().object();
              boolean member =
                  kind == DatabaseObjectKind.PACKAGE
                      && key(object.name()).startsWith(key(name) + ".")
                      && group(object.kind()).equals("ROUTINE");
              return isOurs(entry.getValue().set())
                  && (member
                      || (group(object.kind()).equals(group(kind))
                          && isSame(object.name(), name)
                          && (table.isEmpty()
                              || object.tables().stream().anyMatch(one -> isSame(one, table)))));
            });
  }

  void rename(DatabaseObjectKind kind, String from, String to) {
    for (Map.Entry<String, Defined> entry : new ArrayList<>(objects.entrySet())) {
      DatabaseObject object = entry.getValue().object();
      if (group(object.kind()).equals(group(kind)) && isSame(object.name(), from)) {
        objects.remove(entry.getKey());
        int dot = object.name().lastIndexOf('.');
        String name =
            dot > 0 && to.indexOf('.') < 0 ? object.name().substring(0, dot + 1) + to : to;
        DatabaseObject renamed =
            new DatabaseObject(
                name,
                object.kind(),
                object.tables(),
                object.events(),
                object.uses(),
                object.calls(),
                object.places(),
                object.certainty());
        String signature = entry.getKey().substring(entry.getKey().lastIndexOf('\n') + 1);
        objects.put(key(renamed, signature), new Defined(set, renamed));
      }
    }
  }

  /** A table was dropped: its triggers and policies go with it. */
  void tableDropped(String table) {
    objects
        .values()
        .removeIf(
            each ->
                sitsOnTable(each.object())
                    && isOurs(each.set())
                    && each.object().tables().stream().anyMatch(one -> isSame(one, table)));
  }

  private static boolean sitsOnTable(DatabaseObject object) {
    return object.kind() == DatabaseObjectKind.TRIGGER
        || object.kind() == DatabaseObjectKind.POLICY;
  }

  void sequenceUsed(String sequence, String table) {
    if (!sequence.isEmpty() && !table.isEmpty()) {
      sequenceUsers.computeIfAbsent(key(sequence), ignored -> new TreeSet<>()).add(table);
    }
  }

  /** Notes what a routine defines when it is called, as those of migrations do. */
  void defines(String routine, List<String> statements) {
    if (!statements.isEmpty()) {
      definitions.put(key(routine), List.copyOf(statements));
    }
  }

  List<String> definitionsOf(String routine) {
    return definitions.getOrDefault(key(routine), List.of());
  }

  void grant(Grant grant) {
    grants.add(grant);
  }

  void revoke(String grantee, String object) {
    grants.removeIf(
        grant -> grant.grantee().equalsIgnoreCase(grantee) && isSame(grant.object(), object));
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  List<Grant> grants() {
    return List.copyOf(grants);
  }

  /** All of them and these views, sorted by name; overloaded routines as one. */
  List<DatabaseObject> facts(List<DatabaseObject> views) {
    Map<String, DatabaseObject> merged = new LinkedHashMap<>();
    Set<String> routines = new TreeSet<>();
    for (Defined each : objects.values()) {
      String group = group(each.object().kind());
      if (group.equals("ROUTINE") || group.equals("PACKAGE")) {
        routines.add(key(each.object().name()));
        routines.add(bare(key(each.object().name())));
      }
      String tables = sitsOnTable(each.object()) ? each.object().tables().toString() : "";
      merged.merge(
          group + key(each.object().name()) + tables, each.object(), DatabaseObjects::together);
    }
    List<DatabaseObject> facts = new ArrayList<>();
    merged.values().forEach(object -> facts.add(finished(object, routines)));
    views.forEach(view -> facts.add(finished(view, routines)));
    facts.sort(
        Comparator.comparing(DatabaseObject::name)
            .thenComparing(DatabaseObject::kind)
            .thenComparing(DatabaseObject::places, Place.LISTS));
    return facts;
  }

  private static DatabaseObject together(DatabaseObject a, DatabaseObject b) {
    Set<Use> uses = new LinkedHashSet<>(a.uses());
    uses.addAll(b.uses());
    Set<String> calls = new TreeSet<>(a.calls());
    calls.addAll(b.calls());
    Set<Place> places = new TreeSet<>(a.places());
    places.addAll(b.places());
    Certainty weakest = a.certainty().compareTo(b.certainty()) > 0 ? a.certainty() : b.certainty();
    return new DatabaseObject(
        a.name(),
        a.kind(),
        a.tables(),
        a.events(),
        List.copyOf(uses),
        List.copyOf(calls),
        List.copyOf(places),
        weakest);
  }

  /** Only what is a routine can be called; a routine's own name in it is most often its return. */
  private DatabaseObject finished(DatabaseObject object, Set<String> routines) {
    int dot = object.name().lastIndexOf('.');
    String qualifier = dot < 0 ? "" : key(object.name().substring(0, dot + 1));
    List<String> calls =
        object.calls().stream()
            .filter(
                call ->
                    (routines.contains(key(call))
                            || routines.contains(qualifier + key(call))
                            || routines.contains(bare(key(call))))
                        && !isSame(call, object.name()))
            .toList();
    Set<String> tables = new TreeSet<>(object.tables());
    if (object.kind() == DatabaseObjectKind.SEQUENCE) {
      sequenceUsers.forEach(
          (sequence, users) -> {
            if (isSame(sequence, object.name())) {
              tables.addAll(users);
            }
          });
    }
    return new DatabaseObject(
        object.name(),
        object.kind(),
        List.copyOf(tables),
        object.events(),
        object.uses(),
        calls,
        object.places(),
        object.certainty());
  }

  static DatabaseObject object(
      String name, DatabaseObjectKind kind, List<String> tables, Place place) {
    return new DatabaseObject(
        name, kind, tables, List.of(), List.of(), List.of(), List.of(place), Certainty.PARSED);
  }

  static DatabaseObject object(
      String name,
      DatabaseObjectKind kind,
      List<String> tables,
      List<Operation> events,
      RoutineBody.Effects effects,
      Place place) {
    return new DatabaseObject(
        name,
        kind,
        tables,
        events,
        effects.uses(),
        List.copyOf(effects.calls()),
        List.of(place),
        effects.certainty());
  }

  /** Whether two names can mean one thing: equal, or one of them without its schema. */
  private static boolean isSame(String one, String other) {
    String a = key(one);
    String b = key(other);
    return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
  }

  private static String bare(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String key(String name) {
    return Uses.withoutQuotes(name).toLowerCase(Locale.ROOT);
  }
}
