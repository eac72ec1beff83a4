package dev.msvc.generators.java;

import dev.msvc.model.service.FieldName;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Small pieces of Java. */
final class JavaText {
  private JavaText() {}

  /** A text as a literal. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '"' -> quoted.append("\\\"");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(isPlain(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < '\u007f';
  }

  /** As a constant is named: {@code lastFour} is {@code LAST_FOUR}. */
  static String constant(FieldName name) {
    return name.snake().toUpperCase(Locale.ROOT);
  }

  /**
   * What turns each of several into something, as it is given to {@code map}.
   *
   * @param one makes the code for one from the code of one
   */
  static String function(UnaryOperator<String> one) {
    String code = one.apply("each");
    if (code.matches("[A-Za-z.]+\\(each\\)")) {
      int paren = code.indexOf('(');
      int dot = code.lastIndexOf('.', paren);
      if (dot > 0) {
        return code.substring(0, dot) + "::" + code.substring(dot + 1, paren);
      }
    }
    return "each -> " + code;
  }

  /** Whether the code of each is that of itself. */
  static boolean isNothing(UnaryOperator<String> one) {
    return one.apply("each").equals("each");
  }

  /** A list of which each is made into something. */
  static String list(String list, UnaryOperator<String> one) {
    return isNothing(one) ? list : "%s.stream().map(%s).toList()".formatted(list, function(one));
  }

  /** A map of which each value is made into something. */
  static String map(String map, UnaryOperator<String> one) {
    return isNothing(one)
        ? map
        : "%s.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> %s))"
            .formatted(map, one.apply("each.getValue()"));
  }
}
