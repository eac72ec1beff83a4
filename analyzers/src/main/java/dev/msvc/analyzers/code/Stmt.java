package dev.msvc.analyzers.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement; those that only steer are blocks of what they hold. */
public sealed interface Stmt {
  /** A local variable; without a type for {@code var}. */
  record Local(@Nullable TypeSyntax type, String name, @Nullable Expr value, int line)
      implements Stmt {}

  record Eval(Expr value) implements Stmt {}

  record Return(@Nullable Expr value) implements Stmt {}

  record Block(List<Stmt> statements) implements Stmt {}

  record ForEach(@Nullable TypeSyntax type, String name, Expr iterable, Stmt body, int line)
      implements Stmt {}

  record Switch(Expr selector, List<Case> cases) implements Stmt {}

  /** One label list with its statements. */
  record Case(List<Expr> labels, List<Stmt> body) {}

  record Catch(List<TypeSyntax> types, String name, Stmt body, int line) implements Stmt {}

  /** A class declared in a body. */
  record LocalType(TypeDeclaration type) implements Stmt {}
}
