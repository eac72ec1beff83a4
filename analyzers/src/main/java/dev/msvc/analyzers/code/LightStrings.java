package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.Expr.LiteralKind;
import dev.msvc.analyzers.code.LightLexer.Part;
import dev.msvc.analyzers.code.LightLexer.Token;
import dev.msvc.model.SourceLanguage;

/** Reads strings in which code may stand. */
final class LightStrings {
  private final SourceLanguage language;
  private final LightExpressions expressions;

  LightStrings(SourceLanguage language, LightExpressions expressions) {
    this.language = language;
    this.expressions = expressions;
  }

  /**
   * A string, put together where code stands in it.
   *
   * @param deeper whether the code in it is read, too
   */
  Expr read(Token token, boolean deeper) {
    Expr all = null;
    for (Part each : token.parts()) {
      if (each.text().isEmpty() && token.parts().size() > 1) {
        continue;
      }
      Expr part =
          each.code()
              ? code(each.text(), token.line(), deeper)
              : new Expr.Literal(LiteralKind.STRING, each.text(), token.line());
      all = all == null ? part : new Expr.Binary("+", all, part, token.line());
    }
    return all == null ? new Expr.Literal(LiteralKind.STRING, "", token.line()) : all;
  }

  private Expr code(String text, int line, boolean deeper) {
    if (!deeper) {
      return LightExpressions.nothing(line);
    }
    LightCursor cursor = LightCursor.of(LightLexer.read(text, language, line));
    return cursor.more() ? expressions.read(cursor) : LightExpressions.nothing(line);
  }
}
