package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.SqlStatement.Kind;
import dev.msvc.model.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQL of any dialect, as found in source code: with parameters of JDBC, Spring and MyBatis,
 * and with {@link #HOLE} for each piece that is only known when the program runs.
 *
 * <p>Safe for use by several threads. What is returned depends on the text alone: limits are by
 * size, depth and steps of the parser, never by time.
 */
public final class SqlReader {
  /** Stands for a piece of text that is only known when the program runs. */
  public static final char HOLE = Tokens.HOLE;

  private static final int LONGEST = 64 * 1024;
  private static final int DEEPEST = 60;

  /** Of statements with deeper brackets the selections in them are parsed one by one. */
  private static final int DEEPEST_AT_ONCE = 6;

  /** What a hole may be instead of nothing: a comparison, a connective, an operator. */
  private static final List<String> FILLINGS = List.of("=", "and", "+");

  private static final int MOST_REMEMBERED = 16_384;
  private static final SqlReader SHARED = new SqlReader();
  private static final Set<String> ROW_WORDS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "replace",
          "truncate",
          "with",
          "upsert",
          "values",
          "table");
  private static final Set<String> DEFINITION_WORDS =
      Set.of("create", "alter", "drop", "rename", "comment");
  private static final Set<String> CALL_WORDS = Set.of("call", "exec", "execute");
  private static final Set<String> SESSION_WORDS =
      Set.of(
          "set",
          "use",
          "commit",
          "rollback",
          "begin",
          "start",
          "lock",
          "unlock",
          "grant",
          "revoke",
          "analyze",
          "vacuum",
          "explain",
          "show",
          "declare",
          "pragma",
          "reset",
          "savepoint",
          "do",
          "describe",
          "desc",
          "copy",
          "refresh",
          "reindex",
          "cluster",
          "checkpoint",
          "shutdown",
          "flush",
          "optimize",
          "prompt",
          "whenever",
          "connect",
          "exit",
          "spool",
          "if",
          "print",
          "delimiter",
          "go",
          "purge",
          "end",
          "discard",
          "listen",
          "notify",
          "fetch",
          "close");

  private final StatementParser parser = new StatementParser();
  private final Map<String, SqlStatement> remembered = new ConcurrentHashMap<>();
  private volatile Map<String, SqlStatement> before = Map.of();

  /** The one that analyzers ask, so that a text which several of them meet is parsed once. */
  public static SqlReader shared() {
    return SHARED;
  }

  /** Reads one statement; where there are several in the text, the first. */
  public SqlStatement read(String sql) {
    SqlStatement known = remembered.get(sql);
    if (known != null) {
      return known;
    }
    SqlStatement kept = before.get(sql);
    SqlStatement read = kept == null ? readNew(sql, 1) : kept;
    if (sql.length() < LONGEST && remembered.size() < MOST_REMEMBERED) {
      remembered.put(sql, read);
    }
    return read;
  }

  /** Takes what was read in an earlier run, which may not change any more. */
  void know(Map<String, SqlStatement> statements) {
    before = statements;
  }

  /** Whether this text need not be read. */
  boolean isKnown(String sql) {
    return remembered.containsKey(sql) || before.containsKey(sql);
  }

  /** What was asked for so far, by its text. */
  Map<String, SqlStatement> remembered() {
    return Map.copyOf(remembered);
  }

  /** Reads every statement of a script, each with the line it starts at. */
  public List<SqlStatement> readScript(String text) {
    List<SqlStatement> statements = new ArrayList<>();
    for (SqlScript.Piece piece : SqlScript.pieces(text)) {
      SqlStatement statement = readNew(piece.text(), piece.line());
      if (statement.isStatement()) {
        statements.add(statement);
      }
    }
    return statements;
  }

  /**
   * Whether a string of a program is a statement of SQL or JPQL, rather than a sentence that begins
   * with the same word.
   */
  public static boolean looksLikeSql(String text) {
    return SqlShape.isStatement(text);
  }

  private SqlStatement readNew(String sql, int line) {
    List<Token> tokens =
        Mending.withoutArrayJoins(
            Mending.withoutTop(firstStatement(Tokens.of(Tokens.withoutPlaceholders(sql)))));
    int first = firstWord(tokens);
    if (first < 0) {
      return without(line, Kind.NONE, "");
    }
    Kind kind = kindOf(tokens.get(first), tokens);
    if (kind == Kind.CALL) {
      return without(line, kind, procedure(tokens, first));
    }
    boolean readsRows =
        kind == Kind.ROWS || (kind == Kind.DEFINITION && holdsSelect(tokens.get(first), tokens));
    if (!readsRows) {
      return without(line, kind, "");
    }
    // the parser takes a block, and tells nothing of what it holds
    Uses parsed = startsBlock(tokens) && kind == Kind.ROWS ? null : parse(tokens);
    if (parsed == null) {
      return statement(line, kind, GuessedSql.usesOf(tokens), tokens, Certainty.GUESSED);
    }
    Certainty certainty = parsed.isPrefixed() ? Certainty.INFERRED : Certainty.PARSED;
    return statement(line, kind, parsed, tokens, certainty);
  }

  private static SqlStatement statement(
      int line, Kind kind, Uses uses, List<Token> tokens, Certainty certainty) {
    return new SqlStatement(
        line, kind, uses.list(), "", FunctionCalls.in(tokens), uses.isDynamic(), certainty);
  }

  /** One that touches no table itself. */
  private static SqlStatement without(int line, Kind kind, String procedure) {
    return new SqlStatement(line, kind, List.of(), procedure, List.of(), false, Certainty.PARSED);
  }

  private static List<Token> firstStatement(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).sign(";") && i > 0 && !startsBlock(tokens)) {
        return tokens.subList(0, i);
      }
    }
    return tokens;
  }

  private static boolean startsBlock(List<Token> tokens) {
    Token first = tokens.get(0);
    return first.is("begin") || first.is("declare") || first.is("create");
  }

  private static int firstWord(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.WORD) {
        return i;
      }
      boolean mayPrecede =
          token.sign("(")
              || token.sign("{")
              || token.sign("=")
              || token.sign(";")
              || token.kind() == Token.Kind.PARAMETER;
      if (!mayPrecede) {
        return -1;
      }
    }
    return -1;
  }

  private static Kind kindOf(Token first, List<Token> tokens) {
    if (first.isAny(ROW_WORDS)) {
      return Kind.ROWS;
    }
    if (first.isAny(CALL_WORDS)) {
      return Kind.CALL;
    }
    if (first.isAny(DEFINITION_WORDS)) {
      return Kind.DEFINITION;
    }
    if (first.isAny(SESSION_WORDS)) {
      boolean block = first.is("begin") || first.is("declare") || first.is("if");
      return block && tokens.stream().anyMatch(token -> token.sign(";")) ? Kind.ROWS : Kind.SESSION;
    }
    return Kind.NONE;
  }

  private static boolean holdsSelect(Token first, List<Token> tokens) {
    return !first.is("drop")
        && !first.is("comment")
        && tokens.stream().limit(12).anyMatch(token -> token.is("view") || token.is("table"))
        && tokens.stream().anyMatch(token -> token.is("select"));
  }

  private static String procedure(List<Token> tokens, int call) {
    StringBuilder name = new StringBuilder();
    int at = call + 1;
    while (at < tokens.size() && (tokens.get(at).isName() || tokens.get(at).sign("."))) {
      if (tokens.get(at).isName() && at > call + 1 && !tokens.get(at - 1).sign(".")) {
        break;
      }
      name.append(tokens.get(at).text());
      at++;
    }
    return name.toString();
  }

  private @Nullable Uses parse(List<Token> tokens) {
    int depth = depth(tokens);
    if (depth > DEEPEST || tokens.get(tokens.size() - 1).end() - tokens.get(0).start() > LONGEST) {
      return null;
    }
    if (depth > DEEPEST_AT_ONCE && !tokens.get(0).is("with")) {
      Subqueries parts = Subqueries.of(tokens);
      if (!parts.inner().isEmpty()) {
        return parse(parts);
      }
    }
    Uses uses = parseAsFilled(tokens);
    if (uses == null) {
      List<Token> quoted = NamesInQuotes.of(tokens);
      uses = quoted.equals(tokens) ? null : parseAsFilled(quoted);
    }
    return uses;
  }

  private @Nullable Uses parseAsFilled(List<Token> tokens) {
    Uses uses = parser.parse(HoleFilling.text(tokens, ""));
    if (uses == null) {
      List<Token> mended = Mending.mended(tokens);
      if (!mended.isEmpty() && !mended.equals(tokens)) {
        uses = parser.parse(HoleFilling.text(mended, ""));
      }
    }
    if (uses == null && tokens.stream().anyMatch(token -> token.kind() == Token.Kind.HOLE)) {
      for (int i = 0; i < FILLINGS.size() && uses == null; i++) {
        uses = parser.parse(HoleFilling.text(tokens, FILLINGS.get(i)));
      }
    }
    return uses;
  }

  private @Nullable Uses parse(Subqueries parts) {
    Uses all = parse(parts.outer());
    for (List<Token> each : parts.inner()) {
      Uses own = all == null ? null : parse(each);
      if (all == null || own == null) {
        return null;
      }
      all.addAll(own);
    }
    return all;
  }

  private static int depth(List<Token> tokens) {
    int depth = 0;
    int deepest = 0;
    for (Token token : tokens) {
      if (token.sign("(") || token.is("case")) {
        deepest = Math.max(deepest, ++depth);
      } else if (token.sign(")") || token.is("end")) {
        depth--;
      }
    }
    return deepest;
  }
}
