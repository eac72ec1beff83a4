package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.parallel.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Methods that run a named query whose name they are given, and the callers that name it. */
final class OpenNames {
  private static final int ROUNDS = 6;

  private final CodeBase code;
  private final Dispatch dispatch;
  private final Map<JavaMethod, Set<Integer>> all = new ConcurrentHashMap<>();

  OpenNames(CodeBase code) {
    this.code = code;
    this.dispatch = new Dispatch(code);
  }

  /**
   * Notes that a call runs the query that an expression names.
   *
   * @return whether that is a parameter of the method around, so that its callers know
   */
  boolean note(Call call, Expr name) {
    int parameter = parameter(name, call.caller());
    return parameter >= 0 && add(call.caller(), parameter);
  }

  private boolean add(JavaMethod method, int parameter) {
    all.computeIfAbsent(method, each -> ConcurrentHashMap.newKeySet()).add(parameter);
    return true;
  }

  private static int parameter(Expr name, JavaMethod method) {
    for (int i = 0; i < method.parameters().size(); i++) {
      if (name instanceof Expr.Name simple
          && simple.id().equals(method.parameters().get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Tells of each call that names a query for such a method: the name, with {@link Texts#HOLE} for
   * what is not known of it, and the call.
   */
  void settle(BiConsumer<String, Call> run) {
    Map<JavaMethod, Set<Integer>> fresh = Map.copyOf(all);
    Set<JavaMethod> seen = new HashSet<>();
    for (int round = 0; round < ROUNDS && !fresh.isEmpty(); round++) {
      seen.addAll(fresh.keySet());
      Map<JavaMethod, Set<Integer>> now = fresh;
      Set<String> names = new HashSet<>();
      now.keySet().forEach(each -> names.add(each.name()));
      Map<JavaMethod, Set<Integer>> next = new ConcurrentHashMap<>();
      Workers.each(code.types(), type -> callers(type, names, now, next, run));
      next.keySet().removeAll(seen);
      fresh = next;
    }
  }

  private void callers(
      JavaType type,
      Set<String> names,
      Map<JavaMethod, Set<Integer>> now,
      Map<JavaMethod, Set<Integer>> next,
      BiConsumer<String, Call> run) {
    for (JavaMethod method : type.methods()) {
      for (Call call : method.calls()) {
        JavaMethod target = call.target();
        if (target != null && names.contains(call.name()) && target.owner().isProject()) {
          for (JavaMethod each : dispatch.reached(call, target).keySet()) {
            for (int parameter : now.getOrDefault(each, Set.of())) {
              named(call, parameter, next, run);
            }
          }
        }
      }
    }
  }

  private void named(
      Call call, int parameter, Map<JavaMethod, Set<Integer>> next, BiConsumer<String, Call> run) {
    if (parameter >= call.arguments().size()) {
      return;
    }
    Expr name = call.arguments().get(parameter);
    int open = parameter(name, call.caller());
    if (open >= 0) {
      next.computeIfAbsent(call.caller(), each -> ConcurrentHashMap.newKeySet()).add(open);
      return;
    }
    List<String> texts = code.texts(name, call.caller());
    if (texts.isEmpty()) {
      run.accept(Texts.HOLE, call);
    }
    texts.forEach(each -> run.accept(each, call));
  }
}
