package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.SourceUnit.Import;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Scala file's declarations as Java would see them; bodies by indentation are passed. */
final class ScalaReader {
  private static final List<String> MODIFIERS =
      List.of(
          "private",
          "protected",
          "final",
          "sealed",
          "abstract",
          "case",
          "implicit",
          "lazy",
          "override",
          "inline",
          "open",
          "transparent",
          "given",
          "using");

  private final LightTypes types = new LightTypes(SourceLanguage.SCALA);
  private final LightBodies bodies = new LightBodies(SourceLanguage.SCALA, types);
  private final LightAnnotations annotations = new LightAnnotations(SourceLanguage.SCALA, bodies);

  SourceUnit read(String file, String module, String text, int lines, boolean generated) {
    LightCursor cursor = LightCursor.of(LightLexer.read(text, SourceLanguage.SCALA, 1));
    Top top = new Top();
    declarations(cursor, top, top.members, false);
    List<TypeDeclaration> all = merged(top.members.types);
    return new SourceUnit(file, module, top.packageName, top.imports, all, lines, generated);
  }

  /** What stands outside of types. */
  private static final class Top {
    private String packageName = "";
    private final List<Import> imports = new ArrayList<>();
    private final LightMembers members = new LightMembers();
  }

  /** A class and the object of its name are one type. */
  private static List<TypeDeclaration> merged(List<TypeDeclaration> types) {
    List<TypeDeclaration> all = new ArrayList<>();
    for (TypeDeclaration each : types) {
      int same = -1;
      for (int i = 0; i < all.size(); i++) {
        same = all.get(i).name().equals(each.name()) ? i : same;
      }
      if (same < 0) {
        all.add(each);
      } else {
        all.set(same, both(all.get(same), each));
      }
    }
    return all;
  }

  private static TypeDeclaration both(TypeDeclaration one, TypeDeclaration other) {
    boolean first = one.superclass() != null || !one.annotations().isEmpty();
    TypeDeclaration main = first ? one : other;
    TypeDeclaration added = first ? other : one;
    LightMembers members = new LightMembers();
    for (TypeDeclaration each : List.of(main, added)) {
      members.fields.addAll(each.fields());
      members.methods.addAll(each.methods());
      members.initializers.addAll(each.initializers());
      members.types.addAll(each.types());
    }
    List<TypeSyntax> interfaces = new ArrayList<>(main.interfaces());
    interfaces.addAll(added.interfaces());
    return members.type(
        main.name(),
        main.kind(),
        main.modifiers(),
        main.variables(),
        main.superclass(),
        interfaces,
        main.annotations(),
        main.line(),
        main.endLine());
  }

  private void declarations(LightCursor cursor, Top top, LightMembers to, boolean isStatic) {
    while (cursor.more()) {
      int before = cursor.position();
      declaration(cursor, top, to, isStatic);
      if (cursor.position() == before) {
        cursor.skip();
      }
    }
  }

  private void declaration(LightCursor cursor, Top top, LightMembers to, boolean isStatic) {
    List<AnnotationSyntax> found = annotations.read(cursor);
    List<String> modifiers = new ArrayList<>();
    while (cursor.atAny(MODIFIERS)) {
      modifiers.add(cursor.next().text());
      if (cursor.at("[")) {
        cursor.skip();
      }
    }
    if (cursor.at("package") && !cursor.peek(1).is("object")) {
      cursor.next();
      String name = LightTypes.name(cursor);
      top.packageName = top.packageName.isEmpty() ? name : top.packageName + "." + name;
      if (cursor.at("{")) {
        declarations(cursor.inside(), top, to, false);
      }
    } else if (cursor.at("import")) {
      imports(cursor, top.imports);
    } else if (cursor.at("class") || cursor.at("trait") || cursor.at("enum")) {
      type(cursor, top, found, modifiers, to);
    } else if (cursor.at("object")) {
      type(cursor, top, found, modifiers, to);
    } else if (cursor.at("def")) {
      function(cursor, found, modifiers, to, isStatic);
    } else if (cursor.at("val") || cursor.at("var")) {
      property(cursor, found, to, isStatic);
    } else if (cursor.at("type")) {
      cursor.next();
      cursor.next();
      types.variables(cursor);
      if (cursor.accept("=")) {
        types.read(cursor);
      }
    } else if (cursor.more()) {
      Expr value = bodies.expression(cursor);
      to.initializers.add(new Stmt.Eval(value));
    }
  }

  private static void imports(LightCursor cursor, List<Import> to) {
    cursor.next();
    do {
      if (!cursor.atWord()) {
        return;
      }
      String name = LightTypes.name(cursor);
      if (cursor.at(".") && cursor.peek(1).is("{")) {
        cursor.next();
        LightCursor several = cursor.inside();
        while (several.more()) {
          if (several.atWord() && !several.at("_") && !several.at("given")) {
            to.add(new Import(name + "." + several.next().text(), false, false));
          } else if (several.at("_") || several.at("*")) {
            to.add(new Import(name, false, true));
            several.next();
          }
          while (several.more() && !several.accept(",")) {
            several.next();
          }
        }
      } else if (cursor.at(".") && cursor.peek(1).is("*")) {
        cursor.next();
        cursor.next();
        to.add(new Import(name, false, true));
      } else if (name.endsWith("._")) {
        to.add(new Import(name.substring(0, name.length() - 2), false, true));
      } else {
        to.add(new Import(name, false, false));
      }
    } while (cursor.accept(","));
  }

  private void type(
      LightCursor cursor,
      Top top,
      List<AnnotationSyntax> found,
      List<String> modifiers,
      LightMembers to) {
    String keyword = cursor.next().text();
    int line = cursor.line();
    if (!cursor.atWord()) {
      return;
    }
    String name = cursor.next().text();
    LightMembers members = new LightMembers();
    List<TypeVariable> variables = types.variables(cursor);
    List<AnnotationSyntax> ofConstructor = annotations.read(cursor);
    while (cursor.atAny(MODIFIERS)) {
      cursor.next();
      if (cursor.at("[")) {
        cursor.skip();
      }
    }
    List<ParameterDeclaration> parameters = new ArrayList<>();
    while (cursor.at("(")) {
      boolean isCase = modifiers.contains("case") && parameters.isEmpty();
      parameters.addAll(parameters(cursor.inside(), members, isCase));
    }
    TypeSyntax superclass = null;
    List<TypeSyntax> interfaces = new ArrayList<>();
    List<Expr> arguments = List.of();
    if (cursor.accept("extends")) {
      do {
        TypeSyntax type = parent(cursor);
        if (type == null) {
          break;
        }
        if (cursor.at("(")) {
          arguments = bodies.arguments(cursor.inside());
          while (cursor.at("(")) {
            cursor.skip();
          }
          superclass = type;
        } else if (superclass == null && interfaces.isEmpty() && !keyword.equals("trait")) {
          superclass = type;
        } else {
          interfaces.add(type);
        }
      } while (cursor.accept("with") || cursor.accept(","));
    }
    TypeKind kind =
        switch (keyword) {
          case "trait" -> TypeKind.INTERFACE;
          case "enum" -> TypeKind.ENUM;
          default -> TypeKind.CLASS;
        };
    if (kind == TypeKind.CLASS) {
      members.constructor(parameters, ofConstructor, arguments, line);
    }
    if (cursor.at("{")) {
      declarations(cursor.inside(), top, members, keyword.equals("object"));
    }
    List<TypeDeclaration> nested = merged(members.types);
    members.types.clear();
    members.types.addAll(nested);
    to.types.add(
        members.type(
            name,
            kind,
            LightMembers.modifiers(modifiers),
            variables,
            superclass,
            interfaces,
            found,
            line,
            cursor.lineBefore()));
  }

  /** A supertype, without those that follow it. */
  private @Nullable TypeSyntax parent(LightCursor cursor) {
    if (!cursor.atWord()) {
      return null;
    }
    int line = cursor.line();
    String name = LightTypes.name(cursor);
    List<TypeSyntax> arguments = cursor.at("[") ? types.arguments(cursor) : List.of();
    return new TypeSyntax(name, arguments, 0, line);
  }

  private List<ParameterDeclaration> parameters(
      LightCursor cursor, @Nullable LightMembers properties, boolean isCase) {
    List<ParameterDeclaration> all = new ArrayList<>();
    while (cursor.more()) {
      if (cursor.accept(",")) {
        continue;
      }
      List<AnnotationSyntax> found = annotations.read(cursor);
      while (cursor.atAny(MODIFIERS) && !cursor.peek(1).is(":")) {
        cursor.next();
      }
      boolean changes = cursor.at("var");
      boolean property = changes || cursor.at("val") || isCase;
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
      if (cursor.accept("=")) {
        bodies.expression(cursor);
      }
      if (properties != null) {
        field(name, known, property, changes, found, properties, line);
      }
      all.add(new ParameterDeclaration(name, known, found));
    }
    return all;
  }

  /** A class's parameter is seen in its whole body. */
  private static void field(
      String name,
      TypeSyntax type,
      boolean property,
      boolean changes,
      List<AnnotationSyntax> found,
      LightMembers to,
      int line) {
    to.property(name, type, changes, false, found, null, line);
    if (property) {
      to.method(name, Modifier.PUBLIC, List.of(), type, List.of(), List.of(), null, line, line);
    }
  }

  private void function(
      LightCursor cursor,
      List<AnnotationSyntax> found,
      List<String> modifiers,
      LightMembers to,
      boolean isStatic) {
    cursor.next();
    int line = cursor.line();
    String name = cursor.next().text();
    List<TypeVariable> variables = types.variables(cursor);
    List<ParameterDeclaration> parameters = new ArrayList<>();
    while (cursor.at("(")) {
      parameters.addAll(parameters(cursor.inside(), null, false));
    }
    TypeSyntax result = cursor.accept(":") ? types.read(cursor) : null;
    Stmt body = null;
    if (cursor.at("{")) {
      body = bodies.block(cursor.inside());
    } else if (cursor.accept("=")) {
      body = cursor.at("{") ? bodies.block(cursor.inside()) : bodies.result(cursor);
    }
    boolean constructor = name.equals("this");
    to.method(
        constructor ? "<init>" : name,
        LightMembers.modifiers(modifiers)
            | (isStatic ? Modifier.STATIC : 0)
            | (body == null ? Modifier.ABSTRACT : 0),
        variables,
        constructor
            ? null
            : result == null ? new TypeSyntax("java.lang.Object", List.of(), 0, line) : result,
        parameters,
        found,
        body,
        line,
        cursor.lineBefore());
  }

  private void property(
      LightCursor cursor, List<AnnotationSyntax> found, LightMembers to, boolean isStatic) {
    boolean changes = cursor.next().is("var");
    int line = cursor.line();
    if (!cursor.atWord()) {
      cursor.skip();
      return;
    }
    String name = cursor.next().text();
    TypeSyntax type = cursor.accept(":") ? types.read(cursor) : null;
    Expr value = cursor.accept("=") ? bodies.expression(cursor) : null;
    to.property(name, type, changes, isStatic, found, value, line);
  }
}
