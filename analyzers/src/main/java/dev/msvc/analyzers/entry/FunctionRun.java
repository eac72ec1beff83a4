package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function as it runs; of a class without a name, one of its methods.
 *
 * @param inherited the method above that runs on its object; null for what it has itself
 * @param name of the method of a class without a name; empty for other functions
 */
record FunctionRun(GivenFunction function, @Nullable JavaMethod inherited, String name) {

  /** All that a function has itself, each by itself. */
  static List<FunctionRun> all(GivenFunction function) {
    Expr.New created = function.created();
    if (created == null) {
      return List.of(new FunctionRun(function, null, ""));
    }
    List<FunctionRun> all = new ArrayList<>();
    for (Bodies.Declared each : Bodies.declared(created)) {
      all.add(new FunctionRun(function, null, each.name()));
    }
    return all;
  }

  /** What a call of a function runs; null where that is not known. */
  static @Nullable FunctionRun of(
      CodeBase code, Dispatches dispatches, GivenFunction function, Call call) {
    if (function.created() == null) {
      return new FunctionRun(function, null, "");
    }
    JavaMethod target = call.target();
    return function.declares(call.name())
        ? new FunctionRun(function, null, call.name())
        : target == null ? null : above(code, dispatches, function, target);
  }

  /** What a call runs that a function makes on its own object; null for other calls. */
  @Nullable FunctionRun within(CodeBase code, Dispatches dispatches, Call call) {
    JavaMethod target = call.target();
    if (function.created() == null || target == null || !Dispatches.isWithin(call)) {
      return null;
    }
    return function.declares(call.name()) && !Dispatches.isSuper(call)
        ? new FunctionRun(function, null, call.name())
        : above(code, dispatches, function, target);
  }

  private static @Nullable FunctionRun above(
      CodeBase code, Dispatches dispatches, GivenFunction function, JavaMethod target) {
    Expr.New created = function.created();
    Call creation = created == null ? null : function.holder().call(created);
    JavaType type = creation == null ? null : code.project(creation.receiver().name());
    JavaMethod found =
        type == null || target.isStatic() || !code.isA(type, target.owner().name())
            ? null
            : dispatches.implementation(type, target);
    return found == null ? null : new FunctionRun(function, found, "");
  }

  /** The calls that it makes. */
  List<Call> calls() {
    return inherited == null ? function.calls(name) : inherited.calls();
  }
}
