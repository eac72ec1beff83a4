package dev.msvc.analyzers.sql;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that look like tables and are the database's own, or no table at all. */
public final class DatabaseTables {
  /** What databases call a row of nothing, and rows that are being changed. */
  private static final Set<String> NO_TABLES =
      Set.of("dual", "sysdummy1", "rdb$database", "inserted", "deleted", "excluded");

  private static final Set<String> SCHEMAS =
      Set.of(
          "information_schema",
          "pg_catalog",
          "performance_schema",
          "sys",
          "sysibm",
          "sysibmadm",
          "syscat",
          "sysstat",
          "qsys2",
          "mysql",
          "dbc");

  private static final Pattern CATALOG =
      Pattern.compile(
          "dummy"
              + "|pg_(?:class|namespace|tables|index|indexes|attribute|attrdef|constraint|type|proc"
              + "|views|matviews|sequences?|trigger|description|depend|roles|user|database|locks"
              + "|settings|extension|inherits|enum|tablespace|authid|largeobject"
              + "|partitioned_table|stats|stat_\\w+|statio_\\w+)"
              + "|(?:user|all|dba)_(?:tables|tab_columns|tab_cols|views|objects|constraints"
              + "|cons_columns|indexes|ind_columns|sequences|triggers|source|synonyms|tab_comments"
              + "|col_comments|tab_privs|segments)"
              + "|(?:all|dba)_(?:users|data_files|free_space|procedures|scheduler_jobs|db_links)"
              + "|g?v\\$\\w+|(?:rdb|mon)\\$\\w+"
              + "|sys(?:objects|columns|indexes|types|references|users|tables|comments|databases"
              + "|processes|foreignkeys|constraints)"
              + "|sqlite_(?:master|sequence|schema|temp_master)");

  private DatabaseTables() {}

  /**
   * Whether a name is no table of any system.
   *
   * @param key in lower case, with its schema where it is told
   */
  public static boolean isNone(String key) {
    List<String> parts = List.of(key.split("\\."));
    int last = parts.size() - 1;
    return last >= 0
        && (NO_TABLES.contains(parts.get(last))
            || parts.subList(0, last).stream().anyMatch(SCHEMAS::contains));
  }

  /** Whether some database has a table of this name itself: a system may have one, too. */
  public static boolean isCatalog(String bareKey) {
    return CATALOG.matcher(bareKey).matches();
  }
}
