package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.Expr.LiteralKind;
import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.LightLexer.Token;
import dev.msvc.model.SourceLanguage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions of Kotlin, Groovy and Scala: chains of calls, constructions, strings, lambdas.
 */
final class LightExpressions {
  private static final int MAX_DEPTH = 100;

  /** Of links in one expression: whoever walks it later goes down as deep. */
  private static final int MAX_CHAIN = 5_000;

  private static final List<String> ENDS =
      List.of(
          "else", "catch", "finally", "case", "while", "yield", "do", "then", "extends", "with");

  private final SourceLanguage language;
  private final LightTypes types;
  private final LightBodies bodies;

  /** Blocks that stand inside an expression, to be added behind its statement. */
  private final List<Stmt> aside = new ArrayList<>();

  private final LightStrings strings;
  private final LightCalls calls;
  private int depth;

  LightExpressions(SourceLanguage language, LightTypes types, LightBodies bodies) {
    this.language = language;
    this.types = types;
    this.bodies = bodies;
    this.calls = new LightCalls(language);
    this.strings = new LightStrings(language, this);
  }

  /** The blocks that the last expressions held, each given once. */
  List<Stmt> aside() {
    List<Stmt> all = List.copyOf(aside);
    aside.clear();
    return all;
  }

  /** Reads one expression; at least one token. */
  Expr read(LightCursor cursor) {
    if (++depth > MAX_DEPTH) {
      depth--;
      int line = cursor.line();
      cursor.skip();
      return nothing(line);
    }
    Expr left = postfix(cursor);
    for (int links = 0; cursor.more() && links < MAX_CHAIN; links++) {
      Token token = cursor.peek();
      if (token.kind() == Kind.WORD) {
        Expr joined = cursor.sameLine() ? word(cursor, left) : null;
        if (joined == null) {
          break;
        }
        left = joined;
      } else if (token.is("=") || token.is("+=") || token.is("-=")) {
        cursor.next();
        left = new Expr.Assign(left, token.text(), read(cursor), token.line());
      } else if (token.is("?:")) {
        cursor.next();
        left = new Expr.Conditional(left, left, postfix(cursor), token.line());
      } else if (token.is("?") && language == SourceLanguage.GROOVY) {
        cursor.next();
        Expr then = read(cursor);
        Expr otherwise = cursor.accept(":") ? read(cursor) : nothing(token.line());
        left = new Expr.Conditional(left, then, otherwise, token.line());
      } else if (isOperator(token) && (cursor.sameLine() || token.is("?:") || token.is("&&"))) {
        cursor.next();
        left = new Expr.Binary(token.text(), left, postfix(cursor), token.line());
      } else {
        break;
      }
    }
    depth--;
    return left;
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Kind.SYMBOL
        && List.of(
                "+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "..", "&",
                "|")
            .contains(token.text());
  }

  /** A word behind an expression: a cast, a test, an infix call; null where it starts anew. */
  private @Nullable Expr word(LightCursor cursor, Expr left) {
    Token token = cursor.peek();
    int line = token.line();
    if (token.is("as")) {
      cursor.next();
      cursor.accept("?");
      TypeSyntax type = types.read(cursor);
      return type == null ? left : new Expr.Cast(type, left, line);
    }
    if (token.is("is") || token.is("instanceof")) {
      cursor.next();
      TypeSyntax type = types.read(cursor);
      return type == null ? left : new Expr.InstanceOf(left, type, null, line);
    }
    if (ENDS.contains(token.text())) {
      return null;
    }
    if (token.is("match")) {
      cursor.next();
      if (cursor.at("{")) {
        aside.add(bodies.block(cursor.inside()));
      }
      return left;
    }
    if (language == SourceLanguage.GROOVY) {
      boolean command = left instanceof Expr.Name || left instanceof Expr.Select;
      return command && !token.is("in") ? calls.called(left, List.of(read(cursor)), line) : null;
    }
    if (cursor.peek(1).first() || cursor.peek(1).text().isEmpty()) {
      return null;
    }
    cursor.next();
    return new Expr.Call(left, token.text(), List.of(postfix(cursor)), List.of(), line);
  }

  private Expr postfix(LightCursor cursor) {
    Expr left = primary(cursor);
    for (int links = 0; cursor.more() && links < MAX_CHAIN; links++) {
      Token token = cursor.peek();
      int line = token.line();
      if ((token.is(".") || token.is("?.") || token.is("*.")) && isMember(cursor)) {
        cursor.next();
        left = new Expr.Select(left, cursor.next().text(), line);
      } else if (token.is("!!")) {
        cursor.next();
      } else if (token.is("::") && cursor.peek(1).kind() == Kind.WORD) {
        cursor.next();
        left = LightCalls.reference(left, cursor.next(), line);
      } else if (token.is("(") && cursor.sameLine()) {
        List<Expr> arguments = arguments(cursor.inside());
        left = calls.called(left, withLambda(cursor, arguments), line);
      } else if (token.is("{") && cursor.sameLine() && LightCalls.takesBlock(left)) {
        left = calls.called(left, withLambda(cursor, List.of()), line);
      } else if (token.is("[") && cursor.sameLine()) {
        left = bracketed(cursor, left, line);
      } else if (token.is("<") && LightCalls.isTypeArguments(cursor)) {
        List<TypeSyntax> given = types.arguments(cursor);
        left = typed(cursor, left, given, line);
      } else {
        break;
      }
    }
    return left;
  }

  private static boolean isMember(LightCursor cursor) {
    return cursor.peek(1).kind() == Kind.WORD;
  }

  private List<Expr> withLambda(LightCursor cursor, List<Expr> arguments) {
    if (!cursor.at("{") || !cursor.sameLine()) {
      return arguments;
    }
    List<Expr> all = new ArrayList<>(arguments);
    all.add(lambda(cursor));
    return List.copyOf(all);
  }

  private Expr bracketed(LightCursor cursor, Expr left, int line) {
    if (language == SourceLanguage.SCALA) {
      List<TypeSyntax> given = types.arguments(cursor);
      boolean literal = left instanceof Expr.Name name && name.id().equals("classOf");
      return literal && !given.isEmpty()
          ? new Expr.ClassLiteral(given.get(0), line)
          : typed(cursor, left, given, line);
    }
    List<Expr> index = arguments(cursor.inside());
    return index.isEmpty() ? left : new Expr.Index(left, index.get(0), line);
  }

  private Expr typed(LightCursor cursor, Expr left, List<TypeSyntax> given, int line) {
    if (!cursor.at("(") && !cursor.at("{")) {
      return left;
    }
    List<Expr> arguments = cursor.at("(") ? arguments(cursor.inside()) : List.of();
    Expr call = calls.called(left, withLambda(cursor, arguments), line);
    if (call instanceof Expr.Call each) {
      return new Expr.Call(each.scope(), each.name(), each.arguments(), given, line);
    }
    if (call instanceof Expr.New each) {
      return new Expr.New(
          new TypeSyntax(each.type().name(), given, 0, line), each.arguments(), null, line);
    }
    return call;
  }

  private Expr primary(LightCursor cursor) {
    Token token = cursor.peek();
    int line = token.line();
    if (cursor.atBracket()) {
      if (token.is("{")) {
        return lambda(cursor);
      }
      List<Expr> parts = arguments(cursor.inside());
      return token.is("(") && parts.size() == 1 ? parts.get(0) : new Expr.Array(null, parts, line);
    }
    cursor.next();
    return switch (token.kind()) {
      case STRING -> strings.read(token, depth < MAX_DEPTH);
      case NUMBER -> new Expr.Literal(LiteralKind.INT, token.text(), line);
      case WORD -> named(cursor, token);
      case SYMBOL -> symbol(cursor, token);
    };
  }

  private Expr symbol(LightCursor cursor, Token token) {
    if (token.is("@")) {
      LightTypes.name(cursor);
      if (cursor.at("(") && cursor.sameLine()) {
        cursor.skip();
      }
    }
    if (token.is("!") && (cursor.at("is") || cursor.at("in"))) {
      cursor.next();
    }
    boolean prefix = List.of("-", "!", "+", "*", "@", "::", "~").contains(token.text());
    return prefix && cursor.more() && !cursor.atAny(List.of(")", "]", "}"))
        ? new Expr.Unary(postfix(cursor), token.is("!"), token.line())
        : nothing(token.line());
  }

  private Expr named(LightCursor cursor, Token token) {
    int line = token.line();
    switch (token.text()) {
      case "null" -> {
        return nothing(line);
      }
      case "true", "false" -> {
        return new Expr.Literal(LiteralKind.BOOLEAN, token.text(), line);
      }
      case "this" -> {
        if (cursor.at("@") && cursor.sameLine()) {
          cursor.next();
          cursor.next();
        }
        return new Expr.This(null, line);
      }
      case "super" -> {
        return new Expr.Super(null, line);
      }
      case "new" -> {
        return constructed(cursor, line);
      }
      case "object" -> {
        if (cursor.accept(":")) {
          return constructed(cursor, line);
        }
        return nothing(line);
      }
      case "if", "when", "while", "switch", "for" -> {
        Expr condition = cursor.at("(") ? primary(cursor) : nothing(line);
        Expr then = read(cursor);
        Expr otherwise = cursor.accept("else") ? read(cursor) : then;
        return new Expr.Conditional(condition, then, otherwise, line);
      }
      case "try", "throw", "return", "else", "do", "await" -> {
        return cursor.more() ? read(cursor) : nothing(line);
      }
      default -> {
        return new Expr.Name(token.text(), line);
      }
    }
  }

  private Expr constructed(LightCursor cursor, int line) {
    TypeSyntax type = types.read(cursor);
    List<Expr> arguments = cursor.at("(") ? arguments(cursor.inside()) : List.of();
    while (cursor.accept(",") && cursor.atWord()) {
      types.read(cursor);
    }
    if (cursor.at("{") && cursor.sameLine()) {
      aside.add(bodies.block(cursor.inside()));
    }
    return type == null ? nothing(line) : new Expr.New(type, arguments, null, line);
  }

  private Expr lambda(LightCursor cursor) {
    int line = cursor.line();
    LightCursor inside = cursor.inside();
    String arrow = language == SourceLanguage.SCALA ? "=>" : "->";
    int start = inside.position();
    List<Expr.Parameter> parameters = new ArrayList<>();
    while (inside.atWord() || inside.at(",") || inside.at("(")) {
      if (inside.accept(",")) {
        continue;
      }
      if (inside.at("(")) {
        inside.skip();
        continue;
      }
      TypeSyntax type =
          language == SourceLanguage.GROOVY && inside.peek(1).kind() == Kind.WORD
              ? types.read(inside)
              : null;
      String name = inside.next().text();
      if (inside.accept(":")) {
        type = types.read(inside);
      }
      parameters.add(new Expr.Parameter(type, name));
    }
    if (!inside.accept(arrow)) {
      inside.moveTo(start);
      parameters.clear();
      if (language != SourceLanguage.SCALA) {
        parameters.add(new Expr.Parameter(null, "it"));
      }
    }
    List<Stmt> outer = new ArrayList<>(aside);
    aside.clear();
    Stmt.Block body = bodies.block(inside);
    aside.addAll(outer);
    return new Expr.Lambda(List.copyOf(parameters), valued(body), line);
  }

  /** A lambda's last expression is its value. */
  private static Stmt valued(Stmt.Block block) {
    List<Stmt> all = new ArrayList<>(block.statements());
    if (!all.isEmpty() && all.get(all.size() - 1) instanceof Stmt.Eval last) {
      all.set(all.size() - 1, new Stmt.Return(last.value()));
    }
    return all.size() == 1 ? all.get(0) : new Stmt.Block(List.copyOf(all));
  }

  /** Reads expressions between commas; their names are dropped. */
  List<Expr> arguments(LightCursor cursor) {
    List<Expr> all = new ArrayList<>();
    while (cursor.more()) {
      if (cursor.accept(",") || cursor.accept(";") || cursor.accept(":")) {
        continue;
      }
      boolean named = cursor.atWord() && (cursor.peek(1).is("=") || cursor.peek(1).is(":"));
      if (named) {
        cursor.next();
        cursor.next();
      }
      if (cursor.more()) {
        int before = cursor.position();
        all.add(read(cursor));
        if (cursor.position() == before) {
          cursor.skip();
        }
      }
    }
    return List.copyOf(all);
  }

  static Expr nothing(int line) {
    return new Expr.Literal(LiteralKind.NULL, "null", line);
  }
}
