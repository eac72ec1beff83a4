package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.KotlinMembers.Head;
import dev.msvc.analyzers.code.SourceUnit.Import;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Kotlin file's declarations as Java would see them. */
final class KotlinReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final LightTypes types = new LightTypes(SourceLanguage.KOTLIN);
  private final LightBodies bodies = new LightBodies(SourceLanguage.KOTLIN, types);
  private final LightAnnotations annotations = new LightAnnotations(SourceLanguage.KOTLIN, bodies);
  private final KotlinMembers members = new KotlinMembers(types, bodies, annotations);

  SourceUnit read(String file, String module, String text, int lines, boolean generated) {
    LightCursor cursor = LightCursor.of(LightLexer.read(text, SourceLanguage.KOTLIN, 1));
    String packageName = "";
    List<Import> imports = new ArrayList<>();
    LightMembers top = new LightMembers();
    List<AnnotationSyntax> ofFile = annotations.ofFile(cursor);
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
              facade(file, ofFile),
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
  private static String facade(String file, List<AnnotationSyntax> ofFile) {
    for (AnnotationSyntax each : ofFile) {
      boolean named = each.name().equals("JvmName") || each.name().equals("kotlin.jvm.JvmName");
      for (Expr value : named ? each.values().values() : List.<Expr>of()) {
        if (value instanceof Expr.Literal literal && NAME.matcher(literal.text()).matches()) {
          return literal.text();
        }
      }
    }
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

  private void declaration(LightCursor cursor, LightMembers to, boolean isStatic) {
    Head head = members.head(cursor);
    if (cursor.at("fun") && cursor.peek(1).is("interface")) {
      cursor.next();
    }
    if (cursor.at("class") || cursor.at("interface")) {
      type(cursor, head, to);
    } else if (cursor.at("object")) {
      object(cursor, head, to);
    } else if (cursor.at("fun")) {
      members.function(cursor, head, to, isStatic);
    } else if (cursor.at("val") || cursor.at("var")) {
      members.property(cursor, head, to, isStatic);
    } else if (cursor.at("init") && cursor.peek(1).is("{")) {
      cursor.next();
      to.initializers.add(bodies.block(cursor.inside()));
    } else if (cursor.at("constructor")) {
      members.secondaryConstructor(cursor, head, to);
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
    LightMembers own = new LightMembers();
    List<TypeVariable> variables = types.variables(cursor);
    List<ParameterDeclaration> parameters = List.of();
    Head ofConstructor = members.head(cursor);
    cursor.accept("constructor");
    if (cursor.at("(")) {
      parameters = members.parameters(cursor.inside(), own);
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
      own.constructor(parameters, ofConstructor.annotations(), above.arguments(), line);
    }
    if (cursor.at("{")) {
      LightCursor body = cursor.inside();
      if (kind == TypeKind.ENUM) {
        constants(body, name, own);
      }
      body(body, own);
    }
    to.types.add(
        own.type(
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
    LightMembers own = companion ? to : new LightMembers();
    if (!above.arguments().isEmpty() && !companion) {
      own.constructor(List.of(), List.of(), above.arguments(), line);
    }
    if (cursor.at("{")) {
      LightCursor body = cursor.inside();
      while (body.more()) {
        int before = body.position();
        declaration(body, own, true);
        if (body.position() == before) {
          body.skip();
        }
      }
    }
    if (!companion) {
      to.types.add(
          own.type(
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

  private void body(LightCursor cursor, LightMembers own) {
    while (cursor.more()) {
      int before = cursor.position();
      declaration(cursor, own, false);
      if (cursor.position() == before) {
        cursor.skip();
      }
    }
  }

  private void constants(LightCursor cursor, String name, LightMembers own) {
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
      own.property(
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
}
