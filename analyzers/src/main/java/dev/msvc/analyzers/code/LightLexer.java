package dev.msvc.analyzers.code;

import dev.msvc.model.SourceLanguage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Splits a Kotlin, Groovy or Scala file into tokens, with the ends of its brackets. */
final class LightLexer {
  /** Of brackets; what nests deeper would not fit a reader's stack. */
  private static final int MAX_DEPTH = 300;

  private static final List<String> SYMBOLS =
      List.of(
          "::", "->", "=>", "?.", "!!", "?:", "<-", "..", "&&", "||", "==", "!=", "<=", ">=", "+=",
          "-=", "*.");

  /** What a token is. */
  enum Kind {
    WORD,
    STRING,
    NUMBER,
    SYMBOL
  }

  /**
   * A token.
   *
   * @param text of a string its value, with nothing where code stands in it
   * @param first whether it is the first of its line
   * @param parts of a string: its texts and the code between them, in order
   */
  record Token(Kind kind, String text, int line, boolean first, List<Part> parts) {
    boolean is(String symbolOrWord) {
      return kind != Kind.STRING && text.equals(symbolOrWord);
    }
  }

  /** A part of a string. */
  record Part(String text, boolean code) {}

  /**
   * A file's tokens.
   *
   * @param close for each opening bracket the index of its end; -1 for other tokens
   */
  record Tokens(List<Token> all, int[] close) {}

  private final String text;
  private final SourceLanguage language;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;
  private boolean first = true;

  private LightLexer(String text, SourceLanguage language, int line) {
    this.text = text;
    this.language = language;
    this.line = line;
  }

  /**
   * Reads a text.
   *
   * @param line of its start
   * @throws UnreadableSourceException where brackets or strings do not end
   */
  static Tokens read(String text, SourceLanguage language, int line) {
    LightLexer lexer = new LightLexer(text, language, line);
    lexer.scan();
    return new Tokens(lexer.tokens, lexer.brackets());
  }

  private void scan() {
    if (text.startsWith("#!")) {
      toLineEnd();
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        first = true;
        at++;
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (text.startsWith("//", at)) {
        toLineEnd();
      } else if (text.startsWith("/*", at)) {
        comment();
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else if (c == '`') {
        quotedWord();
      } else if (Character.isDigit(c)) {
        number();
      } else if (c == '"' || c == '\'') {
        string(false);
      } else if (c == '/' && language == SourceLanguage.GROOVY && startsPattern()) {
        pattern();
      } else {
        symbol();
      }
    }
  }

  private void add(Kind kind, String value, int where, List<Part> parts) {
    tokens.add(new Token(kind, value, where, first, parts));
    first = false;
  }

  private void toLineEnd() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void comment() {
    boolean nests = language != SourceLanguage.GROOVY;
    int depth = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at) && (nests || depth == 0)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        at += 2;
        if (--depth == 0) {
          return;
        }
      } else {
        step();
      }
    }
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
      first = true;
    }
    at++;
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    boolean interpolates =
        language == SourceLanguage.SCALA && at < text.length() && text.charAt(at) == '"';
    if (interpolates) {
      string(true);
    } else {
      add(Kind.WORD, text.substring(start, at), line, List.of());
    }
  }

  private void quotedWord() {
    int end = text.indexOf('`', at + 1);
    int lineEnd = text.indexOf('\n', at);
    if (end < 0 || (lineEnd >= 0 && lineEnd < end)) {
      throw new UnreadableSourceException("a name in back quotes that does not end", line);
    }
    add(Kind.WORD, text.substring(at + 1, end), line, List.of());
    at = end + 1;
  }

  private void number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || text.charAt(at) == '_'
            || (text.charAt(at) == '.'
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1))))) {
      at++;
    }
    add(Kind.NUMBER, text.substring(start, at), line, List.of());
  }

  private void symbol() {
    for (String each : SYMBOLS) {
      if (text.startsWith(each, at)) {
        add(Kind.SYMBOL, each, line, List.of());
        at += each.length();
        return;
      }
    }
    add(Kind.SYMBOL, String.valueOf(text.charAt(at)), line, List.of());
    at++;
  }

  // ---- strings

  private void string(boolean interpolated) {
    char quote = text.charAt(at);
    int where = line;
    String three = String.valueOf(quote).repeat(3);
    boolean raw = text.startsWith(three, at) && (quote == '"' || language == SourceLanguage.GROOVY);
    if (quote == '\'' && language == SourceLanguage.SCALA && !isCharacter()) {
      at++;
      return;
    }
    boolean templated =
        switch (language) {
          case KOTLIN, GROOVY -> quote == '"';
          default -> interpolated;
        };
    String end = raw ? three : String.valueOf(quote);
    at += end.length();
    boolean firstOfLine = first;
    List<Part> parts = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (!text.startsWith(end, at)) {
      if (at >= text.length() || (!raw && text.charAt(at) == '\n')) {
        throw new UnreadableSourceException("a string that does not end", where);
      }
      char c = text.charAt(at);
      boolean escapes = !raw || language == SourceLanguage.GROOVY;
      if (c == '\\' && escapes && at + 1 < text.length()) {
        at++;
        value.append(unescaped(text.charAt(at)));
        step();
      } else if (c == '$' && templated && at + 1 < text.length() && startsCode()) {
        parts.add(new Part(value.toString(), false));
        value.setLength(0);
        parts.add(new Part(code(where), true));
      } else {
        value.append(c);
        step();
      }
    }
    at += end.length();
    while (raw && at < text.length() && text.charAt(at) == quote) {
      at++;
    }
    parts.add(new Part(value.toString(), false));
    first = firstOfLine;
    StringBuilder all = new StringBuilder();
    parts.stream().filter(each -> !each.code()).forEach(each -> all.append(each.text()));
    add(Kind.STRING, all.toString(), where, List.copyOf(parts));
  }

  /** Whether a quote starts a character rather than a symbol's name. */
  private boolean isCharacter() {
    return at + 2 < text.length() && (text.charAt(at + 1) == '\\' || text.charAt(at + 2) == '\'');
  }

  private boolean startsCode() {
    char next = text.charAt(at + 1);
    return next == '{' || (Character.isJavaIdentifierStart(next) && next != '$');
  }

  /** The code of a template, without its braces; ends behind it. */
  private String code(int where) {
    at++;
    int start = at;
    if (text.charAt(at) != '{') {
      while (at < text.length()
          && Character.isJavaIdentifierPart(text.charAt(at))
          && text.charAt(at) != '$') {
        at++;
      }
      return text.substring(start, at);
    }
    int depth = 0;
    do {
      if (at >= text.length()) {
        throw new UnreadableSourceException("a string that does not end", where);
      }
      char c = text.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      step();
    } while (depth > 0);
    return text.substring(start + 1, at - 1);
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  /** Whether a slash starts a pattern: where no value that could be divided stands before it. */
  private boolean startsPattern() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token before = tokens.get(tokens.size() - 1);
    boolean value = before.kind() != Kind.SYMBOL || List.of(")", "]", "}").contains(before.text());
    int end = text.indexOf('/', at + 1);
    int lineEnd = text.indexOf('\n', at);
    return !value && end > 0 && (lineEnd < 0 || end < lineEnd);
  }

  private void pattern() {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '/' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    String value = text.substring(start + 1, at);
    add(Kind.STRING, value, line, List.of(new Part(value, false)));
    at++;
  }

  // ---- brackets

  private int[] brackets() {
    int[] close = new int[tokens.size()];
    Arrays.fill(close, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token each = tokens.get(i);
      if (each.kind() != Kind.SYMBOL || each.text().length() > 1) {
        continue;
      }
      char c = each.text().charAt(0);
      if (c == '(' || c == '[' || c == '{') {
        open.push(i);
        if (open.size() > MAX_DEPTH) {
          throw new UnreadableSourceException(
              "brackets nested deeper than %d".formatted(MAX_DEPTH), each.line());
        }
      } else if (c == ')' || c == ']' || c == '}') {
        if (open.isEmpty() || !tokens.get(open.peek()).text().equals(opening(c))) {
          throw new UnreadableSourceException(
              "a '%s' that closes nothing".formatted(c), each.line());
        }
        close[open.pop()] = i;
      }
    }
    if (!open.isEmpty()) {
      Token last = tokens.get(open.peek());
      throw new UnreadableSourceException(
          "a '%s' that is never closed".formatted(last.text()), last.line());
    }
    return close;
  }

  private static String opening(char closing) {
    return switch (closing) {
      case ')' -> "(";
      case ']' -> "[";
      default -> "{";
    };
  }
}
