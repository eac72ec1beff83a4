package dev.msvc.bench.truth;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.visitor.SchemaStatVisitor;
import com.alibaba.druid.stat.TableStat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL as Druid reads it. */
final class Sql {
  /** Where the text of a statement is not known. */
  static final String HOLE = "\u0001";

  private static final List<DbType> DIALECTS =
      List.of(
          DbType.postgresql, DbType.mysql, DbType.oracle, DbType.h2, DbType.sqlserver, DbType.db2);

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?s)\\s*\\(?\\s*(select|insert|update|delete|merge|with|replace)\\s.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINITION =
      Pattern.compile("(?s)\\s*(create|drop|alter|truncate)\\s.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_NAME =
      Pattern.compile("(%[A-Z_]+%|\\$\\{\\w+\\}|\\{\\d\\})(?=\\w)");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?<![:\\w]):[A-Za-z_]\\w*|[#$]\\{[^}]*\\}|\\{\\d\\}|<[a-zA-Z]\\w*(\\(\\))?>");

  /** What every database has for itself. */
  private static final Pattern NO_TABLE =
      Pattern.compile(
          "(?i)dual|deleted|inserted|sysdate|(information_schema|sys|syscat|sysibm|pg_catalog)\\..*"
              + "|pg_.*|user_(tables|constraints|sequences|objects|indexes)|all_(tables|objects)|sqlite_master");

  private Sql() {}

  static boolean statement(String text) {
    return STATEMENT.matcher(text).matches();
  }

  static boolean definition(String text) {
    return DEFINITION.matcher(text).matches();
  }

  /** What a statement reads and writes; null where no dialect has such a statement. */
  static @Nullable Set<Touch> touches(String text) {
    Map<TableStat.Name, TableStat> stats = stats(text);
    if (stats == null) {
      return null;
    }
    Set<Touch> touches = new LinkedHashSet<>();
    stats.forEach(
        (name, stat) -> {
          String table = Names.table(name.getName());
          if (table.isEmpty()
              || table.contains("?")
              || table.contains("msvchole")
              || NO_TABLE.matcher(name.getName()).matches()) {
            return;
          }
          if (stat.getSelectCount() > 0) {
            touches.add(new Touch(table, false));
          }
          if (stat.getInsertCount()
                  + stat.getUpdateCount()
                  + stat.getDeleteCount()
                  + stat.getMergeCount()
              > 0) {
            touches.add(new Touch(table, true));
          }
        });
    return touches;
  }

  private static @Nullable Map<TableStat.Name, TableStat> stats(String text) {
    String bound = bound(text);
    for (DbType dialect : DIALECTS) {
      Map<TableStat.Name, TableStat> stats = parsed(bound, dialect);
      if (stats != null) {
        return stats;
      }
    }
    return null;
  }

  private static @Nullable Map<TableStat.Name, TableStat> parsed(String text, DbType dialect) {
    try {
      List<SQLStatement> statements = SQLUtils.parseStatements(text, dialect);
      SchemaStatVisitor visitor = SQLUtils.createSchemaStatVisitor(dialect);
      statements.forEach(each -> each.accept(visitor));
      return statements.isEmpty() ? null : visitor.getTables();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  /** Parameters as question marks, prefixes of names away, holes as names or away. */
  static String bound(String text) {
    String bound = BEFORE_NAME.matcher(text).replaceAll(Placeholders.MARK);
    bound = PARAMETER.matcher(bound).replaceAll("?");
    bound = bound.replaceAll(HOLE + "(?=\\w)", Placeholders.MARK).replaceAll("(?<=\\w)" + HOLE, "");
    bound =
        bound.toLowerCase(Locale.ROOT).contains("in (" + HOLE)
            ? bound.replace("(" + HOLE + ")", "(?)")
            : bound;
    return bound.replace(HOLE, " msvchole ");
  }
}
