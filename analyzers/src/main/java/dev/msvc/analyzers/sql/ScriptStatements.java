package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of a script that read or change rows or call something.
 *
 * @param defines whether the script also creates, changes or drops what rows are in
 * @param whole whether none was left out for their number
 */
public record ScriptStatements(List<Statement> all, boolean defines, boolean whole) {
  private static final int MOST = 1000;

  /** {@code -- name: find-order}, and what others write before the name. */
  private static final Pattern NAME =
      Pattern.compile("(?m)^[ \\t]*--[ \\t]*[@:]?name[ \\t]*:?[ \\t]*([\\w.\\-]+)[^\\n]*$");

  private static final Set<String> WANTED =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "replace",
          "truncate",
          "upsert",
          "with",
          "call",
          "exec",
          "execute");
  private static final Set<String> DEFINITIONS = Set.of("create", "alter", "drop", "rename");
  private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "replace");
  private static final Pattern VALUES = Pattern.compile("(?i)\\)\\s*values\\b");

  /**
   * One of them.
   *
   * @param name by which code finds it; empty where the script gives it none
   * @param line of its first word, from 1
   */
  public record Statement(String name, String text, int line) {}

  public ScriptStatements {
    all = List.copyOf(all);
  }

  /** Whether its file is one of Flyway's, by its name, or of Liquibase's, by its first line. */
  public static boolean isMigration(String path, String text) {
    MigrationFile file = new MigrationFile(path, text.length(), () -> text);
    return Flyway.isMigration(file)
        || text.stripLeading().toLowerCase(Locale.ROOT).startsWith("--liquibase");
  }

  /** Whether files of one name are copies for several databases: each names another one. */
  public static boolean areCopies(List<String> paths) {
    Set<String> vendors = new HashSet<>();
    return !paths.isEmpty()
        && paths.stream()
            .allMatch(each -> !Vendors.of(each).isEmpty() && vendors.add(Vendors.of(each)));
  }

  /** Reads a script; of inserts that differ in their values only, the first. */
  public static ScriptStatements of(String text) {
    List<Statement> found = new ArrayList<>();
    Set<String> known = new HashSet<>();
    boolean[] defines = {false};
    Matcher name = NAME.matcher(text);
    int from = 0;
    int line = 1;
    String current = "";
    boolean more = true;
    while (more) {
      more = name.find();
      int end = more ? name.start() : text.length();
      String section = text.substring(from, end);
      for (SqlScript.Piece piece : SqlScript.pieces(section)) {
        String first = firstWord(piece.text());
        defines[0] |= DEFINITIONS.contains(first);
        if (WANTED.contains(first) && known.add(current + '\n' + shape(first, piece.text()))) {
          found.add(new Statement(current, piece.text(), line + piece.line() - 1));
        }
      }
      line += (int) section.chars().filter(each -> each == '\n').count();
      from = end;
      current = more ? name.group(1) : "";
    }
    boolean whole = found.size() <= MOST;
    return new ScriptStatements(whole ? found : found.subList(0, MOST), defines[0], whole);
  }

  /** Whether it only fills tables, with rows that are known beforehand, and changes no others. */
  public boolean seeds() {
    if (!fills()) {
      return false;
    }
    Set<String> filled = new HashSet<>();
    Set<String> changed = new HashSet<>();
    for (Statement each : all) {
      List<TableUse> uses = SqlReader.shared().read(each.text()).uses();
      boolean reads = !uses.stream().allMatch(use -> use.op().writes());
      for (TableUse use : uses) {
        String table = use.table().toLowerCase(Locale.ROOT);
        if (use.op() != Operation.INSERT && use.op().writes()) {
          changed.add(table);
        } else if (!reads) {
          filled.add(table);
        }
      }
    }
    return filled.containsAll(changed);
  }

  /** Whether it only fills and changes tables, with what is known beforehand. */
  public boolean fills() {
    return onlyKnown(CHANGES);
  }

  private boolean onlyKnown(Set<String> verbs) {
    return !all.isEmpty()
        && all.stream()
            .map(each -> Tokens.of(each.text()))
            .allMatch(
                tokens ->
                    !tokens.isEmpty()
                        && verbs.stream().anyMatch(tokens.get(0)::is)
                        && tokens.stream()
                            .noneMatch(
                                each ->
                                    each.kind() == Token.Kind.PARAMETER
                                        || each.kind() == Token.Kind.HOLE));
  }

  private static String shape(String first, String text) {
    Matcher values = VALUES.matcher(text);
    return first.equals("insert") && values.find() ? text.substring(0, values.start()) : text;
  }

  private static String firstWord(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == '(' || text.charAt(start) == '{')) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
