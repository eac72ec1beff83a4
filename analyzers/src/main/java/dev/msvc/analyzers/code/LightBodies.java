package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.model.SourceLanguage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements and expressions of Kotlin, Groovy and Scala for what they call, name and say:
 * chains of calls, constructions, strings and variables. How operators bind is not looked at, since
 * nothing that is asked depends on it.
 */
final class LightBodies {
  private static final int MAX_DEPTH = 100;

  private static final List<String> STEERING =
      List.of(
          "else",
          "try",
          "do",
          "finally",
          "while",
          "yield",
          "throw",
          "case",
          "default",
          "break",
          "continue",
          "synchronized",
          "assert",
          "lazy",
          "override",
          "private",
          "protected",
          "public",
          "internal",
          "final",
          "abstract",
          "open",
          "implicit",
          "inline",
          "suspend",
          "static",
          "const",
          "lateinit",
          "inner",
          "data",
          "then",
          "with",
          "extends");
  private final SourceLanguage language;
  private final LightTypes types;

  private final LightExpressions expressions;
  private int depth;

  LightBodies(SourceLanguage language, LightTypes types) {
    this.language = language;
    this.types = types;
    this.expressions = new LightExpressions(language, types, this);
  }

  /** Reads all that a cursor has. */
  Stmt.Block block(LightCursor cursor) {
    List<Stmt> all = new ArrayList<>();
    if (++depth <= MAX_DEPTH) {
      while (cursor.more()) {
        int before = cursor.position();
        statement(cursor, all);
        all.addAll(expressions.aside());
        if (cursor.position() == before) {
          cursor.skip();
        }
      }
    }
    depth--;
    return new Stmt.Block(List.copyOf(all));
  }

  /** Reads a body behind {@code =}: one expression, which is the result. */
  Stmt.Block result(LightCursor cursor) {
    List<Stmt> all = new ArrayList<>();
    all.add(new Stmt.Return(expression(cursor)));
    all.addAll(expressions.aside());
    return new Stmt.Block(List.copyOf(all));
  }

  private void statement(LightCursor cursor, List<Stmt> to) {
    if (cursor.accept(";") || cursor.accept(",") || cursor.accept("->") || cursor.accept("=>")) {
      return;
    }
    if (cursor.at("@")) {
      skipAnnotation(cursor);
    } else if (cursor.at("{")) {
      to.add(block(cursor.inside()));
    } else if (cursor.atAny(STEERING) && !cursor.peek(1).is("(") && !cursor.peek(1).is(".")) {
      cursor.next();
    } else if (cursor.atAny(STEERING) && cursor.at("while")) {
      cursor.next();
    } else if (cursor.accept("return")) {
      if (cursor.accept("@")) {
        cursor.next();
      }
      boolean value = cursor.sameLine() && !cursor.at(";") && !cursor.at("}");
      to.add(new Stmt.Return(value ? expression(cursor) : null));
    } else if (cursor.at("if") || cursor.at("when") || cursor.at("switch")) {
      cursor.next();
      if (cursor.at("(")) {
        evaluateAll(cursor.inside(), to);
      }
    } else if (cursor.at("for")) {
      loop(cursor, to);
    } else if (cursor.at("catch")) {
      caught(cursor, to);
    } else if (cursor.atAny(List.of("fun", "def")) && isFunction(cursor)) {
      function(cursor);
    } else if (cursor.atAny(List.of("val", "var", "def")) && cursor.peek(1).kind() == Kind.WORD) {
      cursor.next();
      local(cursor, null, to);
    } else if (cursor.atAny(List.of("class", "object", "interface", "trait"))
        && cursor.peek(1).kind() == Kind.WORD) {
      cursor.next();
      cursor.next();
    } else if (language == SourceLanguage.GROOVY && isTypedLocal(cursor)) {
      TypeSyntax type = types.read(cursor);
      local(cursor, type, to);
    } else {
      to.add(new Stmt.Eval(expression(cursor)));
    }
  }

  private void evaluateAll(LightCursor cursor, List<Stmt> to) {
    while (cursor.more()) {
      int before = cursor.position();
      statement(cursor, to);
      if (cursor.position() == before) {
        cursor.skip();
      }
    }
  }

  private void loop(LightCursor cursor, List<Stmt> to) {
    int line = cursor.next().line();
    if (!cursor.atBracket()) {
      return;
    }
    LightCursor head = cursor.inside();
    TypeSyntax type = null;
    if (head.atAny(List.of("val", "var", "def", "final"))) {
      head.next();
    } else if (language == SourceLanguage.GROOVY && isTypedName(head)) {
      type = types.read(head);
    }
    boolean simple = head.atWord() && !head.peek(1).is("(");
    if (!simple) {
      evaluateAll(head, to);
      return;
    }
    String name = head.next().text();
    if (head.accept(":")) {
      type = language == SourceLanguage.KOTLIN ? types.read(head) : type;
    }
    if (head.accept("in") || head.accept("<-") || language == SourceLanguage.GROOVY) {
      Expr iterable = expression(head);
      List<Stmt> rest = new ArrayList<>();
      evaluateAll(head, rest);
      cursor.accept("yield");
      if (cursor.at("{")) {
        rest.add(block(cursor.inside()));
      } else if (cursor.more()) {
        statement(cursor, rest);
      }
      to.add(new Stmt.ForEach(type, name, iterable, new Stmt.Block(List.copyOf(rest)), line));
    } else {
      evaluateAll(head, to);
    }
  }

  private void caught(LightCursor cursor, List<Stmt> to) {
    int line = cursor.next().line();
    if (!cursor.at("(")) {
      return;
    }
    LightCursor head = cursor.inside();
    TypeSyntax type;
    String name;
    if (language == SourceLanguage.KOTLIN) {
      name = head.next().text();
      head.accept(":");
      type = types.read(head);
    } else {
      type = types.read(head);
      name = head.next().text();
    }
    Stmt body = cursor.at("{") ? block(cursor.inside()) : new Stmt.Block(List.of());
    to.add(new Stmt.Catch(type == null ? List.of() : List.of(type), name, body, line));
  }

  private boolean isFunction(LightCursor cursor) {
    return cursor.at("fun")
        || (cursor.peek(1).kind() == Kind.WORD
            && (cursor.peek(2).is("(") || cursor.peek(2).is("["))
            && language != SourceLanguage.KOTLIN);
  }

  /** A function in a body: what stands in it is read as the body's own. */
  private void function(LightCursor cursor) {
    cursor.next();
    while (cursor.more() && !cursor.at("(")) {
      cursor.next();
    }
    cursor.skip();
    if (cursor.accept(":")) {
      types.read(cursor);
    }
    cursor.accept("=");
  }

  private boolean isTypedName(LightCursor cursor) {
    return isTyped(cursor, List.of("in", ":", "=", ";", ""));
  }

  private boolean isTypedLocal(LightCursor cursor) {
    return isTyped(cursor, List.of("=", ";", "", "}"));
  }

  /** Whether a type, a name and one of these follow. */
  private boolean isTyped(LightCursor cursor, List<String> behind) {
    if (!cursor.atWord() || cursor.atAny(List.of("new", "this", "super", "in", "instanceof"))) {
      return false;
    }
    int start = cursor.position();
    TypeSyntax type = types.read(cursor);
    boolean typed =
        type != null
            && cursor.atWord()
            && cursor.sameLine()
            && !cursor.atAny(List.of("in", "as", "instanceof", "extends"))
            && (behind.contains(cursor.peek(1).text()) || cursor.peek(1).first());
    cursor.moveTo(start);
    return typed;
  }

  private void local(LightCursor cursor, @Nullable TypeSyntax declared, List<Stmt> to) {
    int line = cursor.line();
    String name = cursor.next().text();
    TypeSyntax type = declared;
    if (language != SourceLanguage.GROOVY && cursor.accept(":")) {
      type = types.read(cursor);
    }
    Expr value = null;
    if (cursor.accept("=") || cursor.accept("by")) {
      value = expression(cursor);
    }
    to.add(new Stmt.Local(type, name, value, line));
  }

  private static void skipAnnotation(LightCursor cursor) {
    cursor.next();
    LightTypes.name(cursor);
    if (cursor.at("(") && cursor.sameLine()) {
      cursor.skip();
    }
  }

  /** Reads one expression; at least one token. */
  Expr expression(LightCursor cursor) {
    return expressions.read(cursor);
  }

  /** Reads expressions between commas; their names are dropped. */
  List<Expr> arguments(LightCursor cursor) {
    return expressions.arguments(cursor);
  }
}
