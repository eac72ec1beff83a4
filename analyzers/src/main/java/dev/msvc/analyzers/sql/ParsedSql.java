package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.AlterView;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.ConflictActionType;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.truncate.Truncate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** Walks a parsed statement with the scopes of its names. */
final class ParsedSql {
  /** What is written like a table's column and is none: values of sequences, rows in triggers. */
  private static final Set<String> WITHOUT_TABLE = Set.of("nextval", "currval", "new", "old");

  private final Uses uses = new Uses();
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final ExpressionVisitorAdapter<@Nullable Void> expressions = new Columns();

  private ParsedSql() {}

  static Uses usesOf(Statement statement) {
    ParsedSql walk = new ParsedSql();
    walk.statement(statement);
    return walk.uses;
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
  private record Source(String key, Operation op) {
    static final Source DERIVED = new Source("", Operation.SELECT);
  }

  private void statement(Statement statement) {
    scopes.push(new Scope());
    if (statement instanceof Select select) {
      select(select);
    } else if (statement instanceof Insert insert) {
      insert(insert);
    } else if (statement instanceof Upsert upsert) {
      upsert(upsert);
    } else if (statement instanceof Update update) {
      update(update);
    } else if (statement instanceof Delete delete) {
      delete(delete);
    } else if (statement instanceof Merge merge) {
      merge(merge);
    } else if (statement instanceof Truncate truncate) {
      List<Table> tables = truncate.getTables();
      for (Table table : tables == null ? List.of(truncate.getTable()) : tables) {
        target(table, Operation.TRUNCATE);
      }
    } else if (statement instanceof CreateView view) {
      select(view.getSelect());
    } else if (statement instanceof AlterView view) {
      select(view.getSelect());
    } else if (statement instanceof CreateTable table) {
      select(table.getSelect());
    }
    scopes.pop();
  }

  private void withItems(@Nullable List<? extends WithItem<?>> items) {
    if (items == null) {
      return;
    }
    for (WithItem<?> item : items) {
      Set<String> names = scope().withNames;
      String name = Uses.withoutQuotes(item.getAliasName()).toLowerCase(Locale.ROOT);
      if (item.isRecursive()) {
        names.add(name);
      }
      ParenthesedStatement body = item.getParenthesedStatement();
      if (body instanceof Select select) {
        subSelect(select);
      } else {
        statement(body);
      }
      names.add(name);
    }
  }

  private void subSelect(@Nullable Select select) {
    if (select != null) {
      scopes.push(new Scope());
      select(select);
      scopes.pop();
    }
  }

  private void select(@Nullable Select select) {
    if (select == null) {
      return;
    }
    withItems(select.getWithItemsList());
    if (select instanceof PlainSelect plain) {
      plainSelect(plain);
    } else if (select instanceof SetOperationList list) {
      list.getSelects().forEach(this::subSelect);
    } else if (select instanceof ParenthesedSelect inner) {
      subSelect(inner.getSelect());
    } else if (select instanceof Values values) {
      expression(values.getExpressions());
    } else if (select instanceof TableStatement table) {
      from(table.getTable());
    }
    if (select instanceof PlainSelect) {
      orderBy(select.getOrderByElements());
      if (select.getLimit() != null) {
        expression(select.getLimit().getRowCount());
      }
    }
  }

  private void plainSelect(PlainSelect select) {
    from(select.getFromItem());
    joins(select.getJoins());
    if (select.getFromItem() == null
        && (isHole(select.getSelectItems()) || namesMissingTable(select.getSelectItems()))) {
      uses.dynamic();
    }
    if (select.getIntoTables() != null) {
      select.getIntoTables().forEach(table -> uses.table(nameOf(table), Operation.INSERT));
    }
    items(select.getSelectItems());
    if (select.getDistinct() != null) {
      items(select.getDistinct().getOnSelectItems());
    }
    expression(select.getWhere());
    if (select.getOracleHierarchical() != null) {
      expression(select.getOracleHierarchical().getConnectExpression());
      expression(select.getOracleHierarchical().getStartExpression());
    }
    if (select.getGroupBy() != null) {
      expression(select.getGroupBy().getGroupByExpressionList());
    }
    expression(select.getHaving());
    expression(select.getQualify());
  }

  private static boolean isHole(List<SelectItem<?>> items) {
    return items.stream().anyMatch(item -> item.toString().contains(Uses.HOLE_NAME));
  }

  /** Whether columns are taken from a table that the text does not have: a piece is missing. */
  private boolean namesMissingTable(List<SelectItem<?>> items) {
    return scopes.stream().allMatch(scope -> scope.sources.isEmpty())
        && items.stream()
            .anyMatch(
                item ->
                    item.getExpression() instanceof Column column
                        && column.getTable() != null
                        && !WITHOUT_TABLE.contains(column.getColumnName().toLowerCase(Locale.ROOT))
                        && !WITHOUT_TABLE.contains(
                            nameOf(column.getTable()).toLowerCase(Locale.ROOT)));
  }

  private void insert(Insert insert) {
    withItems(insert.getWithItemsList());
    boolean upsert =
        insert.getDuplicateUpdateSets() != null
            || (insert.getConflictAction() != null
                && insert.getConflictAction().getConflictActionType()
                    == ConflictActionType.DO_UPDATE);
    Source target =
        target(insert.getTable(), upsert ? Operation.MERGE : Operation.INSERT, "excluded");
    columns(insert.getColumns(), target);
    sets(insert.getSetUpdateSets(), target);
    sets(insert.getDuplicateUpdateSets(), target);
    if (insert.getConflictAction() != null) {
      sets(insert.getConflictAction().getUpdateSets(), target);
      expression(insert.getConflictAction().getWhereExpression());
    }
    items(insert.getReturningClause());
    subSelect(insert.getSelect());
  }

  private void upsert(Upsert upsert) {
    Source target = target(upsert.getTable(), Operation.MERGE);
    columns(upsert.getColumns(), target);
    sets(upsert.getUpdateSets(), target);
    sets(upsert.getDuplicateUpdateSets(), target);
    subSelect(upsert.getSelect());
  }

  private void update(Update update) {
    withItems(update.getWithItemsList());
    Table written = update.getTable();
    Table target = behindAlias(written, update.getFromItem(), update.getJoins());
    Source source = target(target, Operation.UPDATE);
    if (update.getStartJoins() != null && isQualified(update.getUpdateSets())) {
      // MySQL: the qualifiers of SET say which of the joined tables are written
      Set<String> changed = qualifiers(update.getUpdateSets());
      for (Join join : update.getStartJoins()) {
        fromOrTarget(join, changed);
      }
    } else {
      joins(update.getStartJoins());
    }
    if (update.getFromItem() != target) {
      from(update.getFromItem());
    }
    for (Join join : orEmpty(update.getJoins())) {
      if (join.getFromItem() != target) {
        from(join.getFromItem());
      }
      join.getOnExpressions().forEach(this::expression);
    }
    sets(update.getUpdateSets(), source);
    expression(update.getWhere());
    orderBy(update.getOrderByElements());
    items(update.getReturningClause());
  }

  private void fromOrTarget(Join join, Set<String> changed) {
    if (join.getFromItem() instanceof Table table
        && (changed.contains(aliasOf(table))
            || changed.contains(nameOf(table).toLowerCase(Locale.ROOT)))) {
      target(table, Operation.UPDATE);
      join.getOnExpressions().forEach(this::expression);
    } else {
      joins(List.of(join));
    }
  }

  private static boolean isQualified(List<UpdateSet> sets) {
    return !qualifiers(sets).isEmpty();
  }

  private static Set<String> qualifiers(List<UpdateSet> sets) {
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

  private void delete(Delete delete) {
    withItems(delete.getWithItemsList());
    List<Table> named = orEmpty(delete.getTables());
    if (named.isEmpty()) {
      target(delete.getTable(), Operation.DELETE);
      orEmpty(delete.getUsingList()).forEach(this::from);
      joins(delete.getJoins());
    } else {
      Set<Table> targets = new HashSet<>();
      for (Table table : named) {
        targets.add(behindAlias(table, delete.getTable(), delete.getJoins()));
      }
      fromOrDelete(delete.getTable(), targets);
      for (Join join : orEmpty(delete.getJoins())) {
        fromOrDelete(join.getFromItem(), targets);
      }
      orEmpty(delete.getJoins()).forEach(join -> join.getOnExpressions().forEach(this::expression));
    }
    expression(delete.getWhere());
    orderBy(delete.getOrderByElements());
    items(delete.getReturningClause());
  }

  private void fromOrDelete(FromItem item, Set<Table> targets) {
    if (item instanceof Table table && targets.contains(table)) {
      target(table, Operation.DELETE);
    } else {
      from(item);
    }
  }

  private void merge(Merge merge) {
    withItems(merge.getWithItemsList());
    Source target = target(merge.getTable(), Operation.MERGE);
    from(merge.getFromItem());
    expression(merge.getOnCondition());
    for (MergeOperation operation : orEmpty(merge.getOperations())) {
      if (operation instanceof MergeUpdate update) {
        expression(update.getAndPredicate());
        sets(update.getUpdateSets(), target);
        expression(update.getWhereCondition());
        expression(update.getDeleteWhereCondition());
      } else if (operation instanceof MergeInsert insert) {
        expression(insert.getAndPredicate());
        columns(insert.getColumns(), target);
        expression(insert.getValues());
        expression(insert.getWhereCondition());
      } else if (operation instanceof MergeDelete delete) {
        expression(delete.getAndPredicate());
      }
    }
  }

  /** The table that an alias stands for in the rest of the statement; itself where it is none. */
  private static Table behindAlias(
      Table written, @Nullable FromItem from, @Nullable List<Join> joins) {
    String name = nameOf(written).toLowerCase(Locale.ROOT);
    if (from instanceof Table table && isCalled(table, name)) {
      return table;
    }
    for (Join join : orEmpty(joins)) {
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

  private Source target(Table table, Operation op, String... furtherNames) {
    Source source = new Source(uses.table(nameOf(table), op), op);
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
      scope.add(aliasOf(table), source);
    } else {
      String name = nameOf(table);
      scope.add(name, source);
      scope.add(name.substring(name.lastIndexOf('.') + 1), source);
    }
  }

  private void from(@Nullable FromItem item) {
    if (item instanceof Table table) {
      String name = nameOf(table);
      if (isWithName(name.toLowerCase(Locale.ROOT)) || uses.isPath(name, this::isAlias)) {
        name(table, Source.DERIVED);
      } else {
        name(table, new Source(uses.table(name, Operation.SELECT), Operation.SELECT));
      }
    } else if (item instanceof ParenthesedFromItem inner) {
      from(inner.getFromItem());
      joins(inner.getJoins());
    } else if (item instanceof Select select) {
      derived(item);
      subSelect(select);
    } else if (item instanceof TableFunction function) {
      derived(item);
      expression(function.getFunction());
    }
  }

  private boolean isAlias(String lowerCaseName) {
    return scopes.stream().anyMatch(each -> each.sources.containsKey(lowerCaseName));
  }

  private void derived(FromItem item) {
    scope().counted(Source.DERIVED);
    Alias alias = item.getAlias();
    if (alias != null) {
      scope().add(Uses.withoutQuotes(alias.getName().trim()), Source.DERIVED);
    }
  }

  private void joins(@Nullable List<Join> joins) {
    for (Join join : orEmpty(joins)) {
      from(join.getFromItem());
    }
    for (Join join : orEmpty(joins)) {
      join.getOnExpressions().forEach(this::expression);
      for (Column column : join.getUsingColumns()) {
        for (Source source : scope().sources.values()) {
          uses.column(source.key(), source.op(), column.getColumnName());
        }
      }
    }
  }

  private void columns(@Nullable Collection<Column> columns, Source table) {
    if (columns != null) {
      columns.forEach(column -> uses.column(table.key(), table.op(), column.getColumnName()));
    }
  }

  private void sets(@Nullable List<UpdateSet> sets, Source table) {
    for (UpdateSet set : orEmpty(sets)) {
      for (Column column : set.getColumns()) {
        if (column.getTable() == null) {
          uses.column(table.key(), table.op(), column.getColumnName());
        } else {
          attribute(column);
        }
      }
      expression(set.getValues());
    }
  }

  private void items(@Nullable List<SelectItem<?>> items) {
    for (SelectItem<?> item : orEmpty(items)) {
      expression(item.getExpression());
    }
  }

  private void orderBy(@Nullable List<OrderByElement> elements) {
    for (OrderByElement element : orEmpty(elements)) {
      expression(element.getExpression());
    }
  }

  private void expression(@Nullable Expression expression) {
    if (expression instanceof Select select) {
      subSelect(select);
    } else if (expression != null) {
      expression.accept(expressions, null);
    }
  }

  private void attribute(Column column) {
    String name = column.getColumnName();
    Table qualifier = column.getTable();
    if (qualifier == null || nameOf(qualifier).isEmpty()) {
      for (Scope scope : scopes) {
        if (scope.count > 0) {
          if (scope.only != null) {
            uses.column(scope.only.key(), scope.only.op(), name);
          } else {
            for (Source source : scope.sources.values()) {
              uses.unqualified(source.key(), source.op(), name);
            }
          }
          return;
        }
      }
      return;
    }
    String wanted = nameOf(qualifier).toLowerCase(Locale.ROOT);
    for (Scope scope : scopes) {
      Source source = scope.sources.get(wanted);
      if (source != null) {
        uses.column(source.key(), source.op(), name);
        return;
      }
    }
  }

  private boolean isWithName(String lowerCaseName) {
    return scopes.stream().anyMatch(scope -> scope.withNames.contains(lowerCaseName));
  }

  private Scope scope() {
    return scopes.getFirst();
  }

  private static String aliasOf(Table table) {
    Alias alias = table.getAlias();
    return alias == null ? "" : Uses.withoutQuotes(alias.getName()).trim().toLowerCase(Locale.ROOT);
  }

  private static String nameOf(Table table) {
    String name = table.getFullyQualifiedName();
    return name == null ? "" : Uses.withoutQuotes(name);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Attributes columns, and goes into sub-selects. */
  private final class Columns extends ExpressionVisitorAdapter<@Nullable Void> {
    @Override
    public <S> @Nullable Void visit(Column column, S context) {
      attribute(column);
      return null;
    }

    @Override
    public <S> @Nullable Void visit(AllTableColumns all, S context) {
      return null;
    }

    @Override
    public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
      subSelect(select);
      return null;
    }

    @Override
    public <S> @Nullable Void visit(Select select, S context) {
      subSelect(select);
      return null;
    }
  }
}
