package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Puts names of tables, what is qualified by a name, and aliases of columns in quotes. What is a
 * keyword to one database ({@code sample}, {@code final}, {@code pivot}) is the name of a table in
 * another, and a grammar for all of them takes it for the keyword.
 */
final class NamesInQuotes {
  private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update");

  /** What may stand between these and the name, or in its place. */
  private static final Set<String> NO_NAMES =
      Set.of("only", "table", "ignore", "low_priority", "delayed", "quick");

  private static final Set<String> ENDS_FROM =
      Set.of(
          "where",
          "set",
          "on",
          "using",
          "group",
          "order",
          "having",
          "limit",
          "union",
          "intersect",
          "except",
          "select",
          "values",
          "returning");

  private NamesInQuotes() {}

  /** The same tokens with such names quoted; as they were given where there are none. */
  static List<Token> of(List<Token> tokens) {
    List<Token> all = new ArrayList<>(tokens.size());
    Deque<Boolean> listing = new ArrayDeque<>(List.of(false));
    for (int i = 0; i < tokens.size(); i++) {
      Token each = tokens.get(i);
      Token before = i == 0 ? null : tokens.get(i - 1);
      boolean named =
          before != null && (before.isAny(BEFORE_TABLE) || (before.sign(",") && listing.element()));
      if (each.sign("(")) {
        listing.push(false);
      } else if (each.sign(")") && listing.size() > 1) {
        listing.pop();
      } else if (each.is("from")) {
        listing.pop();
        listing.push(true);
      } else if (each.isAny(ENDS_FROM)) {
        listing.pop();
        listing.push(false);
      }
      all.add(isName(tokens, i, named) ? quoted(each) : each);
    }
    return all;
  }

  private static boolean isName(List<Token> tokens, int i, boolean named) {
    Token each = tokens.get(i);
    Token before = i == 0 ? null : tokens.get(i - 1);
    Token after = i + 1 == tokens.size() ? null : tokens.get(i + 1);
    if (each.kind() != Kind.WORD || each.text().indexOf(Tokens.HOLE) >= 0) {
      return false;
    }
    boolean qualifies = after != null && after.sign(".");
    boolean qualified = before != null && before.sign(".");
    // not the type of a cast, which a bracket closes
    boolean renames =
        before != null && before.is("as") && after != null && (after.sign(",") || after.is("from"));
    boolean called = after != null && after.sign("(") && !(before != null && before.is("into"));
    return qualifies || (!called && (qualified || renames || (named && !each.isAny(NO_NAMES))));
  }

  private static Token quoted(Token word) {
    return new Token(Kind.QUOTED, word.text(), word.start(), word.end());
  }
}
