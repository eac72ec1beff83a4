package dev.msvc.analyzers.aggregate;

import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has an identity and is stored: mapped classes, each with those below it as one, and tables
 * that no class is mapped to. A table is keyed with its own sign.
 */
final class Entities {
  private static final String TABLE = "#";

  private final ContextMap map;
  private final SortedMap<String, MappingFact> mapped = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> kinds = new TreeMap<>();
  private final SortedMap<String, String> byTable = new TreeMap<>();
  private final SortedMap<String, TableFact> tables = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> held = new TreeMap<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, String> named = new HashMap<>();

  Entities(ContextMap map) {
    this.map = map;
    for (MappingFact each : map.facts().mappings()) {
      boolean own = each.role() == MappingRole.OWN || each.role() == MappingRole.INHERITED;
      if (own && map.type(each.className()) != null) {
        mapped.putIfAbsent(each.className(), each);
      }
    }
    mapped
        .keySet()
        .forEach(each -> kinds.computeIfAbsent(top(each), k -> new TreeSet<>()).add(each));
    map.facts().tables().forEach(each -> tables.put(ContextMap.key(each.name()), each));
    for (MappingFact each : map.facts().mappings()) {
      String table = ContextMap.key(each.table());
      if (!mapped.containsKey(each.className())) {
        continue;
      }
      switch (each.role()) {
        case OWN -> byTable.putIfAbsent(table, top(each.className()));
        case SECONDARY, JOIN, COLLECTION ->
            held.computeIfAbsent(top(each.className()), k -> new TreeSet<>()).add(table);
        default -> {}
      }
    }
    map.facts().accesses().stream()
        .filter(each -> !each.isMigration() && !each.className().isEmpty())
        .forEach(each -> used.add(ContextMap.key(each.table())));
    for (Map.Entry<String, TableFact> each : tables.entrySet()) {
      TableFact table = each.getValue();
      boolean alone = table.entities().isEmpty() && table.linkedBy().isEmpty();
      if (table.kind() == TableKind.TABLE
          && alone
          && used.contains(each.getKey())
          && linked(table).isEmpty()) {
        byTable.putIfAbsent(each.getKey(), TABLE + each.getKey());
      }
    }
    tables.forEach(this::link);
  }

  /** A table that only links belongs to the one that it is called after; else to the first. */
  private void link(String key, TableFact table) {
    if (!table.entities().isEmpty() || !table.linkedBy().isEmpty()) {
      return;
    }
    String name = key.substring(key.lastIndexOf('.') + 1).replace("_", "");
    List<String> ends = linked(table).stream().map(byTable::get).filter(Objects::nonNull).toList();
    ends.stream()
        .filter(each -> name.startsWith(word(each)))
        .findFirst()
        .or(() -> ends.stream().findFirst())
        .ifPresent(each -> held.computeIfAbsent(each, k -> new TreeSet<>()).add(key));
  }

  /** The tables that one links, where it does nothing else: its key is made of theirs. */
  private static List<String> linked(TableFact table) {
    Set<String> primary = new TreeSet<>();
    table.primaryKey().forEach(column -> primary.add(ContextMap.key(column)));
    Set<String> columns = new TreeSet<>();
    Set<String> ends = new LinkedHashSet<>();
    for (ForeignKey each : table.foreignKeys()) {
      each.columns().forEach(column -> columns.add(ContextMap.key(column)));
      ends.add(ContextMap.key(each.references()));
    }
    boolean links =
        ends.size() > 1 && primary.size() > 1 && table.columns().size() <= columns.size() + 1;
    return links ? List.copyOf(ends) : List.of();
  }

  /** All, each once. */
  SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(kinds.keySet());
    byTable.values().stream().filter(Entities::isTable).forEach(all::add);
    return all;
  }

  boolean isEntity(String className) {
    return mapped.containsKey(className);
  }

  /** The highest mapped class of a mapped class; null for others. */
  @Nullable String of(String className) {
    return mapped.containsKey(className) ? top(className) : null;
  }

  private String top(String className) {
    String top = className;
    String at = className;
    Set<String> met = new HashSet<>();
    while (met.add(at)) {
      TypeFact type = map.type(at);
      String above = type == null ? null : type.superclass();
      if (above == null) {
        return top;
      }
      at = above;
      top = mapped.containsKey(at) ? at : top;
    }
    return top;
  }

  /** Whether a class stands for all of its kind: no other one below the highest lies beside it. */
  boolean isWhole(String className) {
    String top = of(className);
    return top == null
        || kinds.getOrDefault(top, new TreeSet<>()).stream()
            .allMatch(each -> isBelow(each, className) || isBelow(className, each));
  }

  private boolean isBelow(String className, String above) {
    Set<String> met = new HashSet<>();
    for (String at = className; at != null && met.add(at); ) {
      if (at.equals(above)) {
        return true;
      }
      TypeFact type = map.type(at);
      at = type == null ? null : type.superclass();
    }
    return false;
  }

  /** What a table holds; null for nothing with an identity. */
  @Nullable String ofTable(String table) {
    return byTable.get(ContextMap.key(table));
  }

  static boolean isTable(String entity) {
    return entity.startsWith(TABLE);
  }

  /** The mapped class and those below it; what looks like the class of a table. */
  List<String> classes(String entity) {
    if (isTable(entity)) {
      String className = named.get(entity);
      return className == null ? List.of() : List.of(className);
    }
    List<String> all = new ArrayList<>(List.of(entity));
    kinds.getOrDefault(entity, new TreeSet<>()).stream()
        .filter(each -> !each.equals(entity))
        .forEach(all::add);
    return all;
  }

  /** Says which class holds the rows of a table that no class is mapped to. */
  void name(String entity, String className) {
    named.put(entity, className);
  }

  boolean isNamed(String className) {
    return named.containsValue(className);
  }

  /** Tables of an entity: its own first, then those of its kinds, its values and its links. */
  List<String> tables(String entity) {
    Set<String> all = new LinkedHashSet<>();
    if (isTable(entity)) {
      all.add(spelled(entity.substring(1)));
    }
    for (String each : isTable(entity) ? List.<String>of() : classes(entity)) {
      MappingFact mapping = mapped.get(each);
      if (mapping != null) {
        all.add(spelled(ContextMap.key(mapping.table())));
      }
    }
    held.getOrDefault(entity, new TreeSet<>()).forEach(each -> all.add(spelled(each)));
    return List.copyOf(all);
  }

  private String spelled(String key) {
    TableFact table = tables.get(key);
    return table == null ? key : table.name();
  }

  @Nullable TableFact table(String name) {
    return tables.get(ContextMap.key(name));
  }

  /** The table of a class; empty for none. */
  String table(String className, String entity) {
    MappingFact mapping = mapped.get(className);
    return mapping != null
        ? spelled(ContextMap.key(mapping.table()))
        : isTable(entity) ? spelled(entity.substring(1)) : "";
  }

  Place place(String className, String entity) {
    MappingFact mapping = mapped.get(className);
    if (mapping != null) {
      return mapping.place();
    }
    TypeFact type = map.type(className);
    if (type != null) {
      return type.place();
    }
    TableFact table = isTable(entity) ? tables.get(entity.substring(1)) : null;
    return table == null || table.places().isEmpty() ? new Place("", 0) : table.places().get(0);
  }

  Certainty certainty(String entity) {
    MappingFact mapping = mapped.get(entity);
    return mapping == null ? Certainty.INFERRED : mapping.certainty();
  }

  /** The context of a class of an entity; where it has none, the owner of its table. */
  String context(String entity) {
    for (String each : classes(entity)) {
      String context = map.contextOf(each);
      if (!context.isEmpty()) {
        return context;
      }
    }
    List<String> all = tables(entity);
    return all.isEmpty() ? "" : map.ownership(all.get(0)).owner();
  }

  /** Its name without the package, in lower case and without signs: as names of others hold it. */
  String word(String entity) {
    if (isTable(entity)) {
      String bare = entity.substring(Math.max(1, entity.lastIndexOf('.') + 1));
      String plain = bare.replace("_", "");
      return plain.length() > 3
              && plain.endsWith("s")
              && !plain.endsWith("ss")
              && !plain.endsWith("us")
          ? plain.substring(0, plain.length() - 1)
          : plain;
    }
    return simple(entity).toLowerCase(Locale.ROOT);
  }

  /** A class's name without its package and what is around it. */
  static String simple(String className) {
    int module = className.indexOf('@');
    String bare = module < 0 ? className : className.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
