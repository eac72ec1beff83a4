package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.LightLexer.Token;
import dev.msvc.analyzers.code.LightLexer.Tokens;
import java.util.List;

/** A place in a file's tokens, and where the part that is read ends. */
final class LightCursor {
  private final Tokens tokens;
  private final int end;
  private int at;

  private LightCursor(Tokens tokens, int at, int end) {
    this.tokens = tokens;
    this.at = at;
    this.end = end;
  }

  static LightCursor of(Tokens tokens) {
    return new LightCursor(tokens, 0, tokens.all().size());
  }

  boolean more() {
    return at < end;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  Token peek() {
    return peek(0);
  }

  /** The token so many places ahead; an empty symbol behind the end. */
  Token peek(int ahead) {
    if (at + ahead < end) {
      return tokens.all().get(at + ahead);
    }
    return new Token(Kind.SYMBOL, "", line(), true, List.of());
  }

  int line() {
    int last = Math.min(at, tokens.all().size() - 1);
    return last < 0 ? 1 : tokens.all().get(last).line();
  }

  /** The line of the last token that was read. */
  int lineBefore() {
    return at == 0 || at > tokens.all().size() ? line() : tokens.all().get(at - 1).line();
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  boolean at(String text) {
    return peek().is(text);
  }

  boolean atAny(List<String> texts) {
    return peek().kind() != Kind.STRING && texts.contains(peek().text());
  }

  boolean atWord() {
    return peek().kind() == Kind.WORD;
  }

  /** Whether the next token is on the line of the last one. */
  boolean sameLine() {
    return more() && !peek().first();
  }

  boolean accept(String text) {
    if (at(text)) {
      at++;
      return true;
    }
    return false;
  }

  boolean atBracket() {
    return more() && tokens.close()[at] >= 0;
  }

  /** What the bracket here holds; ends behind the bracket. */
  LightCursor inside() {
    int close = tokens.close()[at];
    LightCursor inside = new LightCursor(tokens, at + 1, close);
    at = close + 1;
    return inside;
  }

  /** Passes a token, or a bracket with what it holds. */
  void skip() {
    at = atBracket() ? tokens.close()[at] + 1 : at + 1;
  }

  /** The token behind the bracket that starts so many places ahead. */
  Token afterBracket(int ahead) {
    int open = at + ahead;
    if (open >= end || tokens.close()[open] < 0) {
      return peek(ahead);
    }
    return peek(tokens.close()[open] + 1 - at);
  }
}
