package dev.msvc.analyzers.plan;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Triggers that make each change of one copy of a table in the other, too.
 *
 * <p>Where both follow each other, the echo of a change must end it. A variable of the session says
 * that a change is being followed, and holds the time at which its statement began: what a
 * statement leaves behind that is killed, or gives way to another, means nothing to the next.
 *
 * @param before what stands before the names of the triggers and of their table: its database
 * @param to the table that follows, or a view of it
 * @param waits where it says when rows without a key begin to be followed; empty for at once
 */
record MySqlTriggers(MySqlTable table, String before, String to, String waits) {
  private static final List<String> EVENTS = List.of("insert", "update", "delete");

  void create(SqlText sql) {
    sql.line("DELIMITER //");
    for (String event : EVENTS) {
      sql.line(
          "CREATE TRIGGER IF NOT EXISTS %s AFTER %s ON %s FOR EACH ROW"
              .formatted(name(event), event.toUpperCase(java.util.Locale.ROOT), on()));
      sql.line("BEGIN");
      if (!waits.isEmpty()) {
        sql.line("  DECLARE follows INT;");
      }
      String told = "@" + MySqlName.quoted(MySqlName.of("msvc_", table.name()));
      sql.line(
          "  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN SET %s = NULL; RESIGNAL; END;"
              .formatted(told));
      if (!waits.isEmpty()) {
        sql.line(
            "  SELECT copied INTO follows FROM %s.msvc_tables WHERE name = %s LOCK IN SHARE MODE;"
                .formatted(waits, MySqlName.text(table.name())));
      }
      sql.line(
          "  IF %s@msvc_quiet IS NULL AND NOT (%s <=> NOW(6)) THEN"
              .formatted(waits.isEmpty() ? "" : "follows AND ", told));
      sql.line("    SET %s = NOW(6);".formatted(told));
      statements(event).forEach(each -> sql.line("    " + each));
      sql.line("    SET %s = NULL;".formatted(told));
      sql.line("  END IF;");
      sql.line("END//");
    }
    sql.line("DELIMITER ;");
  }

  void drop(SqlText sql) {
    EVENTS.forEach(each -> sql.line("DROP TRIGGER IF EXISTS %s;".formatted(name(each))));
  }

  private String name(String event) {
    return before + MySqlName.quoted(MySqlName.of("msvc_" + event + "_", table.name()));
  }

  private String on() {
    return before + MySqlName.quoted(table.name());
  }

  private List<String> statements(String event) {
    String where = table.hasKey() ? byKey() : whole();
    String set = each(table.written(), ", ", column -> column + " = NEW." + column);
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                to,
                String.join(", ", table.written()),
                each(table.written(), ", ", column -> "NEW." + column));
    String upsert = insert + " ON DUPLICATE KEY UPDATE " + set + ";";
    String update = "UPDATE %s SET %s WHERE %s;".formatted(to, set, where);
    if (event.equals("delete")) {
      return List.of("DELETE FROM %s WHERE %s;".formatted(to, where));
    } else if (!table.hasKey()) {
      return List.of(event.equals("insert") ? insert + ";" : update);
    } else if (event.equals("insert")) {
      return List.of(upsert);
    }
    String same =
        each(table.key(), " AND ", column -> "OLD.%s <=> NEW.%s".formatted(column, column));
    return List.of("IF NOT (%s) THEN".formatted(same), "  " + update, "END IF;", upsert);
  }

  private String byKey() {
    return each(table.key(), " AND ", column -> column + " = OLD." + column);
  }

  /** A row without a key: one that is the same to the byte. */
  private String whole() {
    return each(
            table.written(),
            " AND ",
            column ->
                "%s <=> OLD.%s AND CAST(%s AS BINARY) <=> CAST(OLD.%s AS BINARY)"
                    .formatted(column, column, column, column))
        + " LIMIT 1";
  }

  private static String each(List<String> columns, String between, UnaryOperator<String> text) {
    return columns.stream().map(text).collect(joining(between));
  }
}
