package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names in Java become names in the database: by the strategy of the persistence provider,
 * except where the schema has the name in another spelling.
 */
final class Naming {
  private static final Pattern STRATEGY =
      Pattern.compile(
          "(?i)(?<!implicit[_.-])(?<!property[_.-])(?:physical|naming)[-_]?strategy[\"']?"
              + "(?:\\s*>\\s*<\\w+\\s+class\\s*=|\\s+class\\s*=|\\s*>|\\s+value\\s*=|\\s*[:=])"
              + "\\s*[\"']?([\\w.$]+)");

  /** Providers that name things as JPA does, whatever framework starts them. */
  private static final Pattern STANDARD_PROVIDER =
      Pattern.compile(
          "org\\.(?:eclipse\\.persistence|apache\\.openjpa)\\.[\\w.]*PersistenceProvider");

  private final NamingStrategy strategy;
  private final List<Unread> unread;
  private final Map<String, TableFact> schema = new HashMap<>();

  private Naming(NamingStrategy strategy, List<Unread> unread) {
    this.strategy = strategy;
    this.unread = List.copyOf(unread);
  }

  /**
   * The strategy of the analysed system: its own or the one that its configuration names, Spring
   * Boot's unless another provider than Hibernate is configured; JPA's without Spring Boot.
   *
   * @param known tables that migrations define
   */
  static Naming of(CodeBase code, Configured configured, Collection<TableFact> known) {
    Naming naming = find(code, configured);
    for (TableFact each : known) {
      if (each.kind() != TableKind.UNDEFINED && each.entities().isEmpty()) {
        naming.schema.putIfAbsent(TableName.key(each.name()), each);
        naming.schema.putIfAbsent(TableName.key(TableName.bare(each.name())), each);
      }
    }
    return naming;
  }

  private static Naming find(CodeBase code, Configured configured) {
    List<JavaType> own = code.types().stream().filter(OwnStrategy::is).toList();
    for (String each : configured.texts()) {
      Matcher set = STRATEGY.matcher(each);
      while (set.find()) {
        for (JavaType type : own) {
          if (type.name().equals(set.group(1).replace('$', '.'))) {
            return own(type, code);
          }
        }
        NamingStrategy strategy = NamingStrategy.of(set.group(1));
        // a constant of another library's may be called so, too
        if (strategy != null && set.group(1).contains("Naming")) {
          return new Naming(strategy, List.of());
        }
      }
    }
    if (own.size() == 1) {
      return own(own.get(0), code);
    }
    NamingStrategy inCode = StrategyInCode.find(code);
    if (inCode != null) {
      return new Naming(inCode, List.of());
    }
    boolean standard =
        configured.texts().stream().anyMatch(each -> STANDARD_PROVIDER.matcher(each).find());
    return new Naming(
        !standard && isSpringBoot(code) ? NamingStrategy.SNAKE_CASE : NamingStrategy.AS_WRITTEN,
        List.of());
  }

  private static Naming own(JavaType type, CodeBase code) {
    NamingStrategy strategy = OwnStrategy.read(type, code);
    return new Naming(
        strategy,
        strategy.certain()
            ? List.of()
            : List.of(
                new Unread(
                    type.file(),
                    type.line(),
                    "naming strategy not understood: names of tables are guessed")));
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
    return strategy.snakeCase();
  }

  /** What could not be understood of it. */
  List<Unread> unread() {
    return unread;
  }

  /** How sure a name is that is written out, or follows from the class's. */
  Certainty sureness(boolean written) {
    if (!strategy.certain()) {
      return Certainty.GUESSED;
    }
    return written ? Certainty.PARSED : Certainty.INFERRED;
  }

  /** The table of this name in Java, spelt as in the schema where it is there. */
  String table(String schemaName, String name) {
    String bare = TableName.unquoted(name);
    String chosen = strategy.table(bare);
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
    Set<String> all = new LinkedHashSet<>();
    all.add(strategy.table(name));
    all.add(strategy.snakeCase() ? snake(name) : name);
    all.add(strategy.snakeCase() ? name : snake(name));
    return List.copyOf(all);
  }

  private String converted(String name) {
    return strategy.snakeCase() ? snake(name) : name;
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
