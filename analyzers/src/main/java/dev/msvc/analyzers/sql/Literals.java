package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;

/** Texts as SQL writes them. */
final class Literals {
  private Literals() {}

  /** What a text in quotes or dollars stands for. */
  static String plain(String written) {
    int from = 0;
    if (!written.isEmpty() && Character.isLetter(written.charAt(0))) {
      from = 1;
    }
    if (from < written.length() && written.charAt(from) == '$') {
      int open = written.indexOf('$', from + 1) + 1;
      boolean closed =
          open > 0 && written.length() >= 2 * open && written.endsWith(written.substring(0, open));
      return open <= 0
          ? written
          : written.substring(open, closed ? written.length() - open : written.length());
    }
    if (written.length() - from < 2) {
      return "";
    }
    char quote = written.charAt(from);
    int end =
        written.charAt(written.length() - 1) == quote ? written.length() - 1 : written.length();
    String twice = String.valueOf(quote) + quote;
    return written.substring(from + 1, end).replace(twice, String.valueOf(quote));
  }

  /** A concatenation: its texts as they are, each run of all else as one hole. */
  static String joined(List<Token> tokens, int from, int behind) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = from; i < behind; i++) {
      Token token = tokens.get(i);
      depth += token.sign("(") ? 1 : token.sign(")") ? -1 : 0;
      if (depth < 0 || (depth == 0 && token.sign(","))) {
        break;
      }
      if (token.kind() == Kind.STRING) {
        text.append(plain(token.text()));
      } else if (token.is("using") || token.is("into")) {
        break;
      } else if (token.isName() && !(i + 1 < behind && tokens.get(i + 1).sign("("))) {
        boolean again = text.length() > 0 && text.charAt(text.length() - 1) == Tokens.HOLE;
        text.append(again ? "" : String.valueOf(Tokens.HOLE));
      }
    }
    String all = text.toString();
    return all.chars().allMatch(c -> c == Tokens.HOLE) ? "" : all;
  }
}
