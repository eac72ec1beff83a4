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
import org.jspecify.annotations.Nullable;

/** Reads a Groovy file's declarations as Java would see them. */
final class GroovyReader {
  private static final List<String> MODIFIERS =
      List.of(
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "synchronized",
          "transient",
          "volatile",
          "native",
          "strictfp",
          "default",
          "sealed");
  private static final List<String> DEFAULT_IMPORTS =
      List.of("java.util", "java.io", "java.net", "java.math");
  private static final List<String> TYPES = List.of("class", "interface", "trait", "enum");

  private final LightTypes types = new LightTypes(SourceLanguage.GROOVY);
  private final LightBodies bodies = new LightBodies(SourceLanguage.GROOVY, types);
  private final LightAnnotations annotations = new LightAnnotations(SourceLanguage.GROOVY, bodies);

  SourceUnit read(String file, String module, String text, int lines, boolean generated) {
    LightCursor cursor = LightCursor.of(LightLexer.read(text, SourceLanguage.GROOVY, 1));
    String packageName = "";
    List<Import> imports = new ArrayList<>();
    LightMembers top = new LightMembers();
    List<Stmt> script = new ArrayList<>();
    while (cursor.more()) {
      int before = cursor.position();
      if (cursor.at("package") && cursor.peek().first()) {
        cursor.next();
        packageName = LightTypes.name(cursor);
      } else if (cursor.at("import") && cursor.peek().first()) {
        imports.add(imported(cursor));
      } else if (!declared(cursor, top, "")) {
        script.add(new Stmt.Eval(bodies.expression(cursor)));
      }
      if (cursor.position() == before) {
        cursor.skip();
      }
    }
    List<TypeDeclaration> all = new ArrayList<>(top.types);
    DEFAULT_IMPORTS.forEach(each -> imports.add(new Import(each, false, true)));
    boolean isScript = all.isEmpty() && !script.isEmpty();
    if (isScript || !top.methods.isEmpty()) {
      top.types.clear();
      top.initializers.addAll(script);
      String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
      all.add(
          top.type(
              name.replaceAll("[^A-Za-z0-9_]", "_"),
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

  private static Import imported(LightCursor cursor) {
    cursor.next();
    boolean isStatic = cursor.accept("static");
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
    cursor.accept(";");
    return new Import(name, isStatic, all);
  }

  /** Reads a declaration; false where something else stands here. */
  private boolean declared(LightCursor cursor, LightMembers to, String owner) {
    int start = cursor.position();
    List<AnnotationSyntax> found = new ArrayList<>();
    List<String> modifiers = new ArrayList<>();
    while (cursor.more()) {
      if (cursor.at("@") && !cursor.peek(1).is("interface")) {
        found.addAll(annotations.read(cursor));
      } else if (cursor.atAny(MODIFIERS) && cursor.peek(1).kind() != Kind.STRING) {
        modifiers.add(cursor.next().text());
      } else {
        break;
      }
    }
    boolean annotation = cursor.at("@") && cursor.peek(1).is("interface");
    if (annotation) {
      cursor.next();
    }
    if ((cursor.atAny(TYPES) || annotation) && cursor.peek(1).kind() == Kind.WORD) {
      type(cursor, annotation, found, modifiers, to);
      return true;
    }
    if (cursor.at("{") && !owner.isEmpty()) {
      to.initializers.add(bodies.block(cursor.inside()));
      return true;
    }
    boolean said = cursor.accept("def") || cursor.accept("var") || !modifiers.isEmpty();
    List<TypeVariable> variables = types.variables(cursor);
    if (cursor.atWord() && member(cursor, found, modifiers, variables, said, to, owner)) {
      return true;
    }
    cursor.moveTo(start);
    return false;
  }

  private boolean member(
      LightCursor cursor,
      List<AnnotationSyntax> found,
      List<String> modifiers,
      List<TypeVariable> variables,
      boolean said,
      LightMembers to,
      String owner) {
    int line = cursor.line();
    TypeSyntax type = null;
    boolean constructor = cursor.at(owner) && cursor.peek(1).is("(");
    boolean untyped =
        said
            && (cursor.peek(1).text().isEmpty()
                || "=(;,".contains(cursor.peek(1).text())
                || cursor.peek(1).first());
    if (!constructor && !untyped) {
      type = types.read(cursor);
      boolean named = (cursor.atWord() || cursor.peek().kind() == Kind.STRING) && cursor.sameLine();
      if (type == null || !named) {
        return false;
      }
    }
    String name = cursor.next().text();
    if (cursor.at("(")) {
      boolean body = cursor.afterBracket(0).is("{") || cursor.afterBracket(0).is("throws");
      if (!body && !said && owner.isEmpty()) {
        return false;
      }
      method(cursor, constructor ? "<init>" : name, type, found, modifiers, variables, to, line);
      return true;
    }
    if (owner.isEmpty() && !cursor.at("=") && !cursor.peek().first()) {
      return false;
    }
    field(cursor, name, type, found, modifiers, to, line);
    return true;
  }

  private void method(
      LightCursor cursor,
      String name,
      @Nullable TypeSyntax type,
      List<AnnotationSyntax> found,
      List<String> modifiers,
      List<TypeVariable> variables,
      LightMembers to,
      int line) {
    List<ParameterDeclaration> parameters = parameters(cursor.inside());
    if (cursor.accept("throws")) {
      do {
        types.read(cursor);
      } while (cursor.accept(","));
    }
    Stmt body = cursor.at("{") ? bodies.block(cursor.inside()) : null;
    boolean constructor = name.equals("<init>");
    to.method(
        name,
        LightMembers.modifiers(modifiers) | (body == null ? Modifier.ABSTRACT : 0),
        variables,
        constructor
            ? null
            : type == null ? new TypeSyntax("java.lang.Object", List.of(), 0, line) : type,
        parameters,
        found,
        body,
        line,
        cursor.lineBefore());
  }

  private void field(
      LightCursor cursor,
      String first,
      @Nullable TypeSyntax type,
      List<AnnotationSyntax> found,
      List<String> modifiers,
      LightMembers to,
      int line) {
    String name = first;
    while (true) {
      Expr value = cursor.accept("=") ? bodies.expression(cursor) : null;
      boolean changes = !modifiers.contains("final");
      to.property(name, type, changes, modifiers.contains("static"), found, value, line);
      if (!cursor.at(",") || cursor.peek(1).kind() != Kind.WORD) {
        break;
      }
      cursor.next();
      name = cursor.next().text();
    }
    cursor.accept(";");
  }

  private List<ParameterDeclaration> parameters(LightCursor cursor) {
    List<ParameterDeclaration> all = new ArrayList<>();
    while (cursor.more()) {
      if (cursor.accept(",")) {
        continue;
      }
      List<AnnotationSyntax> found = annotations.read(cursor);
      cursor.accept("final");
      int line = cursor.line();
      boolean untyped =
          cursor.peek(1).text().isEmpty() || cursor.peek(1).is(",") || cursor.peek(1).is("=");
      TypeSyntax type = untyped ? null : types.read(cursor);
      boolean several = cursor.accept("..");
      while (cursor.at(".")) {
        cursor.next();
      }
      if (!cursor.atWord()) {
        if (cursor.more()) {
          cursor.skip();
        }
        continue;
      }
      String name = cursor.next().text();
      if (cursor.accept("=")) {
        bodies.expression(cursor);
      }
      TypeSyntax known =
          type == null ? new TypeSyntax("java.lang.Object", List.of(), 0, line) : type;
      all.add(new ParameterDeclaration(name, known.withDimensions(several ? 1 : 0), found));
    }
    return all;
  }

  private void type(
      LightCursor cursor,
      boolean annotation,
      List<AnnotationSyntax> found,
      List<String> modifiers,
      LightMembers to) {
    String keyword = cursor.next().text();
    int line = cursor.line();
    String name = cursor.next().text();
    List<TypeVariable> variables = types.variables(cursor);
    TypeKind kind =
        annotation
            ? TypeKind.ANNOTATION
            : switch (keyword) {
              case "interface", "trait" -> TypeKind.INTERFACE;
              case "enum" -> TypeKind.ENUM;
              default -> TypeKind.CLASS;
            };
    TypeSyntax superclass = null;
    List<TypeSyntax> interfaces = new ArrayList<>();
    if (cursor.accept("extends")) {
      do {
        TypeSyntax type = types.read(cursor);
        if (type != null && kind == TypeKind.CLASS) {
          superclass = type;
        } else if (type != null) {
          interfaces.add(type);
        }
      } while (cursor.accept(","));
    }
    if (cursor.accept("implements")) {
      do {
        TypeSyntax type = types.read(cursor);
        if (type != null) {
          interfaces.add(type);
        }
      } while (cursor.accept(","));
    }
    LightMembers members = new LightMembers();
    if (cursor.at("{")) {
      LightCursor body = cursor.inside();
      if (kind == TypeKind.ENUM) {
        constants(body, name, members);
      }
      while (body.more()) {
        int before = body.position();
        if (!body.accept(";") && !declared(body, members, name)) {
          members.initializers.add(new Stmt.Eval(bodies.expression(body)));
        }
        if (body.position() == before) {
          body.skip();
        }
      }
    }
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

  private void constants(LightCursor cursor, String name, LightMembers members) {
    while (cursor.atWord() && !cursor.atAny(MODIFIERS)) {
      int line = cursor.line();
      String constant = cursor.next().text();
      TypeSyntax type = new TypeSyntax(name, List.of(), 0, line);
      List<Expr> arguments = cursor.at("(") ? bodies.arguments(cursor.inside()) : List.<Expr>of();
      members.property(
          constant, type, false, true, List.of(), new Expr.New(type, arguments, null, line), line);
      if (cursor.at("{")) {
        cursor.skip();
      }
      if (!cursor.accept(",")) {
        return;
      }
    }
  }
}
