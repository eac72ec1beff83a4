package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which resources a locator can hand on to: what its body returns, or what its result may be. */
final class Locators {
  private static final int DEPTH = 4;

  private final CodeBase code;

  Locators(CodeBase code) {
    this.code = code;
  }

  /**
   * Concrete classes, or the declared type alone where there is none.
   *
   * @param annotated the method that says where it is
   * @param body the method that carries it out
   */
  List<JavaType> located(JavaMethod annotated, JavaMethod body) {
    Map<String, JavaType> all = new LinkedHashMap<>();
    returned(body, all, 0);
    if (all.isEmpty()) {
      declared(body.result(), all);
    }
    if (all.isEmpty()) {
      declared(annotated.result(), all);
    }
    return List.copyOf(all.values());
  }

  private void declared(TypeRef result, Map<String, JavaType> to) {
    boolean byClass = result.name().equals("java.lang.Class");
    JavaType type = code.project(byClass ? result.argument(0).name() : result.name());
    if (type == null) {
      return;
    }
    if (!type.isAbstract()) {
      to.put(type.name(), type);
      return;
    }
    for (JavaType each : code.subtypes(type.name())) {
      if (!each.isAbstract()) {
        to.put(each.name(), each);
      }
    }
    if (to.isEmpty()) {
      to.put(type.name(), type);
    }
  }

  private void returned(JavaMethod method, Map<String, JavaType> to, int depth) {
    if (method.body() != null && depth < DEPTH) {
      for (Stmt each : statements(method.body())) {
        if (each instanceof Stmt.Return result && result.value() != null) {
          value(result.value(), method, to, depth);
        }
      }
    }
  }

  private void value(Expr value, JavaMethod in, Map<String, JavaType> to, int depth) {
    if (depth >= DEPTH) {
      return;
    }
    if (value instanceof Expr.New || value instanceof Expr.Call) {
      Call call = in.call(value);
      if (call != null && !concrete(call.result(), to) && call.target() != null) {
        JavaMethod target = call.target();
        if (target != in && target.owner().isProject()) {
          returned(target, to, depth + 1);
        }
      }
    } else if (value instanceof Expr.This) {
      to.put(in.owner().name(), in.owner());
    } else if (value instanceof Expr.Cast cast) {
      value(cast.value(), in, to, depth);
    } else if (value instanceof Expr.Conditional choice) {
      value(choice.then(), in, to, depth);
      value(choice.otherwise(), in, to, depth);
    } else if (value instanceof Expr.Name name) {
      boolean local = false;
      for (Stmt each : statements(in.body())) {
        if (each instanceof Stmt.Local declared && declared.name().equals(name.id())) {
          local = true;
          if (declared.value() != null) {
            value(declared.value(), in, to, depth + 1);
          }
        } else if (each instanceof Stmt.Eval eval
            && eval.value() instanceof Expr.Assign assign
            && assign.target() instanceof Expr.Name target
            && target.id().equals(name.id())) {
          value(assign.value(), in, to, depth + 1);
        }
      }
      if (!local) {
        field(name.id(), in, to);
      }
    } else if (value instanceof Expr.Select select && select.scope() instanceof Expr.This) {
      field(select.id(), in, to);
    }
  }

  private void field(String name, JavaMethod in, Map<String, JavaType> to) {
    JavaField field = code.findField(in.owner(), name);
    if (field != null) {
      concrete(field.type(), to);
    }
  }

  private boolean concrete(TypeRef ref, Map<String, JavaType> to) {
    JavaType type = code.project(ref.name());
    if (type == null || type.isAbstract()) {
      return false;
    }
    to.put(type.name(), type);
    return true;
  }

  private static List<Stmt> statements(@Nullable Stmt body) {
    List<Stmt> all = new ArrayList<>();
    if (body instanceof Stmt.Block block) {
      block.statements().forEach(each -> all.addAll(statements(each)));
    } else if (body instanceof Stmt.ForEach loop) {
      all.addAll(statements(loop.body()));
    } else if (body instanceof Stmt.Catch caught) {
      all.addAll(statements(caught.body()));
    } else if (body instanceof Stmt.Switch choice) {
      choice.cases().forEach(one -> one.body().forEach(each -> all.addAll(statements(each))));
    } else if (body != null) {
      all.add(body);
    }
    return all;
  }
}
