package dev.msvc.analyzers.plan;

import static dev.msvc.analyzers.plan.Moves.GAP;

import dev.msvc.model.SqlChange;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps for PostgreSQL, each one transaction. What a table looks like is read from the catalogue
 * when it runs, so that it holds for what is there, and not for what is known.
 */
final class PostgresSplit implements SplitSteps {
  private static final String DEFAULT_SCHEMA = "public";

  /** A table where it is and where it goes, and whether a schema shows it; names can be written. */
  private record Moved(String home, String target, String name, boolean seen) {
    String from() {
      return SqlText.quoted(home + "." + name);
    }

    String to() {
      return SqlText.quoted(target + "." + name);
    }
  }

  private final Moves moves;

  /** Where tables are whose schema nothing tells. */
  private final String usual;

  /** Says where the schema is one of another maker. */
  private final Maker maker;

  private final String schema;
  private final String split;
  private final String retired;
  private final List<Moved> moved = new ArrayList<>();

  PostgresSplit(Moves moves, String usual, Maker maker) {
    this.moves = moves;
    this.usual = usual.isEmpty() ? DEFAULT_SCHEMA : SqlText.name(usual);
    this.maker = maker;
    this.schema = SqlText.name(moves.schema(this.usual));
    this.split = SqlText.schema(moves.context()) + "_split";
    this.retired = SqlText.schema(moves.context()) + "_retired";
    for (TableFact each : moves.tables()) {
      moved.add(moved(each.name(), !moves.unseen().contains(each.name())));
    }
  }

  @Override
  public List<SqlChange> changes() {
    return List.of(expand(), switchOver(), cutKeys(), contract(), drop());
  }

  private Moved moved(String table, boolean seen) {
    int dot = table.lastIndexOf('.');
    String home = dot < 0 ? usual : SqlText.name(table.substring(0, dot));
    return new Moved(home, schema, SqlText.name(table.substring(dot + 1)), seen);
  }

  private SqlText begun(String what) {
    SqlText sql = new SqlText();
    sql.comment("made by msvc roadmap");
    sql.comment("%s: %s".formatted(moves.context(), what));
    boolean told = maker.dialect() == Dialect.POSTGRESQL && !maker.why().isEmpty();
    sql.comment(
        "PostgreSQL 12 or later%s; run it as the owner of the tables."
            .formatted(told ? ", " + maker.why() : ""));
    maker.warnings().forEach(sql::comment);
    return sql.line("BEGIN;")
        .line("SET LOCAL lock_timeout = '30s'; -- rather stop than keep all others waiting")
        .line(
            "SET LOCAL row_security = off; -- rather stop than copy or compare only what policies"
                + " show");
  }

  private static String ended(SqlText sql) {
    return sql.line("COMMIT;").toString();
  }

  private SqlText each(SqlText sql, String format) {
    for (Moved each : moved) {
      String line =
          format
              .replace("{split}", split)
              .replace("{from}", each.from())
              .replace("{to}", each.to())
              .replace("{old}", each.home() + "." + each.name())
              .replace("{new}", each.target() + "." + each.name())
              .replace("{retired}", SqlText.quoted(retired + "." + each.name()))
              .replace("{gone}", retired + "." + each.name())
              .replace("{home}", each.home())
              .replace("{name}", each.name());
      sql.line(each.seen() ? line : whereThere(each, line));
    }
    return sql;
  }

  private String whereThere(Moved table, String statement) {
    return "CALL %s.msvc_where_there(%s, %s, %s);"
        .formatted(split, bare(table.home()), bare(table.name()), SqlText.quoted(statement));
  }

  private SqlChange expand() {
    SqlText sql = begun("a copy of its tables in a schema of its own, which follows the old ones");
    if (!moves.unseen().isEmpty()) {
      sql.comment(
          "In no schema file that was read, so look whether these are tables: "
              + String.join(", ", moves.unseen()));
    }
    if (!moves.unknown().isEmpty()) {
      sql.comment(
          "Left out, as only statements name them and no schema file has them: "
              + String.join(", ", moves.unknown()));
    }
    sql.line("CREATE SCHEMA %s;".formatted(schema));
    sql.line(SqlText.library("split.sql").replace("{split}", split));
    for (Moved each : moved) {
      String home = bare(each.home());
      String target = bare(each.target());
      String name = bare(each.name());
      sql.line(
          each.seen()
              ? "INSERT INTO %s.msvc_tables VALUES (%s, %s, %s, %s);"
                  .formatted(split, home, home, target, name)
              : "CALL %s.msvc_perhaps(%s, %s, %s);".formatted(split, home, target, name));
    }
    sql.comment("from here on who writes these tables waits until all is copied");
    each(sql, "LOCK TABLE {old} IN SHARE ROW EXCLUSIVE MODE;");
    each(sql, "CREATE TABLE {new} (LIKE {old} INCLUDING ALL);");
    each(sql, "CALL {split}.msvc_own_sequences({from}, {to}, " + GAP + ");");
    each(sql, "CALL {split}.msvc_grant_alike({from}, {to});");
    each(sql, "CALL {split}.msvc_copy({from}, {to});");
    sql.line("CALL %s.msvc_copy_keys();".formatted(split));
    each(sql, "CALL {split}.msvc_let_keys_wait({to});");
    each(sql, "CALL {split}.msvc_secure_alike({from}, {to});");
    each(sql, "CALL {split}.msvc_follow({from}, {to});");
    sequences(sql);
    moves.byHand().forEach(sql::comment);
    SqlText back = begun("drops the copy");
    each(back, "CALL {split}.msvc_unfollow({from});");
    back.line("DROP SCHEMA %s CASCADE;".formatted(split));
    back.line("DROP SCHEMA %s CASCADE;".formatted(schema));
    return new SqlChange("1-expand", "copy the tables; the copy follows", ended(sql), ended(back));
  }

  private static String bare(String name) {
    return SqlText.quoted(name.replace("\"", ""));
  }

  /** Sequences that code asks for numbers: each side has its own, apart from the other's. */
  private void sequences(SqlText sql) {
    for (String each : moves.sequences()) {
      sql.line(
          "CALL %s.msvc_take_sequence(%s, %s, %d);"
              .formatted(split, moved(each, true).from(), bare(schema), 1000 * GAP));
    }
  }

  private SqlChange switchOver() {
    SqlText sql =
        begun(
            "the copy is written from now on, and the old tables follow: with it, point the code");
    each(sql, "LOCK TABLE {old}, {new} IN SHARE ROW EXCLUSIVE MODE;");
    sql.line("CALL %s.msvc_require_alike();".formatted(split));
    each(sql, "CALL {split}.msvc_move_triggers({from}, {to});");
    each(sql, "CALL {split}.msvc_let_keys_wait_no_more({to});");
    each(sql, "CALL {split}.msvc_let_keys_wait({from});");
    sql.comment("who still writes an old table, or deletes from it by a key, is followed, too");
    each(sql, "CALL {split}.msvc_follow({to}, {from});");
    sql.line("CALL %s.msvc_advance_sequences(true);".formatted(split));
    each(sql, "CALL {split}.msvc_advance({to}, " + GAP + ");");
    SqlText back = begun("the old tables are written again, and the copy follows");
    each(back, "LOCK TABLE {old}, {new} IN SHARE ROW EXCLUSIVE MODE;");
    back.line("CALL %s.msvc_require_alike();".formatted(split));
    each(back, "CALL {split}.msvc_unfollow({to});");
    each(back, "CALL {split}.msvc_move_triggers_back({from}, {to});");
    each(back, "CALL {split}.msvc_let_keys_wait_no_more({from});");
    each(back, "CALL {split}.msvc_let_keys_wait({to});");
    back.line("CALL %s.msvc_advance_sequences(false);".formatted(split));
    each(back, "CALL {split}.msvc_advance({from}, " + GAP + ");");
    return new SqlChange(
        "2-switch", "write the copy; the old tables follow", ended(sql), ended(back));
  }

  private SqlChange cutKeys() {
    SqlText sql = begun("foreign keys across the boundary become plain ids");
    for (Moves.Crossing each : moves.crossing()) {
      String name = each.key().name();
      if (name.isEmpty()) {
        sql.comment(each.told() + ": its constraint has no name that is known; found below");
      } else {
        sql.comment(each.told());
        sql.line(
            "CALL %s.msvc_cut_key(%s, %s);"
                .formatted(split, moved(each.table(), true).from(), SqlText.quoted(name)));
      }
    }
    sql.comment("those that the schema files do not show, or not by name");
    sql.line("CALL %s.msvc_cut_keys();".formatted(split));
    sql.comment("ids that lead nowhere: 0 is right; have it asked every night from now on");
    sql.line("SELECT * FROM %s.msvc_orphans();".formatted(split));
    SqlText back = begun("the foreign keys are made again; where an id leads nowhere, that fails");
    back.line("CALL %s.msvc_restore_keys();".formatted(split));
    return new SqlChange("3-cut-keys", "drop keys across the boundary", ended(sql), ended(back));
  }

  private SqlChange contract() {
    SqlText sql =
        begun(
            "the old tables are retired; who reads them by their name reads a view of the new"
                + " ones");
    sql.line("CREATE SCHEMA %s;".formatted(retired));
    sql.line("CALL %s.msvc_require_alike();".formatted(split));
    sql.line("CALL %s.msvc_note_views();".formatted(split));
    each(sql, "CALL {split}.msvc_unfollow({to});");
    each(sql, "CALL {split}.msvc_unfollow({from});");
    each(sql, "ALTER TABLE {old} SET SCHEMA " + retired + ";");
    each(sql, "CALL {split}.msvc_follow({to}, {retired});");
    sql.line("UPDATE %s.msvc_tables SET place = %s;".formatted(split, SqlText.quoted(retired)));
    each(sql, "CALL {split}.msvc_view({from}, {to});");
    each(sql, "CALL {split}.msvc_grant_alike({retired}, {from});");
    sql.line("CALL %s.msvc_remake_views();".formatted(split));
    SqlText back = begun("the old tables are where they were");
    back.line("CALL %s.msvc_require_alike();".formatted(split));
    back.line("CALL %s.msvc_note_views();".formatted(split));
    each(back, "CALL {split}.msvc_unfollow({to});");
    each(back, "ALTER VIEW {old} SET SCHEMA " + split + ";");
    each(back, "ALTER TABLE {gone} SET SCHEMA {home};");
    each(back, "CALL {split}.msvc_follow({to}, {from});");
    each(back, "CALL {split}.msvc_follow({from}, {to});");
    back.line("UPDATE %s.msvc_tables SET place = home;".formatted(split));
    back.line("CALL %s.msvc_remake_views();".formatted(split));
    each(back, "DROP VIEW {split}.{name};");
    back.line("DROP SCHEMA %s;".formatted(retired));
    return new SqlChange(
        "4-contract", "retire the old tables behind views", ended(sql), ended(back));
  }

  private SqlChange drop() {
    SqlText sql = begun("the end of the way back: only a backup leads behind this");
    each(sql, "CALL {split}.msvc_unfollow({to});");
    sql.comment("no CASCADE: what still hangs on them stops it");
    StringBuilder all = new StringBuilder();
    for (Moved each : moved) {
      all.append(all.isEmpty() ? "" : ", ").append(retired).append('.').append(each.name());
    }
    boolean allSeen = moved.stream().allMatch(Moved::seen);
    sql.line("DROP TABLE %s%s;".formatted(allSeen ? "" : "IF EXISTS ", all));
    sql.line("DROP SCHEMA %s;".formatted(retired));
    sql.line("DROP SCHEMA %s CASCADE;".formatted(split));
    return new SqlChange("5-drop", "drop the old tables", ended(sql), "");
  }
}
