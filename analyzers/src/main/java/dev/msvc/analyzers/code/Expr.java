package dev.msvc.analyzers.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression, kept as small as its resolution and the analyzers allow. */
public sealed interface Expr {
  int line();

  /** A literal; {@code text} is a string's value, otherwise the source text. */
  record Literal(LiteralKind kind, String text, int line) implements Expr {}

  /** Which literal. */
  enum LiteralKind {
    STRING,
    CHAR,
    INT,
    LONG,
    DOUBLE,
    FLOAT,
    BOOLEAN,
    NULL
  }

  /** A simple name: a variable, a field, a type or the start of a package. */
  record Name(String id, int line) implements Expr {}

  /** {@code scope.id}. */
  record Select(Expr scope, String id, int line) implements Expr {}

  /** A call; no scope for a method of the enclosing types or a static import. */
  record Call(
      @Nullable Expr scope, String name, List<Expr> arguments, List<TypeSyntax> types, int line)
      implements Expr {}

  /** {@code new T(..)}; with a body for an anonymous class. */
  record New(TypeSyntax type, List<Expr> arguments, @Nullable TypeDeclaration body, int line)
      implements Expr {}

  /** {@code this(..)} or {@code super(..)} at the start of a constructor. */
  record ConstructorCall(boolean ofSuper, List<Expr> arguments, int line) implements Expr {}

  /** An array, by its sizes and elements; without a type for one in an annotation. */
  record Array(@Nullable TypeSyntax type, List<Expr> parts, int line) implements Expr {}

  /** A lambda; its body is one {@link Stmt.Return} where it is an expression. */
  record Lambda(List<Parameter> parameters, Stmt body, int line) implements Expr {}

  /** A parameter; without a type where a lambda leaves it out. */
  record Parameter(@Nullable TypeSyntax type, String name) {}

  /** {@code scope::name}. */
  record MethodRef(Expr scope, String name, int line) implements Expr {}

  /** A type where an expression can stand, as before {@code ::}. */
  record TypeName(TypeSyntax type, int line) implements Expr {}

  record Cast(TypeSyntax type, Expr value, int line) implements Expr {}

  /** {@code value instanceof type binding}. */
  record InstanceOf(Expr value, TypeSyntax type, @Nullable String binding, int line)
      implements Expr {}

  record ClassLiteral(TypeSyntax type, int line) implements Expr {}

  record Binary(String operator, Expr left, Expr right, int line) implements Expr {}

  record Unary(Expr value, boolean negates, int line) implements Expr {}

  record Conditional(Expr condition, Expr then, Expr otherwise, int line) implements Expr {}

  record Assign(Expr target, String operator, Expr value, int line) implements Expr {}

  record Index(Expr array, Expr index, int line) implements Expr {}

  record This(@Nullable TypeSyntax qualifier, int line) implements Expr {}

  record Super(@Nullable TypeSyntax qualifier, int line) implements Expr {}

  record Switch(Stmt.Switch statement, int line) implements Expr {}

  /** An annotation as a value of another. */
  record Nested(AnnotationSyntax annotation, int line) implements Expr {}
}
