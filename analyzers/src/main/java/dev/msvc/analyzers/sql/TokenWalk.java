package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A place in the tokens of a definition, and what can be read from there. */
abstract class TokenWalk {
  final String text;
  final List<Token> tokens;
  int at;

  TokenWalk(String text, List<Token> tokens, int at) {
    this.text = text;
    this.tokens = tokens;
    this.at = at;
  }

  /** The comma-separated parts of the brackets that open here, as [from, behind). */
  final List<int[]> items(int open) {
    List<int[]> items = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    for (int i = open; i < tokens.size(); i++) {
      if (signAt(i, "(")) {
        depth++;
      } else if (signAt(i, ")") && --depth == 0) {
        items.add(new int[] {from, i});
        return items;
      } else if (depth == 1 && signAt(i, ",")) {
        items.add(new int[] {from, i});
        from = i + 1;
      }
    }
    items.add(new int[] {from, tokens.size()});
    return items;
  }

  /** The plain names in the next brackets; ends behind them. */
  final List<String> nextColumns(int behind) {
    while (at < behind && !signAt(at, "(")) {
      at++;
    }
    List<String> names = new ArrayList<>();
    int open = at;
    if (open < behind) {
      for (int[] item : items(open)) {
        if (item[0] < item[1] && isName(item[0])) {
          names.add(tokens.get(item[0]).text());
        }
        at = item[1] + 1;
      }
    }
    return names;
  }

  final void skip(String word) {
    if (word(at).equals(word)) {
      at++;
    }
  }

  final void skipConditions() {
    while (Set.of("if", "not", "exists", "only").contains(word(at))) {
      at++;
    }
  }

  /** The name that begins here, without a qualifier that is only known at run time. */
  final String name() {
    StringBuilder name = new StringBuilder();
    while (isName(at) || (at < tokens.size() && tokens.get(at).kind() == Kind.HOLE)) {
      String part = tokens.get(at++).text();
      boolean qualifies = signAt(at, ".");
      if (!qualifies) {
        name.append(part);
        break;
      }
      // ${schema}.orders: which schema it is does not matter, since the table is named
      if (!isDynamic(part)) {
        name.append(part).append('.');
      }
      at++;
    }
    return name.toString();
  }

  static boolean isDynamic(String name) {
    return name.indexOf(Tokens.HOLE) >= 0 || name.contains("${");
  }

  final String source(int from, int behind) {
    return from >= behind
        ? ""
        : text.substring(tokens.get(from).start(), tokens.get(behind - 1).end())
            .replaceAll("\\s+", " ");
  }

  final boolean isName(int i) {
    return i < tokens.size() && tokens.get(i).isName();
  }

  final boolean signAt(int i, String sign) {
    return i < tokens.size() && tokens.get(i).sign(sign);
  }

  final String word(int i) {
    return i < 0 || i >= tokens.size() || tokens.get(i).kind() != Kind.WORD
        ? ""
        : tokens.get(i).lower();
  }
}
