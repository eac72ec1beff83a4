package dev.msvc.generators.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table, as statements make it.
 *
 * @param sequence that its ids come from; empty for none
 * @param lines of columns and constraints, as {@code create table} has them
 * @param indexes statements
 */
public record Table(String name, String sequence, List<String> lines, List<String> indexes) {
  private static final String CONSTRAINT = "constraint ";
  private static final String NOT_NULL = " not null";

  public Table {
    lines = List.copyOf(lines);
    indexes = List.copyOf(indexes);
  }

  /**
   * A column.
   *
   * @param type with its length
   */
  record Column(String name, String type, boolean optional) {
    private static Column of(String line) {
      int blank = line.indexOf(' ');
      boolean optional = !line.endsWith(NOT_NULL);
      String type = line.substring(blank + 1);
      return new Column(
          line.substring(0, blank),
          optional ? type : type.substring(0, type.length() - NOT_NULL.length()),
          optional);
    }
  }

  /**
   * A constraint.
   *
   * @param what it says, without its name
   */
  record Constraint(String name, String what) {
    private static Constraint of(String line) {
      String[] parts = line.split(" ", 3);
      return new Constraint(parts[1], parts[2]);
    }

    boolean isPrimaryKey() {
      return what.startsWith("primary key");
    }

    /** Whether rows that are there can be looked at later. */
    boolean canWait() {
      return what.startsWith("check") || what.startsWith("foreign key");
    }
  }

  /** Whether a column holds JSON. */
  public boolean hasJson() {
    return columns().stream().anyMatch(each -> each.type().equals("jsonb"));
  }

  List<Column> columns() {
    return lines.stream().filter(each -> !each.startsWith(CONSTRAINT)).map(Column::of).toList();
  }

  List<Constraint> constraints() {
    return lines.stream().filter(each -> each.startsWith(CONSTRAINT)).map(Constraint::of).toList();
  }

  Optional<Column> column(String of) {
    return columns().stream().filter(each -> each.name().equals(of)).findFirst();
  }

  Optional<Constraint> constraint(String of) {
    return constraints().stream().filter(each -> each.name().equals(of)).findFirst();
  }
}
