package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which method of the system a call on a mapper or service runs, where methods of the same name
 * that a framework declares stand beside it: {@code list(Search)} does not run {@code
 * list(wrapper)}.
 */
final class Overloads {
  private final CodeBase code;
  private final MapperBases bases;

  Overloads(CodeBase code, MapperBases bases) {
    this.code = code;
    this.bases = bases;
  }

  /** The system's method that a call runs; null where it is a library's, or not known. */
  @Nullable JavaMethod run(Call call) {
    JavaMethod target = call.target();
    if (target == null || !target.owner().isProject()) {
      return null;
    }
    if (fits(call, target)) {
      return target;
    }
    List<TypeRef> open = new ArrayList<>(List.of(call.receiver()));
    for (int i = 0; i < open.size(); i++) {
      JavaType type = code.project(open.get(i).name());
      for (JavaMethod each : type == null ? List.<JavaMethod>of() : type.methods(call.name())) {
        if (each.parameters().size() == call.arguments().size() && fits(call, each)) {
          return each;
        }
      }
      for (TypeRef above : code.supertypes(open.get(i))) {
        if (!open.contains(above)) {
          open.add(above);
        }
      }
    }
    return null;
  }

  /** Whether a method can take what a call gives it, as far as that is known. */
  boolean fits(Call call, JavaMethod method) {
    int count = Math.min(method.parameters().size(), call.arguments().size());
    for (int i = 0; i < count; i++) {
      if (!fits(given(call, i), method.parameters().get(i).type())) {
        return false;
      }
    }
    return true;
  }

  /** What an argument is; of a chain of a library's calls what it begins with. */
  private static TypeRef given(Call call, int i) {
    TypeRef type = i < call.argumentTypes().size() ? call.argumentTypes().get(i) : TypeRef.UNKNOWN;
    Expr.Call first = null;
    Expr each = call.arguments().get(i);
    while (!type.known() && each instanceof Expr.Call link) {
      first = link;
      each = link.scope();
    }
    Call begun = first == null ? null : call.caller().call(first);
    return begun == null ? type : begun.receiver();
  }

  private boolean fits(TypeRef given, TypeRef parameter) {
    boolean open =
        !given.known()
            || given.variable()
            || !parameter.known()
            || parameter.variable()
            || parameter.equals(TypeRef.OBJECT);
    if (open) {
      return true;
    }
    if (bases.isWrapper(given)) {
      boolean takesOne = bases.isWrapper(parameter) || code.isA(given, parameter.name());
      return takesOne || !isKnown(parameter);
    }
    boolean own = code.project(parameter.name()) != null && !parameter.isArray();
    return !own || code.isA(given, parameter.name());
  }

  private boolean isKnown(TypeRef type) {
    return type.isArray() || code.find(type.name()) != null;
  }
}
