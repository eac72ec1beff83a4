package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Column;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names in Java become names in the database: by the strategy of the persistence provider,
 * except where the schema has the name in another spelling.
 */
final class Naming {
  private static final Pattern STRATEGY =
      Pattern.compile("(?:physical|naming)[-_]?strategy\\s*[:=]\\s*[\"']?([\\w.$]+)");

  /** Providers that name things as JPA does, whatever framework starts them. */
  private static final Pattern STANDARD_PROVIDER =
      Pattern.compile(
          "org\\.(?:eclipse\\.persistence|apache\\.openjpa)\\.[\\w.]*PersistenceProvider");

  private final boolean snakeCase;
  private final Map<String, TableFact> schema = new HashMap<>();

  private Naming(boolean snakeCase) {
    this.snakeCase = snakeCase;
  }

  /**
   * The strategy of the analysed system: Spring Boot's unless its configuration names another, or a
   * provider other than Hibernate; JPA's without Spring Boot.
   *
   * @param known tables that migrations define
   */
  static Naming of(Sources sources, Collection<TableFact> known) {
    Naming naming = new Naming(isSnakeCase(sources));
    for (TableFact each : known) {
      if (each.kind() != TableKind.UNDEFINED && each.entities().isEmpty()) {
        naming.schema.putIfAbsent(TableName.key(each.name()), each);
        naming.schema.putIfAbsent(TableName.key(TableName.bare(each.name())), each);
      }
    }
    return naming;
  }

  private static boolean isSnakeCase(Sources sources) {
    for (ResourceFile each : sources.resources()) {
      boolean configures =
          each.fileName().startsWith("application") || each.fileName().equals("persistence.xml");
      if (configures) {
        Matcher strategy = STRATEGY.matcher(each.text());
        while (strategy.find()) {
          String name = strategy.group(1);
          if (name.contains("Snake")
              || name.contains("Underscores")
              || name.contains("SpringPhysical")
              || name.contains("ImprovedNaming")) {
            return true;
          }
          if (name.contains("StandardImpl") || name.contains("JpaCompliant")) {
            return false;
          }
        }
        if (STANDARD_PROVIDER.matcher(each.text()).find()) {
          return false;
        }
      }
    }
    return isSpringBoot(sources.code());
  }

  private static boolean isSpringBoot(CodeBase code) {
    return code.types().stream()
        .anyMatch(
            each ->
                each.annotation(
                        "org.springframework.boot.autoconfigure.SpringBootApplication",
                        "org.springframework.boot.autoconfigure.EnableAutoConfiguration")
                    != null);
  }

  boolean isSnakeCase() {
    return snakeCase;
  }

  /** The table of this name in Java, spelt as in the schema where it is there. */
  String table(String schemaName, String name) {
    String bare = TableName.unquoted(name);
    String chosen = converted(bare);
    for (String candidate : candidates(bare)) {
      if (schema.containsKey(TableName.key(candidate))) {
        chosen = candidate;
        break;
      }
    }
    return schemaName.isEmpty() ? chosen : TableName.unquoted(schemaName) + "." + chosen;
  }

  /** The column of this name in Java, spelt as in the schema where its table is there. */
  String column(String table, String name) {
    String bare = TableName.unquoted(name);
    TableFact known = schema.get(TableName.key(table));
    if (known == null) {
      known = schema.get(TableName.key(TableName.bare(table)));
    }
    if (known != null) {
      for (String candidate : candidates(bare)) {
        for (Column each : known.columns()) {
          if (TableName.unquoted(each.name()).equalsIgnoreCase(candidate)) {
            return each.name();
          }
        }
      }
    }
    return converted(bare);
  }

  private List<String> candidates(String name) {
    return snakeCase ? List.of(snake(name), name) : List.of(name, snake(name));
  }

  private String converted(String name) {
    return snakeCase ? snake(name) : name;
  }

  /** {@code OrderItem} to {@code order_item}, as Spring's and Hibernate's strategies do. */
  static String snake(String name) {
    StringBuilder text = new StringBuilder(name.replace('.', '_'));
    for (int i = 1; i < text.length() - 1; i++) {
      boolean starts =
          (Character.isLowerCase(text.charAt(i - 1)) || Character.isDigit(text.charAt(i - 1)))
              && Character.isUpperCase(text.charAt(i))
              && (Character.isLowerCase(text.charAt(i + 1))
                  || Character.isDigit(text.charAt(i + 1)));
      if (starts) {
        text.insert(i++, '_');
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
