package dev.msvc.analyzers.sql;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script of any size in bounded memory: rows that it inserts or copies are passed over, and
 * the definitions between them come in parts that end where a statement does.
 */
final class DumpReader {
  /** Takes a part: its text, and how many lines are before it. */
  interface Part {
    void accept(String text, int linesBefore);
  }

  private static final int LARGEST = 1 << 23;
  private static final int LONGEST_LINE = 1 << 20;
  private static final Pattern ROUTINE =
      Pattern.compile(
          "(?i)^\\s*(?:/\\*!\\d*\\s*)?(?:create|alter)\\b.*\\b(?:procedure|function|trigger|package|proc|type)\\b.*");
  private static final Pattern DOLLARS = Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$");
  private static final Pattern INSERT = Pattern.compile("(?i)^(?:insert|replace)\\s.*");
  private static final Pattern COPY = Pattern.compile("(?is)^copy\\s.*\\bfrom\\s+stdin\\b.*;\\s*$");
  private static final Set<String> GOES_ON =
      Set.of("values", "select", "on", "output", "default", "with", "from", "where", "as");
  private static final Pattern DELIMITER = Pattern.compile("(?i)^delimiter\\s+(\\S+)\\s*$");

  private final Reader in;
  private final Part part;
  private final StringBuilder kept = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int lines;
  private int keptFrom;
  private int rows;
  private boolean cut;
  private String delimiter = ";";
  private String dollars = "";
  private boolean routine;
  private boolean ended = true;
  private boolean pending;
  private int next;

  private DumpReader(Reader in, Part part) throws IOException {
    this.in = in;
    this.part = part;
    this.next = in.read();
  }

  /**
   * What was passed over.
   *
   * @param rows statements that insert or copy rows
   * @param cut whether a line or statement was too long to be kept whole
   */
  record Passed(int rows, boolean cut) {}

  static Passed read(Reader in, Part part) throws IOException {
    DumpReader reader = new DumpReader(in, part);
    reader.readAll();
    return new Passed(reader.rows, reader.cut);
  }

  private void readAll() throws IOException {
    while (next >= 0) {
      boolean free = ended && !routine && dollars.isEmpty() && delimiter.equals(";");
      if (!pending) {
        line.setLength(0);
      }
      pending = false;
      if (free && startsInsert()) {
        rows++;
        flush();
        skipInsert();
        keptFrom = lines;
        continue;
      }
      readLine();
      String text = line.toString();
      if (free && COPY.matcher(text).matches()) {
        rows++;
        flush();
        skipCopy();
        keptFrom = lines;
        continue;
      }
      kept.append(text).append('\n');
      note(text.strip());
      if (kept.length() > LARGEST) {
        boolean whole = ended && !routine && dollars.isEmpty();
        cut |= !whole && kept.length() > 4 * LARGEST;
        if (whole || kept.length() > 4 * LARGEST) {
          flush();
        }
      }
    }
    flush();
  }

  private void flush() {
    if (!kept.toString().isBlank()) {
      part.accept(kept.toString(), keptFrom);
    }
    kept.setLength(0);
    keptFrom = lines;
  }

  /** Keeps the state of the script: whether the next line begins a statement. */
  private void note(String text) {
    Matcher given = DELIMITER.matcher(text);
    if (given.matches()) {
      delimiter = given.group(1);
      ended = true;
      return;
    }
    if (text.isEmpty() || text.startsWith("--")) {
      return;
    }
    boolean whole = text.regionMatches(true, 0, "alter", 0, 5) && text.endsWith(";");
    if (ended && dollars.isEmpty() && !whole && ROUTINE.matcher(text).matches()) {
      routine = delimiter.equals(";");
    }
    boolean closed = false;
    Matcher found = DOLLARS.matcher(text);
    while (text.indexOf('$') >= 0 && found.find()) {
      if (dollars.isEmpty()) {
        dollars = found.group();
      } else if (dollars.equals(found.group())) {
        dollars = "";
        closed = true;
      }
    }
    boolean end = text.endsWith(delimiter);
    boolean alone = text.equalsIgnoreCase("go") || text.equals("/");
    boolean calls = routine && end && text.toLowerCase(Locale.ROOT).contains("execute ");
    if (alone || calls || (closed && end && dollars.isEmpty())) {
      routine = false;
    }
    if (routine && end && dollars.isEmpty() && behindDollars(text)) {
      routine = false;
    }
    ended = alone || (end && dollars.isEmpty());
  }

  /** PostgreSQL may name the language behind the body, on a line of its own. */
  private static boolean behindDollars(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("language") || lower.startsWith("owner to") || lower.startsWith("$");
  }

  private boolean startsInsert() throws IOException {
    while (line.length() == 0 && (next == ' ' || next == '\t')) {
      next = in.read();
    }
    if (line.length() == 0 && (next | 0x20) != 'i' && (next | 0x20) != 'r') {
      return false;
    }
    while (next >= 0 && line.length() < 32 && Character.isLetter(next)) {
      take();
    }
    return (next == ' ' || next == '\t') && INSERT.matcher(line + " ").matches();
  }

  private void take() throws IOException {
    line.append((char) next);
    next = in.read();
  }

  /** Takes the rest of the line, without its end. */
  private void readLine() throws IOException {
    while (next >= 0 && next != '\n') {
      if (line.length() < LONGEST_LINE * 4) {
        line.append((char) next);
      } else {
        cut = true;
      }
      next = in.read();
    }
    if (next == '\n') {
      next = in.read();
      lines++;
    }
    if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
  }

  private void skipCopy() throws IOException {
    while (next >= 0) {
      line.setLength(0);
      while (next >= 0 && next != '\n') {
        if (line.length() < 3) {
          line.append((char) next);
        }
        next = in.read();
      }
      if (next == '\n') {
        next = in.read();
        lines++;
      }
      if (line.toString().strip().equals("\\.")) {
        return;
      }
    }
  }

  /** To the semicolon, or where SQL Server has none, to the line that begins the next statement. */
  private void skipInsert() throws IOException {
    int quote = 0;
    int depth = 0;
    int before = 0;
    boolean backslash = false;
    while (next >= 0) {
      int c = next;
      next = in.read();
      if (c == '\n') {
        lines++;
      }
      if (quote != 0) {
        if (c == '\\' && backslash) {
          lines += next == '\n' ? 1 : 0;
          next = in.read();
        } else if (c == quote) {
          quote = 0;
        }
        continue;
      }
      if (c == '`') {
        backslash = true;
      }
      if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == ';') {
        restOfLine();
        return;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '\n' && depth <= 0 && nextStarts(before == ')')) {
        pending = true;
        return;
      }
      if (c > ' ') {
        before = c;
      }
    }
  }

  /** Whether the line that begins here is another statement's; keeps its first word if so. */
  private boolean nextStarts(boolean mayEnd) throws IOException {
    line.setLength(0);
    while (next >= 0 && Character.isLetter(next) && line.length() < 32) {
      take();
    }
    String word = line.toString().toLowerCase(Locale.ROOT);
    return word.equals("go") || (mayEnd && !word.isEmpty() && !GOES_ON.contains(word));
  }

  private void restOfLine() throws IOException {
    while (next == ' ' || next == '\t' || next == '\r') {
      next = in.read();
    }
    if (next == '\n') {
      next = in.read();
      lines++;
    }
  }
}
