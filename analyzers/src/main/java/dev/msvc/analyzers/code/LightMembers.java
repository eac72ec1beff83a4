package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TypeDeclaration.FieldDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.MethodDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a type of another language declares, gathered under the names that Java sees. */
final class LightMembers {
  final List<FieldDeclaration> fields = new ArrayList<>();
  final List<MethodDeclaration> methods = new ArrayList<>();
  final List<Stmt> initializers = new ArrayList<>();
  final List<TypeDeclaration> types = new ArrayList<>();

  /** A property: a field and the accessors that other languages call. */
  void property(
      String name,
      @Nullable TypeSyntax type,
      boolean changes,
      boolean isStatic,
      List<AnnotationSyntax> annotations,
      @Nullable Expr value,
      int line) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
      return;
    }
    TypeSyntax known = type != null ? type : typeOf(value, line);
    int modifiers =
        Modifier.PUBLIC | (isStatic ? Modifier.STATIC : 0) | (changes ? 0 : Modifier.FINAL);
    fields.add(new FieldDeclaration(name, known, modifiers, annotations, value, line));
    if (isStatic) {
      return;
    }
    String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    boolean is =
        name.startsWith("is") && name.length() > 2 && Character.isUpperCase(name.charAt(2));
    accessor(is ? name : "get" + upper, known, List.of(), line);
    if (changes) {
      accessor(
          "set" + (is ? name.substring(2) : upper),
          new TypeSyntax("void", List.of(), 0, line),
          List.of(new ParameterDeclaration(name, known, List.of())),
          line);
    }
  }

  private void accessor(
      String name, TypeSyntax result, List<ParameterDeclaration> parameters, int line) {
    method(name, Modifier.PUBLIC, List.of(), result, parameters, List.of(), null, line, line);
  }

  void method(
      String name,
      int modifiers,
      List<TypeVariable> variables,
      @Nullable TypeSyntax result,
      List<ParameterDeclaration> parameters,
      List<AnnotationSyntax> annotations,
      @Nullable Stmt body,
      int line,
      int endLine) {
    methods.add(
        new MethodDeclaration(
            name,
            modifiers,
            variables,
            result,
            List.copyOf(parameters),
            false,
            List.of(),
            annotations,
            body,
            line,
            endLine));
  }

  /** A constructor that hands these on to the superclass's. */
  void constructor(
      List<ParameterDeclaration> parameters,
      List<AnnotationSyntax> annotations,
      List<Expr> toSuper,
      int line) {
    Stmt body =
        new Stmt.Block(List.of(new Stmt.Eval(new Expr.ConstructorCall(true, toSuper, line))));
    method(
        "<init>",
        Modifier.PUBLIC,
        List.of(),
        null,
        parameters,
        annotations,
        toSuper.isEmpty() ? null : body,
        line,
        line);
  }

  TypeDeclaration type(
      String name,
      TypeKind kind,
      int modifiers,
      List<TypeVariable> variables,
      @Nullable TypeSyntax superclass,
      List<TypeSyntax> interfaces,
      List<AnnotationSyntax> annotations,
      int line,
      int endLine) {
    return new TypeDeclaration(
        name,
        kind,
        modifiers,
        variables,
        superclass,
        List.copyOf(interfaces),
        List.copyOf(annotations),
        List.copyOf(fields),
        List.copyOf(methods),
        List.copyOf(initializers),
        List.copyOf(types),
        line,
        endLine);
  }

  /** What a value tells of the type of a property that does not say it. */
  private static TypeSyntax typeOf(@Nullable Expr value, int line) {
    if (value instanceof Expr.New made) {
      return made.type();
    }
    if (value instanceof Expr.Literal literal) {
      switch (literal.kind()) {
        case STRING -> {
          return new TypeSyntax("java.lang.String", List.of(), 0, line);
        }
        case BOOLEAN -> {
          return new TypeSyntax("boolean", List.of(), 0, line);
        }
        case INT -> {
          return new TypeSyntax("int", List.of(), 0, line);
        }
        default -> {}
      }
    }
    return new TypeSyntax("java.lang.Object", List.of(), 0, line);
  }

  static int modifiers(List<String> words) {
    int bits = 0;
    for (String each : words) {
      bits |=
          switch (each) {
            case "private" -> Modifier.PRIVATE;
            case "protected" -> Modifier.PROTECTED;
            case "abstract", "sealed" -> Modifier.ABSTRACT;
            case "final" -> Modifier.FINAL;
            case "static" -> Modifier.STATIC;
            default -> 0;
          };
    }
    boolean hidden = (bits & (Modifier.PRIVATE | Modifier.PROTECTED)) != 0;
    return hidden ? bits : bits | Modifier.PUBLIC;
  }
}
