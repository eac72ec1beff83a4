package dev.msvc.analyzers.sql;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makers of databases, whose scripts are alternatives of one schema. */
final class Vendors {
  private static final Set<String> NAMES =
      Set.of(
          ("mysql mariadb postgres postgresql pgsql h2 hsqldb hsql oracle mssql sqlserver db2 db2i"
                  + " derby sqlite sybase cockroachdb")
              .split(" "));
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
}
