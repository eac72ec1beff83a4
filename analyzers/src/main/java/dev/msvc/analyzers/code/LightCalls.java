package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.LightLexer.Token;
import dev.msvc.model.SourceLanguage;
import java.util.ArrayList;
import java.util.List;

/** What a name or a chain becomes by what stands behind it: a call, a construction, a reference. */
final class LightCalls {
  private final SourceLanguage language;

  LightCalls(SourceLanguage language) {
    this.language = language;
  }

  Expr called(Expr left, List<Expr> arguments, int line) {
    if (left instanceof Expr.Name name) {
      boolean type = Character.isUpperCase(name.id().charAt(0));
      return type && language != SourceLanguage.GROOVY
          ? new Expr.New(new TypeSyntax(name.id(), List.of(), 0, line), arguments, null, line)
          : new Expr.Call(null, name.id(), arguments, List.of(), line);
    }
    if (left instanceof Expr.Select select) {
      return new Expr.Call(select.scope(), select.id(), arguments, List.of(), line);
    }
    if (left instanceof Expr.Call call && !arguments.isEmpty()) {
      List<Expr> all = new ArrayList<>(call.arguments());
      all.addAll(arguments);
      return new Expr.Call(call.scope(), call.name(), all, call.types(), call.line());
    }
    return left;
  }

  static Expr reference(Expr left, Token name, int line) {
    String written = Names.written(left);
    if (name.is("class")) {
      return written == null
          ? left
          : new Expr.ClassLiteral(new TypeSyntax(written, List.of(), 0, line), line);
    }
    return new Expr.MethodRef(left, name.text(), line);
  }

  static boolean takesBlock(Expr left) {
    return left instanceof Expr.Name || left instanceof Expr.Select || left instanceof Expr.Call;
  }

  /** Whether what stands in angle brackets can only be types, and a call follows. */
  static boolean isTypeArguments(LightCursor cursor) {
    int open = 0;
    for (int i = 0; i < 60; i++) {
      Token token = cursor.peek(i);
      if (token.is("<")) {
        open++;
      } else if (token.is(">")) {
        if (--open == 0) {
          return cursor.peek(i + 1).is("(") || cursor.peek(i + 1).is("{");
        }
      } else if (token.kind() != Kind.WORD && !List.of(".", ",", "?", "*").contains(token.text())) {
        return false;
      }
    }
    return false;
  }
}
