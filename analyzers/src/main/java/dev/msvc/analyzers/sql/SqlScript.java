package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a script into statements, as the command-line clients of databases do. */
final class SqlScript {
  /**
   * A statement, or a line that runs another script.
   *
   * @param line from 1, of its first word
   * @param runs the path of the other script, as it is written; empty for none
   */
  record Piece(String text, int line, String runs) {
    Piece(String text, int line) {
      this(text, line, "");
    }
  }

  /**
   * A string, comment or bracket that swallows what is behind it.
   *
   * @param line where it begins, from 1
   */
  record Unended(String what, int line) {}

  /** A whole script. */
  record Cut(List<Piece> pieces, @Nullable Unended unended) {
    static final Cut NOTHING = new Cut(List.of(), null);
  }

  private static final int FAR = 20_000;
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)create\\s(?!\\s*(?:table|session|view|any)\\s*,)"
              + "|(?:alter|drop)\\s+(?:table|view|procedure|function|trigger|sequence)\\s"
              + "|if\\s+(?:not\\s+)?(?:exists\\s*\\(|object_id|col_length|\\(|@|not\\s*\\()");
  private static final Pattern BODY_OR_NEXT =
      Pattern.compile("(?i)\\b(begin)\\b|^\\s*create\\b", Pattern.MULTILINE);

  private final String text;
  private final boolean backslash;
  private final boolean slashLines;
  private final List<Piece> pieces = new ArrayList<>();
  private String delimiter = ";";
  private int at;
  private int start = -1;
  private int line = 1;
  private int lineAt;

  // of the statement at hand
  private final List<String> head = new ArrayList<>();
  private int blocks;
  private int depth;
  private boolean declares;
  private boolean begun;
  private String previousWord = "";
  private @Nullable Unended unended;

  private SqlScript(String text) {
    this.text = text;
    this.backslash = Tokens.escapesWithBackslash(text);
    this.slashLines =
        text.startsWith("/\n")
            || text.contains("\n/\n")
            || text.contains("\n/\r")
            || text.endsWith("\n/");
  }

  static List<Piece> pieces(String text) {
    return cut(text).pieces();
  }

  static Cut cut(String text) {
    SqlScript script = new SqlScript(text);
    script.cut();
    return new Cut(script.pieces, script.unended);
  }

  private void cut() {
    while (at < text.length()) {
      if (start < 0 && clientCommand()) {
        continue;
      }
      int behind = Tokens.behindBlank(text, at);
      if (behind > at) {
        if (behind == text.length() && text.startsWith("/*", at) && !closes("/*", "*/")) {
          unended = unended("a comment", at);
        }
        at = behind;
        continue;
      }
      if (isLineOf("go") || isLineOf("/")) {
        end(at);
        at = lineEnd(at);
        continue;
      }
      if (text.startsWith(delimiter, at) && (!delimiter.equals(";") || mayEnd())) {
        boolean copy = isCopyFromStdin();
        end(at);
        at += delimiter.length();
        if (copy) {
          skipCopiedRows();
        }
        continue;
      }
      if (start >= 0 && beginsAnother()) {
        end(at);
      }
      if (start < 0) {
        start = at;
      }
      step();
    }
    if (unended == null && start >= 0 && depth > 0 && !isRoutine()) {
      unended = unended("a '('", start);
    }
    end(text.length());
  }

  private boolean closes(String open, String close) {
    return text.length() - at >= open.length() + close.length() && text.endsWith(close);
  }

  private Unended unended(String what, int from) {
    return new Unended(what, SourceText.lineAt(text, from));
  }

  /** Takes one token of a statement. */
  private void step() {
    char c = text.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      boolean escapes =
          c != '`'
              && (backslash || (at > start && (text.charAt(at - 1) | 0x20) == 'e' && c == '\''));
      int close = Tokens.behindClosingQuote(text, at, escapes);
      if (close < 0) {
        unended = unended(c == '\'' ? "a string" : "a name in quotes", at);
      }
      at = close < 0 ? text.length() : close;
    } else if (c == '$' && Tokens.behindDollarQuoted(text, at) > at) {
      int behind = Tokens.behindDollarQuoted(text, at);
      String tag = text.substring(at, text.indexOf('$', at + 1) + 1);
      if (behind == text.length() && !closes(tag, tag)) {
        unended = unended("a text in " + tag, at);
      }
      at = behind;
    } else if (Character.isJavaIdentifierStart(c)) {
      int from = at;
      while (at < text.length()
          && Character.isJavaIdentifierPart(text.charAt(at))
          && !(text.charAt(at) == delimiter.charAt(0) && text.startsWith(delimiter, at))) {
        at++;
      }
      word(text.substring(from, at).toLowerCase(Locale.ROOT));
    } else {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
  }

  private void word(String word) {
    if (head.size() < 8) {
      head.add(word);
    }
    boolean opensText = at < text.length() && opensText();
    declares |= word.equals("declare") || ((word.equals("as") || word.equals("is")) && !opensText);
    begun |= word.equals("begin");
    boolean closes = previousWord.equals("end");
    switch (word) {
      case "begin", "case" -> blocks += closes ? 0 : 1;
      case "if", "loop", "while", "repeat", "for" -> {
        if (closes && !word.equals("for")) {
          blocks++;
        }
      }
      case "end" -> blocks--;
      default -> {}
    }
    previousWord = word;
  }

  /** Whether the next sign opens a text: the body of a routine of PostgreSQL. */
  private boolean opensText() {
    int next = at;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    return next < text.length() && (text.charAt(next) == '$' || text.charAt(next) == '\'');
  }

  /** Whether a semicolon ends the statement here: not inside a routine's body. */
  private boolean mayEnd() {
    if (!isRoutine()) {
      return true;
    }
    // ALTER TRIGGER .. ENABLE has no body
    boolean body = declares || begun || !head.get(0).equals("alter");
    return !(slashLines && body) && blocks <= 0 && !isBeforeBody();
  }

  /** Whether these are the declarations of PL/SQL, between IS or DECLARE and BEGIN. */
  private boolean isBeforeBody() {
    if (!declares || begun) {
      return false;
    }
    Matcher next = BODY_OR_NEXT.matcher(text).region(at, Math.min(text.length(), at + FAR));
    return next.find() && next.group(1) != null;
  }

  /** Whether a line begins a statement though nothing ended the one above, as in T-SQL. */
  private boolean beginsAnother() {
    char c = (char) (text.charAt(at) | 0x20);
    return (c == 'c' || c == 'a' || c == 'd' || c == 'i')
        && depth <= 0
        && blocks <= 0
        && isAtLineStart()
        && !isRoutine()
        && !head.isEmpty()
        && !head.get(0).equals("grant")
        && !head.get(0).equals("revoke")
        && !previousWord.equals("as")
        && BEGINS.matcher(text).region(at, text.length()).lookingAt();
  }

  private boolean isAtLineStart() {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private boolean isRoutine() {
    if (head.isEmpty()) {
      return false;
    }
    String first = head.get(0);
    if (first.equals("create") || first.equals("alter")) {
      return head.stream()
          .limit(8)
          .anyMatch(
              word ->
                  word.equals("procedure")
                      || word.equals("function")
                      || word.equals("trigger")
                      || word.equals("package")
                      || word.equals("event"));
    }
    if (first.equals("begin")) {
      return head.size() > 1
          && !List.of("transaction", "work", "tran", "isolation").contains(head.get(1));
    }
    return first.equals("declare");
  }

  private boolean isCopyFromStdin() {
    return start >= 0
        && !head.isEmpty()
        && head.get(0).equals("copy")
        && text.substring(start, at).toLowerCase(Locale.ROOT).contains("stdin");
  }

  private void skipCopiedRows() {
    int end = text.indexOf("\n\\.", at);
    at = end < 0 ? text.length() : lineEnd(end + 1);
  }

  /** Takes a line that speaks to the client: DELIMITER, and psql's backslash commands. */
  private boolean clientCommand() {
    if (text.regionMatches(true, at, "delimiter ", 0, 10)) {
      int end = lineEnd(at);
      String given = text.substring(at + 10, end).strip();
      delimiter = given.isEmpty() ? ";" : given;
      at = end;
      return true;
    }
    ClientLine client = ClientLine.at(text, at, lineEnd(at));
    if (client == null) {
      return false;
    }
    int end = lineEnd(at);
    if (!client.runs().isEmpty()) {
      start = at;
      end(end);
      Piece line = pieces.remove(pieces.size() - 1);
      pieces.add(new Piece("", line.line(), client.runs()));
    }
    at = end;
    return true;
  }

  private boolean isLineOf(String word) {
    if (!text.regionMatches(true, at, word, 0, word.length())) {
      return false;
    }
    return isAtLineStart() && text.substring(at + word.length(), lineEnd(at)).isBlank();
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void end(int behind) {
    if (start >= 0) {
      while (lineAt < start) {
        if (text.charAt(lineAt++) == '\n') {
          line++;
        }
      }
      String piece = text.substring(start, behind).strip();
      if (!piece.isEmpty()) {
        pieces.add(new Piece(piece, line));
      }
    }
    start = -1;
    head.clear();
    blocks = 0;
    depth = 0;
    declares = false;
    begun = false;
    previousWord = "";
  }
}
