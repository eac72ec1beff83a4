package dev.msvc.analyzers.plan;

import dev.msvc.model.Column;
import dev.msvc.model.Facts;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which maker's database a schema is written for, by the types of its columns. */
enum Dialect {
  POSTGRESQL("", "serial|bigserial|bytea|jsonb|timestamptz|timestamp with.*|int4|int8|citext", ""),
  MYSQL(
      "",
      "(tiny|small|medium)?int\\(\\d+\\).*|bigint\\(\\d+\\).*|(tiny|medium|long)(text|blob).*"
          + "|datetime(\\(\\d\\))?|.* unsigned|(enum|set)\\(.*|mediumint.*",
      ""),
  ORACLE(
      "Oracle",
      "n?varchar2.*|number(\\(.*\\))?|clob|raw\\(.*\\)",
      "a schema is a user there, and changes of tables commit at once; triggers are PL/SQL, MINUS"
          + " stands for EXCEPT, and identity columns need START WITH LIMIT VALUE"),
  SQLSERVER(
      "SQL Server",
      "nvarchar.*|uniqueidentifier|datetime2.*|money|bit",
      "triggers see inserted and deleted as tables there, and SET IDENTITY_INSERT stands for"
          + " OVERRIDING SYSTEM VALUE");

  private final String title;
  private final Pattern types;
  private final String differs;

  Dialect(String title, String types, String differs) {
    this.title = title;
    this.types = Pattern.compile(types);
    this.differs = differs;
  }

  /** The one that most of the telling types are of; PostgreSQL where none tells. */
  static Dialect of(Facts facts) {
    Dialect most = POSTGRESQL;
    int count = 0;
    for (Dialect each : values()) {
      int own = each.telling(facts).size();
      most = own > count ? each : most;
      count = Math.max(own, count);
    }
    return most;
  }

  /** What tells that a schema is written for this one, for people. */
  String why(Facts facts) {
    List<String> telling = telling(facts);
    return "taken by the types of %d columns, as %s".formatted(telling.size(), telling.get(0));
  }

  /** Columns whose types are of this one. */
  private List<String> telling(Facts facts) {
    List<String> telling = new ArrayList<>();
    for (TableFact table : facts.tables()) {
      for (Column column : table.columns()) {
        if (types.matcher(column.type().toLowerCase(Locale.ROOT)).matches()) {
          telling.add(column.type() + " of " + table.name() + "." + column.name());
        }
      }
    }
    return telling;
  }

  /** What to know where SQL of PostgreSQL is written for another maker; empty for none. */
  String warning() {
    return title.isEmpty()
        ? ""
        : "The schema looks like one for %s. This is PostgreSQL's SQL, to be translated: %s."
            .formatted(title, differs);
  }
}
