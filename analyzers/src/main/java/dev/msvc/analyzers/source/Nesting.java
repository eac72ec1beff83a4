package dev.msvc.analyzers.source;

/**
 * Refuses a Java text that would use up the stack of a recursive parser. Its limits are far above
 * what people write; they count, so that the answer never depends on how large a stack was left.
 */
final class Nesting {
  /** Of brackets. */
  static final int MAX_DEPTH = 300;

  /** Of operators, dots and brackets in one statement, and of {@code else} in one block. */
  static final int MAX_CHAIN = 10_000;

  /** Of casts in a row: a parser looks through the rest of them at each. */
  static final int MAX_CASTS = 100;

  /** Of one declaration or call: no class file holds more, and a parser compares them all. */
  static final int MAX_PARTS = 30_000;

  private static final String STATEMENT =
      "a statement of more than %d operators, dots and brackets";

  private final String text;
  private final char[] chars;
  private final int[] operators = new int[MAX_DEPTH + 1];
  private final int[] elses = new int[MAX_DEPTH + 1];
  private final int[] commas = new int[MAX_DEPTH + 1];

  /** Whether the bracket holds an array's elements, of which there may be any number. */
  private final boolean[] elements = new boolean[MAX_DEPTH + 1];

  private int depth;
  private int casts;
  private char before;
  private int line = 1;

  private Nesting(String text) {
    this.text = text;
    this.chars = text.toCharArray();
  }

  /**
   * Looks through a Java text.
   *
   * @throws UnreadableFileException at the line where a limit is passed
   */
  static void check(String text) {
    new Nesting(text).scan();
  }

  private void scan() {
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      switch (c) {
        case '(' -> {
          countCast();
          open();
        }
        case '[', '{' -> open();
        case ')', ']' -> depth = Math.max(0, depth - 1);
        case '}' -> {
          depth = Math.max(0, depth - 1);
          operators[depth] = 0;
          commas[depth] = 0;
        }
        case ';' -> {
          operators[depth] = 0;
          commas[depth] = 0;
        }
        case ',' -> {
          operators[depth] = 0;
          if (!elements[depth] && ++commas[depth] > MAX_PARTS) {
            throw new UnreadableFileException(
                "more than %d parts of one list".formatted(MAX_PARTS), line);
          }
        }
        case '"', '\'', '/' -> {
          int end = skipped(i);
          if (end > i) {
            countLines(i, end);
            i = end;
          } else if (c == '/') {
            count(operators, STATEMENT);
          }
        }
        case '.', '+', '-', '*', '%', '&', '|', '^', '?', '<', '>', '=', '!', '~' ->
            count(operators, STATEMENT);
        case 'e' -> {
          if (isElse(i)) {
            count(elses, "more than %d 'else' in one block");
          }
        }
        default -> {}
      }
      if (c == '\n') {
        line++;
      } else if (c > ' ') {
        before = c;
      }
    }
  }

  private void countCast() {
    casts = before == ')' ? casts + 1 : 0;
    if (casts > MAX_CASTS) {
      throw new UnreadableFileException("more than %d casts in a row".formatted(MAX_CASTS), line);
    }
  }

  private void open() {
    if (depth == MAX_DEPTH) {
      throw new UnreadableFileException(
          "brackets nested deeper than %d".formatted(MAX_DEPTH), line);
    }
    count(operators, STATEMENT);
    depth++;
    operators[depth] = 0;
    elses[depth] = 0;
    commas[depth] = 0;
    elements[depth] = before == '=' || before == ']' || before == ',' || before == '{';
  }

  private void count(int[] counts, String reason) {
    if (++counts[depth] > MAX_CHAIN) {
      throw new UnreadableFileException(reason.formatted(MAX_CHAIN), line);
    }
  }

  private boolean isElse(int at) {
    return at + 3 < chars.length
        && chars[at + 1] == 'l'
        && text.startsWith("else", at)
        && (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
        && (at + 4 == text.length() || !Character.isJavaIdentifierPart(text.charAt(at + 4)));
  }

  private void countLines(int from, int to) {
    for (int i = from; i < to && i < chars.length; i++) {
      if (chars[i] == '\n') {
        line++;
      }
    }
  }

  /** The last character of the comment or literal that starts here; {@code at} for neither. */
  private int skipped(int at) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end - 1;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 1;
    }
    if (text.startsWith("\"\"\"", at)) {
      int end = closing("\"\"\"", at + 3);
      return end < 0 ? text.length() : end + 2;
    }
    if (text.charAt(at) == '/') {
      return at;
    }
    int end = closing(text.substring(at, at + 1), at + 1);
    return end < 0 ? at : end;
  }

  /** Where the quote closes; a quote of one character does so in its line. */
  private int closing(String quote, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (text.startsWith(quote, i)) {
        return i;
      } else if (c == '\n' && quote.length() == 1) {
        return -1;
      }
    }
    return -1;
  }
}
