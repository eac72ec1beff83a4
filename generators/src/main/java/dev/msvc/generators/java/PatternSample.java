package dev.msvc.generators.java;

import java.util.Optional;
import java.util.regex.Pattern;

/** A short text that a pattern matches. */
final class PatternSample {
  private static final int MOST_REPEATS = 64;
  private static final String CANDIDATES =
      "a0A_-.@/: bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ123456789!#$%&'()*+,;<=>?[]^`{|}~\"\\";

  private final String pattern;
  private final int more;
  private int at;

  private PatternSample(String pattern, int more) {
    this.pattern = pattern;
    this.more = more;
  }

  /**
   * A text of at least so many characters; empty where none was found.
   *
   * @param least its least length
   */
  static Optional<String> of(String pattern, int least) {
    Pattern whole = Pattern.compile(pattern);
    for (int more = 0; more <= MOST_REPEATS; more++) {
      String text;
      try {
        text = new PatternSample(pattern, more).choice();
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        return Optional.empty();
      }
      if (text.length() >= least && whole.matcher(text).matches()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private boolean ends() {
    return at >= pattern.length();
  }

  /** The first of alternatives; the others are read over. */
  private String choice() {
    String first = sequence();
    while (!ends() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (!ends() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      String one = one();
      text.append(one.repeat(times()));
    }
    return text.toString();
  }

  private int times() {
    if (ends()) {
      return 1;
    }
    int times = 1;
    switch (pattern.charAt(at)) {
      case '?' -> {
        at++;
        times = more > 0 ? 1 : 0;
      }
      case '*' -> {
        at++;
        times = more;
      }
      case '+' -> {
        at++;
        times = 1 + more;
      }
      case '{' -> {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0].strip());
        int most = least;
        if (bounds.length > 1) {
          most = bounds[1].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1].strip());
        }
        times = (int) Math.min(most, (long) least + more);
      }
      default -> {
        return 1;
      }
    }
    if (!ends() && pattern.charAt(at) == '?') {
      at++;
    }
    return times;
  }

  private String one() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characters();
      case '\\' -> escaped();
      case '^', '$' -> "";
      case '.' -> "a";
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?", at)) {
      int end = at + 1;
      while (":)>".indexOf(pattern.charAt(end)) < 0) {
        end++;
      }
      at = end + 1;
      if (pattern.charAt(end) == ')') {
        return "";
      }
    }
    String text = choice();
    at++;
    return text;
  }

  private String escaped() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> "0";
      case 'w', 'S', 'D' -> "a";
      case 's' -> " ";
      case 'W' -> "-";
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 'b', 'B', 'A', 'z', 'Z' -> "";
      case 'p', 'P', 'x', 'u', '0' -> matching(pattern.substring(at - 2, property(c)));
      default -> String.valueOf(c);
    };
  }

  /** Reads over a class or a number behind a letter; where it ends. */
  private int property(char letter) {
    if (!ends() && pattern.charAt(at) == '{') {
      at = pattern.indexOf('}', at) + 1;
    } else {
      at +=
          switch (letter) {
            case 'x' -> 2;
            case 'u' -> 4;
            case '0' -> 3;
            default -> 1;
          };
    }
    return at;
  }

  private String characters() {
    int start = at - 1;
    int depth = 1;
    if (!ends() && pattern.charAt(at) == '^') {
      at++;
    }
    if (!ends() && pattern.charAt(at) == ']') {
      at++;
    }
    while (depth > 0) {
      char c = pattern.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
    }
    return matching(pattern.substring(start, at));
  }

  /** The first of usual characters that a class has. */
  private static String matching(String of) {
    Pattern one = Pattern.compile(of);
    for (int i = 0; i < CANDIDATES.length(); i++) {
      String candidate = CANDIDATES.substring(i, i + 1);
      if (one.matcher(candidate).matches()) {
        return candidate;
      }
    }
    for (char c = 1; c < Character.MIN_SURROGATE; c++) {
      if (one.matcher(String.valueOf(c)).matches()) {
        return String.valueOf(c);
      }
    }
    return "";
  }
}
