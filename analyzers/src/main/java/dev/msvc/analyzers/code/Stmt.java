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

  /** Statements in braces, or what a statement that steers holds. */
  record Block(List<Stmt> statements, Role role) implements Stmt {
    Block(List<Stmt> statements) {
      this(statements, Role.PLAIN);
    }
  }

  /** What a block is to the statements around it. */
  enum Role {
    PLAIN,
    /** Runs if the expression before it is true. */
    THEN,
    /** Runs if the expression before it is true, and none of those of the chain before it. */
    ELSE_IF,
    /** Runs if no block of the chain before it does. */
    ELSE,
    /** Runs any number of times. */
    LOOP,
    /** Is followed by its {@link Catch}es. */
    TRY,
    /** Throws: what follows it does not run. */
    THROW,
    /** Leaves a loop or a {@code switch}; holds nothing. */
    LEAVE
  }

  record ForEach(@Nullable TypeSyntax type, String name, Expr iterable, Stmt body, int line)
      implements Stmt {}

  record Switch(Expr selector, List<Case> cases) implements Stmt {}

  /** One label list with its statements. */
  record Case(List<Expr> labels, List<Stmt> body) {}

  record Catch(List<TypeSyntax> types, String name, Stmt body, int line) implements Stmt {}

  /** A class declared in a body. */
  record LocalType(TypeDeclaration type) implements Stmt {}
}
