package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what a statement has too much where the code that puts it together would have made
 * another one of it: commas and connectives with nothing behind them, a condition cut off at its
 * end, wildcards beside the parameter of a LIKE, and the directions in a GROUP BY that MySQL took
 * before 8.0.
 */
final class Mending {
  private static final Set<String> CONNECTIVES =
      Set.of("and", "or", "where", "having", "on", "set");
  private static final Set<String> CLAUSES =
      Set.of(
          "from",
          "where",
          "group",
          "order",
          "having",
          "limit",
          "union",
          "intersect",
          "except",
          "minus",
          "and",
          "or");
  private static final Set<String> JOINING =
      Set.of("join", "left", "right", "full", "inner", "cross", "prewhere", "array");
  private static final Set<String> NEW_QUERY =
      Set.of("select", "union", "from", "update", "insert", "delete", "when");
  private static final Set<String> CHANGING = Set.of("insert", "update", "delete", "merge");
  private static final Set<String> COMPARING = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");

  private Mending() {}

  /** {@code DELETE TOP (100) FROM orders}: SQL Server's limit of what is changed. */
  static List<Token> withoutTop(List<Token> tokens) {
    if (tokens.size() < 2 || !tokens.get(1).is("top")) {
      return tokens;
    }
    List<Token> all = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      boolean limit =
          token.is("top")
              && i > 0
              && tokens.get(i - 1).isAny(CHANGING)
              && i + 1 < tokens.size()
              && tokens.get(i + 1).sign("(");
      if (!limit) {
        all.add(token);
        i++;
        continue;
      }
      while (i < tokens.size() && !tokens.get(i).sign(")")) {
        i++;
      }
      i++;
      if (i < tokens.size() && tokens.get(i).is("percent")) {
        i++;
      }
    }
    return all;
  }

  /** {@code ARRAY JOIN parts AS part}: ClickHouse's rows of arrays, which are columns. */
  static List<Token> withoutArrayJoins(List<Token> tokens) {
    if (tokens.stream().noneMatch(token -> token.is("array"))) {
      return tokens;
    }
    List<Token> all = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      boolean joins =
          tokens.get(i).is("array") && i + 1 < tokens.size() && tokens.get(i + 1).is("join");
      int end = joins ? endOfArrays(tokens, i + 2) : i;
      if (end > i) {
        if (!all.isEmpty() && all.get(all.size() - 1).is("left")) {
          all.remove(all.size() - 1);
        }
        i = end;
      } else {
        all.add(tokens.get(i));
        i++;
      }
    }
    return all;
  }

  /** Where the next clause begins; -1 where a condition shows that a table is joined. */
  private static int endOfArrays(List<Token> tokens, int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token each = tokens.get(i);
      depth += each.sign("(") ? 1 : each.sign(")") ? -1 : 0;
      if (depth == 0 && (each.is("on") || each.is("using"))) {
        return -1;
      }
      if (depth < 0 || (depth == 0 && (each.isAny(CLAUSES) || each.isAny(JOINING)))) {
        return i;
      }
    }
    return tokens.size();
  }

  /** A second WHERE of one query is what a helper began again with: an AND. */
  private static List<Token> withOneWhere(List<Token> tokens) {
    List<Token> all = new ArrayList<>(tokens.size());
    Deque<Boolean> seen = new ArrayDeque<>(List.of(false));
    for (Token each : tokens) {
      if (each.sign("(")) {
        seen.push(false);
      } else if (each.sign(")") && seen.size() > 1) {
        seen.pop();
      } else if (each.isAny(NEW_QUERY)) {
        seen.pop();
        seen.push(false);
      } else if (each.is("where")) {
        boolean again = seen.pop();
        seen.push(true);
        if (again) {
          all.add(new Token(Kind.WORD, "and", each.start(), each.end()));
          continue;
        }
      }
      all.add(each);
    }
    return all;
  }

  private static List<Token> withoutDirections(List<Token> tokens) {
    List<Token> all = new ArrayList<>(tokens.size());
    Deque<Boolean> grouping = new ArrayDeque<>(List.of(false));
    Token before = null;
    for (Token each : tokens) {
      if (each.sign("(")) {
        grouping.push(false);
      } else if (each.sign(")") && grouping.size() > 1) {
        grouping.pop();
      } else if (each.is("by") || each.isAny(CLAUSES) || each.isAny(NEW_QUERY)) {
        grouping.pop();
        grouping.push(each.is("by") && before != null && before.is("group"));
      }
      boolean direction = each.is("asc") || each.is("desc");
      if (!direction || !grouping.element()) {
        all.add(each);
      }
      before = each;
    }
    return all;
  }

  /** The tokens that are left; as many as were given where nothing is to mend. */
  static List<Token> mended(List<Token> given) {
    List<Token> tokens = withoutDirections(withOneWhere(given));
    List<Token> kept = new ArrayList<>(tokens.size());
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      Token after = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      Token before = i == 0 ? null : tokens.get(i - 1);
      boolean nothingBehind =
          after == null || after.sign(")") || (after.kind() == Kind.WORD && after.isAny(CLAUSES));
      boolean comma =
          token.sign(",")
              && (nothingBehind
                  || (after != null && after.sign(","))
                  || (before != null && (before.sign("(") || before.is("select"))));
      boolean connective =
          token.kind() == Kind.WORD
              && token.isAny(CONNECTIVES)
              && nothingBehind
              && !(token.is("set") && after != null);
      boolean doubled =
          (token.is("and") || token.is("or")) && before != null && before.isAny(CONNECTIVES);
      boolean wildcard =
          token.sign("%")
              && before != null
              && (before.kind() == Kind.PARAMETER
                  || (before.is("like") && after != null && after.kind() == Kind.PARAMETER));
      if (!comma && !connective && !doubled && !wildcard) {
        kept.add(token);
      }
    }
    Collections.reverse(kept);
    Token last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
    if (last != null && (COMPARING.contains(last.text()) || last.is("like") || last.is("in"))) {
      kept.add(new Token(Kind.PARAMETER, "?", last.end() + 1, last.end() + 2));
    }
    return kept;
  }
}
