package dev.msvc.analyzers.code;

import dev.msvc.model.TypeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as declared, before names are resolved. */
record TypeDeclaration(
    String name,
    TypeKind kind,
    int modifiers,
    List<TypeVariable> variables,
    @Nullable TypeSyntax superclass,
    List<TypeSyntax> interfaces,
    List<AnnotationSyntax> annotations,
    List<FieldDeclaration> fields,
    List<MethodDeclaration> methods,
    List<Stmt> initializers,
    List<TypeDeclaration> types,
    int line,
    int endLine) {

  /** A type variable with its first bound. */
  record TypeVariable(String name, @Nullable TypeSyntax bound) {}

  /** A field, enum constant or record component. */
  record FieldDeclaration(
      String name,
      @Nullable TypeSyntax type,
      int modifiers,
      List<AnnotationSyntax> annotations,
      @Nullable Expr value,
      int line) {}

  /** A method or constructor. */
  record MethodDeclaration(
      String name,
      int modifiers,
      List<TypeVariable> variables,
      @Nullable TypeSyntax result,
      List<ParameterDeclaration> parameters,
      boolean varargs,
      List<TypeSyntax> exceptions,
      List<AnnotationSyntax> annotations,
      @Nullable Stmt body,
      int line,
      int endLine) {}

  /** A parameter of a method. */
  record ParameterDeclaration(String name, TypeSyntax type, List<AnnotationSyntax> annotations) {}
}
