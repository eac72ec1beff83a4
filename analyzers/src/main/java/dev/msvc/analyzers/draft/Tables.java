package dev.msvc.analyzers.draft;

import dev.msvc.model.ContextMap;
import dev.msvc.model.TableFact;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of the monolith, by their names and by the classes that are mapped to them. */
final class Tables {
  private final Map<String, TableFact> tables = new TreeMap<>();
  private final Map<String, String> byClass = new HashMap<>();
  private final Map<String, Columns> columns = new HashMap<>();
  private final Map<String, Map<String, String>> properties = new HashMap<>();
  private final ColumnWords words;

  Tables(Path root, ContextMap map) {
    this.words = new ColumnWords(root);
    map.facts().tables().forEach(each -> tables.put(ContextMap.key(each.name()), each));
    tables.forEach(
        (key, table) -> table.entities().forEach(each -> byClass.putIfAbsent(each, key)));
  }

  /** Says which table holds the objects of a class. */
  void bind(String className, String table) {
    byClass.putIfAbsent(className, ContextMap.key(table));
  }

  /** Says which properties of the class whose rows it holds a table's columns are paired with. */
  void pair(String table, Map<String, String> byColumn) {
    properties.put(ContextMap.key(table), byColumn);
  }

  /** Says which columns of a part's table the class that a table holds the rows of has itself. */
  void pair(String table, String part, Map<String, String> byColumn) {
    columns.put(ContextMap.key(table), ofTable(table).with(ofTable(part), byColumn));
  }

  @Nullable TableFact table(String name) {
    return tables.get(ContextMap.key(name));
  }

  /** Whether rows of one class refer to those of another by a foreign key. */
  boolean refers(String fromClass, String toClass) {
    TableFact from = tables.get(byClass.getOrDefault(fromClass, ""));
    String to = byClass.getOrDefault(toClass, "");
    return from != null
        && from.foreignKeys().stream()
            .anyMatch(each -> ContextMap.key(each.references()).equals(to));
  }

  /** Those of the table of a class. */
  Columns of(String className) {
    return ofTable(byClass.getOrDefault(className, ""));
  }

  Columns ofTable(String name) {
    TableFact table = table(name);
    return table == null
        ? Columns.NONE
        : columns.computeIfAbsent(
            ContextMap.key(name),
            key -> Columns.of(table, words.of(table), properties.getOrDefault(key, Map.of())));
  }
}
