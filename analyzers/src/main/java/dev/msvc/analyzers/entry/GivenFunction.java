package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Callback;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.entry.OtherThreads.Task;
import dev.msvc.model.Access;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that a field holds or a parameter is given: a lambda, a method reference, or a class
 * without a name.
 *
 * @param holder the method, or initializer, in which it is written
 * @param task what another thread runs and holds it; null where the holder's own thread does
 */
record GivenFunction(JavaMethod holder, Expr expression, @Nullable Task task) {

  /** The functions that an expression is, also through a variable of the method. */
  static List<Expr> in(Expr given, JavaMethod method) {
    if (given instanceof Expr.Name name) {
      List<Expr> held = Bodies.assigned(name.id(), method);
      List<Expr> plain = held.stream().map(GivenFunction::plain).toList();
      return plain.stream().allMatch(GivenFunction::isFunction) ? plain : List.of();
    }
    return in(given);
  }

  /** The function that an expression itself is; none for others. */
  static List<Expr> in(Expr given) {
    Expr plain = plain(given);
    return isFunction(plain) ? List.of(plain) : List.of();
  }

  private static Expr plain(Expr given) {
    return given instanceof Expr.Cast cast ? plain(cast.value()) : given;
  }

  private static boolean isFunction(Expr plain) {
    return plain instanceof Expr.Lambda
        || plain instanceof Expr.MethodRef
        || (plain instanceof Expr.New created && created.body() != null);
  }

  /** The created class without a name; null for other functions. */
  Expr.@Nullable New created() {
    return expression instanceof Expr.New created ? created : null;
  }

  /** Whether it is a class that has a method of this name itself. */
  boolean declares(String method) {
    return created() != null
        && Bodies.declared(created()).stream().anyMatch(each -> each.name().equals(method));
  }

  /** The calls in it; of a class, those in its methods of this name. */
  List<Call> calls(String method) {
    List<Call> all = new ArrayList<>();
    for (Call each : holder.calls()) {
      if (isIn(each) && isAt(method, each.line())) {
        all.add(each);
      }
    }
    return all;
  }

  private boolean isIn(Call call) {
    if (call.expression() == expression) {
      return expression instanceof Expr.MethodRef;
    }
    for (Callback each = call.within(); each != null; each = each.outer()) {
      if (each.expression() == expression) {
        return true;
      }
    }
    return false;
  }

  /** Whether an access of its holder is in it, by its line. */
  boolean holds(Access access, String method) {
    int line = access.place().line();
    return access.place().file().equals(holder.owner().file())
        && (created() != null
            ? isAt(method, line)
            : expression.line() <= line && line <= lastLine());
  }

  private boolean isAt(String method, int line) {
    return created() == null
        || Bodies.declared(created()).stream()
            .anyMatch(
                each ->
                    each.name().equals(method) && each.line() <= line && line <= each.endLine());
  }

  private int lastLine() {
    int[] last = {expression.line()};
    Bodies.parts(expression, each -> last[0] = Math.max(last[0], each.line()));
    for (Call each : holder.calls()) {
      if (isIn(each)) {
        last[0] = Math.max(last[0], each.line());
      }
    }
    return last[0];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GivenFunction that && expression == that.expression;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(expression);
  }
}
