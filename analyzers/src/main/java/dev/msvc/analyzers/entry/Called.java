package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method as it is called: what its parameters are given.
 *
 * @param holder where its calls are kept: the method around it for one of a class without a name
 */
record Called(JavaMethod holder, JavaMethod method, Map<String, Argument> arguments) {
  private static final int DEPTH = 8;

  Called {
    arguments = Map.copyOf(arguments);
  }

  /** An expression, and where it is written. */
  record Argument(Expr value, Called in) {}

  static Called of(JavaMethod method) {
    return new Called(method, method, Map.of());
  }

  /** The calls that are written in the method. */
  List<Call> calls() {
    return holder == method
        ? holder.calls()
        : holder.calls().stream()
            .filter(each -> method.line() <= each.line() && each.line() <= method.endLine())
            .toList();
  }

  /** The method that a call in this one runs; null where it has no body here, or is too deep. */
  @Nullable Called by(Expr.Call expression) {
    Call call = holder.call(expression);
    JavaMethod target = call == null ? null : call.target();
    if (target == null || !target.hasBody() || target == method || depth() > DEPTH) {
      return null;
    }
    Map<String, Argument> given = new HashMap<>();
    for (int i = 0; i < target.parameters().size() && i < expression.arguments().size(); i++) {
      given.put(
          target.parameters().get(i).name(), new Argument(expression.arguments().get(i), this));
    }
    return new Called(target.calls().isEmpty() ? holder : target, target, given);
  }

  private int depth() {
    return arguments.values().stream().mapToInt(each -> each.in().depth() + 1).max().orElse(0);
  }

  Called with(String name, Argument argument) {
    Map<String, Argument> more = new HashMap<>(arguments);
    more.put(name, argument);
    return new Called(holder, method, more);
  }

  /** What a name stands for: an argument, or the only value that a variable is given. */
  @Nullable Argument meant(String name) {
    Argument argument = arguments.get(name);
    if (argument != null) {
      return argument;
    }
    List<Expr> assigned = Bodies.assigned(name, method);
    return assigned.size() == 1 ? new Argument(assigned.get(0), this) : null;
  }

  /** The same once for each element that a loop gives to a name; itself where no loop does. */
  List<Called> looped(Expr... used) {
    for (Expr each : used) {
      for (String name : names(each)) {
        List<Argument> elements = arguments.containsKey(name) ? List.of() : elements(name);
        if (!elements.isEmpty()) {
          return elements.stream().map(one -> with(name, one)).toList();
        }
      }
    }
    return List.of(this);
  }

  private static List<String> names(Expr expression) {
    List<String> all = new ArrayList<>();
    Bodies.parts(
        expression,
        each -> {
          if (each instanceof Expr.Name name) {
            all.add(name.id());
          }
        });
    return all;
  }

  private List<Argument> elements(String name) {
    List<Expr> iterables = new ArrayList<>(Bodies.elements(name, method));
    for (Call each : calls()) {
      if (each.name().equals("forEach")
          && each.expression() instanceof Expr.Call call
          && call.scope() != null
          && call.arguments().size() == 1
          && call.arguments().get(0) instanceof Expr.Lambda lambda
          && lambda.parameters().size() == 1
          && lambda.parameters().get(0).name().equals(name)) {
        iterables.add(call.scope());
      }
    }
    List<Argument> all = new ArrayList<>();
    iterables.forEach(each -> parts(new Argument(each, this), all, 0));
    return all;
  }

  private static void parts(Argument iterable, List<Argument> to, int depth) {
    Expr value = iterable.value();
    if (value instanceof Expr.Name name) {
      Argument meant = iterable.in().meant(name.id());
      if (meant != null && depth < DEPTH) {
        parts(meant, to, depth + 1);
      }
    } else if (value instanceof Expr.Array array) {
      array.parts().forEach(each -> to.add(new Argument(each, iterable.in())));
    } else if (value instanceof Expr.Call call
        && (call.name().equals("of") || call.name().equals("asList"))) {
      call.arguments().forEach(each -> to.add(new Argument(each, iterable.in())));
    }
  }
}
