package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Scopes.Source;
import dev.msvc.model.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private final Scopes scopes = new Scopes(uses);
  private final ExpressionVisitorAdapter<@Nullable Void> expressions = new Columns();

  private ParsedSql() {}

  static Uses usesOf(Statement statement) {
    ParsedSql walk = new ParsedSql();
    walk.statement(statement);
    return walk.uses;
  }

  private void statement(Statement statement) {
    scopes.enter();
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
        scopes.target(table, Operation.TRUNCATE);
      }
    } else if (statement instanceof CreateView view) {
      select(view.getSelect());
    } else if (statement instanceof AlterView view) {
      select(view.getSelect());
    } else if (statement instanceof CreateTable table) {
      select(table.getSelect());
    }
    scopes.leave();
  }

  private void withItems(@Nullable List<? extends WithItem<?>> items) {
    if (items == null) {
      return;
    }
    for (WithItem<?> item : items) {
      String name = Uses.withoutQuotes(item.getAliasName()).toLowerCase(Locale.ROOT);
      if (WithItems.isRecursive(item, items)) {
        scopes.addWithName(name);
      }
      ParenthesedStatement body = item.getParenthesedStatement();
      if (body instanceof Select select) {
        subSelect(select);
      } else {
        statement(body);
      }
      scopes.addWithName(name);
    }
  }

  private void subSelect(@Nullable Select select) {
    if (select != null) {
      scopes.enter();
      select(select);
      scopes.leave();
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
        && (Uses.isHole(select.getSelectItems()) || namesMissingTable(select.getSelectItems()))) {
      uses.dynamic();
    }
    if (select.getIntoTables() != null) {
      select
          .getIntoTables()
          .forEach(table -> uses.table(NamedTables.nameOf(table), Operation.INSERT));
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

  /** Whether columns are taken from a table that the text does not have: a piece is missing. */
  private boolean namesMissingTable(List<SelectItem<?>> items) {
    return scopes.isWithoutSources()
        && items.stream()
            .anyMatch(
                item ->
                    item.getExpression() instanceof Column column
                        && column.getTable() != null
                        && !WITHOUT_TABLE.contains(column.getColumnName().toLowerCase(Locale.ROOT))
                        && !WITHOUT_TABLE.contains(
                            NamedTables.nameOf(column.getTable()).toLowerCase(Locale.ROOT)));
  }

  private void insert(Insert insert) {
    withItems(insert.getWithItemsList());
    boolean upsert =
        insert.getDuplicateUpdateSets() != null
            || (insert.getConflictAction() != null
                && insert.getConflictAction().getConflictActionType()
                    == ConflictActionType.DO_UPDATE);
    Source target =
        scopes.target(insert.getTable(), upsert ? Operation.MERGE : Operation.INSERT, "excluded");
    scopes.columns(insert.getColumns(), target);
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
    Source target = scopes.target(upsert.getTable(), Operation.MERGE);
    scopes.columns(upsert.getColumns(), target);
    sets(upsert.getUpdateSets(), target);
    sets(upsert.getDuplicateUpdateSets(), target);
    subSelect(upsert.getSelect());
  }

  private void update(Update update) {
    withItems(update.getWithItemsList());
    Table written = update.getTable();
    Table target = NamedTables.behindAlias(written, update.getFromItem(), update.getJoins());
    Source source = Source.DERIVED;
    if (update.getStartJoins() != null && NamedTables.isQualified(update.getUpdateSets())) {
      // MySQL: the qualifiers of SET say which of the joined tables are written
      Set<String> changed = NamedTables.qualifiers(update.getUpdateSets());
      boolean another =
          update.getStartJoins().stream()
              .anyMatch(each -> NamedTables.isOneOf(each.getFromItem(), changed));
      if (another && !NamedTables.isOneOf(target, changed)) {
        scopes.from(target);
      } else {
        source = scopes.target(target, Operation.UPDATE);
      }
      for (Join join : update.getStartJoins()) {
        fromOrTarget(join, changed);
      }
    } else {
      source = scopes.target(target, Operation.UPDATE);
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
    if (join.getFromItem() instanceof Table table && NamedTables.isOneOf(table, changed)) {
      scopes.target(table, Operation.UPDATE);
      join.getOnExpressions().forEach(this::expression);
    } else {
      joins(List.of(join));
    }
  }

  private void delete(Delete delete) {
    withItems(delete.getWithItemsList());
    List<Table> named = orEmpty(delete.getTables());
    if (named.isEmpty()) {
      scopes.target(delete.getTable(), Operation.DELETE);
      orEmpty(delete.getUsingList()).forEach(this::from);
      joins(delete.getJoins());
    } else {
      Set<Table> targets = new HashSet<>();
      for (Table table : named) {
        targets.add(NamedTables.behindAlias(table, delete.getTable(), delete.getJoins()));
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
      scopes.target(table, Operation.DELETE);
    } else {
      from(item);
    }
  }

  private void merge(Merge merge) {
    withItems(merge.getWithItemsList());
    Source target = scopes.target(merge.getTable(), Operation.MERGE);
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
        scopes.columns(insert.getColumns(), target);
        expression(insert.getValues());
        expression(insert.getWhereCondition());
      } else if (operation instanceof MergeDelete delete) {
        expression(delete.getAndPredicate());
      }
    }
  }

  private void from(@Nullable FromItem item) {
    if (item instanceof Table table) {
      scopes.from(table);
    } else if (item instanceof ParenthesedFromItem inner) {
      from(inner.getFromItem());
      joins(inner.getJoins());
    } else if (item instanceof Select select) {
      scopes.derived(item);
      subSelect(select);
    } else if (item instanceof TableFunction function) {
      scopes.derived(item);
      expression(function.getFunction());
    }
  }

  private void joins(@Nullable List<Join> joins) {
    for (Join join : orEmpty(joins)) {
      from(join.getFromItem());
    }
    for (Join join : orEmpty(joins)) {
      join.getOnExpressions().forEach(this::expression);
      join.getUsingColumns().forEach(scopes::shared);
    }
  }

  private void sets(@Nullable List<UpdateSet> sets, Source table) {
    for (UpdateSet set : orEmpty(sets)) {
      for (Column column : set.getColumns()) {
        if (column.getTable() == null) {
          scopes.column(column, table);
        } else {
          scopes.set(column);
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

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Attributes columns, and goes into sub-selects. */
  private final class Columns extends ExpressionVisitorAdapter<@Nullable Void> {
    @Override
    public <S> @Nullable Void visit(Column column, S context) {
      scopes.attribute(column);
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
