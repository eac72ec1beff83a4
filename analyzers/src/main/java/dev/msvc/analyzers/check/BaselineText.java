package dev.msvc.analyzers.check;

import dev.msvc.model.Baseline;
import dev.msvc.model.CutKind;
import dev.msvc.model.UserError;
import dev.msvc.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a baseline: {@code msvc/baseline/v1}, one id a line, sorted, so that branches merge.
 */
public final class BaselineText {
  /** How the names of files end; others in the folder are not read. */
  public static final String ENDING = ".txt";

  private static final String SCHEMA = "msvc/baseline/v1";
  private static final String FINDINGS = "findings";
  private static final List<String> CONFLICT = List.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");
  private static final Set<String> KINDS = kinds();

  private BaselineText() {}

  private static Set<String> kinds() {
    Set<String> kinds = new HashSet<>();
    for (CutKind each : CutKind.values()) {
      kinds.add(each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    kinds.add("dependency");
    kinds.add("tie");
    BoundaryRules.all().forEach(each -> kinds.add(each.id()));
    return Set.copyOf(kinds);
  }

  /** Name of the file that holds a violation: of its pair of contexts, or of all without one. */
  static String file(Violation violation) {
    List<String> pair = violation.pair();
    return (pair.isEmpty() ? FINDINGS : safe(pair.get(0)) + "+" + safe(pair.get(1))) + ENDING;
  }

  /** A name that every file system takes, on each of which different names stay so. */
  private static String safe(String context) {
    StringBuilder safe = new StringBuilder();
    for (byte each : context.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
        safe.append(c);
      } else {
        safe.append('%').append(Character.forDigit(c >> 4, 16));
        safe.append(Character.forDigit(c & 0xf, 16));
      }
    }
    return safe.toString();
  }

  /**
   * Reads the files of a folder, by name.
   *
   * @throws UserError where one is damaged, half merged or of a newer msvc; with file and line
   */
  public static Baseline read(SortedMap<String, String> texts) {
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, ids(name, text)));
    return new Baseline(files);
  }

  private static SortedSet<String> ids(String file, String text) {
    SortedSet<String> ids = new TreeSet<>();
    int number = 0;
    boolean first = true;
    for (String line : text.lines().toList()) {
      number++;
      for (String marker : CONFLICT) {
        if (line.startsWith(marker)) {
          throw wrong(
              file,
              number,
              "a merge was not finished: the line begins with " + marker,
              "keep the lines of both sides, then run 'msvc check --update'");
        }
      }
      if (first) {
        schema(file, number, line);
        first = false;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        ids.add(id(file, number, line.stripTrailing()));
      }
    }
    if (first) {
      throw wrong(file, 1, "the file is empty", "take it from git again");
    }
    return ids;
  }

  private static void schema(String file, int number, String line) {
    if (line.stripTrailing().startsWith("# " + SCHEMA + ":")) {
      return;
    }
    boolean newer = line.matches("# msvc/baseline/v\\d+:.*");
    throw wrong(
        file,
        number,
        newer
            ? "it was made by a newer msvc as %s; this one reads %s"
                .formatted(line.substring(2, line.indexOf(':')), SCHEMA)
            : "the first line does not say " + SCHEMA,
        newer ? "use that msvc, or a newer one" : "take the file from git again");
  }

  private static String id(String file, int number, String line) {
    int slash = line.indexOf('/');
    if (slash < 0 || slash == line.length() - 1 || !KINDS.contains(line.substring(0, slash))) {
      throw wrong(
          file,
          number,
          "'%s' is no id of a violation"
              .formatted(line.length() > 60 ? line.substring(0, 60) : line),
          "take the file from git again, or delete the line");
    }
    return unescaped(file, number, line);
  }

  private static UserError wrong(String file, int line, String message, String hint) {
    return new UserError("%s/%s:%d: %s".formatted(Baseline.FOLDER, file, line, message), hint);
  }

  /**
   * The text of each file; that of findings is always among them, so that a folder is never empty.
   */
  public static SortedMap<String, String> write(Baseline baseline) {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(FINDINGS + ENDING, text(new TreeSet<>()));
    baseline.files().forEach((name, ids) -> texts.put(name, text(ids)));
    return texts;
  }

  private static String text(SortedSet<String> ids) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(SCHEMA).append(": made by msvc check; it only shrinks.\n");
    text.append(
        "# Where a merge conflicts, keep the lines of both sides and run it with --update.\n");
    ids.forEach(id -> text.append(escaped(id)).append('\n'));
    return text.toString();
  }

  /** One line, whatever is in a name; spaces at its end would be lost. */
  private static String escaped(String id) {
    StringBuilder line = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      int type = Character.getType(c);
      boolean steers =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR
              || (Character.isWhitespace(c) && i == id.length() - 1);
      if (c == '\\') {
        line.append("\\\\");
      } else if (steers) {
        line.append("\\u%04x".formatted((int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }

  private static String unescaped(String file, int number, String line) {
    StringBuilder id = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        id.append(c);
      } else if (line.startsWith("\\", i + 1)) {
        id.append('\\');
        i++;
      } else if (line.substring(i).matches("\\\\u[0-9a-f]{4}.*")) {
        id.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        throw wrong(file, number, "a '\\' stands for nothing here", "take the file from git again");
      }
    }
    return id.toString();
  }
}
