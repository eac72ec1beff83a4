package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Where the statements in a routine's body begin and end, whatever its language. */
final class StatementBounds {
  private static final Set<String> NOT_BEFORE =
      Set.of("for", "key", "on", "before", "after", "or", "of", "end", "no");
  private static final Set<String> NEXT_STATEMENT =
      Set.of("exec", "execute", "declare", "print", "return", "raiserror", "perform", "call");

  private StatementBounds() {}

  /** Whether a statement begins here. */
  static boolean begins(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (token.kind() != Kind.WORD || sign(tokens, i - 1, ".")) {
      return false;
    }
    String word = token.lower();
    String next = word(tokens, i + 1);
    String before = word(tokens, i - 1);
    boolean named = i + 1 < tokens.size() && tokens.get(i + 1).isName();
    return switch (word) {
      case "select" -> true;
      case "with" ->
          named
              && (word(tokens, i + 2).equals("as")
                  || sign(tokens, i + 2, "(")
                  || next.equals("recursive"));
      case "insert" -> (next.equals("into") || next.equals("ignore") || named) && isFree(before);
      case "replace" -> next.equals("into");
      case "merge" -> named;
      case "update", "delete" -> named && !next.equals("set") && isFree(before);
      case "truncate" -> named;
      case "create", "alter", "drop" -> named && isFree(before);
      case "prepare" -> word(tokens, i + 2).equals("from");
      case "execute" -> !Set.of("procedure", "function", "as", "on").contains(next);
      case "call", "exec", "perform" -> !next.equals("as");
      default -> false;
    };
  }

  private static boolean isFree(String before) {
    return !NOT_BEFORE.contains(before);
  }

  /** Behind the statement that begins here. */
  static int end(List<Token> tokens, int start) {
    String first = tokens.get(start).lower();
    boolean merge = first.equals("merge");
    int depth = 0;
    int cases = 0;
    for (int i = start + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.sign(";")) {
        return i;
      } else if (token.sign("(")) {
        depth++;
      } else if (token.sign(")") && --depth < 0) {
        return i;
      } else if (token.kind() == Kind.WORD) {
        String word = token.lower();
        if (word.equals("case")) {
          cases++;
        } else if (word.equals("end") && cases > 0) {
          cases--;
        } else if (depth == 0 && cases == 0 && !merge && ends(tokens, i, first)) {
          return i;
        } else if (depth == 0 && isOfTable(tokens, start) && isNextRows(tokens, i)) {
          return i;
        }
      }
    }
    return tokens.size();
  }

  private static boolean isOfTable(List<Token> tokens, int start) {
    return Set.of("create", "alter", "drop").contains(word(tokens, start))
        && word(tokens, start + 1).equals("table");
  }

  /** Whether T-SQL goes on with rows, where nothing needs to end a definition. */
  private static boolean isNextRows(List<Token> tokens, int i) {
    return Set.of("insert", "update", "delete", "merge").contains(word(tokens, i))
        && begins(tokens, i);
  }

  private static boolean ends(List<Token> tokens, int i, String first) {
    if (sign(tokens, i - 1, ".")) {
      return false;
    }
    String word = tokens.get(i).lower();
    return switch (word) {
      case "loop", "then", "else", "begin", "end", "elsif", "elseif" -> true;
      case "insert", "update", "delete" ->
          begins(tokens, i)
              && !first.equals("with")
              && !first.equals("execute")
              && !first.equals("create");
      case "set" -> word(tokens, i + 1).startsWith("@");
      case "if" ->
          !sign(tokens, i + 1, "(")
              && !first.equals("create")
              && !first.equals("drop")
              && !first.equals("truncate")
              && !first.equals("alter");
      default ->
          NEXT_STATEMENT.contains(word)
              && !first.equals("create")
              && i > 0
              && !sign(tokens, i + 1, "(");
    };
  }

  static boolean sign(List<Token> tokens, int i, String sign) {
    return i >= 0 && i < tokens.size() && tokens.get(i).sign(sign);
  }

  static String word(List<Token> tokens, int i) {
    return i < 0 || i >= tokens.size() || tokens.get(i).kind() != Kind.WORD
        ? ""
        : tokens.get(i).lower();
  }
}
