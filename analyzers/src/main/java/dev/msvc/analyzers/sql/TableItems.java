package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.OnDelete;
import dev.msvc.model.Place;
import java.util.List;
import java.util.Set;

/** Columns and constraints, as CREATE TABLE and ALTER TABLE ADD list them. */
class TableItems extends TokenWalk {
  private static final Set<String> BEHIND_TYPE =
      Set.of(
          ("not null default primary unique references constraint check auto_increment "
                  + "autoincrement identity generated collate comment on as key first after using "
                  + "invisible visible enable disable storage compression sparse persisted virtual "
                  + "stored foreign validate exclude charset encode masked")
              .split(" "));
  private static final Set<String> TYPES =
      Set.of(
          ("varchar char int integer bigint smallint tinyint text varchar2 number numeric "
                  + "decimal boolean bool date timestamp datetime uuid json jsonb blob clob "
                  + "character nvarchar bytea float double real longtext mediumtext bit serial "
                  + "bigserial")
              .split(" "));

  final Schema schema;
  final Place place;

  TableItems(TokenWalk walk, Schema schema, Place place) {
    super(walk.text, walk.tokens, walk.at);
    this.schema = schema;
    this.place = place;
  }

  /** Reads the list in brackets that opens here. */
  final void all(String table) {
    for (int[] item : items(at)) {
      item(table, item[0], item[1]);
    }
  }

  /** A column or constraint of CREATE TABLE or ALTER TABLE ADD. */
  final void item(String table, int from, int behind) {
    if (from >= behind) {
      return;
    }
    at = from;
    String constraint = "";
    if (word(at).equals("constraint")) {
      at++;
      if (at < behind && !isConstraint(at)) {
        constraint = tokens.get(at++).text();
      }
    }
    String first = word(at);
    switch (first) {
      case "primary" -> {
        if (word(at + 1).equals("key")) {
          schema.addKey(table, constraint, Key.Kind.PRIMARY, nextColumns(behind));
          return;
        }
      }
      case "unique" -> {
        if (at + 1 < behind && isName(at + 1) && !isIndexWord(at + 1) && signAt(at + 2, "(")) {
          constraint = constraint.isEmpty() ? tokens.get(at + 1).text() : constraint;
        } else if (isIndexWord(at + 1) && isName(at + 2)) {
          constraint = constraint.isEmpty() ? tokens.get(at + 2).text() : constraint;
        }
        schema.addKey(table, constraint, Key.Kind.UNIQUE, nextColumns(behind));
        return;
      }
      case "foreign" -> {
        if (word(at + 1).equals("key")) {
          foreignKey(table, constraint, behind);
          return;
        }
      }
      case "default" -> {
        // T-SQL: CONSTRAINT d DEFAULT (0) FOR x
        if (signAt(at + 1, "(") || tokens.subList(at, behind).stream().anyMatch(t -> t.is("for"))) {
          return;
        }
      }
      case "check", "exclude", "period", "like", "fulltext", "spatial" -> {
        if (!TYPES.contains(word(at + 1))) {
          return;
        }
      }
      case "key", "index" -> {
        if (!TYPES.contains(word(at + 1))) {
          return;
        }
      }
      default -> {}
    }
    if (isName(at)) {
      column(table, behind);
    }
  }

  private boolean isConstraint(int i) {
    return Set.of("primary", "unique", "foreign", "check", "default").contains(word(i));
  }

  private boolean isIndexWord(int i) {
    return word(i).equals("key") || word(i).equals("index");
  }

  private void column(String table, int behind) {
    String name = tokens.get(at++).text();
    int typeFrom = at;
    int depth = 0;
    while (at < behind && (depth > 0 || !BEHIND_TYPE.contains(word(at)))) {
      depth += signAt(at, "(") ? 1 : signAt(at, ")") ? -1 : 0;
      at++;
    }
    schema.addColumn(table, new Column(name, source(typeFrom, at), isComputed(at, behind)));
    sequences(table, at, behind);
    constraintsOfColumn(table, name, behind);
  }

  /** Whether {@code as (...)} stands here, with or without {@code generated always} before it. */
  private boolean isComputed(int from, int behind) {
    for (int i = from; i + 1 < behind; i++) {
      if (word(i).equals("as") && signAt(i + 1, "(")) {
        return true;
      }
    }
    return false;
  }

  /** Notes the sequences whose next number is a default here. */
  final void sequences(String table, int from, int behind) {
    for (int i = from; i + 2 < behind; i++) {
      if (word(i).equals("nextval") && signAt(i + 1, "(")) {
        schema.sequenceUsed(RoutineBody.sequence(tokens.get(i + 2)), table);
      } else if (signAt(i + 1, ".") && word(i + 2).equals("nextval")) {
        schema.sequenceUsed(tokens.get(i).text(), table);
      } else if (word(i).equals("value") && word(i + 1).equals("for")) {
        int before = at;
        at = i + 2;
        schema.sequenceUsed(name(), table);
        at = before;
      }
    }
  }

  private void constraintsOfColumn(String table, String column, int behind) {
    String constraint = "";
    int depth = 0;
    while (at < behind) {
      String word = word(at);
      depth += signAt(at, "(") ? 1 : signAt(at, ")") ? -1 : 0;
      if (depth == 0) {
        switch (word) {
          case "constraint" -> constraint = at + 1 < behind ? tokens.get(at + 1).text() : "";
          case "primary" -> schema.addKey(table, constraint, Key.Kind.PRIMARY, List.of(column));
          case "unique" -> schema.addKey(table, constraint, Key.Kind.UNIQUE, List.of(column));
          case "references" -> {
            at++;
            references(table, constraint, List.of(column), behind);
            continue;
          }
          default -> {}
        }
      }
      at++;
    }
  }

  private void foreignKey(String table, String constraint, int behind) {
    at += 2;
    String name = constraint;
    if (isName(at) && !signAt(at, "(")) {
      name = name.isEmpty() ? tokens.get(at).text() : name;
      at++;
    }
    List<String> columns = nextColumns(behind);
    while (at < behind && !word(at).equals("references")) {
      at++;
    }
    at++;
    references(table, name, columns, behind);
  }

  private void references(String table, String constraint, List<String> columns, int behind) {
    String other = name();
    List<String> referenced = signAt(at, "(") && at < behind ? nextColumns(behind) : List.of();
    if (!other.isEmpty() && !isDynamic(other)) {
      schema.addForeignKey(
          table,
          new ForeignKey(
              columns,
              other,
              referenced,
              place,
              Certainty.PARSED,
              Schema.key(constraint),
              onDelete(behind)));
    }
  }

  /** What stands behind a reference, up to the next one of the same column; reads nothing away. */
  private OnDelete onDelete(int behind) {
    for (int i = at; i + 2 < behind && !word(i).equals("references"); i++) {
      if (word(i).equals("on") && word(i + 1).equals("delete")) {
        return OnDelete.of(word(i + 2) + " " + word(i + 3));
      }
    }
    return OnDelete.REFUSE;
  }

  final String type(int from, int behind) {
    int to = from;
    while (to < behind && !BEHIND_TYPE.contains(word(to))) {
      to++;
    }
    return source(from, to);
  }

  static boolean isType(String word) {
    return TYPES.contains(word);
  }
}
