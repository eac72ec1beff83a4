package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.RepositoryTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which expressions of one method are entities that the persistence context manages, or hold such:
 * what a query or a repository gave, what is reached from there, what other methods give that got
 * theirs so.
 */
final class ManagedValues {
  /** How long a chain of names and calls is followed. */
  private static final int DEPTH = 25;

  private static final Set<String> RESULTS =
      Set.of(
          "getSingleResult",
          "getSingleResultOrNull",
          "getResultList",
          "getResultStream",
          "uniqueResult",
          "uniqueResultOptional",
          "list",
          "stream");

  private final CodeBase code;
  private final EntityModel model;
  private final RepositoryTypes repositories;
  private final Known known;
  private final JavaMethod method;
  private final IdentityHashMap<Expr, Call> calls = new IdentityHashMap<>();
  private final Map<String, List<Expr>> sources = new HashMap<>();

  private final Detached detached;

  /** Names that the question of the moment has come by; one question at a time. */
  private final Set<String> asked = new HashSet<>();

  /** What is known of other methods. */
  interface Known {
    /** Whether what a call gives is managed, by what the methods give that it can reach. */
    boolean gives(Call call);

    /** Whether a method is given a managed entity for this parameter. */
    boolean given(JavaMethod method, int parameter);
  }

  ManagedValues(
      CodeBase code,
      EntityModel model,
      RepositoryTypes repositories,
      Known known,
      JavaMethod method) {
    this.code = code;
    this.model = model;
    this.repositories = repositories;
    this.known = known;
    this.method = method;
    method.calls().forEach(each -> calls.put(each.expression(), each));
    define(method.body());
    this.detached = new Detached(code, method, sources);
  }

  /** The call that an expression is; null where it is none. */
  @Nullable Call call(Expr expression) {
    return calls.get(expression);
  }

  /** Whether an expression is, or holds, managed entities. */
  boolean isManaged(@Nullable Expr expression) {
    asked.clear();
    return isManaged(expression, 0);
  }

  private boolean isManaged(@Nullable Expr expression, int depth) {
    if (expression == null || depth > DEPTH) {
      return false;
    }
    if (expression instanceof Expr.Name name) {
      return !detached.is(name) && isManaged(name.id(), depth);
    }
    if (expression instanceof Expr.Cast cast) {
      return isManaged(cast.value(), depth + 1);
    }
    if (expression instanceof Expr.Conditional choice) {
      return isManaged(choice.then(), depth + 1) || isManaged(choice.otherwise(), depth + 1);
    }
    if (expression instanceof Expr.Index index) {
      return isManaged(index.array(), depth + 1);
    }
    if (expression instanceof Expr.Assign assign) {
      return isManaged(assign.value(), depth + 1);
    }
    if (expression instanceof Expr.Call written) {
      Call call = calls.get(written);
      return call != null && isManaged(written, call, depth);
    }
    return false;
  }

  private boolean isManaged(String name, int depth) {
    if (!asked.add(name)) {
      return false;
    }
    for (Expr each : sources.getOrDefault(name, List.of())) {
      if (isManaged(each, depth + 1)) {
        return true;
      }
    }
    int position = method.position(name);
    return position >= 0 && known.given(method, position);
  }

  private boolean isManaged(Expr.Call written, Call call, int depth) {
    String receiver = call.receiver().name();
    if (EntityCalls.gives(call, code)
        || (RESULTS.contains(call.name()) && isQuery(receiver))
        || (holdsEntity(call.result()) && repositories.entityOf(call.receiver()) != null)) {
      return true;
    }
    if (model.of(receiver) != null) {
      return holdsEntity(call.result()) && isManaged(written.scope(), depth + 1);
    }
    if (receiver.startsWith("java.util.") || receiver.startsWith("org.springframework.data.")) {
      return isManaged(written.scope(), depth + 1) && passesOn(written, call, depth);
    }
    return holdsEntity(call.result()) && known.gives(call);
  }

  private static boolean isQuery(String type) {
    return type.endsWith("Query") || type.endsWith(".Criteria");
  }

  private boolean holdsEntity(TypeRef type) {
    return model.of(type) != null;
  }

  /** Whether a method of a collection, an optional or a stream gives the same entities again. */
  private boolean passesOn(Expr.Call written, Call call, int depth) {
    boolean maps = call.name().equals("map") || call.name().equals("flatMap");
    if (!maps || written.arguments().isEmpty()) {
      return true;
    }
    Expr function = written.arguments().get(0);
    if (function instanceof Expr.Lambda lambda) {
      return Bodies.returned(lambda.body()).stream().anyMatch(each -> isManaged(each, depth + 1));
    }
    Call referred = calls.get(function);
    return referred != null
        && model.of(referred.receiver().name()) != null
        && holdsEntity(referred.result());
  }

  /** Names of the variables by which an expression comes to its entity, or to what holds it. */
  Set<String> roots(@Nullable Expr expression) {
    Set<String> all = new HashSet<>();
    Expr each = expression;
    while (each instanceof Expr.Call call) {
      each = call.scope();
    }
    if (each instanceof Expr.Name name) {
      roots(name.id(), all);
    }
    return all;
  }

  private void roots(String name, Set<String> all) {
    if (!all.add(name)) {
      return;
    }
    for (Expr source : sources.getOrDefault(name, List.of())) {
      Expr each = source;
      while (each instanceof Expr.Call written) {
        Call call = calls.get(written);
        boolean holds = call != null && call.receiver().name().startsWith("java.util.");
        each = holds ? written.scope() : null;
      }
      if (each instanceof Expr.Name other) {
        roots(other.id(), all);
      }
    }
  }

  // ---- what names stand for

  private void define(@Nullable Stmt body) {
    if (body == null) {
      return;
    }
    Bodies.statements(
        body,
        each -> {
          if (each instanceof Stmt.Local local && local.value() != null) {
            define(local.name(), local.value());
          } else if (each instanceof Stmt.ForEach loop) {
            define(loop.name(), loop.iterable());
          }
        });
    Bodies.expressions(
        body,
        each -> {
          if (each instanceof Expr.Assign assign && assign.target() instanceof Expr.Name target) {
            define(target.id(), assign.value());
          } else if (each instanceof Expr.InstanceOf test && test.binding() != null) {
            define(test.binding(), test.value());
          } else if (each instanceof Expr.Call call && call.scope() != null) {
            for (Expr argument : call.arguments()) {
              if (argument instanceof Expr.Lambda lambda) {
                lambda(lambda, call.scope());
              }
            }
          }
        });
  }

  /** What stands before a call that is given a function is what the function is given. */
  private void lambda(Expr.Lambda lambda, Expr holder) {
    lambda.parameters().forEach(each -> define(each.name(), holder));
    Bodies.statements(
        lambda.body(),
        each -> {
          if (each instanceof Stmt.Local local && local.value() != null) {
            define(local.name(), local.value());
          } else if (each instanceof Stmt.ForEach loop) {
            define(loop.name(), loop.iterable());
          }
        });
  }

  private void define(String name, Expr value) {
    sources.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(value);
  }
}
