package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement without the selections in brackets within it, and those, each to be read on its own:
 * what a parser takes for a statement grows with a power of how deep its brackets are.
 *
 * @param outer the statement, with {@code (select 1)} in the place of each
 */
record Subqueries(List<Token> outer, List<List<Token>> inner) {
  static Subqueries of(List<Token> tokens) {
    List<Token> outer = new ArrayList<>();
    List<List<Token>> inner = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      outer.add(token);
      at++;
      if (token.sign("(") && at < tokens.size() && tokens.get(at).is("select")) {
        int close = close(tokens, at);
        if (close - at > 2) {
          int start = tokens.get(at).start();
          inner.add(tokens.subList(at, close));
          outer.add(tokens.get(at));
          outer.add(new Token(Kind.NUMBER, "1", start + 7, start + 8));
          at = close;
        }
      }
    }
    return new Subqueries(outer, inner);
  }

  /** The bracket that closes what is open; behind the last token for none. */
  private static int close(List<Token> tokens, int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).sign("(")) {
        depth++;
      } else if (tokens.get(i).sign(")") && --depth < 0) {
        return i;
      }
    }
    return tokens.size();
  }
}
