package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a body for what variables are set to or appended.
 *
 * @param fields whether fields are wanted: {@code this.x = ..} counts, a declaration does not
 */
record Assignments(Setting setting, boolean fields) {
  /** Told of each value that a variable is set to or appended. */
  interface Setting {
    void set(String variable, Expr value, boolean appends);
  }

  /** Tells of those in a statement, in order. */
  void in(Stmt statement) {
    if (statement instanceof Stmt.Local local) {
      if (local.value() != null) {
        if (!fields) {
          setting.set(local.name(), local.value(), false);
        }
        expression(local.value());
      }
    } else if (statement instanceof Stmt.Eval eval) {
      expression(eval.value());
    } else if (statement instanceof Stmt.Block block) {
      block.statements().forEach(this::in);
    } else if (statement instanceof Stmt.Return result && result.value() != null) {
      expression(result.value());
    } else if (statement instanceof Stmt.ForEach loop) {
      in(loop.body());
    } else if (statement instanceof Stmt.Catch caught) {
      in(caught.body());
    } else if (statement instanceof Stmt.Switch choice) {
      choice.cases().forEach(each -> each.body().forEach(this::in));
    }
  }

  private void expression(Expr expression) {
    if (expression instanceof Expr.Assign assign) {
      assign(assign);
    } else if (expression instanceof Expr.Call call) {
      appended(call);
      call.arguments().forEach(this::expression);
    } else if (expression instanceof Expr.Lambda lambda) {
      in(lambda.body());
    }
  }

  private void assign(Expr.Assign assign) {
    String target = null;
    if (assign.target() instanceof Expr.Name name) {
      target = name.id();
    } else if (assign.target() instanceof Expr.Select select
        && select.scope() instanceof Expr.This
        && fields) {
      target = select.id();
    }
    if (target != null) {
      Expr value = assign.value();
      boolean appends = assign.operator().equals("+=");
      Expr.Binary rest = startsWith(target, value);
      if (rest != null) {
        leaves(target, rest, setting);
      } else if (appends || assign.operator().equals("=")) {
        setting.set(target, value, appends);
      }
      expression(value);
    }
  }

  /** {@code x = x + ..} appends. */
  private static Expr.@Nullable Binary startsWith(String name, Expr value) {
    Expr first = value;
    while (first instanceof Expr.Binary binary && binary.operator().equals("+")) {
      first = binary.left();
    }
    return first instanceof Expr.Name same
            && same.id().equals(name)
            && value instanceof Expr.Binary binary
        ? binary
        : null;
  }

  private static void leaves(String target, Expr.Binary top, Setting setting) {
    List<Expr> parts = new ArrayList<>();
    Expr each = top;
    while (each instanceof Expr.Binary binary && binary.operator().equals("+")) {
      parts.add(0, binary.right());
      each = binary.left();
    }
    parts.forEach(part -> setting.set(target, part, true));
  }

  /** {@code builder.append(a).append(b)}, innermost first. */
  private void appended(Expr.Call top) {
    List<Expr.Call> chain = new ArrayList<>();
    Expr each = top;
    while (each instanceof Expr.Call call) {
      chain.add(0, call);
      each = call.scope();
    }
    String target = null;
    if (each instanceof Expr.Name name) {
      target = name.id();
    } else if (each instanceof Expr.Select select && select.scope() instanceof Expr.This) {
      target = select.id();
    }
    if (target != null) {
      for (Expr.Call call : chain) {
        if (call.name().equals("append") && call.arguments().size() == 1) {
          setting.set(target, call.arguments().get(0), true);
        } else if (!call.name().equals("append")) {
          break;
        }
      }
    }
  }
}
