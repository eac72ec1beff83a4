package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.analyzers.sql.SqlStatement;
import dev.msvc.analyzers.sql.TableUse;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The SQL that a mapping holds: what stands for a table or a column, and what is run instead. */
final class MappingSql {
  private static final SqlReader SQL = SqlReader.shared();
  private static final String HIBERNATE = "org.hibernate.annotations.";

  private final String className;
  private final List<Access> accesses = new ArrayList<>();
  private boolean softDelete;

  MappingSql(String className) {
    this.className = className;
  }

  /** Reads what is said of a class or a property by annotations of Hibernate. */
  void read(List<Mark> marks, Place place) {
    for (Mark each : marks) {
      if (each.is(HIBERNATE + "Subselect")) {
        statement(each.given("value"), place);
      } else if (each.is(HIBERNATE + "Formula")) {
        fragment(each.given("value"), place);
      } else if (each.is(HIBERNATE + "Where") || each.is(HIBERNATE + "WhereJoinTable")) {
        fragment(each.given("clause"), place);
      } else if (each.is(HIBERNATE + "SQLRestriction")) {
        fragment(each.given("value"), place);
      } else if (each.is(HIBERNATE + "SQLDelete")) {
        delete(each.given("sql"), place);
      } else if (each.is(HIBERNATE + "SQLInsert") || each.is(HIBERNATE + "SQLUpdate")) {
        statement(each.given("sql"), place);
      } else if (each.is(HIBERNATE + "SoftDelete")) {
        softDelete = true;
      } else if (Jpa.is(each, "TableGenerator") && !each.given("table").isEmpty()) {
        generator(TableNames.schema(each), each.given("table"), place);
      }
    }
  }

  /** A table of numbers, from which an object that is stored gets its id. */
  void generator(String schema, String table, Place place) {
    accesses.add(
        new Access(
            schema.isEmpty() ? table : schema + "." + table,
            className,
            "",
            Operation.UPDATE,
            List.of(),
            place,
            AccessVia.JPA,
            Certainty.INFERRED));
  }

  /** Whether it is of a table of numbers: all else is of statements. */
  static boolean isOfIds(Access access) {
    return access.via() == AccessVia.JPA;
  }

  /** A whole statement. */
  void statement(String text, Place place) {
    if (!text.isBlank()) {
      add(SQL.read(text.strip()), place);
    }
  }

  /** An expression, which reads a table only where it holds a query. */
  void fragment(String text, Place place) {
    if (text.toLowerCase(Locale.ROOT).contains("select")) {
      add(SQL.read("select (" + text.strip() + ")"), place);
    }
  }

  /** What is run where an object is deleted. */
  void delete(String text, Place place) {
    statement(text, place);
    softDelete |= text.strip().toLowerCase(Locale.ROOT).startsWith("update");
  }

  private void add(SqlStatement statement, Place place) {
    for (TableUse each : statement.uses()) {
      accesses.add(
          new Access(
              each.table(),
              className,
              "",
              each.op(),
              List.copyOf(each.columns()),
              place,
              AccessVia.NATIVE_QUERY,
              statement.certainty()));
    }
  }

  List<Access> accesses() {
    return List.copyOf(accesses);
  }

  /** Whether a deletion changes a row and keeps it. */
  boolean isSoftDelete() {
    return softDelete;
  }

  static List<String> read(List<Access> accesses) {
    return accesses.stream()
        .filter(each -> each.op() == Operation.SELECT)
        .map(Access::table)
        .distinct()
        .toList();
  }
}
