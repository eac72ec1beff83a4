package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.sql.TableUse;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tables that the schema defines and their columns, by which statements are completed. */
final class SchemaNames {
  private final Set<String> tables = new HashSet<>();
  private final Map<String, Set<String>> columns = new HashMap<>();

  SchemaNames(Collection<TableFact> facts) {
    for (TableFact each : facts) {
      String bare = TableName.bare(TableName.key(each.name()));
      Set<String> known = columns.computeIfAbsent(bare, name -> new HashSet<>());
      each.columns().forEach(column -> known.add(TableName.key(column.name())));
      if (each.kind() != TableKind.UNDEFINED) {
        tables.add(TableName.key(each.name()));
      }
    }
  }

  /** The keys of its tables. */
  Set<String> tables() {
    return tables;
  }

  boolean has(String table) {
    return tables.contains(TableName.key(table));
  }

  /** The one table that ends in this name behind a prefix; the name itself where there is none. */
  String prefixed(String name) {
    List<String> all = behindPrefix(name);
    return all.size() == 1 ? all.get(0) : name;
  }

  boolean isPrefixed(String name) {
    return behindPrefix(name).size() == 1;
  }

  /** Of several that end so, the one whose prefix all others begin with: what they have alike. */
  private List<String> behindPrefix(String name) {
    String key = TableName.key(name);
    List<String> all =
        tables.stream()
            .filter(each -> each.equals(key) || each.endsWith("_" + key))
            .sorted(Comparator.comparingInt(String::length).thenComparing(each -> each))
            .toList();
    if (all.size() > 1) {
      String prefix = all.get(0).substring(0, all.get(0).length() - key.length());
      if (!prefix.isEmpty() && all.stream().allMatch(each -> each.startsWith(prefix))) {
        return all.subList(0, 1);
      }
    }
    return all;
  }

  /**
   * Its columns, with those that are named without their table and are this one's by the schema.
   */
  List<String> columnsOf(TableUse use) {
    Set<String> known = columns.getOrDefault(TableName.bare(TableName.key(use.table())), Set.of());
    Set<String> all = new TreeSet<>(use.columns());
    use.unqualified().stream()
        .filter(each -> known.contains(TableName.key(each)))
        .filter(each -> use.columns().stream().noneMatch(each::equalsIgnoreCase))
        .forEach(all::add);
    return List.copyOf(all);
  }
}
