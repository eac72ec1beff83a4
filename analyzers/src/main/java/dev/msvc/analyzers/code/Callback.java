package dev.msvc.analyzers.code;

import org.jspecify.annotations.Nullable;

/** A lambda, or the body of a class without a name, that holds calls and may run later. */
public final class Callback {
  private final Expr expression;
  private final @Nullable Callback outer;

  Callback(Expr expression, @Nullable Callback outer) {
    this.expression = expression;
    this.outer = outer;
  }

  /** {@link Expr.Lambda}, or {@link Expr.New} with a body. */
  public Expr expression() {
    return expression;
  }

  /** The one around it; null where the method itself is. */
  public @Nullable Callback outer() {
    return outer;
  }
}
