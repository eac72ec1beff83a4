package dev.msvc.bench.truth;

import java.util.Locale;

/** Names of tables, made comparable. */
final class Names {
  private Names() {}

  /** Without schema, quotes and case. */
  static String table(String name) {
    String bare = name.replaceAll("[`\"\\[\\]]", "").strip();
    int dot = bare.lastIndexOf('.');
    return bare.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Spring Boot's physical naming strategy: {@code orderItem} is {@code order_item}. */
  static String snake(String name) {
    StringBuilder snake = new StringBuilder(name.replace('.', '_'));
    for (int i = 1; i < snake.length() - 1; i++) {
      if (Character.isLowerCase(snake.charAt(i - 1))
          && Character.isUpperCase(snake.charAt(i))
          && Character.isLowerCase(snake.charAt(i + 1))) {
        snake.insert(i++, '_');
      }
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  static String simple(String internalName) {
    return internalName.substring(
        Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
  }
}
