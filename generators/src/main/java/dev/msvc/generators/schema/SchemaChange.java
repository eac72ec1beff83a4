package dev.msvc.generators.schema;

import dev.msvc.generators.schema.Table.Column;
import dev.msvc.generators.schema.Table.Constraint;
import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What leads from the tables that are there to those that the service has now, so that the version
 * before it goes on working while both run (expand and contract: P. Sadalage and S. Ambler,
 * Refactoring Databases, 2006).
 *
 * @param name of the migration, without its ending
 * @param made tables that are new
 * @param statements what the migration does; comments among them say what a person should look at
 * @param later what is to be done once every instance that runs knows of this change
 */
public record SchemaChange(
    String name, List<Table> made, List<String> statements, List<String> later) {
  private static final int NAMED = 2;

  /** The check of an enum: its column, and its values. */
  private static final Pattern CHOICE = Pattern.compile("check \\((\\S+) in \\((.*)\\)\\)");

  public SchemaChange {
    made = List.copyOf(made);
    statements = List.copyOf(statements);
    later = List.copyOf(later);
  }

  /**
   * None where nothing changes.
   *
   * @param version of the migration
   */
  static Optional<SchemaChange> between(Schema before, List<Table> now, int version) {
    List<String> statements = new ArrayList<>();
    List<String> later = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    List<Table> made = new ArrayList<>();
    for (Table table : now) {
      Optional<Table> was = before.table(table.name());
      if (was.isEmpty()) {
        made.add(table);
        names.add(table.name());
      } else if (!was.get().equals(table)) {
        new OfTable(was.get(), table, statements, later).run();
        names.add(table.name());
      }
    }
    Set<String> kept = now.stream().map(Table::name).collect(Collectors.toSet());
    for (int i = before.tables().size() - 1; i >= 0; i--) {
      Table table = before.tables().get(i);
      if (!kept.contains(table.name())) {
        later.add("drop table if exists %s;".formatted(table.name()));
        if (!table.sequence().isEmpty()) {
          later.add("drop sequence if exists %s;".formatted(table.sequence()));
        }
        names.add(table.name());
      }
    }
    if (made.isEmpty() && statements.isEmpty() && later.isEmpty()) {
      return Optional.empty();
    }
    String what =
        names.size() > NAMED
            ? "%d_tables".formatted(names.size())
            : String.join("_and_", names).replace("\"", "");
    return Optional.of(
        new SchemaChange("V%d__change_%s".formatted(version, what), made, statements, later));
  }

  /** One table, before and now. */
  private record OfTable(Table before, Table now, List<String> statements, List<String> later) {

    void run() {
      gone();
      now.columns().forEach(this::column);
      for (Column each : before.columns()) {
        if (now.column(each.name()).isEmpty()) {
          unused(each);
        }
      }
      now.constraints().forEach(this::constraint);
      if (!now.sequence().isEmpty() && !now.sequence().equals(before.sequence())) {
        statements.add("create sequence if not exists %s as bigint;".formatted(now.sequence()));
      }
      now.indexes().stream()
          .filter(each -> moves(each) || !before.indexes().contains(each))
          .map(each -> each.replaceFirst("create index ", "create index if not exists "))
          .forEach(statements::add);
    }

    /** What no longer holds goes first. */
    private void gone() {
      for (Constraint each : before.constraints()) {
        if (moves(each.what()) || !now.constraint(each.name()).equals(Optional.of(each))) {
          statements.add(alter("drop constraint if exists " + each.name()));
        }
      }
      for (String each : before.indexes()) {
        if (moves(each) || !now.indexes().contains(each)) {
          statements.add("drop index if exists %s;".formatted(each.split(" ", -1)[2]));
        }
      }
    }

    private void column(Column column) {
      Optional<Column> was = before.column(column.name());
      if (was.isEmpty()) {
        statements.add(
            alter("add column if not exists %s %s".formatted(column.name(), column.type())));
        renamed(column);
        if (!column.optional()) {
          required(column);
        }
        return;
      }
      if (!was.get().type().equals(column.type())) {
        retyped(was.get(), column);
      }
      if (!casts(was.get().type(), column.type())) {
        return;
      }
      if (was.get().optional() && !column.optional()) {
        required(column);
      } else if (!was.get().optional() && column.optional()) {
        statements.add(alter("alter column %s drop not null".formatted(column.name())));
      }
    }

    /** A rename looks like one column that went and one that came. */
    private void renamed(Column column) {
      for (Column each : before.columns()) {
        if (now.column(each.name()).isEmpty() && each.type().equals(column.type())) {
          statements.add(
              "-- if it is %s by another name: update %s set %s = %s;"
                  .formatted(each.name(), now.name(), column.name(), each.name()));
        }
      }
    }

    /**
     * Rows that are there have no value, and instances of the version before write none; this
     * version cannot read such rows.
     */
    private void required(Column column) {
      statements.add(
          "-- a row without a value cannot be read: give one to those that are there, and to those that come");
      statements.add("-- " + alter("alter column %s set default ...".formatted(column.name())));
      statements.add(
          "-- update %s set %s = default where %2$s is null;".formatted(now.name(), column.name()));
      later.add("update %s set %s = ... where %2$s is null;".formatted(now.name(), column.name()));
      later.add(alter("alter column %s set not null".formatted(column.name())));
    }

    private void retyped(Column was, Column column) {
      boolean key =
          before.constraints().stream()
              .anyMatch(
                  each ->
                      (each.isPrimaryKey() || each.what().startsWith("foreign key"))
                          && each.what().matches(".*[( ]" + column.name() + "[,)].*"));
      if (key) {
        throw new UserError(
            "%s.%s would become %s, and is %s: no migration changes ids that others know"
                .formatted(now.name(), column.name(), column.type(), was.type()),
            "keep the kind of id, or give the aggregate another name and move its rows yourself");
      }
      if (!casts(was.type(), column.type())) {
        aside(was, column);
        return;
      }
      if (!widens(was.type(), column.type())) {
        statements.add(
            "-- %s becomes %s: see first that every value can"
                .formatted(was.type(), column.type()));
      }
      // an assignment fails where a value is too long; a cast would cut it
      String cast =
          isText(column.type()) || (isNumber(was.type()) && isNumber(column.type()))
              ? ""
              : " using %s::%s".formatted(column.name(), column.type());
      statements.add(
          alter("alter column %s type %s%s".formatted(column.name(), column.type(), cast)));
    }

    /** What is there stays beside it: none can be made of the other. */
    private void aside(Column was, Column column) {
      String name = aside(was.name());
      statements.add(
          "-- no %s is made of %s: what is there is in %s"
              .formatted(column.type(), was.type(), name));
      statements.add(alter("rename column %s to %s".formatted(was.name(), name)));
      if (!was.optional()) {
        statements.add(alter("alter column %s drop not null".formatted(name)));
      }
      statements.add(alter("add column %s %s".formatted(column.name(), column.type())));
      if (!column.optional()) {
        required(column);
      }
      later.add(alter("drop column if exists " + name));
    }

    private static String aside(String column) {
      boolean quoted = column.startsWith("\"");
      return (quoted ? column.substring(1, column.length() - 1) : column) + "_before";
    }

    /** Whether a constraint or an index is on a column that goes aside. */
    private boolean moves(String what) {
      return now.columns().stream()
          .filter(each -> what.matches("(?s).*[( ]" + each.name() + "[,) ].*"))
          .anyMatch(
              each ->
                  before
                      .column(each.name())
                      .filter(was -> !casts(was.type(), each.type()))
                      .isPresent());
    }

    /** Whether PostgreSQL makes a value of one type of one of the other. */
    private static boolean casts(String from, String to) {
      String both = from + " " + to;
      return from.split("\\(", -1)[0].equals(to.split("\\(", -1)[0])
          || isText(from)
          || isText(to)
          || (isNumber(from) && isNumber(to))
          || Set.of(
                  "boolean int",
                  "int boolean",
                  "date timestamptz",
                  "timestamptz date",
                  "timestamptz time")
              .contains(both);
    }

    private static boolean isText(String type) {
      return type.equals("text") || type.startsWith("varchar");
    }

    private static boolean isNumber(String type) {
      return type.matches("int|bigint|double precision|numeric.*");
    }

    private static boolean widens(String from, String to) {
      if (to.equals("text") && from.startsWith("varchar")) {
        return true;
      }
      if (from.equals("int") && to.equals("bigint")) {
        return true;
      }
      if (from.startsWith("varchar(") && to.startsWith("varchar(")) {
        return length(from) <= length(to);
      }
      return false;
    }

    private static int length(String type) {
      return Integer.parseInt(type.replaceAll("\\D", ""));
    }

    /** The version before writes nothing there; it may still read. */
    private void unused(Column column) {
      if (!column.optional()) {
        statements.add(alter("alter column %s drop not null".formatted(column.name())));
      }
      later.add(alter("drop column if exists " + column.name()));
    }

    private void constraint(Constraint constraint) {
      boolean same = before.constraint(constraint.name()).equals(Optional.of(constraint));
      if (same && !moves(constraint.what())) {
        return;
      }
      before.constraint(constraint.name()).ifPresent(was -> unread(was, constraint));
      String add = "add constraint %s %s".formatted(constraint.name(), constraint.what());
      statements.add(alter(constraint.canWait() ? add + " not valid" : add));
      if (constraint.canWait()) {
        later.add(alter("validate constraint " + constraint.name()));
      }
    }

    /** Values of an enum that went: the check waits, but this version reads no row that has one. */
    private void unread(Constraint was, Constraint constraint) {
      Matcher column = CHOICE.matcher(constraint.what());
      Matcher earlier = CHOICE.matcher(was.what());
      if (!column.matches() || !earlier.matches()) {
        return;
      }
      List<String> gone = new ArrayList<>(List.of(earlier.group(2).split(", ", -1)));
      gone.removeAll(List.of(column.group(2).split(", ", -1)));
      if (!gone.isEmpty()) {
        statements.add("-- rows that have a value that is gone cannot be read; give them another:");
        statements.add(
            "-- update %s set %s = ... where %2$s in (%s);"
                .formatted(now.name(), column.group(1), String.join(", ", gone)));
      }
    }

    private String alter(String what) {
      return "alter table %s %s;".formatted(now.name(), what);
    }
  }
}
