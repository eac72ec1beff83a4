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

  @Nullable TableFact table(String name) {
    return tables.get(ContextMap.key(name));
  }

  /** Those of the table of a class. */
  Columns of(String className) {
    return ofTable(byClass.getOrDefault(className, ""));
  }

  Columns ofTable(String name) {
    TableFact table = table(name);
    return table == null
        ? Columns.NONE
        : columns.computeIfAbsent(ContextMap.key(name), none -> Columns.of(table, words.of(table)));
  }
}
