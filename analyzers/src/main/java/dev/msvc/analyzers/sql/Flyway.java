package dev.msvc.analyzers.sql;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of Flyway's files say: where they belong, and in which order they run. */
final class Flyway {
  private static final String WRITTEN_IN = "sql|java|kt|groovy";
  private static final Pattern NAME =
      Pattern.compile(
          "(?:([VB])([0-9][0-9._]*?)(?:__.*)?|(R)__.*|(after\\w*?|before\\w*?)__.*)\\.(?:"
              + WRITTEN_IN
              + ")");
  private static final Pattern CODE = Pattern.compile("\\bsrc/main/(?:java|kotlin|groovy|scala)/");
  private static final Set<String> ROOTS = Set.of("migration", "migrations", "flyway");

  private Flyway() {}

  /**
   * Whether the name is one that Flyway goes by, of a script or of a class. A script may go without
   * a description, but {@code V2.sql} is one of Flyway's only where Flyway looks.
   */
  static boolean isMigration(MigrationFile file) {
    String name = file.name();
    return NAME.matcher(name).matches()
        && (name.contains("__") || (name.endsWith(".sql") && isInRoot(file.folder())));
  }

  private static boolean isInRoot(String folder) {
    return Arrays.stream(folder.split("/", -1))
        .anyMatch(part -> ROOTS.contains(part.toLowerCase(Locale.ROOT)));
  }

  /** Where Flyway looks: the folder called migration, a vendor's folder below it apart. */
  static String location(String folder) {
    // classes lie beside the scripts, once all is built
    String[] parts = CODE.matcher(folder).replaceFirst("src/main/resources/").split("/");
    StringBuilder location = new StringBuilder();
    boolean inRoot = false;
    for (String part : parts) {
      String lower = part.toLowerCase(Locale.ROOT);
      if (!inRoot || Vendors.isVendor(lower)) {
        location.append(part).append('/');
      }
      inRoot |= ROOTS.contains(lower);
    }
    return location.toString();
  }

  /** Versions by number, then what is repeated by its description. */
  static int byVersion(MigrationFile left, MigrationFile right) {
    Matcher a = NAME.matcher(left.name());
    Matcher b = NAME.matcher(right.name());
    if (!a.matches() || !b.matches()) {
      return left.path().compareTo(right.path());
    }
    int kind = Integer.compare(rank(a), rank(b));
    if (kind != 0) {
      return kind;
    }
    int version = a.group(2) == null ? 0 : compareVersions(a.group(2), b.group(2));
    return version != 0
        ? version
        : Comparator.comparing(MigrationFile::name)
            .thenComparing(MigrationFile::path)
            .compare(left, right);
  }

  /** Versions first, then what is repeated, then what runs after it. */
  private static int rank(Matcher name) {
    if (name.group(4) != null) {
      return name.group(4).startsWith("before") ? 0 : 3;
    }
    return name.group(3) != null ? 2 : 1;
  }

  private static int compareVersions(String left, String right) {
    String[] a = left.split("[._]");
    String[] b = right.split("[._]");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      String x = i < a.length ? withoutZeros(a[i]) : "";
      String y = i < b.length ? withoutZeros(b[i]) : "";
      int order =
          x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String withoutZeros(String number) {
    return number.replaceFirst("^0+", "");
  }
}
