package dev.msvc.analyzers.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A script that no tool for migrations runs: a full definition, or an upgrade of one.
 *
 * <p>Full definitions come first, each a set of its own, for there may be one a vendor; that of the
 * vendor in production before others, and those of embedded databases last. Upgrades go on from all
 * of them, in the order of their paths with numbers by value. What another script runs comes after
 * those that none runs: it was read there.
 */
record PlainScript(
    MigrationFile file, boolean isUpgrade, boolean isRun, int rank, boolean isNumbered) {
  private static final String UPGRADES = "upgrade/";
  private static final String STEPS = "steps/";
  private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,14}(?![0-9]).*");
  private static final Pattern ALTERS =
      Pattern.compile(
          "(?i)(?:.*[-_.])?(?:alter(?:s|ations?)?|constraints?|foreign[-_]?keys?|fks?)(?:[-_.].*)?");
  private static final Pattern UPGRADE =
      Pattern.compile(
          "(?i)(?:^|[/._-])(?:upgrades?|updates?|migrations?|migrate|patch(?:es)?|deltas?|changes?)(?:[/._-]|$)");
  private static final Pattern BACK =
      Pattern.compile(
          "(?i)(?:^|/)U[0-9][0-9._]*__|(?:^|[/._-])(?:rollbacks?|undo|downgrades?|revert|uninstall|down|teardown|cleanup)(?:[/._-]|$)");
  private static final Comparator<PlainScript> ORDER =
      Comparator.comparing(PlainScript::isUpgrade)
          .thenComparing(PlainScript::isRun)
          .thenComparing(PlainScript::rank)
          .thenComparing(each -> each.file().path(), PlainScript::byNumbers);

  /**
   * Those that build a schema up, full definitions before upgrades.
   *
   * @param defining whether a script creates tables
   * @param production family of the vendor in production; empty where it is not known
   */
  static List<PlainScript> inOrder(
      List<MigrationFile> files,
      Predicate<MigrationFile> defining,
      ScriptRuns runs,
      String production) {
    Set<String> defined = new HashSet<>();
    Set<String> numbered = new HashSet<>();
    for (MigrationFile file : files) {
      if (defining.test(file)) {
        defined.add(file.folder());
        if (NUMBERED.matcher(file.name()).matches()) {
          numbered.add(file.folder());
        }
      }
    }
    List<PlainScript> scripts = new ArrayList<>();
    for (MigrationFile file : files) {
      String path = file.path();
      if (!BACK.matcher(path).find()) {
        boolean alters =
            ALTERS.matcher(file.name()).matches()
                && defined.contains(file.folder())
                && !defining.test(file);
        boolean step = NUMBERED.matcher(file.name()).matches() && numbered.contains(file.folder());
        boolean upgrade = UPGRADE.matcher(path).find() || (alters && !step);
        scripts.add(
            new PlainScript(
                file, upgrade, runs.isRun(path), Vendors.rank(path, production), step && !upgrade));
      }
    }
    scripts.sort(ORDER);
    return scripts;
  }

  /** Whether there is something in it that matters, beside tables that it creates. */
  boolean defines(ScriptWords.Found words) {
    return words.object() || ((isUpgrade || isNumbered) && words.change());
  }

  /** The name of its set of migrations: upgrades of one vendor are one history. */
  String set() {
    if (isNumbered) {
      return STEPS + file.folder() + "/" + Vendors.of(file.name());
    }
    return isUpgrade ? UPGRADES + Vendors.of(file.path()) : file.path();
  }

  /** Whether it goes on from another set: upgrades of a vendor from those that are of none. */
  boolean continues(String set) {
    return isUpgrade && !set.equals(set()) && (!set.startsWith(UPGRADES) || set.equals(UPGRADES));
  }

  private static int byNumbers(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      if (isDigit(left, i) && isDigit(right, j)) {
        int a = behindDigits(left, i);
        int b = behindDigits(right, j);
        String x = left.substring(i, a).replaceFirst("^0+(?=.)", "");
        String y = right.substring(j, b).replaceFirst("^0+(?=.)", "");
        int order = x.length() == y.length() ? x.compareTo(y) : x.length() - y.length();
        if (order != 0) {
          return order;
        }
        i = a;
        j = b;
      } else if (left.charAt(i) != right.charAt(j)) {
        return left.charAt(i) - right.charAt(j);
      } else {
        i++;
        j++;
      }
    }
    return Integer.compare(left.length() - i, right.length() - j) == 0
        ? left.compareTo(right)
        : Integer.compare(left.length() - i, right.length() - j);
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int behindDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text, at)) {
      at++;
    }
    return at;
  }
}
