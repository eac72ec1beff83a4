package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.sql.SqlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements that a method puts together by MyBatis's builder, with what methods of its class add
 * to them: {@code SELECT("id"); FROM("orders o"); WHERE("o.id in (select ...)")}. Clauses that a
 * condition adds are all taken.
 */
final class BuiltStatements {
  private static final int DEEPEST = 5;
  private static final int MOST_CLAUSES = 400;
  private static final String UNKNOWN = String.valueOf(SqlReader.HOLE);

  /** What begins another statement. */
  private static final Set<String> BEGINS = Set.of("BEGIN", "RESET");

  private static final Set<String> JOINS =
      Set.of("JOIN", "INNER_JOIN", "OUTER_JOIN", "LEFT_OUTER_JOIN", "RIGHT_OUTER_JOIN");

  /** The clauses that name what a statement is about. */
  private static final Set<String> SUBJECTS =
      Set.of("FROM", "INSERT_INTO", "UPDATE", "DELETE_FROM");

  private static final Set<String> OTHERS =
      Set.of(
          "SELECT",
          "SELECT_DISTINCT",
          "WHERE",
          "HAVING",
          "GROUP_BY",
          "ORDER_BY",
          "SET",
          "VALUES",
          "INTO_COLUMNS",
          "INTO_VALUES");

  private final CodeBase code;
  private final List<Map<String, List<String>>> statements = new ArrayList<>();
  private int clauses;

  private BuiltStatements(CodeBase code) {
    this.code = code;
    begin();
  }

  /** The texts of a method's statements; none where it builds none. */
  static Set<String> of(JavaMethod method, CodeBase code) {
    BuiltStatements built = new BuiltStatements(code);
    built.read(method, new HashSet<>());
    Set<String> texts = new LinkedHashSet<>();
    for (Map<String, List<String>> each : built.statements) {
      String text = text(each);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private void begin() {
    statements.add(new LinkedHashMap<>());
  }

  private void read(JavaMethod method, Set<JavaMethod> around) {
    if (around.size() >= DEEPEST || !around.add(method)) {
      return;
    }
    for (Call call : method.calls()) {
      JavaMethod target = call.target();
      if (target != null && target.owner().isProject()) {
        if (target.hasBody() && isNear(method, target)) {
          read(target, around);
        }
      } else if (isNew(call) || BEGINS.contains(call.name())) {
        begin();
      } else if (isClause(call.name()) && clauses < MOST_CLAUSES) {
        clauses++;
        add(call);
      }
    }
    around.remove(method);
  }

  /** Whether a method is of the same class, or of one above it. */
  private boolean isNear(JavaMethod method, JavaMethod target) {
    return method.owner().topLevel() == target.owner().topLevel()
        || code.isA(method.owner(), target.owner().name());
  }

  private static boolean isNew(Call call) {
    return call.name().equals("<init>") && call.receiver().simpleName().equals("SQL");
  }

  private static boolean isClause(String name) {
    return SUBJECTS.contains(name) || JOINS.contains(name) || OTHERS.contains(name);
  }

  private void add(Call call) {
    // of the columns and values of VALUES only the columns count
    long most = call.name().equals("VALUES") ? 1 : Long.MAX_VALUE;
    List<String> clause =
        statements
            .get(statements.size() - 1)
            .computeIfAbsent(call.name(), name -> new ArrayList<>());
    call.arguments().stream()
        .limit(most)
        .map(each -> code.texts(each, call.caller()))
        .flatMap(texts -> texts.isEmpty() ? Stream.of(UNKNOWN) : texts.stream())
        .limit(most)
        .forEach(clause::add);
  }

  private static @Nullable String text(Map<String, List<String>> clauses) {
    List<String> parts = new ArrayList<>();
    String joins = joins(clauses);
    if (clauses.containsKey("INSERT_INTO")) {
      List<String> columns = new ArrayList<>(clauses.getOrDefault("VALUES", List.of()));
      columns.addAll(clauses.getOrDefault("INTO_COLUMNS", List.of()));
      String named = columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
      return "INSERT INTO " + last(clauses, "INSERT_INTO") + named + " VALUES (" + UNKNOWN + ")";
    } else if (clauses.containsKey("UPDATE")) {
      parts.add("UPDATE " + last(clauses, "UPDATE") + joins);
      parts.add("SET " + String.join(", ", clauses.getOrDefault("SET", List.of(UNKNOWN))));
    } else if (clauses.containsKey("DELETE_FROM")) {
      parts.add("DELETE FROM " + last(clauses, "DELETE_FROM") + joins);
    } else if (clauses.containsKey("FROM")) {
      List<String> columns = new ArrayList<>(clauses.getOrDefault("SELECT", List.of()));
      columns.addAll(clauses.getOrDefault("SELECT_DISTINCT", List.of()));
      parts.add("SELECT " + (columns.isEmpty() ? "*" : String.join(", ", columns)));
      parts.add("FROM " + String.join(", ", clauses.getOrDefault("FROM", List.of())) + joins);
    } else {
      return null;
    }
    condition(clauses, "WHERE", parts);
    listed(clauses, "GROUP_BY", "GROUP BY ", parts);
    condition(clauses, "HAVING", parts);
    listed(clauses, "ORDER_BY", "ORDER BY ", parts);
    return String.join(" ", parts);
  }

  private static String last(Map<String, List<String>> clauses, String name) {
    List<String> all = clauses.getOrDefault(name, List.of(UNKNOWN));
    return all.isEmpty() ? UNKNOWN : all.get(all.size() - 1);
  }

  private static String joins(Map<String, List<String>> clauses) {
    StringBuilder text = new StringBuilder();
    clauses.forEach(
        (name, all) -> {
          if (JOINS.contains(name)) {
            String join = name.equals("OUTER_JOIN") ? "FULL OUTER JOIN" : name.replace('_', ' ');
            all.forEach(each -> text.append(' ').append(join).append(' ').append(each));
          }
        });
    return text.toString();
  }

  private static void condition(
      Map<String, List<String>> clauses, String name, List<String> parts) {
    List<String> all = clauses.getOrDefault(name, List.of());
    if (!all.isEmpty()) {
      parts.add(name + " (" + String.join(") AND (", all) + ")");
    }
  }

  private static void listed(
      Map<String, List<String>> clauses, String name, String words, List<String> parts) {
    List<String> all = clauses.getOrDefault(name, List.of());
    if (!all.isEmpty()) {
      parts.add(words + String.join(", ", all));
    }
  }
}
