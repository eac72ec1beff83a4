package dev.msvc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text that fits a screen and cannot steer it. */
final class Text {
  /** Columns that every screen keeps to. */
  static final int WIDTH = 100;

  private static final int WORDS = 3;

  private static final Pattern QUALIFIED = Pattern.compile("(?:[a-z_$][\\w$]*\\.){2,}[\\w$.]*\\w");

  private Text() {}

  /**
   * The same text with each control, format and line-breaking character shown as an escape: {@code
   * \x1b} and alike.
   */
  static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text.charAt(i))) {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int from) {
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPrintable(c)) {
        safe.append(c);
      } else if (c < 0x100) {
        safe.append("\\x").append(hex(c >> 4)).append(hex(c));
      } else {
        safe.append("\\u").append(hex(c >> 12)).append(hex(c >> 8)).append(hex(c >> 4));
        safe.append(hex(c));
      }
    }
    return safe.toString();
  }

  private static boolean isPrintable(char c) {
    if (c < 0x7f) {
      return c >= 0x20;
    }
    if (c < 0xa0) {
      return false;
    }
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.CONTROL
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static char hex(int digit) {
    return Character.forDigit(digit & 0xf, 16);
  }

  /**
   * At most so many characters: a longer text loses its middle, a qualified name the ends of its
   * packages' names and then its start, since what is last tells it apart.
   */
  static String shortened(String text, int width) {
    String plain = printable(text);
    if (plain.length() <= width) {
      return plain;
    }
    if (QUALIFIED.matcher(plain).matches()) {
      return qualified(plain, width);
    }
    int tail = (width - 2) * 2 / 3;
    int head = width - 2 - tail;
    return plain.substring(0, head) + ".." + plain.substring(plain.length() - tail);
  }

  /** Whether a text is words rather than a name or a list of few: its start says what it is of. */
  static boolean isProse(String text) {
    return text.indexOf(',') < 0
        ? text.chars().filter(c -> c == ' ').count() >= WORDS
        : text.chars().filter(c -> c == ' ').count() >= 2 * WORDS;
  }

  private static String qualified(String name, int width) {
    String[] parts = name.split("\\.", -1);
    int excess = name.length() - width;
    for (int i = 0; i < parts.length - 1 && excess > 0; i++) {
      if (Character.isLowerCase(parts[i].charAt(0))) {
        excess -= parts[i].length() - 1;
        parts[i] = parts[i].substring(0, 1);
      }
    }
    return excess <= 0
        ? String.join(".", parts)
        : ".." + name.substring(name.length() - (width - 2));
  }

  /** At most so many characters: a longer text loses its end. */
  static String shortenedEnd(String text, int width) {
    String plain = printable(text);
    return plain.length() <= width ? plain : plain.substring(0, width - 3) + "...";
  }

  /** Lines of at most so many characters, broken at spaces where there are any. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = printable(text).strip();
    while (rest.length() > width) {
      int end = rest.lastIndexOf(' ', width);
      if (end <= 0) {
        end = width;
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }
}
