package dev.msvc.analyzers.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells statements that change many rows at once from those that change one, or one's parts. */
public final class ManyRows {
  private static final Set<String> SIGNS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
  private static final Set<String> LETTERS = Set.of("lower", "upper", "trim");
  private static final Set<String> ONE =
      Set.of("code", "key", "name", "email", "username", "token", "number", "no", "sn", "property");

  private ManyRows() {}

  /**
   * By which condition a statement changes many rows; null where it changes one or a list of them,
   * nothing at all, or where its condition is not known. Names of columns decide: an equality with
   * an id, a code or a name is taken for one row.
   *
   * @return the condition as written, {@code every row} where there is none
   */
  public static @Nullable String condition(String text) {
    List<Token> tokens = Tokens.of(text);
    if (tokens.isEmpty() || !(tokens.get(0).is("update") || tokens.get(0).is("delete"))) {
      return null;
    }
    int where = where(tokens);
    for (int i = where < 0 ? 0 : where; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Token.Kind.HOLE) {
        return null;
      }
    }
    if (where < 0) {
      return tokens.size() < 3 ? null : "every row";
    }
    if (!compares(tokens, where) || picks(tokens, where)) {
      return null;
    }
    return text.substring(tokens.get(where).end()).strip();
  }

  private static int where(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).sign("(") ? 1 : tokens.get(i).sign(")") ? -1 : 0;
      if (depth == 0 && tokens.get(i).is("where")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean compares(List<Token> tokens, int where) {
    Set<String> words = Set.of("in", "is", "like", "between", "exists");
    for (int i = where + 1; i < tokens.size(); i++) {
      Token each = tokens.get(i);
      boolean sign = each.kind() == Token.Kind.SIGN && SIGNS.contains(each.text());
      // 1 = 1 stands before what is put together at run time
      boolean named =
          tokens.get(i - 1).isName() || (i + 1 < tokens.size() && tokens.get(i + 1).isName());
      if (each.isAny(words) || (sign && named)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the condition itself, not a query inside it, compares an id with a value. */
  private static boolean picks(List<Token> tokens, int where) {
    Deque<Boolean> queries = new ArrayDeque<>();
    for (int i = where + 1; i + 1 < tokens.size(); i++) {
      Token each = tokens.get(i);
      if (each.is("current") && tokens.get(i + 1).is("of")) {
        return true;
      } else if (each.sign("(")) {
        queries.push(tokens.get(i + 1).is("select") || queries.contains(true));
      } else if (each.sign(")") && !queries.isEmpty()) {
        queries.pop();
      } else if (!queries.contains(true)) {
        boolean equal = each.sign("=");
        int left = equal ? inside(tokens, i - 1) : i - 1;
        int right = equal ? wrapped(tokens, i + 1) : i + 1;
        boolean list = each.is("in") && !isQuery(tokens, i + 1);
        // a query in brackets behind the sign gives one value, too
        boolean value = isValue(tokens.get(i + 1)) || tokens.get(i + 1).sign("(");
        if ((equal && isOne(tokens.get(i - 1)) && value)
            || (left < i - 1 && isOne(tokens.get(left)) && isValue(tokens.get(right)))
            || (equal && isOne(tokens.get(i + 1)) && isValue(tokens.get(i - 1)))
            || (list && isOne(tokens.get(i - 1)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the one name stands that a function changes the letters of, and that ends here. */
  private static int inside(List<Token> tokens, int end) {
    return end > 2
            && tokens.get(end).sign(")")
            && tokens.get(end - 2).sign("(")
            && tokens.get(end - 3).isAny(LETTERS)
        ? end - 1
        : end;
  }

  /** Where what such a function is given stands, if one begins here. */
  private static int wrapped(List<Token> tokens, int from) {
    return from + 2 < tokens.size()
            && tokens.get(from).isAny(LETTERS)
            && tokens.get(from + 1).sign("(")
        ? from + 2
        : from;
  }

  private static boolean isQuery(List<Token> tokens, int open) {
    return open + 1 < tokens.size()
        && tokens.get(open).sign("(")
        && tokens.get(open + 1).is("select");
  }

  private static boolean isValue(Token token) {
    return !token.isName() && !token.sign(")") && !token.sign("(");
  }

  private static boolean isOne(Token token) {
    // what quotes names may only be known at run time
    String name = token.text().replace(SqlReader.HOLE, ' ').strip().toLowerCase(Locale.ROOT);
    return token.isName()
        && (ONE.contains(name)
            || name.endsWith("id")
            || name.contains("_id_")
            || name.endsWith("name")
            || name.endsWith("_code")
            || name.endsWith("_key")
            || name.endsWith("_no")
            || name.endsWith("_sn"));
  }
}
