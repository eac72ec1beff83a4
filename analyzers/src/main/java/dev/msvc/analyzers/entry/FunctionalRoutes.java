package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes of WebFlux.fn and WebMvc.fn: what methods that return a router function put together. */
public final class FunctionalRoutes implements Analyzer {
  private static final Set<String> VERBS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
  private static final int DEPTH = 12;

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<JavaMethod> routers = new ArrayList<>();
    for (JavaType type : sources.code().types()) {
      for (JavaMethod method : type.methods()) {
        if (method.body() != null && isRouter(method)) {
          routers.add(method);
        }
      }
    }
    if (routers.isEmpty()) {
      return;
    }
    Set<JavaMethod> used = new HashSet<>();
    for (JavaMethod method : routers) {
      for (Call each : method.calls()) {
        if (each.target() != null && each.target() != method && isRouter(each.target())) {
          used.add(each.target());
        }
      }
    }
    EntryPoints entries = new EntryPoints();
    for (JavaMethod method : routers) {
      if (!used.contains(method)) {
        new Reading(sources, entries, method.owner().module()).method(method, Where.TOP, 0);
      }
    }
    entries.addTo(facts);
  }

  private static boolean isRouter(JavaMethod method) {
    return method.result().name().endsWith(".RouterFunction")
        || method.result().name().equals("RouterFunction");
  }

  /**
   * What holds for a route: its path, its HTTP method if one is asked for, and how sure that is.
   */
  private record Where(String path, @Nullable String httpMethod, boolean certain) {
    static final Where TOP = new Where("", null, true);
  }

  private record Reading(
      CodeBase code, SpringBase base, SpringSettings settings, EntryPoints entries, String module) {
    Reading(Sources sources, EntryPoints entries, String module) {
      this(sources.code(), SpringBase.of(sources), SpringSettings.of(sources), entries, module);
    }

    void method(JavaMethod method, Where where, int depth) {
      if (method.body() != null && depth < DEPTH) {
        for (Expr each : returned(method.body())) {
          router(each, method, where, depth + 1);
        }
      }
    }

    /** An expression of routes: what it hangs on first, then what it adds. */
    private void router(@Nullable Expr expression, JavaMethod in, Where where, int depth) {
      if (depth > DEPTH || expression == null) {
        return;
      }
      if (expression instanceof Expr.Name name) {
        for (Expr each : valuesOf(name.id(), in)) {
          router(each, in, where, depth + 1);
        }
        return;
      }
      Expr each = expression;
      while (each instanceof Expr.Call call) {
        step(call, in, where, depth);
        each = call.scope();
      }
      if (each instanceof Expr.Name name && !isParameter(in, name) && each != expression) {
        for (Expr value : valuesOf(name.id(), in)) {
          if (!contains(value, expression)) {
            router(value, in, where, depth + 1);
          }
        }
      }
    }

    private void step(Expr.Call call, JavaMethod in, Where where, int depth) {
      List<Expr> given = call.arguments();
      int count = given.size();
      if (VERBS.contains(call.name()) && count >= 2) {
        Where at = at(where, given.get(0), in, call.name());
        handler(given.get(count - 1), at, in);
      } else if ((call.name().equals("route") || call.name().equals("andRoute")) && count == 2) {
        handler(given.get(1), predicate(given.get(0), where, in), in);
      } else if ((call.name().equals("nest") || call.name().equals("andNest")) && count == 2) {
        nested(given.get(1), in, predicate(given.get(0), where, in), depth);
      } else if (call.name().equals("path") && count == 2) {
        nested(given.get(1), in, at(where, given.get(0), in, null), depth);
      } else if ((call.name().equals("and")
              || call.name().equals("andOther")
              || call.name().equals("add"))
          && count == 1) {
        router(given.get(0), in, where, depth + 1);
      } else {
        JavaMethod target = target(call, in);
        if (target != null && target != in && isRouter(target)) {
          method(target, where, depth + 1);
        }
      }
    }

    private void nested(Expr expression, JavaMethod in, Where where, int depth) {
      if (expression instanceof Expr.Lambda lambda) {
        for (Expr each : returned(lambda.body())) {
          router(each, in, where, depth + 1);
        }
        for (Expr each : evaluated(lambda.body())) {
          router(each, in, where, depth + 1);
        }
      } else if (expression instanceof Expr.MethodRef) {
        JavaMethod target = target(expression, in);
        if (target != null) {
          method(target, where, depth + 1);
        }
      } else {
        router(expression, in, where, depth + 1);
      }
    }

    /** {@code GET("/x")}, {@code path("/x")}, {@code method(GET)}, joined by {@code and}. */
    private Where predicate(Expr expression, Where where, JavaMethod in) {
      if (!(expression instanceof Expr.Call call)) {
        return new Where(where.path(), where.httpMethod(), false);
      }
      Where found = call.scope() instanceof Expr.Call scope ? predicate(scope, where, in) : where;
      List<Expr> given = call.arguments();
      if (call.name().equals("and") && given.size() == 1) {
        return predicate(given.get(0), found, in);
      }
      if (call.name().equals("method") && given.size() == 1) {
        String name = last(given.get(0));
        return VERBS.contains(name) ? new Where(found.path(), name, found.certain()) : found;
      }
      boolean verb = VERBS.contains(call.name());
      if ((verb || call.name().equals("path")) && given.size() == 1) {
        return at(found, given.get(0), in, verb ? call.name() : null);
      }
      return found;
    }

    private Where at(Where where, Expr path, JavaMethod in, @Nullable String httpMethod) {
      String constant = code.constantText(path, in.owner());
      List<String> texts = constant == null ? code.texts(path, in) : List.of(constant);
      String text = texts.isEmpty() ? "{" + last(path) + "}" : texts.get(0);
      boolean known = texts.size() == 1 && !text.contains(Texts.HOLE);
      return new Where(
          text.isEmpty()
              ? where.path()
              : where.path() + "/" + settings.resolved(text.replace(Texts.HOLE, "{}"), module),
          httpMethod == null ? where.httpMethod() : httpMethod,
          where.certain() && known);
    }

    private void handler(Expr handler, Where where, JavaMethod in) {
      JavaMethod target = handler instanceof Expr.MethodRef ? target(handler, in) : null;
      JavaMethod method = target == null || !target.owner().isProject() ? in : target;
      String inner = HttpPath.of(where.path());
      entries.route(
          EntryPointKind.HTTP,
          where.httpMethod() == null ? "ANY" : where.httpMethod(),
          HttpPath.of(base.context(module), base.servlet(module), inner),
          method.owner(),
          method,
          where.certain() ? Certainty.PARSED : Certainty.GUESSED);
    }
  }

  private static @Nullable JavaMethod target(Expr expression, JavaMethod in) {
    Call call = in.call(expression);
    return call == null ? null : call.target();
  }

  private static boolean isParameter(JavaMethod method, Expr.Name name) {
    return method.parameters().stream().anyMatch(each -> each.name().equals(name.id()));
  }

  private static String last(Expr expression) {
    if (expression instanceof Expr.Select select) {
      return select.id();
    }
    return expression instanceof Expr.Name name ? name.id() : "";
  }

  private static boolean contains(Expr outer, Expr inner) {
    Expr each = outer;
    while (each instanceof Expr.Call call) {
      if (call == inner) {
        return true;
      }
      each = call.scope();
    }
    return false;
  }

  /** What a local variable is set to, and what is called on it in statements. */
  private static List<Expr> valuesOf(String name, JavaMethod in) {
    List<Expr> all = new ArrayList<>();
    for (Stmt each : statements(in.body())) {
      if (each instanceof Stmt.Local local && local.name().equals(name) && local.value() != null) {
        all.add(local.value());
      } else if (each instanceof Stmt.Eval eval && startsAt(eval.value(), name)) {
        all.addAll(steps(eval.value()));
      }
    }
    return all;
  }

  private static boolean startsAt(Expr expression, String name) {
    Expr each = expression;
    while (each instanceof Expr.Call call) {
      each = call.scope();
    }
    return each != expression && each instanceof Expr.Name start && start.id().equals(name);
  }

  /** A chain without the variable that it starts at. */
  private static List<Expr> steps(Expr expression) {
    List<Expr> all = new ArrayList<>();
    Expr each = expression;
    while (each instanceof Expr.Call call) {
      all.add(new Expr.Call(null, call.name(), call.arguments(), call.types(), call.line()));
      each = call.scope();
    }
    return all;
  }

  private static List<Expr> returned(@Nullable Stmt body) {
    List<Expr> all = new ArrayList<>();
    for (Stmt each : statements(body)) {
      if (each instanceof Stmt.Return result && result.value() != null) {
        all.add(result.value());
      }
    }
    return all;
  }

  private static List<Expr> evaluated(@Nullable Stmt body) {
    List<Expr> all = new ArrayList<>();
    for (Stmt each : statements(body)) {
      if (each instanceof Stmt.Eval eval) {
        all.add(eval.value());
      }
    }
    return all;
  }

  private static List<Stmt> statements(@Nullable Stmt body) {
    List<Stmt> all = new ArrayList<>();
    if (body instanceof Stmt.Block block) {
      block.statements().forEach(each -> all.addAll(statements(each)));
    } else if (body != null) {
      all.add(body);
    }
    return all;
  }
}
