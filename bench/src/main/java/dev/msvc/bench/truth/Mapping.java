package dev.msvc.bench.truth;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which type is in which table, and how entities lead to each other. */
final class Mapping {
  /**
   * A property that leads somewhere.
   *
   * @param target internal name of an entity or an embeddable; null where none is known
   * @param link the join or collection table; empty where there is none
   */
  record Relation(
      @Nullable String target, String link, boolean eager, boolean saved, boolean removed) {}

  /** An entity, or an embeddable, which has no tables. */
  static final class Mapped {
    final String type;
    final String name;

    /** Where the type's own rows are. */
    final Set<String> tables = new LinkedHashSet<>();

    /** What the query reads that stands for a table; there are no rows of the type's own then. */
    final Set<String> selected = new LinkedHashSet<>();

    /** What is read and written with them: tables of supertypes, secondary tables. */
    final Set<String> with = new LinkedHashSet<>();

    final Map<String, Relation> relations = new TreeMap<>();

    /** Properties that are the key, which a foreign key tells without the table. */
    final Set<String> keys = new LinkedHashSet<>(Set.of("id"));

    Mapped(String type, String name) {
      this.type = type;
      this.name = name;
    }

    /** Where rows of the type are read. */
    Set<String> sources() {
      return selected.isEmpty() ? tables : selected;
    }

    Set<String> links() {
      Set<String> links = new LinkedHashSet<>();
      for (Relation relation : relations.values()) {
        if (!relation.link().isEmpty()) {
          links.add(relation.link());
        }
      }
      return links;
    }
  }

  private final Map<String, Mapped> byType = new TreeMap<>();
  private final Map<String, Mapped> byName = new LinkedHashMap<>();
  private final Map<String, Mapped> embeddables = new TreeMap<>();
  private final Classes classes;

  Mapping(Classes classes) {
    this.classes = classes;
  }

  void add(Mapped entity) {
    byType.put(entity.type, entity);
    byName.put(entity.name, entity);
    byName.putIfAbsent(classes.source(entity.type), entity);
    byName.putIfAbsent(entity.type.replace('/', '.'), entity);
  }

  void addEmbeddable(Mapped embeddable) {
    embeddables.put(embeddable.type, embeddable);
  }

  Collection<Mapped> all() {
    return byType.values();
  }

  @Nullable Mapped of(@Nullable String type) {
    return type == null ? null : byType.get(type);
  }

  @Nullable Mapped named(String entityName) {
    Mapped named = byName.get(entityName);
    if (named == null && entityName.indexOf('.') < 0) {
      for (Mapped each : byType.values()) {
        if (each.type.endsWith("/" + entityName)) {
          return each;
        }
      }
    }
    return named;
  }

  /** What a dotted path of properties starts from or leads to. */
  @Nullable Mapped at(@Nullable String type) {
    Mapped entity = of(type);
    return entity != null || type == null ? entity : embeddables.get(type);
  }

  /** Tables of types below, which a query of the type reads, too. */
  Set<String> below(Mapped entity) {
    Set<String> tables = new LinkedHashSet<>();
    for (String sub : classes.below(entity.type)) {
      Mapped mapped = byType.get(sub);
      if (mapped != null) {
        tables.addAll(mapped.tables);
        tables.addAll(mapped.with);
      }
    }
    return tables;
  }

  /**
   * Tables that are read with an entity because its relations say that they are fetched at once.
   */
  Set<String> fetched(Mapped entity) {
    return closure(entity, true);
  }

  /** Tables that are written with an entity because its relations cascade, and its link tables. */
  Set<String> cascaded(Mapped entity) {
    return closure(entity, false);
  }

  private Set<String> closure(Mapped start, boolean reads) {
    Set<String> tables = new LinkedHashSet<>();
    Set<Mapped> seen = new LinkedHashSet<>();
    Deque<Mapped> open = new ArrayDeque<>();
    open.add(start);
    for (String sub : classes.below(start.type)) {
      Mapped below = byType.get(sub);
      if (below != null) {
        open.add(below);
      }
    }
    while (!open.isEmpty()) {
      Mapped next = open.poll();
      if (!seen.add(next)) {
        continue;
      }
      tables.addAll(reads ? next.sources() : next.tables);
      tables.addAll(next.with);
      tables.addAll(below(next));
      for (Relation relation : next.relations.values()) {
        boolean follows = reads ? relation.eager() : relation.saved() || relation.removed();
        if (!relation.link().isEmpty() && (follows || !reads)) {
          tables.add(relation.link());
        }
        Mapped target = at(relation.target());
        if (target != null && (follows || byType.get(target.type) == null)) {
          open.add(target);
        }
      }
    }
    return tables;
  }
}
