package dev.msvc.analyzers.mapping;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the columns and join tables of inherited or embedded properties are called instead.
 *
 * @param columns by the path of the property
 * @param joinTables by the path of the property
 */
record Overrides(Map<String, String> columns, Map<String, Mark> joinTables) {
  static final Overrides NONE = new Overrides(Map.of(), Map.of());

  static Overrides of(List<Mark> marks) {
    Map<String, String> columns = new TreeMap<>();
    Map<String, Mark> joinTables = new TreeMap<>();
    for (Mark each : Jpa.all(marks, "AttributeOverride")) {
      put(columns, each, "column");
    }
    for (Mark each : Jpa.all(marks, "AssociationOverride")) {
      put(columns, each, "joinColumns");
      each.marks("joinTable").forEach(table -> joinTables.put(each.given("name"), table));
    }
    return columns.isEmpty() && joinTables.isEmpty() ? NONE : new Overrides(columns, joinTables);
  }

  private static void put(Map<String, String> columns, Mark override, String key) {
    for (Mark column : override.marks(key)) {
      if (!column.given("name").isEmpty()) {
        columns.put(override.given("name"), column.given("name"));
      }
    }
  }

  /** These, and where they say nothing those of an embedded property. */
  Overrides over(Overrides inner, String path) {
    Map<String, String> allColumns = new TreeMap<>();
    inner.columns.forEach((key, to) -> allColumns.put(path + "." + key, to));
    allColumns.putAll(columns);
    Map<String, Mark> allTables = new TreeMap<>();
    inner.joinTables.forEach((key, to) -> allTables.put(path + "." + key, to));
    allTables.putAll(joinTables);
    return new Overrides(allColumns, allTables);
  }

  String column(String path) {
    return columns.getOrDefault(path, "");
  }
}
