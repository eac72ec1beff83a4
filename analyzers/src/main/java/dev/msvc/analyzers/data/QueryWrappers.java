package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Methods of the system that hand a text on as JPQL: {@code getQuery(hql)} of a base class. */
final class QueryWrappers {
  /** Wrappers around wrappers, as deep as anybody reads. */
  private static final int DEEPEST = 4;

  private final CodeBase code;
  private final Map<Parameter, Boolean> known = new ConcurrentHashMap<>();

  private record Parameter(JavaMethod method, int number) {}

  QueryWrappers(CodeBase code) {
    this.code = code;
  }

  /** Whether what a call is given as an argument becomes a query of JPQL. */
  boolean takesJpql(Call call, int argument) {
    return JpaCalls.takesJpql(call.name()) || handsOn(call.target(), argument, 0);
  }

  private boolean handsOn(@Nullable JavaMethod method, int number, int depth) {
    if (method == null
        || depth > DEEPEST
        || !method.owner().isProject()
        || number >= method.parameters().size()) {
      return false;
    }
    Parameter parameter = new Parameter(method, number);
    Boolean before = known.get(parameter);
    if (before != null) {
      return before;
    }
    boolean found = false;
    String name = method.parameters().get(number).name();
    for (Call each : method.calls()) {
      for (int i = 0; i < each.arguments().size() && !found; i++) {
        if (each.arguments().get(i) instanceof Expr.Name given && given.id().equals(name)) {
          found =
              JpaCalls.isQuery(each, code)
                  ? i == 0 && JpaCalls.isJpql(each.name())
                  : handsOn(each.target(), i, depth + 1);
        }
      }
    }
    // what was cut off for its depth is not remembered as none
    if (found || depth == 0) {
      known.put(parameter, found);
    }
    return found;
  }
}
