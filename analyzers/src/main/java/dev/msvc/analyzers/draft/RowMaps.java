package dev.msvc.analyzers.draft;

import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which property holds which column, as MyBatis' own mapping pairs them: by results, by {@code
 * #{property}} beside a column that is written, and by the names that columns are selected by.
 */
final class RowMaps {
  /** So many columns at least make a class the one of a table. */
  private static final int FEWEST = 2;

  private final ContextMap map;

  /** The columns of tables, as both are compared. */
  private final Map<String, Set<String>> columns = new HashMap<>();

  private final List<Found> all = new ArrayList<>();
  private final Map<String, Map<String, String>> fields = new HashMap<>();

  /**
   * A column and a property.
   *
   * @param written whether it is written from it, and not read to it
   */
  private record Found(
      String table, String column, String className, String property, boolean written) {}

  RowMaps(ContextMap map, SourceFiles files, Collection<String> ofTables) {
    this.map = map;
    map.facts()
        .tables()
        .forEach(each -> columns.computeIfAbsent(SqlPairs.table(each.name()), none -> of(each)));
    MapperReader reader = new MapperReader(map, files, ofTables);
    Set<MapperSaid> said = new LinkedHashSet<>();
    ofTables.forEach(each -> said.addAll(reader.of(each)));
    said.forEach(this::add);
  }

  private void add(MapperSaid said) {
    for (SqlPairs.Written each : SqlPairs.written(said.sql())) {
      String first = first(each.property());
      boolean isGiven = first.length() < each.property().length() && said.given().contains(first);
      String property = isGiven ? each.property().substring(first.length() + 1) : each.property();
      note(each.table(), each.column(), said.parameter(), property, true);
    }
    SqlPairs.Selected selected = SqlPairs.selected(said.sql());
    if (!said.result().isEmpty() && !selected.tables().isEmpty()) {
      Map<String, String> properties = new LinkedHashMap<>(said.results());
      named(selected, said.result()).forEach(properties::putIfAbsent);
      properties.forEach((label, property) -> add(said.result(), selected, label, property));
    }
  }

  /** The properties that columns of a result fill since they are called alike. */
  private Map<String, String> named(SqlPairs.Selected selected, String className) {
    Map<String, String> own = fields(className);
    Set<String> labels = new LinkedHashSet<>(selected.columns().keySet());
    if (selected.open() && selected.tables().size() == 1) {
      selected.tables().values().forEach(each -> labels.addAll(columns(each)));
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (String label : labels) {
      String first = first(label);
      String field = own.get(Columns.key(first));
      if (field != null) {
        named.put(label, field + label.substring(first.length()));
      }
    }
    return named;
  }

  private void add(String className, SqlPairs.Selected selected, String label, String property) {
    SqlPairs.Source source = selected.columns().get(label);
    String column = source == null ? Columns.key(label) : source.column();
    String qualifier = source == null ? "" : source.qualifier();
    String table =
        qualifier.isEmpty()
            ? having(selected, column)
            : selected.tables().getOrDefault(qualifier, "");
    note(table, column, className, property, false);
  }

  /** The first of the tables that has a column; empty for none. */
  private String having(SqlPairs.Selected selected, String column) {
    return selected.tables().values().stream()
        .filter(each -> columns(each).contains(column))
        .findFirst()
        .orElse("");
  }

  private void note(
      String table, String column, String className, String property, boolean written) {
    if (columns(table).contains(column)) {
      all.add(new Found(table, column, className, property, written));
    }
  }

  private static Set<String> of(TableFact table) {
    return table.columns().stream()
        .map(each -> Columns.key(each.name()))
        .collect(Collectors.toSet());
  }

  private Set<String> columns(String table) {
    return columns.getOrDefault(table, Set.of());
  }

  /** The names of a class's fields and of those that it inherits, as they are compared. */
  private Map<String, String> fields(String className) {
    Map<String, String> known = fields.get(className);
    if (known == null) {
      known = new TreeMap<>();
      Set<String> met = new HashSet<>();
      TypeFact at = map.type(className);
      while (at != null && met.add(at.name())) {
        for (FieldFact each : at.fields()) {
          known.putIfAbsent(Columns.key(each.name()), each.name());
        }
        at = at.superclass() == null ? null : map.type(at.superclass());
      }
      fields.put(className, known);
    }
    return known;
  }

  /**
   * The paths of a class's properties that hold columns of a table, by the columns. Where names
   * agree they decide; what is written counts before what is read.
   */
  Map<String, String> pairs(String table, String className) {
    String key = SqlPairs.table(table);
    Map<String, String> own = fields(className);
    Map<String, String> pairs = new TreeMap<>();
    Set<String> columns = columns(key);
    List<Found> found =
        all.stream()
            .filter(each -> each.table().equals(key) && isOf(each, className))
            .filter(each -> own.containsValue(first(each.property())))
            .sorted(Comparator.comparing((Found each) -> !each.written()))
            .toList();
    for (Found each : found) {
      if (Columns.key(each.property()).equals(each.column())) {
        pairs.putIfAbsent(each.column(), each.property());
      }
    }
    for (Found each : found) {
      boolean named =
          own.containsKey(each.column()) || columns.contains(Columns.key(each.property()));
      if (!named && !pairs.containsValue(each.property())) {
        pairs.putIfAbsent(each.column(), each.property());
      }
    }
    return pairs;
  }

  /** Whether it is said of a class, of one above or below, or of nobody in particular. */
  private boolean isOf(Found found, String className) {
    return found.className().isEmpty()
        || isBelow(found.className(), className)
        || isBelow(className, found.className());
  }

  private boolean isBelow(String className, String other) {
    Set<String> met = new HashSet<>();
    String at = className;
    while (at != null && met.add(at)) {
      if (at.equals(other)) {
        return true;
      }
      TypeFact type = map.type(at);
      at = type == null ? null : type.superclass();
    }
    return false;
  }

  static String first(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  /** The table that a property of a class is read from, or written to; empty for none. */
  String keptIn(String className, String property) {
    return all.stream()
        .filter(each -> each.className().equals(className) && each.property().equals(property))
        .map(Found::table)
        .findFirst()
        .orElse("");
  }

  /**
   * The class that rows of a table are written from or read to, where no mapping says it: of those
   * that hold three quarters of its columns or more that are paired at all, the one of most.
   */
  Optional<String> className(String table) {
    String key = SqlPairs.table(table);
    Map<String, Set<String>> held = new TreeMap<>();
    Set<String> paired = new HashSet<>();
    for (Found each : all) {
      if (each.table().equals(key)) {
        paired.add(each.column());
        TypeFact type = map.type(each.className());
        boolean holds =
            type != null
                && (type.kind() == TypeKind.CLASS || type.kind() == TypeKind.RECORD)
                && fields(each.className()).containsValue(first(each.property()));
        if (holds) {
          held.computeIfAbsent(each.className(), none -> new HashSet<>()).add(each.column());
        }
      }
    }
    return held.entrySet().stream()
        .filter(each -> each.getValue().size() >= FEWEST)
        .filter(each -> each.getValue().size() * 4 >= paired.size() * 3)
        .max(Comparator.comparingInt(each -> each.getValue().size()))
        .map(Map.Entry::getKey);
  }

  /** Whether a name may be that of a table's rows: one holds the other. */
  static boolean isCalledAfter(String table, String className) {
    String rows = Columns.key(TableDrafts.singular(table));
    String simple = Columns.key(Declarations.simple(className));
    return rows.contains(simple) || simple.contains(rows);
  }
}
