package dev.msvc.analyzers.mapping;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the persistence provider makes of the names of tables.
 *
 * @param snakeCase whether {@code OrderItem} becomes {@code order_item}
 * @param prefix put before names of tables
 * @param suffix put after names of tables
 * @param certain whether it was understood as a whole
 */
record NamingStrategy(boolean snakeCase, String prefix, String suffix, boolean certain) {
  static final NamingStrategy AS_WRITTEN = new NamingStrategy(false, "", "", true);
  static final NamingStrategy SNAKE_CASE = new NamingStrategy(true, "", "", true);

  private static final List<String> SNAKE =
      List.of("snake", "underscore", "springphysical", "improvednaming");
  private static final List<String> PLAIN =
      List.of(
          "standardimpl", "jpacompliant", "ejb3naming", "defaultnaming", "defaultcomponentsafe");

  /** The strategy of a class of a library, by its name; null where it is none that we know. */
  static @Nullable NamingStrategy of(String className) {
    String name = className.toLowerCase(Locale.ROOT);
    if (SNAKE.stream().anyMatch(name::contains)) {
      return SNAKE_CASE;
    }
    return PLAIN.stream().anyMatch(name::contains) ? AS_WRITTEN : null;
  }

  String table(String name) {
    String base = snakeCase ? Naming.snake(name) : name;
    return prefix + base + suffix;
  }
}
