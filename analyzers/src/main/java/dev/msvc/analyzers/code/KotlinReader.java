package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.LightLexer.Kind;
import dev.msvc.analyzers.code.SourceUnit.Import;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a Kotlin file's declarations as Java would see them. */
final class KotlinReader {
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

  private final LightTypes types = new LightTypes(SourceLanguage.KOTLIN);
  private final LightBodies bodies = new LightBodies(SourceLanguage.KOTLIN, types);
  private final LightAnnotations annotations = new LightAnnotations(SourceLanguage.KOTLIN, bodies);

  /** What stands before a declaration. */
  private record Head(List<AnnotationSyntax> annotations, List<String> modifiers) {
    boolean has(String modifier) {
      return modifiers.contains(modifier);
    }
  }

  SourceUnit read(String file, String module, String text, int lines, boolean generated) {
    LightCursor cursor = LightCursor.of(LightLexer.read(text, SourceLanguage.KOTLIN, 1));
    String packageName = "";
    List<Import> imports = new ArrayList<>();
    LightMembers top = new LightMembers();
    while (cursor.more()) {
      int before = cursor.position();
      if (cursor.at("package") && cursor.peek().first()) {
        cursor.next();
        packageName = LightTypes.name(cursor);
      } else if (cursor.at("import") && cursor.peek().first()) {
        imports.add(imported(cursor));
      } else {
        declaration(cursor, top, true);
      }
      if (cursor.position() == before) {
        cursor.skip();
      }
    }
    List<TypeDeclaration> all = new ArrayList<>(top.types);
    if (!top.methods.isEmpty() || !top.fields.isEmpty()) {
      top.types.clear();
      all.add(
          top.type(
              facade(file),
              TypeKind.CLASS,
              Modifier.PUBLIC,
              List.of(),
              null,
              List.of(),
              List.of(),
              1,
              lines));
    }
    return new SourceUnit(file, module, packageName, imports, all, lines, generated);
  }

  /** The class that holds a file's own functions and properties. */
  private static String facade(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    name = name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9_]", "_");
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Kt";
  }

  private static Import imported(LightCursor cursor) {
    cursor.next();
    String name = LightTypes.name(cursor);
    boolean all = false;
    if (cursor.at(".") && cursor.peek(1).is("*")) {
      cursor.next();
      cursor.next();
      all = true;
    }
    if (cursor.at("as") && cursor.sameLine()) {
      cursor.next();
      cursor.next();
    }
    return new Import(name, false, all);
  }

  private Head head(LightCursor cursor) {
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

  private void declaration(LightCursor cursor, LightMembers to, boolean isStatic) {
    Head head = head(cursor);
    if (cursor.at("fun") && cursor.peek(1).is("interface")) {
      cursor.next();
    }
    if (cursor.at("class") || cursor.at("interface")) {
      type(cursor, head, to);
    } else if (cursor.at("object")) {
      object(cursor, head, to);
    } else if (cursor.at("fun")) {
      function(cursor, head, to, isStatic);
    } else if (cursor.at("val") || cursor.at("var")) {
      property(cursor, head, to, isStatic);
    } else if (cursor.at("init") && cursor.peek(1).is("{")) {
      cursor.next();
      to.initializers.add(bodies.block(cursor.inside()));
    } else if (cursor.at("constructor")) {
      secondaryConstructor(cursor, head, to);
    } else if (cursor.at("typealias")) {
      cursor.next();
      cursor.next();
      types.variables(cursor);
      if (cursor.accept("=")) {
        types.read(cursor);
      }
    } else if (cursor.more()) {
      cursor.skip();
    }
  }

  private void type(LightCursor cursor, Head head, LightMembers to) {
    boolean isInterface = cursor.next().is("interface");
    int line = cursor.line();
    String name = cursor.next().text();
    LightMembers members = new LightMembers();
    List<TypeVariable> variables = types.variables(cursor);
    List<ParameterDeclaration> parameters = List.of();
    Head ofConstructor = head(cursor);
    cursor.accept("constructor");
    if (cursor.at("(")) {
      parameters = parameters(cursor.inside(), members);
    }
    Supertypes above = supertypes(cursor);
    while (cursor.more() && cursor.at("where")) {
      cursor.next();
      while (cursor.more() && !cursor.at("{") && !cursor.peek().first()) {
        cursor.next();
      }
    }
    TypeKind kind =
        isInterface
            ? TypeKind.INTERFACE
            : head.has("enum")
                ? TypeKind.ENUM
                : head.has("annotation") ? TypeKind.ANNOTATION : TypeKind.CLASS;
    if (kind == TypeKind.CLASS || kind == TypeKind.ENUM) {
      members.constructor(parameters, ofConstructor.annotations(), above.arguments(), line);
    }
    if (cursor.at("{")) {
      LightCursor body = cursor.inside();
      if (kind == TypeKind.ENUM) {
        constants(body, name, members);
      }
      body(body, members);
    }
    to.types.add(
        members.type(
            name,
            kind,
            LightMembers.modifiers(head.modifiers()),
            variables,
            above.superclass(),
            above.interfaces(),
            head.annotations(),
            line,
            cursor.lineBefore()));
  }

  private void object(LightCursor cursor, Head head, LightMembers to) {
    int line = cursor.next().line();
    boolean companion = head.has("companion");
    String name = cursor.atWord() ? cursor.next().text() : "Companion";
    Supertypes above = supertypes(cursor);
    LightMembers members = companion ? to : new LightMembers();
    if (!above.arguments().isEmpty() && !companion) {
      members.constructor(List.of(), List.of(), above.arguments(), line);
    }
    if (cursor.at("{")) {
      LightCursor body = cursor.inside();
      while (body.more()) {
        int before = body.position();
        declaration(body, members, true);
        if (body.position() == before) {
          body.skip();
        }
      }
    }
    if (!companion) {
      to.types.add(
          members.type(
              name,
              TypeKind.CLASS,
              LightMembers.modifiers(head.modifiers()),
              List.of(),
              above.superclass(),
              above.interfaces(),
              head.annotations(),
              line,
              cursor.lineBefore()));
    }
  }

  private void body(LightCursor cursor, LightMembers members) {
    while (cursor.more()) {
      int before = cursor.position();
      declaration(cursor, members, false);
      if (cursor.position() == before) {
        cursor.skip();
      }
    }
  }

  private void constants(LightCursor cursor, String name, LightMembers members) {
    while (cursor.more() && !cursor.at(";")) {
      List<AnnotationSyntax> found = annotations.read(cursor);
      if (!cursor.atWord()) {
        cursor.skip();
        continue;
      }
      int line = cursor.line();
      String constant = cursor.next().text();
      TypeSyntax type = new TypeSyntax(name, List.of(), 0, line);
      List<Expr> arguments = cursor.at("(") ? bodies.arguments(cursor.inside()) : List.<Expr>of();
      members.property(
          constant, type, false, true, found, new Expr.New(type, arguments, null, line), line);
      if (cursor.at("{")) {
        cursor.skip();
      }
      if (!cursor.accept(",") && !cursor.at(";")) {
        return;
      }
    }
  }

  /** What a type extends and implements. */
  private record Supertypes(
      @Nullable TypeSyntax superclass, List<TypeSyntax> interfaces, List<Expr> arguments) {}

  private Supertypes supertypes(LightCursor cursor) {
    TypeSyntax superclass = null;
    List<TypeSyntax> interfaces = new ArrayList<>();
    List<Expr> arguments = List.of();
    if (cursor.accept(":")) {
      do {
        annotations.read(cursor);
        TypeSyntax type = types.read(cursor);
        if (type == null) {
          break;
        }
        if (cursor.at("(")) {
          superclass = type;
          arguments = bodies.arguments(cursor.inside());
        } else {
          interfaces.add(type);
          if (cursor.accept("by")) {
            bodies.expression(cursor);
          }
        }
      } while (cursor.accept(","));
    }
    return new Supertypes(superclass, interfaces, arguments);
  }

  private List<ParameterDeclaration> parameters(
      LightCursor cursor, @Nullable LightMembers properties) {
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

  private void function(LightCursor cursor, Head head, LightMembers to, boolean isStatic) {
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

  private void property(LightCursor cursor, Head head, LightMembers to, boolean isStatic) {
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

  private void secondaryConstructor(LightCursor cursor, Head head, LightMembers to) {
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
