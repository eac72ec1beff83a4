package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members of Kotlin's types: functions, properties, parameters, constructors. */
final class KotlinMembers {
  private static final List<String> MODIFIERS =
      List.of(
          "public",
          "private",
          "internal",
          "protected",
          "open",
          "abstract",
          "final",
          "sealed",
          "data",
          "inner",
          "enum",
          "annotation",
          "value",
          "inline",
          "const",
          "lateinit",
          "override",
          "suspend",
          "operator",
          "infix",
          "tailrec",
          "external",
          "expect",
          "actual",
          "vararg",
          "noinline",
          "crossinline",
          "companion");

  private final LightTypes types;
  private final LightBodies bodies;
  private final LightAnnotations annotations;

  KotlinMembers(LightTypes types, LightBodies bodies, LightAnnotations annotations) {
    this.types = types;
    this.bodies = bodies;
    this.annotations = annotations;
  }

  /** What stands before a declaration. */
  record Head(List<AnnotationSyntax> annotations, List<String> modifiers) {
    boolean has(String modifier) {
      return modifiers.contains(modifier);
    }
  }

  Head head(LightCursor cursor) {
    List<AnnotationSyntax> found = new ArrayList<>();
    List<String> modifiers = new ArrayList<>();
    while (cursor.more()) {
      if (cursor.at("@")) {
        found.addAll(annotations.read(cursor));
      } else if (cursor.atAny(MODIFIERS)
          && (cursor.peek(1).kind() != Kind.SYMBOL || cursor.peek(1).is("@"))) {
        modifiers.add(cursor.next().text());
      } else {
        break;
      }
    }
    return new Head(found, modifiers);
  }

  List<ParameterDeclaration> parameters(LightCursor cursor, @Nullable LightMembers properties) {
    List<ParameterDeclaration> all = new ArrayList<>();
    while (cursor.more()) {
      if (cursor.accept(",")) {
        continue;
      }
      Head head = head(cursor);
      boolean changes = cursor.at("var");
      boolean property = (changes || cursor.at("val")) && properties != null;
      if (changes || cursor.at("val")) {
        cursor.next();
      }
      if (!cursor.atWord()) {
        cursor.skip();
        continue;
      }
      int line = cursor.line();
      String name = cursor.next().text();
      TypeSyntax type = cursor.accept(":") ? types.read(cursor) : null;
      TypeSyntax known =
          type == null ? new TypeSyntax("java.lang.Object", List.of(), 0, line) : type;
      Expr value = cursor.accept("=") ? bodies.expression(cursor) : null;
      if (property && properties != null) {
        properties.property(name, known, changes, false, head.annotations(), value, line);
      }
      all.add(
          new ParameterDeclaration(
              name, head.has("vararg") ? known.withDimensions(1) : known, head.annotations()));
    }
    return List.copyOf(all);
  }

  void function(LightCursor cursor, Head head, LightMembers to, boolean isStatic) {
    cursor.next();
    List<TypeVariable> variables = types.variables(cursor);
    int line = cursor.line();
    String name = name(cursor);
    List<ParameterDeclaration> parameters =
        cursor.at("(") ? parameters(cursor.inside(), null) : List.of();
    TypeSyntax result = cursor.accept(":") ? types.read(cursor) : null;
    skipWhere(cursor);
    Stmt body = null;
    if (cursor.at("{")) {
      body = bodies.block(cursor.inside());
    } else if (cursor.accept("=")) {
      Stmt.Block value = bodies.result(cursor);
      body = value;
      result = result == null ? guessed(value, line) : result;
    }
    int modifiers =
        LightMembers.modifiers(head.modifiers())
            | (isStatic ? Modifier.STATIC : 0)
            | (body == null ? Modifier.ABSTRACT : 0);
    to.method(
        name,
        modifiers,
        variables,
        result == null ? new TypeSyntax("void", List.of(), 0, line) : result,
        parameters,
        head.annotations(),
        body,
        line,
        cursor.lineBefore());
  }

  private static @Nullable TypeSyntax guessed(Stmt.Block value, int line) {
    return value.statements().get(0) instanceof Stmt.Return result
            && result.value() instanceof Expr.New made
        ? made.type()
        : new TypeSyntax("java.lang.Object", List.of(), 0, line);
  }

  private void skipWhere(LightCursor cursor) {
    if (cursor.accept("where")) {
      while (cursor.more() && !cursor.at("{") && !cursor.at("=")) {
        cursor.next();
      }
    }
  }

  /** A name behind the type that it extends, if any. */
  private String name(LightCursor cursor) {
    int start = cursor.position();
    TypeSyntax receiver = cursor.atWord() ? types.read(cursor) : null;
    if (receiver != null && cursor.accept(".") && cursor.atWord()) {
      return cursor.next().text();
    }
    cursor.moveTo(start);
    String name = cursor.atWord() ? LightTypes.name(cursor) : "";
    if (cursor.at("<")) {
      types.arguments(cursor);
      if (cursor.accept(".")) {
        name = cursor.next().text();
      }
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }

  void property(LightCursor cursor, Head head, LightMembers to, boolean isStatic) {
    boolean changes = cursor.next().is("var");
    types.variables(cursor);
    int line = cursor.line();
    if (cursor.at("(")) {
      cursor.skip();
    }
    String name = cursor.atWord() ? name(cursor) : "";
    TypeSyntax type = cursor.accept(":") ? types.read(cursor) : null;
    Expr value = null;
    if (cursor.accept("=") || cursor.accept("by")) {
      value = bodies.expression(cursor);
    }
    if (!name.isEmpty()) {
      to.property(name, type, changes, isStatic, head.annotations(), value, line);
    }
    accessors(cursor, to);
  }

  /** A property's own getter and setter. */
  private void accessors(LightCursor cursor, LightMembers to) {
    while (cursor.more()) {
      int start = cursor.position();
      head(cursor);
      boolean accessor = cursor.at("get") || cursor.at("set");
      if (!accessor || !(cursor.peek(1).is("(") || cursor.peek(1).first())) {
        cursor.moveTo(start);
        return;
      }
      cursor.next();
      if (cursor.at("(")) {
        cursor.skip();
      }
      if (cursor.accept(":")) {
        types.read(cursor);
      }
      if (cursor.at("{")) {
        to.initializers.add(bodies.block(cursor.inside()));
      } else if (cursor.accept("=")) {
        to.initializers.add(new Stmt.Eval(bodies.expression(cursor)));
      }
    }
  }

  void secondaryConstructor(LightCursor cursor, Head head, LightMembers to) {
    int line = cursor.next().line();
    List<ParameterDeclaration> parameters =
        cursor.at("(") ? parameters(cursor.inside(), null) : List.of();
    List<Stmt> body = new ArrayList<>();
    if (cursor.accept(":")) {
      boolean ofSuper = cursor.next().is("super");
      List<Expr> arguments = cursor.at("(") ? bodies.arguments(cursor.inside()) : List.of();
      body.add(new Stmt.Eval(new Expr.ConstructorCall(ofSuper, arguments, line)));
    }
    if (cursor.at("{")) {
      body.add(bodies.block(cursor.inside()));
    }
    to.method(
        "<init>",
        LightMembers.modifiers(head.modifiers()),
        List.of(),
        null,
        parameters,
        head.annotations(),
        new Stmt.Block(List.copyOf(body)),
        line,
        cursor.lineBefore());
  }
}
