package dev.msvc.analyzers.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** The tables that names of a parsed statement stand for. */
final class NamedTables {
  private NamedTables() {}

  /** The table that an alias stands for in the rest of the statement; itself where it is none. */
  static Table behindAlias(Table written, @Nullable FromItem from, @Nullable List<Join> joins) {
    String name = nameOf(written).toLowerCase(Locale.ROOT);
    if (from instanceof Table table && isCalled(table, name)) {
      return table;
    }
    for (Join join : joins == null ? List.<Join>of() : joins) {
      if (join.getFromItem() instanceof Table table && isCalled(table, name)) {
        return table;
      }
    }
    return written;
  }

  private static boolean isCalled(Table table, String lowerCaseName) {
    return aliasOf(table).equals(lowerCaseName)
        || (table.getAlias() == null
            && nameOf(table).toLowerCase(Locale.ROOT).equals(lowerCaseName));
  }

  static boolean isQualified(List<UpdateSet> sets) {
    return !qualifiers(sets).isEmpty();
  }

  static Set<String> qualifiers(List<UpdateSet> sets) {
    Set<String> qualifiers = new HashSet<>();
    for (UpdateSet set : sets) {
      for (Column column : set.getColumns()) {
        if (column.getTable() != null) {
          qualifiers.add(nameOf(column.getTable()).toLowerCase(Locale.ROOT));
        }
      }
    }
    return qualifiers;
  }

  /**
   * Whether an item is a table that is called so, by its alias, or by its name with a schema or
   * without.
   */
  static boolean isOneOf(FromItem item, Set<String> lowerCaseNames) {
    if (!(item instanceof Table table)) {
      return false;
    }
    String name = nameOf(table).toLowerCase(Locale.ROOT);
    return (table.getAlias() != null && lowerCaseNames.contains(aliasOf(table)))
        || lowerCaseNames.contains(name)
        || lowerCaseNames.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  static String aliasOf(Table table) {
    Alias alias = table.getAlias();
    return alias == null ? "" : Uses.withoutQuotes(alias.getName()).trim().toLowerCase(Locale.ROOT);
  }

  static String nameOf(Table table) {
    String name = table.getFullyQualifiedName();
    return name == null ? "" : Uses.withoutQuotes(name);
  }
}
