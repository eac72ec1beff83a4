package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks what methods hold. */
public final class Bodies {
  private Bodies() {}

  /** A method of a class without a name. */
  public record Declared(String name, int line, int endLine) {}

  /** The methods that a class without a name declares where it is created; none for others. */
  public static List<Declared> declared(Expr.New created) {
    return created.body() == null
        ? List.of()
        : created.body().methods().stream()
            .map(each -> new Declared(each.name(), each.line(), each.endLine()))
            .toList();
  }

  /** What a method returns, those of its lambdas left out. */
  public static List<Expr> returned(JavaMethod method) {
    return values(method.body(), Bodies::returnedBy);
  }

  /** What a body returns, that of its lambdas left out. */
  public static List<Expr> returned(Stmt body) {
    return values(body, Bodies::returnedBy);
  }

  private static @Nullable Expr returnedBy(Stmt statement) {
    return statement instanceof Stmt.Return result ? result.value() : null;
  }

  /** What a method gives to a variable by its name, where it is declared and later. */
  public static List<Expr> assigned(String name, JavaMethod method) {
    return values(method.body(), each -> assignedBy(each, name));
  }

  private static @Nullable Expr assignedBy(Stmt statement, String name) {
    if (statement instanceof Stmt.Local local && local.name().equals(name)) {
      return local.value();
    }
    return statement instanceof Stmt.Eval eval
            && eval.value() instanceof Expr.Assign assign
            && assign.target() instanceof Expr.Name target
            && target.id().equals(name)
        ? assign.value()
        : null;
  }

  /** What loops of a method go through under this name of an element. */
  public static List<Expr> elements(String name, JavaMethod method) {
    return values(
        method.body(),
        each ->
            each instanceof Stmt.ForEach loop && loop.name().equals(name) ? loop.iterable() : null);
  }

  private static List<Expr> values(@Nullable Stmt body, Function<Stmt, @Nullable Expr> of) {
    List<Expr> all = new ArrayList<>();
    if (body != null) {
      statements(
          body,
          each -> {
            Expr value = of.apply(each);
            if (value != null) {
              all.add(value);
            }
          });
    }
    return all;
  }

  /** Whether an expression is made of a parameter's text, so that callers know it. */
  public static boolean namesParameter(Expr expression, JavaMethod method) {
    boolean[] found = {false};
    parts(
        expression,
        each ->
            found[0] |=
                each instanceof Expr.Name name
                    && method.parameters().stream()
                        .anyMatch(
                            parameter ->
                                parameter.name().equals(name.id())
                                    && parameter.type().name().startsWith("java.lang.")));
    return found[0];
  }

  /** Whether a value comes from methods whose annotations tell it, as those of templates. */
  public static boolean isAnnotated(Expr expression, JavaMethod caller) {
    List<Expr> values = List.of(expression);
    if (expression instanceof Expr.Name name) {
      values = assigned(name.id(), caller);
    }
    return !values.isEmpty() && values.stream().allMatch(each -> isCallOfAnnotated(each, caller));
  }

  private static boolean isCallOfAnnotated(Expr expression, JavaMethod caller) {
    for (Call each : caller.calls()) {
      if (expression.equals(each.expression())) {
        JavaMethod target = each.target();
        return target != null && !target.hasBody() && !target.annotations().isEmpty();
      }
    }
    return false;
  }

  /** Each statement of a body, those of lambdas and local types left out. */
  public static void statements(Stmt statement, Consumer<Stmt> seen) {
    seen.accept(statement);
    if (statement instanceof Stmt.Block block) {
      block.statements().forEach(each -> statements(each, seen));
    } else if (statement instanceof Stmt.ForEach loop) {
      statements(loop.body(), seen);
    } else if (statement instanceof Stmt.Catch caught) {
      statements(caught.body(), seen);
    } else if (statement instanceof Stmt.Switch choice) {
      choice.cases().forEach(one -> one.body().forEach(each -> statements(each, seen)));
    }
  }

  /** Each expression of a body, and each part of it, those of lambdas too. */
  public static void expressions(@Nullable Stmt body, Consumer<Expr> seen) {
    if (body != null) {
      statements(body, each -> own(each, seen));
    }
  }

  private static void own(Stmt statement, Consumer<Expr> seen) {
    if (statement instanceof Stmt.Local local) {
      parts(local.value(), seen);
    } else if (statement instanceof Stmt.Eval eval) {
      parts(eval.value(), seen);
    } else if (statement instanceof Stmt.Return result) {
      parts(result.value(), seen);
    } else if (statement instanceof Stmt.ForEach loop) {
      parts(loop.iterable(), seen);
    } else if (statement instanceof Stmt.Switch choice) {
      parts(choice.selector(), seen);
    }
  }

  /** An expression and each part of it, those of lambdas too. */
  public static void parts(@Nullable Expr expression, Consumer<Expr> seen) {
    if (expression == null) {
      return;
    }
    seen.accept(expression);
    if (expression instanceof Expr.Binary) {
      // long concatenations lean to the left
      Expr each = expression;
      while (each instanceof Expr.Binary inner) {
        parts(inner.right(), seen);
        each = inner.left();
      }
      parts(each, seen);
    } else if (expression instanceof Expr.Call call) {
      parts(call.scope(), seen);
      call.arguments().forEach(each -> parts(each, seen));
    } else if (expression instanceof Expr.New created) {
      created.arguments().forEach(each -> parts(each, seen));
    } else if (expression instanceof Expr.ConstructorCall call) {
      call.arguments().forEach(each -> parts(each, seen));
    } else if (expression instanceof Expr.Array array) {
      array.parts().forEach(each -> parts(each, seen));
    } else if (expression instanceof Expr.Lambda lambda) {
      expressions(lambda.body(), seen);
    } else if (expression instanceof Expr.Cast cast) {
      parts(cast.value(), seen);
    } else if (expression instanceof Expr.Unary unary) {
      parts(unary.value(), seen);
    } else if (expression instanceof Expr.Conditional choice) {
      parts(choice.condition(), seen);
      parts(choice.then(), seen);
      parts(choice.otherwise(), seen);
    } else if (expression instanceof Expr.Assign assign) {
      parts(assign.value(), seen);
    } else if (expression instanceof Expr.Index index) {
      parts(index.array(), seen);
    } else if (expression instanceof Expr.InstanceOf test) {
      parts(test.value(), seen);
    } else if (expression instanceof Expr.Switch choice) {
      expressions(choice.statement(), seen);
    }
  }
}
