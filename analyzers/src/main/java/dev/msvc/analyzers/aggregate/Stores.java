package dev.msvc.analyzers.aggregate;

import dev.msvc.model.Access;
import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.Place;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Classes that find and store entities: repositories, data access objects, mappers. */
final class Stores {
  private static final Pattern NAME =
      Pattern.compile(".*(Repository|Repo|D[Aa][Oo]|Store|Home)(Impl|Bean|Jpa|Custom)?");

  private final ContextMap map;
  private final Entities entities;
  private final Map<String, SortedSet<String>> writers = new HashMap<>();
  private final SortedMap<String, SortedMap<String, Access>> touched = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Access>> written = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Dependency>> typed = new TreeMap<>();
  private final SortedMap<String, List<Part>> named = new TreeMap<>();
  private final SortedMap<String, List<Part>> unnamed = new TreeMap<>();

  Stores(ContextMap map, Entities entities) {
    this.map = map;
    this.entities = entities;
    for (Access each : map.facts().accesses()) {
      String entity = entities.ofTable(each.table());
      if (entity != null && isDirect(each)) {
        access(each, entity, map.topLevel(each.className()));
      }
    }
    Map<String, Boolean> stores = new HashMap<>();
    for (Dependency each : map.decomposition().dependencies()) {
      String entity = entities.of(each.to());
      boolean names =
          each.kinds().containsKey(ReferenceKind.TYPE_ARGUMENT)
              || each.kinds().containsKey(ReferenceKind.RETURN);
      if (entity != null && names && stores.computeIfAbsent(each.from(), this::isStore)) {
        typed.computeIfAbsent(each.from(), name -> new TreeMap<>()).putIfAbsent(entity, each);
      }
    }
    Set<String> all = new TreeSet<>(typed.keySet());
    touched.keySet().stream()
        // other mappers than those of rows touch no table
        .filter(
            each ->
                stores.computeIfAbsent(each, this::isStore)
                    || Entities.simple(each).endsWith("Mapper"))
        .forEach(all::add);
    all.forEach(this::store);
  }

  private void access(Access each, String entity, String type) {
    touched.computeIfAbsent(type, name -> new TreeMap<>()).putIfAbsent(entity, each);
    if (each.op().writes()) {
      writers.computeIfAbsent(entity, name -> new TreeSet<>()).add(type);
      written.computeIfAbsent(type, name -> new TreeMap<>()).putIfAbsent(entity, each);
    }
  }

  /** Whether code says it: not what follows from it in the mapper or the database. */
  private static boolean isDirect(Access access) {
    return !access.className().isEmpty()
        && switch (access.via()) {
          case CASCADE, FETCH, DIRTY_CHECKING, ROUTINE, TRIGGER, VIEW, MIGRATION -> false;
          default -> true;
        };
  }

  private boolean isStore(String className) {
    TypeFact type = map.type(className);
    if (type == null) {
      return false;
    }
    String name = Entities.simple(className);
    return (NAME.matcher(name).matches() && !name.contains("Service"))
        || type.annotations().stream().map(Entities::simple).anyMatch("Repository"::equals)
        || type.interfaces().stream()
            .anyMatch(each -> NAME.matcher(Entities.simple(each)).matches());
  }

  /** It is of the one that it is called after; else of all that it writes, or else reads. */
  private void store(String className) {
    String name = Entities.simple(className).toLowerCase(Locale.ROOT);
    SortedMap<String, Place> places = new TreeMap<>();
    typed
        .getOrDefault(className, new TreeMap<>())
        .forEach((to, each) -> places.put(to, each.place()));
    touched
        .getOrDefault(className, new TreeMap<>())
        .forEach((to, each) -> places.put(to, each.place()));
    String best = "";
    for (String each : places.keySet()) {
      String word = word(each, name);
      if (word.length() > word(best, name).length()) {
        best = each;
      }
    }
    if (!best.isEmpty()) {
      Place place = places.getOrDefault(best, new Place("", 0));
      add(
          named,
          best,
          className,
          "is called after it and finds or stores it",
          place,
          Certainty.PARSED);
      return;
    }
    SortedMap<String, Access> writes = written.getOrDefault(className, new TreeMap<>());
    writes.forEach(
        (entity, each) ->
            add(unnamed, entity, className, "stores it", each.place(), Certainty.INFERRED));
    if (writes.isEmpty()) {
      touched
          .getOrDefault(className, new TreeMap<>())
          .forEach(
              (entity, each) ->
                  add(unnamed, entity, className, "finds it", each.place(), Certainty.GUESSED));
    }
  }

  /** The word of an entity where a name holds it. */
  private String word(String entity, String name) {
    String word = entity.isEmpty() ? "" : entities.word(entity);
    return name.contains(word) ? word : "";
  }

  private static void add(
      SortedMap<String, List<Part>> to,
      String entity,
      String className,
      String why,
      Place place,
      Certainty certainty) {
    to.computeIfAbsent(entity, name -> new ArrayList<>())
        .add(new Part(className, "", why, place, certainty));
  }

  /** Whether a class is called after it and finds or stores it. */
  boolean has(String entity) {
    return named.containsKey(entity);
  }

  /** Those that are called after it. */
  List<Part> named(String entity) {
    return named.getOrDefault(entity, List.of());
  }

  /** Its own; else those that store others, too. */
  List<Part> of(String entity) {
    return named.getOrDefault(entity, unnamed.getOrDefault(entity, List.of()));
  }

  /** Classes that write it by themselves. */
  Set<String> writers(String entity) {
    return writers.getOrDefault(entity, new TreeSet<>());
  }

  /** What a class writes by itself. */
  Set<String> written(String className) {
    return new HashSet<>(written.getOrDefault(className, new TreeMap<>()).keySet());
  }

  /**
   * Finds a class for each table that none is mapped to: one of its store, called after it, or else
   * with its columns.
   */
  void nameTables() {
    Map<String, List<String>> tables = new HashMap<>();
    Map<String, Set<String>> users = new HashMap<>();
    touched.forEach(
        (type, all) ->
            all.keySet().stream()
                .filter(Entities::isTable)
                .forEach(
                    entity -> {
                      users.computeIfAbsent(entity, k -> new TreeSet<>()).add(type);
                      tables
                          .computeIfAbsent(entities.word(entity), k -> new ArrayList<>())
                          .add(entity);
                    }));
    for (Dependency each : map.decomposition().dependencies()) {
      String word = Entities.simple(each.to()).toLowerCase(Locale.ROOT);
      for (String entity : tables.getOrDefault(word, List.of())) {
        if (users.getOrDefault(entity, Set.of()).contains(each.from())
            && entities.classes(entity).isEmpty()) {
          entities.name(entity, each.to());
        }
      }
    }
    RowClasses rows = new RowClasses(map, entities);
    for (Dependency each : map.decomposition().dependencies()) {
      touched.getOrDefault(each.from(), new TreeMap<>()).keySet().stream()
          .filter(Entities::isTable)
          .forEach(entity -> rows.consider(each.to(), entity));
    }
    rows.found().forEach(entities::name);
  }
}
