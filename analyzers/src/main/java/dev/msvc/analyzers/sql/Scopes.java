package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import org.jspecify.annotations.Nullable;

/** The names that the query levels of a statement give to what they read and write. */
final class Scopes {
  private final Uses uses;
  private final Deque<Scope> scopes = new ArrayDeque<>();

  Scopes(Uses uses) {
    this.uses = uses;
  }

  /** The names that one query level gives to what it reads. */
  private static final class Scope {
    final Map<String, Source> sources = new HashMap<>();
    final Set<String> withNames = new HashSet<>();
    @Nullable Source only;
    int count;

    void add(String name, Source source) {
      sources.putIfAbsent(name.toLowerCase(Locale.ROOT), source);
    }

    void counted(Source source) {
      only = count++ == 0 ? source : null;
    }
  }

  /** A table in a role; the key is empty for what is no table. */
  record Source(String key, Operation op) {
    static final Source DERIVED = new Source("", Operation.SELECT);

    /**
     * Whether a statement changes columns of it, so that what merely finds the row or is computed
     * with must not count among them.
     */
    boolean isChanged() {
      return op == Operation.INSERT || op == Operation.UPDATE || op == Operation.MERGE;
    }
  }

  void enter() {
    scopes.push(new Scope());
  }

  void leave() {
    scopes.pop();
  }

  void addWithName(String lowerCaseName) {
    scope().withNames.add(lowerCaseName);
  }

  boolean isWithoutSources() {
    return scopes.stream().allMatch(scope -> scope.sources.isEmpty());
  }

  /** A table that is read, unless it names a WITH item or a path of an alias. */
  void from(Table table) {
    String name = NamedTables.nameOf(table);
    if (isWithName(name.toLowerCase(Locale.ROOT)) || uses.isPath(name, this::isAlias)) {
      name(table, Source.DERIVED);
    } else {
      name(table, new Source(uses.table(name, Operation.SELECT), Operation.SELECT));
    }
  }

  /** A table that is written. */
  Source target(Table table, Operation op, String... furtherNames) {
    Source source = new Source(uses.table(NamedTables.nameOf(table), op), op);
    name(table, source);
    for (String name : furtherNames) {
      scope().add(name, source);
    }
    return source;
  }

  private void name(Table table, Source source) {
    Scope scope = scope();
    scope.counted(source);
    if (table.getAlias() != null) {
      scope.add(NamedTables.aliasOf(table), source);
    } else {
      String name = NamedTables.nameOf(table);
      scope.add(name, source);
      scope.add(name.substring(name.lastIndexOf('.') + 1), source);
    }
  }

  /** What is read and is no table. */
  void derived(FromItem item) {
    scope().counted(Source.DERIVED);
    Alias alias = item.getAlias();
    if (alias != null) {
      scope().add(Uses.withoutQuotes(alias.getName().trim()), Source.DERIVED);
    }
  }

  private boolean isAlias(String lowerCaseName) {
    return scopes.stream().anyMatch(each -> each.sources.containsKey(lowerCaseName));
  }

  void columns(@Nullable Collection<Column> columns, Source table) {
    if (columns != null) {
      columns.forEach(column -> column(column, table));
    }
  }

  void column(Column column, Source table) {
    uses.column(table.key(), table.op(), column.getColumnName());
  }

  /** A column by which everything in this level is joined. */
  void shared(Column column) {
    scope().sources.values().stream()
        .filter(source -> !source.isChanged())
        .forEach(source -> column(column, source));
  }

  /** Gives a column that is read to the table that it is one of, unless that one is changed. */
  void attribute(Column column) {
    attribute(column, false);
  }

  /** Gives a column that is set to the table that it is one of. */
  void set(Column column) {
    attribute(column, true);
  }

  private void attribute(Column column, boolean sets) {
    String name = column.getColumnName();
    Table qualifier = column.getTable();
    if (qualifier == null || NamedTables.nameOf(qualifier).isEmpty()) {
      for (Scope scope : scopes) {
        if (scope.count > 0) {
          if (scope.only != null) {
            note(scope.only, name, sets);
          } else {
            for (Source source : scope.sources.values()) {
              if (sets || !source.isChanged()) {
                uses.unqualified(source.key(), source.op(), name);
              }
            }
          }
          return;
        }
      }
      return;
    }
    String wanted = NamedTables.nameOf(qualifier).toLowerCase(Locale.ROOT);
    for (Scope scope : scopes) {
      Source source = scope.sources.get(wanted);
      if (source != null) {
        note(source, name, sets);
        return;
      }
    }
  }

  private void note(Source source, String column, boolean sets) {
    if (sets || !source.isChanged()) {
      uses.column(source.key(), source.op(), column);
    }
  }

  private boolean isWithName(String lowerCaseName) {
    return scopes.stream().anyMatch(scope -> scope.withNames.contains(lowerCaseName));
  }

  private Scope scope() {
    return scopes.getFirst();
  }
}
