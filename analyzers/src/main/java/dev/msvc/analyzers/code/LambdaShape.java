package dev.msvc.analyzers.code;

import java.util.List;

/** Whether a lambda's body gives a value, as far as its statements tell. */
enum LambdaShape {
  /** Gives a value wherever it ends. */
  VALUE,
  /** Ends without one. */
  NOTHING,
  /** An expression that is a statement, too, or a body that only throws. */
  EITHER;

  static LambdaShape of(Expr.Lambda lambda) {
    if (lambda.body() instanceof Stmt.Return single) {
      boolean statement =
          single.value() instanceof Expr.Call
              || single.value() instanceof Expr.New
              || single.value() instanceof Expr.Assign
              || single.value() instanceof Expr.Unary;
      return statement ? EITHER : VALUE;
    }
    LambdaShape found = within(lambda.body());
    return found != EITHER ? found : throwsAtEnd(lambda.body()) ? EITHER : NOTHING;
  }

  boolean fits(TypeRef result) {
    return this == EITHER || result.name().equals("void") == (this == NOTHING);
  }

  private static LambdaShape within(Stmt statement) {
    if (statement instanceof Stmt.Return each) {
      return each.value() == null ? NOTHING : VALUE;
    }
    if (statement instanceof Stmt.Block each) {
      return within(each.statements());
    }
    if (statement instanceof Stmt.ForEach each) {
      return within(each.body());
    }
    if (statement instanceof Stmt.Catch each) {
      return within(each.body());
    }
    if (statement instanceof Stmt.Switch each) {
      return each.cases().stream()
          .map(one -> within(one.body()))
          .filter(one -> one != EITHER)
          .findFirst()
          .orElse(EITHER);
    }
    return EITHER;
  }

  private static LambdaShape within(List<Stmt> all) {
    for (Stmt each : all) {
      LambdaShape found = within(each);
      if (found != EITHER) {
        return found;
      }
    }
    return EITHER;
  }

  private static boolean throwsAtEnd(Stmt body) {
    Stmt last = body;
    while (last instanceof Stmt.Block block && block.role() != Stmt.Role.THROW) {
      List<Stmt> all = block.statements();
      if (all.isEmpty()) {
        return false;
      }
      last = all.get(all.size() - 1);
    }
    return last instanceof Stmt.Block;
  }
}
