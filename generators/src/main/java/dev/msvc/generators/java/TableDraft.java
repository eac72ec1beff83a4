package dev.msvc.generators.java;

import dev.msvc.generators.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A table while it is made. */
final class TableDraft {
  private final String name;
  private final SqlNames columns = new SqlNames();
  private final SqlNames constraintNames = new SqlNames();
  private final List<String> lines = new ArrayList<>();
  private final List<String> constraints = new ArrayList<>();
  private final List<String> indexes = new ArrayList<>();

  TableDraft(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** A name for a column; each is given out once. */
  String named(String wanted) {
    return columns.free(wanted, "_value");
  }

  void column(String column, String type, boolean nullable) {
    lines.add("%s %s%s".formatted(SqlNames.sql(column), type, nullable ? "" : " not null"));
  }

  void primaryKey(String... of) {
    constraint("pk", "primary key (%s)".formatted(joined(of)));
  }

  void unique(String column, List<String> of) {
    constraint(column + "_unique", "unique (%s)".formatted(joined(of.toArray(String[]::new))));
  }

  void foreignKey(String column, String table) {
    constraint(
        column + "_fk",
        "foreign key (%s) references %s (id) on delete cascade"
            .formatted(SqlNames.sql(column), SqlNames.sql(table)));
  }

  void check(String column, String condition) {
    constraint(column + "_check", "check (%s)".formatted(condition));
  }

  void index(String column) {
    indexes.add(
        "create index %s on %s (%s);"
            .formatted(
                SqlNames.shortened(name + "_" + column), SqlNames.sql(name), SqlNames.sql(column)));
  }

  private void constraint(String what, String of) {
    constraints.add(
        "constraint %s %s".formatted(constraintNames.free(name + "_" + what, "_too"), of));
  }

  private static String joined(String... columns) {
    List<String> sql = new ArrayList<>();
    for (String each : columns) {
      sql.add(SqlNames.sql(each));
    }
    return String.join(", ", sql);
  }

  Table table(String sequence) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(constraints);
    return new Table(SqlNames.sql(name), sequence, all, indexes);
  }
}
