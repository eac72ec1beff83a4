package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Writes tokens as text that a SQL parser takes, with something fitting in each hole. */
final class HoleFilling {
  /** Words behind which a table's name stands. */
  private static final Set<String> BEFORE_TABLE =
      Set.of("from", "join", "into", "update", "table", "only");

  /** Words behind which a value or a condition stands. */
  private static final Set<String> BEFORE_VALUE =
      Set.of(
          "select",
          "distinct",
          "all",
          "where",
          "and",
          "or",
          "not",
          "on",
          "having",
          "by",
          "like",
          "ilike",
          "limit",
          "offset",
          "between",
          "when",
          "then",
          "else",
          "case",
          "return",
          "returning",
          "interval",
          "top",
          "escape",
          "any",
          "some",
          "exists",
          "first",
          "next",
          "is");

  /** Words that may follow a hole that stood for a clause or a condition. */
  private static final Set<String> AFTER_CLAUSE =
      Set.of(
          "and",
          "or",
          "where",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "union",
          "left",
          "right",
          "inner",
          "outer",
          "full",
          "cross",
          "natural",
          "join",
          "on",
          "set",
          "values",
          "fetch",
          "for",
          "intersect",
          "except",
          "minus",
          "as",
          "asc",
          "desc",
          "then",
          "else",
          "end",
          "when",
          "from",
          "between",
          "in",
          "is",
          "like",
          "not",
          "returning",
          "using",
          "with",
          "window",
          "into",
          "select",
          "nulls");

  /** Words that follow an operand, rather than a whole condition. */
  private static final Set<String> AFTER_OPERAND =
      Set.of("from", "in", "is", "like", "between", "not");

  private static final Set<String> BEHIND_SET =
      Set.of("where", "from", "values", "select", "by", "returning");

  private HoleFilling() {}

  /**
   * The text to parse.
   *
   * @param between what a hole between two operands stands for: an operator
   */
  static String text(List<Token> tokens, String between) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > 0
          && (token.start() > tokens.get(i - 1).end()
              || token.kind() == Kind.HOLE
              || tokens.get(i - 1).kind() == Kind.HOLE)
          && !isGlued(tokens, i)) {
        out.append(' ');
      }
      out.append(written(tokens, i, between));
    }
    return out.toString();
  }

  private static boolean isGlued(List<Token> tokens, int i) {
    return tokens.get(i).sign(".") || tokens.get(i - 1).sign(".");
  }

  private static String written(List<Token> tokens, int i, String between) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case QUOTED -> '"' + filled(token.text()) + '"';
      case WORD -> filled(token.text());
      case PARAMETER -> i > 0 && tokens.get(i - 1).is("in") ? "(?)" : "?";
      case HOLE -> hole(tokens, i, between);
      case STRING ->
          token.text().startsWith("\"")
              ? "'" + token.text().substring(1, token.text().length() - 1).replace("'", "''") + "'"
              : string(token.text());
      case NUMBER, SIGN -> token.text();
    };
  }

  /** A literal without the escapes of MySQL. */
  private static String string(String literal) {
    boolean escaped = literal.indexOf('\\') >= 0 && literal.length() > 2;
    return escaped
        ? literal.charAt(0)
            + literal.substring(1, literal.length() - 1).replace("\\\\", "/").replace("\\'", "''")
            + literal.charAt(literal.length() - 1)
        : literal;
  }

  private static String filled(String name) {
    return name.replace(String.valueOf(Tokens.HOLE), Uses.HOLE_NAME);
  }

  private static String hole(List<Token> tokens, int i, String between) {
    Token before = i == 0 ? null : tokens.get(i - 1);
    Token after = i + 1 == tokens.size() ? null : tokens.get(i + 1);
    if ((after != null && after.sign(".")) || (before != null && before.sign("."))) {
      return Uses.HOLE_NAME;
    }
    if (before == null) {
      return "";
    }
    if (before.isAny(BEFORE_TABLE)) {
      return Uses.HOLE_NAME;
    }
    boolean derived =
        before.sign("(") && i > 1 && tokens.get(i - 2).isAny(Set.of("from", "join", "exists"));
    if (derived) {
      return "select * from " + Uses.HOLE_NAME;
    }
    if (before.is("set") || (before.sign(",") && isInSet(tokens, i))) {
      boolean named = after != null && after.sign("=");
      return named ? Uses.HOLE_NAME : Uses.HOLE_NAME + " = ?";
    }
    if (before.is("as")) {
      return Uses.HOLE_NAME;
    }
    if (before.is("in") || before.is("values")) {
      return "(?)";
    }
    if (before.is("select")
        || before.is("distinct")
        || isInInsertColumns(tokens, i)
        || (before.sign(",") && isInSelectList(tokens, i))) {
      return Uses.HOLE_NAME;
    }
    if (before.isAny(BEFORE_VALUE)) {
      boolean nothingThere =
          after != null && after.isAny(AFTER_CLAUSE) && !after.isAny(AFTER_OPERAND);
      return nothingThere && before.isAny(Set.of("and", "or", "where")) ? "1 = 1" : "?";
    }
    if (before.kind() == Kind.SIGN && !before.sign(")") && !before.sign("]")) {
      return before.sign("(") && after != null && after.sign(")") && isCall(tokens, i) ? "" : "?";
    }
    boolean operandAfter =
        after != null
            && after.kind() != Kind.SIGN
            && after.kind() != Kind.HOLE
            && !after.isAny(AFTER_CLAUSE);
    return operandAfter ? between : "";
  }

  private static boolean isInInsertColumns(List<Token> tokens, int hole) {
    int open = hole - 1;
    while (open >= 0 && (tokens.get(open).isName() || tokens.get(open).sign(","))) {
      open--;
    }
    if (open < 2 || !tokens.get(open).sign("(")) {
      return false;
    }
    int name = open - 1;
    while (name > 1 && (tokens.get(name - 1).sign(".") || tokens.get(name).sign("."))) {
      name--;
    }
    return name > 0 && tokens.get(name - 1).is("into");
  }

  /** Whether an empty pair of brackets around the hole would parse: a function's. */
  private static boolean isCall(List<Token> tokens, int hole) {
    return hole >= 2
        && tokens.get(hole - 2).isName()
        && !tokens.get(hole - 2).isAny(BEFORE_VALUE)
        && !tokens.get(hole - 2).isAny(Set.of("in", "values", "from", "join"));
  }

  private static boolean isInSet(List<Token> tokens, int hole) {
    int depth = 0;
    for (int i = hole - 1; i >= 0; i--) {
      depth += tokens.get(i).sign(")") ? 1 : tokens.get(i).sign("(") ? -1 : 0;
      if (depth < 0 || (depth == 0 && tokens.get(i).isAny(BEHIND_SET))) {
        return false;
      }
      if (depth == 0 && tokens.get(i).is("set")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInSelectList(List<Token> tokens, int hole) {
    int depth = 0;
    for (int i = hole - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.sign(")")) {
        depth++;
      } else if (token.sign("(")) {
        if (depth-- == 0) {
          return false;
        }
      } else if (depth == 0 && token.kind() == Kind.WORD) {
        if (token.is("select")) {
          return true;
        }
        if (token.is("from") || token.is("set") || token.is("by") || token.is("values")) {
          return false;
        }
      }
    }
    return false;
  }
}
