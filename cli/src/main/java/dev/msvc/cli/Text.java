package dev.msvc.cli;

import java.util.ArrayList;
import java.util.List;

/** Text that fits a screen and cannot steer it. */
final class Text {
  /** Columns that every screen keeps to. */
  static final int WIDTH = 100;

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

  /** At most so many characters: a longer text loses its middle. */
  static String shortened(String text, int width) {
    String plain = printable(text);
    if (plain.length() <= width) {
      return plain;
    }
    int tail = (width - 2) * 2 / 3;
    int head = width - 2 - tail;
    return plain.substring(0, head) + ".." + plain.substring(plain.length() - tail);
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
