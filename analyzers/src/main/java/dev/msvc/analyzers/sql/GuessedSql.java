package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes table names from the words around them, where no grammar fits. */
final class GuessedSql {
  private static final Set<String> NO_NAMES =
      Set.of(
          "select",
          "set",
          "where",
          "values",
          "value",
          "on",
          "using",
          "as",
          "only",
          "lateral",
          "unnest",
          "table",
          "into",
          "from",
          "join",
          "left",
          "right",
          "inner",
          "outer",
          "full",
          "cross",
          "natural",
          "group",
          "order",
          "having",
          "limit",
          "union",
          "when",
          "then",
          "for",
          "and",
          "or",
          "not",
          "null",
          "in",
          "exists",
          "ignore",
          "low_priority",
          "overwrite",
          "default",
          "with",
          "offset",
          "fetch",
          "returning",
          "end",
          "else",
          "case",
          "by");
  private static final Set<String> FROM_FUNCTIONS =
      Set.of("extract", "trim", "substring", "overlay", "position", "date_part");

  private final List<Token> tokens;
  private final Uses uses = new Uses();
  private final Set<String> withNames = new HashSet<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Operation> later = new HashMap<>();

  private GuessedSql(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Uses usesOf(List<Token> tokens) {
    GuessedSql guess = new GuessedSql(tokens);
    guess.readWithNames();
    guess.readTables();
    return guess.uses;
  }

  private void readWithNames() {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).isName() && opensBody(behindColumns(i + 1))) {
        if (i > 0
            && (tokens.get(i - 1).is("with")
                || tokens.get(i - 1).is("recursive")
                || tokens.get(i - 1).sign(","))) {
          withNames.add(tokens.get(i).lower());
        }
      }
    }
  }

  /** Behind the list of columns that may follow a name of WITH. */
  private int behindColumns(int i) {
    int at = i;
    if (signAt(at, "(")) {
      while (at < tokens.size() && !signAt(at, ")")) {
        at++;
      }
      at++;
    }
    return at;
  }

  private boolean opensBody(int as) {
    return word(as).equals("as") && signAt(skip(as + 1, Set.of("not", "materialized")), "(");
  }

  private void readTables() {
    Deque<String> openers = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.sign("(")) {
        openers.push(i > 0 && tokens.get(i - 1).isName() ? tokens.get(i - 1).lower() : "");
      } else if (token.sign(")")) {
        openers.poll();
      } else if (token.kind() == Token.Kind.WORD) {
        boolean inFunction = !openers.isEmpty() && FROM_FUNCTIONS.contains(openers.getFirst());
        keyword(i, token.lower(), inFunction);
      }
    }
    later.forEach((alias, op) -> uses.table(aliases.getOrDefault(alias, alias), op));
  }

  private void keyword(int i, String word, boolean inFunction) {
    String before = word(i - 1);
    switch (word) {
      case "from" -> {
        if (!inFunction && !before.equals("distinct")) {
          tableList(i + 1, before.equals("delete") ? Operation.DELETE : Operation.SELECT);
        }
      }
      case "join", "using" -> {
        // USING TTL and USING TIMESTAMP are Cassandra's
        boolean option = Set.of("ttl", "timestamp").contains(word(i + 1));
        if (word.equals("join") || !(option || signAt(i + 1, "("))) {
          tableList(i + 1, Operation.SELECT);
        }
      }
      case "into" -> {
        if (before.equals("merge") || before.equals("replace") || before.equals("upsert")) {
          table(i + 1, Operation.MERGE);
        } else if (isWordBefore(i, "insert") || (isInsertAll() && signAt(i - 1, ")"))) {
          table(i + 1, hasUpsert() ? Operation.MERGE : Operation.INSERT);
        }
      }
      case "update" -> {
        if (!Set.of("for", "keep", "key", "do", "on", "then", "before", "after", "or")
            .contains(before)) {
          table(skip(i + 1, Set.of("only", "ignore", "low_priority")), Operation.UPDATE);
        }
      }
      case "delete" -> {
        // DELETE o FROM orders o: the name is an alias
        if (isNameAt(i + 1) && word(i + 2).equals("from")) {
          later.put(word(i + 1), Operation.DELETE);
        } else if (isNameAt(i + 1) && !word(i + 1).equals("from") && i == 0) {
          table(i + 1, Operation.DELETE);
        }
      }
      case "truncate" -> table(skip(i + 1, Set.of("table", "only")), Operation.TRUNCATE);
      default -> {}
    }
  }

  /** Oracle's {@code INSERT ALL INTO a .. INTO b ..} */
  private boolean isInsertAll() {
    return word(0).equals("insert") && (word(1).equals("all") || word(1).equals("first"));
  }

  private boolean isWordBefore(int i, String word) {
    for (int j = Math.max(0, i - 4); j < i; j++) {
      if (word(j).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasUpsert() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (word(i + 1).equals("update") && (word(i).equals("key") || word(i).equals("do"))) {
        return true;
      }
    }
    return false;
  }

  private int skip(int i, Set<String> words) {
    int at = i;
    while (words.contains(word(at))) {
      at++;
    }
    return at;
  }

  private void tableList(int from, Operation op) {
    int i = from;
    while (true) {
      i = skip(i, Set.of("only", "lateral"));
      // joins in brackets, as PostgreSQL writes them
      while (signAt(i, "(") && (signAt(i + 1, "(") || isNameAt(i + 1))) {
        i++;
      }
      int behind = table(i, op);
      if (behind == i) {
        behind = behindCall(i);
      }
      if (behind == i) {
        return;
      }
      behind = skip(behind, Set.of("as"));
      if (isNameAt(behind)) {
        behind++;
      }
      if (!signAt(behind, ",")) {
        return;
      }
      i = behind + 1;
    }
  }

  /** Behind a function that stands for a table, or the same place. */
  private int behindCall(int i) {
    if (!isNameAt(i) || !signAt(i + 1, "(")) {
      return i;
    }
    int depth = 0;
    for (int at = i + 1; at < tokens.size(); at++) {
      depth += signAt(at, "(") ? 1 : signAt(at, ")") ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return i;
  }

  /** Notes the table whose name begins here and returns where it ends; here where there is none. */
  private int table(int i, Operation op) {
    if (i < tokens.size() && tokens.get(i).kind() == Token.Kind.HOLE && !signAt(i + 1, ".")) {
      uses.dynamic();
      return i;
    }
    StringBuilder name = new StringBuilder();
    int at = i;
    while (isNameAt(at) || (at < tokens.size() && tokens.get(at).kind() == Token.Kind.HOLE)) {
      String part = tokens.get(at).text();
      name.append(part.replace(String.valueOf(Tokens.HOLE), Uses.HOLE_NAME));
      at++;
      if (!signAt(at, ".")) {
        break;
      }
      name.append('.');
      at++;
    }
    String written = name.toString();
    boolean function = op == Operation.SELECT && signAt(at, "(");
    if (written.isEmpty() || function) {
      return i;
    }
    boolean path = op == Operation.SELECT && uses.isPath(written, aliases::containsKey);
    if (!path && !withNames.contains(written.toLowerCase(Locale.ROOT))) {
      uses.table(written, op);
    }
    int alias = skip(at, Set.of("as"));
    if (isNameAt(alias)) {
      aliases.put(tokens.get(alias).lower(), written);
    }
    return at;
  }

  private boolean isNameAt(int i) {
    return i < tokens.size()
        && tokens.get(i).isName()
        && !(tokens.get(i).kind() == Token.Kind.WORD && NO_NAMES.contains(tokens.get(i).lower()));
  }

  private boolean signAt(int i, String sign) {
    return i < tokens.size() && tokens.get(i).sign(sign);
  }

  private String word(int i) {
    return i < 0 || i >= tokens.size() || tokens.get(i).kind() != Token.Kind.WORD
        ? ""
        : tokens.get(i).lower();
  }
}
