package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call by which a method hands what it is given to whoever takes its type, as a bus of events
 * does: who hears it depends on what the method's callers give.
 *
 * @param target what the call names
 * @param parameter of the method, by its position
 * @param argument of the call, by its position
 * @param handlers methods that take only some of what the parameter can be
 */
record Relay(Call call, JavaMethod target, int parameter, int argument, List<JavaMethod> handlers) {

  /** The relay that a call is; null where all that it reaches take whatever it is given. */
  static @Nullable Relay of(
      CodeBase code, Call call, JavaMethod target, Supplier<List<JavaMethod>> reached) {
    for (int i = 0; i < call.arguments().size(); i++) {
      int parameter = parameter(call.caller(), call.arguments().get(i));
      if (parameter >= 0) {
        TypeRef given = call.caller().parameters().get(parameter).type();
        List<JavaMethod> some = new ArrayList<>();
        for (JavaMethod each : reached.get()) {
          if (i < each.parameters().size() && isNarrower(code, each.parameters().get(i), given)) {
            some.add(each);
          }
        }
        if (some.size() > 1) {
          return new Relay(call, target, parameter, i, some);
        }
      }
    }
    return null;
  }

  private static int parameter(JavaMethod caller, Expr argument) {
    return argument instanceof Expr.Name name ? caller.position(name.id()) : -1;
  }

  private static boolean isNarrower(CodeBase code, JavaMethod.Parameter taken, TypeRef given) {
    TypeRef type = taken.type();
    return !type.variable()
        && !type.name().equals(given.name())
        && code.project(type.name()) != null
        && (given.variable()
            || given.name().equals("java.lang.Object")
            || code.isA(type, given.name()));
  }

  boolean isTo(JavaMethod method) {
    return handlers.contains(method);
  }

  /** Who hears what a call of the relaying method gives it, as far as its type tells. */
  List<JavaMethod> heard(CodeBase code, Call publishing) {
    TypeRef given =
        parameter < publishing.argumentTypes().size()
            ? publishing.argumentTypes().get(parameter)
            : TypeRef.UNKNOWN;
    if (!given.known() || given.variable()) {
      return handlers;
    }
    List<JavaMethod> some = new ArrayList<>();
    for (JavaMethod each : handlers) {
      TypeRef taken = each.parameters().get(argument).type();
      if (code.isA(given, taken.name()) || code.isA(taken, given.name())) {
        some.add(each);
      }
    }
    return some;
  }
}
