package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.Expr.LiteralKind;
import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.LightLexer.Part;
import dev.msvc.analyzers.code.LightLexer.Token;
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

  /** Of links in one expression: whoever walks it later goes down as deep. */
  private static final int MAX_CHAIN = 5_000;

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
  private static final List<String> ENDS =
      List.of(
          "else", "catch", "finally", "case", "while", "yield", "do", "then", "extends", "with");

  private final SourceLanguage language;
  private final LightTypes types;

  /** Blocks that stand inside an expression, to be added behind its statement. */
  private final List<Stmt> aside = new ArrayList<>();

  private int depth;

  LightBodies(SourceLanguage language, LightTypes types) {
    this.language = language;
    this.types = types;
  }

  /** Reads all that a cursor has. */
  Stmt.Block block(LightCursor cursor) {
    List<Stmt> all = new ArrayList<>();
    if (++depth <= MAX_DEPTH) {
      while (cursor.more()) {
        int before = cursor.position();
        statement(cursor, all);
        all.addAll(aside);
        aside.clear();
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
    all.addAll(aside);
    aside.clear();
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

  // ---- expressions

  /** Reads one expression; at least one token. */
  Expr expression(LightCursor cursor) {
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
        left = new Expr.Assign(left, token.text(), expression(cursor), token.line());
      } else if (token.is("?:")) {
        cursor.next();
        left = new Expr.Conditional(left, left, postfix(cursor), token.line());
      } else if (token.is("?") && language == SourceLanguage.GROOVY) {
        cursor.next();
        Expr then = expression(cursor);
        Expr otherwise = cursor.accept(":") ? expression(cursor) : nothing(token.line());
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
        aside.add(block(cursor.inside()));
      }
      return left;
    }
    if (language == SourceLanguage.GROOVY) {
      boolean command = left instanceof Expr.Name || left instanceof Expr.Select;
      return command && !token.is("in") ? called(left, List.of(expression(cursor)), line) : null;
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
        left = reference(left, cursor.next(), line);
      } else if (token.is("(") && cursor.sameLine()) {
        List<Expr> arguments = arguments(cursor.inside());
        left = called(left, withLambda(cursor, arguments), line);
      } else if (token.is("{") && cursor.sameLine() && takesBlock(left)) {
        left = called(left, withLambda(cursor, List.of()), line);
      } else if (token.is("[") && cursor.sameLine()) {
        left = bracketed(cursor, left, line);
      } else if (token.is("<") && isTypeArguments(cursor)) {
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

  private static boolean takesBlock(Expr left) {
    return left instanceof Expr.Name || left instanceof Expr.Select || left instanceof Expr.Call;
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
    Expr call = called(left, withLambda(cursor, arguments), line);
    if (call instanceof Expr.Call each) {
      return new Expr.Call(each.scope(), each.name(), each.arguments(), given, line);
    }
    if (call instanceof Expr.New each) {
      return new Expr.New(
          new TypeSyntax(each.type().name(), given, 0, line), each.arguments(), null, line);
    }
    return call;
  }

  /** Whether what stands in angle brackets can only be types, and a call follows. */
  private static boolean isTypeArguments(LightCursor cursor) {
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

  private Expr called(Expr left, List<Expr> arguments, int line) {
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

  private Expr reference(Expr left, Token name, int line) {
    String written = Names.written(left);
    if (name.is("class")) {
      return written == null
          ? left
          : new Expr.ClassLiteral(new TypeSyntax(written, List.of(), 0, line), line);
    }
    return new Expr.MethodRef(left, name.text(), line);
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
      case STRING -> string(token);
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
        Expr then = expression(cursor);
        Expr otherwise = cursor.accept("else") ? expression(cursor) : then;
        return new Expr.Conditional(condition, then, otherwise, line);
      }
      case "try", "throw", "return", "else", "do", "await" -> {
        return cursor.more() ? expression(cursor) : nothing(line);
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
      aside.add(block(cursor.inside()));
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
    Stmt.Block read = block(inside);
    aside.addAll(outer);
    return new Expr.Lambda(List.copyOf(parameters), valued(read), line);
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
        all.add(expression(cursor));
        if (cursor.position() == before) {
          cursor.skip();
        }
      }
    }
    return List.copyOf(all);
  }

  /** A string, put together where code stands in it. */
  private Expr string(Token token) {
    Expr all = null;
    for (Part each : token.parts()) {
      if (each.text().isEmpty() && token.parts().size() > 1) {
        continue;
      }
      Expr part =
          each.code()
              ? code(each.text(), token.line())
              : new Expr.Literal(LiteralKind.STRING, each.text(), token.line());
      all = all == null ? part : new Expr.Binary("+", all, part, token.line());
    }
    return all == null ? new Expr.Literal(LiteralKind.STRING, "", token.line()) : all;
  }

  private Expr code(String text, int line) {
    if (depth >= MAX_DEPTH) {
      return nothing(line);
    }
    LightCursor cursor = LightCursor.of(LightLexer.read(text, language, line));
    return cursor.more() ? expression(cursor) : nothing(line);
  }

  private static Expr nothing(int line) {
    return new Expr.Literal(LiteralKind.NULL, "null", line);
  }
}
