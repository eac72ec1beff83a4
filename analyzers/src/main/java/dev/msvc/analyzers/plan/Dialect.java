package dev.msvc.analyzers.plan;

import dev.msvc.model.Column;
import dev.msvc.model.TableFact;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The makers of databases of whose SQL the steps are written, or that differ from it. */
enum Dialect {
  POSTGRESQL(
      "postgresql",
      "PostgreSQL",
      "serial|bigserial|bytea|jsonb|timestamptz|timestamp with.*|int4|int8|citext",
      ""),
  MYSQL(
      "mysql",
      "MySQL",
      "(tiny|small|medium)?int\\(\\d+\\).*|bigint\\(\\d+\\).*|(tiny|medium|long)(text|blob).*"
          + "|datetime(\\(\\d\\))?|.* unsigned|(enum|set)\\(.*|mediumint.*",
      ""),
  ORACLE(
      "oracle",
      "Oracle",
      "n?varchar2.*|number(\\(.*\\))?|raw\\(.*\\)",
      "a schema is a user there, and changes of tables commit at once; triggers are PL/SQL, MINUS"
          + " stands for EXCEPT, and identity columns need START WITH LIMIT VALUE"),
  SQLSERVER(
      "mssql",
      "SQL Server",
      "nvarchar.*|uniqueidentifier|datetime2.*|money|bit",
      "triggers see inserted and deleted as tables there, and SET IDENTITY_INSERT stands for"
          + " OVERRIDING SYSTEM VALUE"),
  DB2(
      "db2",
      "Db2",
      "(var)?graphic.*|decfloat.*|dbclob.*|.* for bit data",
      "triggers are in SQL PL there, CREATE TABLE LIKE takes no keys along, and a table may have to"
          + " be reorganised (REORG) before it is written again");

  private final String family;
  private final String title;
  private final Pattern types;
  private final String differs;

  Dialect(String family, String title, String types, String differs) {
    this.family = family;
    this.title = title;
    this.types = Pattern.compile(types);
    this.differs = differs;
  }

  /** That of a vendor; null for one that is none of these. */
  static @Nullable Dialect of(Vendor vendor) {
    for (Dialect each : values()) {
      if (each.family.equals(vendor.name())) {
        return each;
      }
    }
    return null;
  }

  /** Types that Liquibase translates for each maker, and that are of one only in plain SQL. */
  private static final Pattern TRANSLATED =
      Pattern.compile("datetime(\\(\\d\\))?|bit|nvarchar\\(.*|timestamp with.*");

  private static final Pattern CHANGELOG = Pattern.compile(".*\\.(?:xml|ya?ml|json|groovy)");

  /**
   * The one that most of the telling types of columns are of; null where none tells.
   *
   * @param surely leaves out what tells it in plain SQL only
   */
  static @Nullable Dialect of(List<TableFact> tables, boolean surely) {
    Dialect most = null;
    int count = 0;
    for (Dialect each : values()) {
      int own = each.telling(tables, surely).size();
      most = own > count ? each : most;
      count = Math.max(own, count);
    }
    return most;
  }

  /** For people. */
  String title() {
    return title;
  }

  /** What else than PostgreSQL's SQL it wants, where no steps are written for it; else empty. */
  String differs() {
    return differs;
  }

  /** Columns whose types are of this one, for people. */
  List<String> telling(List<TableFact> tables, boolean surely) {
    List<String> telling = new ArrayList<>();
    for (TableFact table : tables) {
      boolean translated = surely || isOfChangelog(table);
      for (Column column : table.columns()) {
        String type = column.type().toLowerCase(Locale.ROOT);
        if (types.matcher(type).matches() && !(translated && TRANSLATED.matcher(type).matches())) {
          telling.add(column.type() + " of " + table.name() + "." + column.name());
        }
      }
    }
    return telling;
  }

  private static boolean isOfChangelog(TableFact table) {
    return table.places().stream().anyMatch(each -> CHANGELOG.matcher(each.file()).matches())
        && table.places().stream().noneMatch(each -> each.file().endsWith(".sql"));
  }
}
