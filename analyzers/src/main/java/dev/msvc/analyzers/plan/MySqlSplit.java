package dev.msvc.analyzers.plan;

import static dev.msvc.analyzers.plan.Moves.GAP;

import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.SqlChange;
import dev.msvc.model.TableFact;
import java.util.List;
import java.util.TreeSet;

/**
 * Steps for MySQL and MariaDB. A change of tables commits at once there, so a step is none or all
 * only when it has ended: each of its statements can be run again. Triggers must name columns, so a
 * script compares what it knows with the catalogue before it changes anything.
 */
final class MySqlSplit implements SplitSteps {
  private final Moves moves;
  private final Maker maker;
  private final String target;
  private final String split;
  private final List<MySqlTable> tables;

  /** Tables of which no schema file shows the columns. */
  private final TreeSet<String> untold = new TreeSet<>();

  MySqlSplit(Moves moves, String usual, Maker maker) {
    this.moves = moves;
    this.maker = maker;
    this.target = moves.schema(ContextMap.key(usual));
    this.split = SqlText.schema(moves.context()) + "_split";
    this.tables =
        moves.tables().stream()
            .filter(MySqlTable::isTold)
            .map(each -> MySqlTable.of(each, MySqlName.bare(usual), target))
            .toList();
    moves.tables().stream()
        .filter(each -> !MySqlTable.isTold(each))
        .map(TableFact::name)
        .forEach(untold::add);
    untold.addAll(moves.unknown());
  }

  @Override
  public List<SqlChange> changes() {
    if (tables.isEmpty()) {
      SqlText none = head("nothing can be written for it yet");
      missing(none);
      return List.of(
          new SqlChange("1-expand", "copy the tables; the copy follows", none.toString(), ""));
    }
    return List.of(expand(), switchOver(), cutKeys(), contract(), drop());
  }

  private SqlText head(String what) {
    SqlText sql =
        new SqlText()
            .comment("made by msvc roadmap")
            .comment("%s: %s".formatted(moves.context(), what))
            .comment("MySQL 8.0.29, MariaDB 10.6, or later; %s.".formatted(maker.why()));
    maker.warnings().forEach(sql::comment);
    return sql;
  }

  private SqlText begun(String what) {
    return head(what)
        .comment(
            "Run it by: mariadb DATABASE < FILE. It is not one transaction, as changes of tables"
                + " commit at once: where it")
        .comment("stops, nothing is lost; run it again, and it goes on, or run its way back.")
        .line("SET NAMES utf8mb4;")
        .line(
            "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'; -- copy what is"
                + " there, as it is")
        .line(
            "SET SESSION time_zone = '+00:00', group_concat_max_len = 1000000, autocommit = 1,"
                + " foreign_key_checks = 1;")
        .line(
            "SET SESSION lock_wait_timeout = 5, innodb_lock_wait_timeout = 5; -- rather stop than"
                + " keep all others waiting")
        .line("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ;")
        .line("/*!80000 SET SESSION information_schema_stats_expiry = 0 */;");
  }

  private void missing(SqlText sql) {
    if (!untold.isEmpty()) {
      sql.comment(
          "Left out, as no schema file shows their columns, and triggers must name them: "
              + String.join(", ", untold)
              + ". Give msvc the schema (a dump by mariadb-dump --no-data is one), and run it"
              + " again.");
    }
  }

  private SqlText call(SqlText sql, String procedure) {
    return sql.line("CALL %s.%s;".formatted(MySqlName.quoted(split), procedure));
  }

  private SqlChange expand() {
    SqlText sql =
        begun("a copy of its tables in a database of its own, which follows the old ones");
    sql.comment(
        "Triggers and views have the rights of the account that runs this: take one that stays.");
    missing(sql);
    sql.line(library("split-mysql-head.sql")).line(library("split-mysql.sql"));
    call(sql, "msvc_begin(1)");
    sql.line("DELETE FROM %s.msvc_columns;".formatted(MySqlName.quoted(split)));
    tables.forEach(each -> told(sql, each));
    call(sql, "msvc_require_same_columns()");
    call(sql, "msvc_own_database(%s)".formatted(MySqlName.text(target)));
    tables.forEach(
        each ->
            sql.line("CREATE TABLE IF NOT EXISTS %s LIKE %s;".formatted(each.copy(), each.old())));
    call(sql, "msvc_grant_alike()");
    tables.forEach(each -> following(each).create(sql));
    tables.forEach(each -> call(sql, "msvc_copy(%s)".formatted(MySqlName.text(each.name()))));
    call(sql, "msvc_copy_keys(%s)".formatted(MySqlName.text(target)));
    call(sql, "msvc_settle(1)");
    moves
        .sequences()
        .forEach(each -> sql.comment("By hand: the sequence %s is not copied".formatted(each)));
    moves.byHand().forEach(sql::comment);
    call(sql, "msvc_done(1)");
    SqlText back = begun("drops the copy");
    back.line(library("split-mysql-head.sql"));
    call(back, "msvc_undo(1)");
    tables.stream()
        .map(MySqlTable::homeText)
        .distinct()
        .forEach(each -> call(back, "msvc_require_home(%s)".formatted(each)));
    tables.forEach(each -> following(each).drop(back));
    call(back, "msvc_take_back()");
    back.line("DROP DATABASE %s;".formatted(MySqlName.quoted(split)));
    return new SqlChange(
        "1-expand", "copy the tables; the copy follows", sql.toString(), back.toString());
  }

  /** What the triggers rely on. */
  private void told(SqlText sql, MySqlTable table) {
    call(
        sql,
        "msvc_table(%s, %s, %s, %d)"
            .formatted(
                table.homeText(),
                MySqlName.text(table.name()),
                MySqlName.text(MySqlName.of("msvc_old_", table.name())),
                table.hasKey() ? 1 : 0));
    int place = 0;
    for (Column each : table.fact().columns()) {
      call(
          sql,
          "msvc_column(%s, %d, %s, %d, %d)"
              .formatted(
                  MySqlName.text(table.name()),
                  ++place,
                  MySqlName.text(MySqlName.bare(each.name())),
                  each.computed() ? 1 : 0,
                  table.inKey(each)));
    }
  }

  /** The copy follows the old table. */
  private MySqlTriggers following(MySqlTable table) {
    return new MySqlTriggers(
        table, table.before(), table.copy(), table.hasKey() ? "" : MySqlName.quoted(split));
  }

  /** The old table follows the copy, wherever it is. */
  private MySqlTriggers leading(MySqlTable table) {
    return new MySqlTriggers(
        table,
        MySqlName.quoted(target) + ".",
        MySqlName.quoted(split) + "." + MySqlName.quoted(table.name()),
        "");
  }

  private SqlChange switchOver() {
    SqlText sql =
        begun(
            "the copy is written from now on, and the old tables follow: with it, point the code");
    call(sql, "msvc_begin(2)");
    call(sql, "msvc_require_same_columns()");
    call(sql, "msvc_require_no_triggers()");
    call(sql, "msvc_require_alike()");
    sql.comment("who still writes an old table is followed, too");
    call(sql, "msvc_name_old()");
    tables.forEach(each -> leading(each).create(sql));
    call(sql, "msvc_advance(1, %d)".formatted(GAP));
    call(sql, "msvc_done(2)");
    SqlText back = begun("the old tables are written again, and the copy follows");
    call(back, "msvc_undo(2)");
    call(back, "msvc_require_alike()");
    call(back, "msvc_advance(0, %d)".formatted(GAP));
    tables.forEach(each -> leading(each).drop(back));
    call(back, "msvc_undone(2)");
    return new SqlChange(
        "2-switch", "write the copy; the old tables follow", sql.toString(), back.toString());
  }

  private SqlChange cutKeys() {
    SqlText sql = begun("foreign keys across the boundary become plain ids");
    call(sql, "msvc_begin(3)");
    moves.crossing().forEach(each -> sql.comment(each.told()));
    call(sql, "msvc_cut_keys()");
    sql.comment("ids that lead nowhere: 0 is right; have it asked every night from now on");
    call(sql, "msvc_orphans()");
    call(sql, "msvc_done(3)");
    SqlText back = begun("the foreign keys are made again; where an id leads nowhere, that fails");
    call(back, "msvc_undo(3)");
    call(back, "msvc_restore_keys()");
    call(back, "msvc_undone(3)");
    return new SqlChange(
        "3-cut-keys", "drop keys across the boundary", sql.toString(), back.toString());
  }

  private SqlChange contract() {
    SqlText sql =
        begun(
            "the old tables are retired; who reads them by their name reads a view of the new"
                + " ones");
    call(sql, "msvc_begin(4)");
    call(sql, "msvc_require_no_keys()");
    call(sql, "msvc_require_no_routines()");
    call(sql, "msvc_require_alike()");
    call(sql, "msvc_swap(1)");
    call(sql, "msvc_done(4)");
    SqlText back = begun("the old tables are where they were");
    call(back, "msvc_undo(4)");
    call(back, "msvc_require_no_routines()");
    call(back, "msvc_require_alike()");
    call(back, "msvc_swap(0)");
    call(back, "msvc_clear()");
    call(back, "msvc_undone(4)");
    return new SqlChange(
        "4-contract", "retire the old tables behind views", sql.toString(), back.toString());
  }

  private SqlChange drop() {
    SqlText sql = begun("the end of the way back: only a backup leads behind this");
    sql.comment("where there is no database %s, all of it has been done".formatted(split));
    call(sql, "msvc_begin(5)");
    call(sql, "msvc_require_no_keys()");
    tables.forEach(each -> leading(each).drop(sql));
    call(sql, "msvc_drop_retired()");
    sql.line("DROP DATABASE %s;".formatted(MySqlName.quoted(split)));
    return new SqlChange("5-drop", "drop the old tables", sql.toString(), "");
  }

  private String library(String file) {
    return SqlText.library(file)
        .replace("{split}", MySqlName.quoted(split))
        .replace("{split_text}", split)
        .replace("{target}", MySqlName.quoted(target))
        .replace("{target_text}", target)
        .replace("{target_pattern}", target.replace("_", "\\_"));
  }
}
