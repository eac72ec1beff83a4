package dev.msvc.analyzers.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makers of databases, whose scripts are alternatives of one schema. */
public final class Vendors {
  private static final Set<String> NAMES =
      Set.of(
          ("mysql mariadb postgres postgresql pgsql h2 hsqldb hsql oracle mssql sqlserver db2 db2i"
                  + " derby sqlite sybase cockroachdb")
              .split(" "));
  private static final Set<String> EMBEDDED = Set.of("h2", "hsqldb", "derby", "sqlite");
  private static final Map<String, String> SAME =
      Map.of(
          "mariadb", "mysql",
          "postgres", "postgresql",
          "pgsql", "postgresql",
          "hsql", "hsqldb",
          "sqlserver", "mssql",
          "db2i", "db2");
  private static final Pattern WORD = Pattern.compile("[^a-z0-9]+");
  private static final int TELLING = 5;

  private Vendors() {}

  /** Whether a folder's name, in lower case, is that of a vendor. */
  static boolean isVendor(String name) {
    return NAMES.contains(name);
  }

  /** The vendor that a path names; empty for none. */
  static String of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String found = "";
    for (String word : WORD.split(lower)) {
      for (String name : NAMES) {
        boolean in = word.equals(name) || (name.length() >= TELLING && word.contains(name));
        if (in && name.length() > found.length()) {
          found = name;
        }
      }
    }
    return found;
  }

  /** The name of a vendor by which its databases and their forks go; empty where it is none. */
  public static String family(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) ? SAME.getOrDefault(lower, lower) : "";
  }

  /** Whether a family is of those that run inside a program, as for its tests. */
  public static boolean isEmbedded(String family) {
    return EMBEDDED.contains(family);
  }

  /**
   * How late a script's word on a table counts: what is of the vendor in production comes first,
   * then what is of none, or of no embedded one.
   *
   * @param production family of the vendor in production; empty where it is not known
   */
  static int rank(String path, String production) {
    String family = family(of(path));
    if (!production.isEmpty() && family.equals(production)) {
      return 0;
    }
    return isEmbedded(family) ? 3 : family.isEmpty() || production.isEmpty() ? 1 : 2;
  }
}
