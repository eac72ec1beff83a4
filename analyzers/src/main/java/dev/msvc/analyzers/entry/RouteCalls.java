package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of Spark and Javalin that add routes. */
final class RouteCalls {
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options", "trace");
  private static final Set<String> ANY_VERB = Set.of("addHandler", "addHttpHandler");

  /** A framework, and how it puts paths together. */
  enum Framework {
    /** A path stands just behind that around it. */
    SPARK,
    /** A slash stands between paths. */
    JAVALIN;

    /** Types whose methods add routes. */
    private Set<String> types() {
      return this == SPARK
          ? Set.of("spark.Spark", "spark.Service")
          : Set.of(
              "io.javalin.Javalin", "io.javalin.apibuilder.ApiBuilder", "io.javalin.ApiBuilder");
    }

    /** What the names of its types begin with. */
    private String start() {
      return this == SPARK ? "spark." : "io.javalin.";
    }

    String joined(String around, String path) {
      return this == SPARK || path.isEmpty() ? around + path : around + "/" + path;
    }
  }

  /** What a call adds. */
  enum Kind {
    ROUTE,
    /** Routes with a path before theirs. */
    GROUP,
    /** Five routes of one handler. */
    CRUD
  }

  /**
   * A call that adds routes.
   *
   * @param verb the method of the request; empty where a call adds several
   * @param path null where nothing is added to the path around it
   * @param handlers what may handle the request, or add routes to the group
   */
  record Added(
      Framework framework, Kind kind, String verb, @Nullable Expr path, List<Expr> handlers) {}

  private final Map<JavaMethod, IdentityHashMap<Expr, Call>> calls = new HashMap<>();
  private final Map<JavaMethod, Map<String, Set<String>>> origins = new HashMap<>();

  /** Whether a type's file imports anything that could add routes. */
  static boolean areIn(JavaType type) {
    for (Framework each : Framework.values()) {
      if (type.importsBelow(each.start())) {
        return true;
      }
    }
    return false;
  }

  /** A call as it was resolved; null where it was not looked at. */
  @Nullable Call resolved(Expr expression, JavaMethod in) {
    return calls
        .computeIfAbsent(
            in,
            method -> {
              IdentityHashMap<Expr, Call> all = new IdentityHashMap<>();
              method.calls().forEach(each -> all.put(each.expression(), each));
              return all;
            })
        .get(expression);
  }

  /** What a call in a method adds; null for nothing. */
  @Nullable Added added(Expr.Call call, JavaMethod in) {
    List<Expr> given = call.arguments();
    String name = call.name();
    boolean verb = VERBS.contains(name);
    if (given.isEmpty()
        || !(verb || name.equals("path") || name.equals("crud") || ANY_VERB.contains(name))) {
      return null;
    }
    Framework framework = framework(call, in);
    if (framework == null) {
      return null;
    }
    int count = given.size();
    List<Expr> handlers = given.subList(1, count);
    if (verb && framework == Framework.JAVALIN && isHandler(call, in)) {
      return new Added(framework, Kind.ROUTE, upper(name), null, given);
    }
    if (count == 1) {
      return null;
    }
    if (ANY_VERB.contains(name)) {
      return count > 2 && given.get(0) instanceof Expr.Select type
          ? new Added(
              framework, Kind.ROUTE, upper(type.id()), given.get(1), given.subList(2, count))
          : null;
    }
    Kind kind = verb ? Kind.ROUTE : name.equals("path") ? Kind.GROUP : Kind.CRUD;
    return new Added(framework, kind, verb ? upper(name) : "", given.get(0), handlers);
  }

  /** Whether a handler stands where most calls have a path. */
  private boolean isHandler(Expr.Call call, JavaMethod in) {
    Expr first = call.arguments().get(0);
    Call resolved = resolved(call, in);
    String type =
        resolved == null || resolved.argumentTypes().isEmpty()
            ? ""
            : resolved.argumentTypes().get(0).simpleName();
    return first instanceof Expr.Lambda
        || first instanceof Expr.MethodRef
        || first instanceof Expr.New
        || type.equals("Handler");
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private @Nullable Framework framework(Expr.Call call, JavaMethod in) {
    Call resolved = resolved(call, in);
    if (resolved == null) {
      return null;
    }
    String receiver = resolved.receiver().name();
    JavaType owner = in.owner();
    for (Framework each : Framework.values()) {
      boolean known = resolved.receiver().known();
      if (known
          ? each.types().contains(receiver)
              || owner.mayMean(receiver).stream().anyMatch(each.types()::contains)
          : call.scope() == null
              ? each.types().stream().anyMatch(type -> owner.importsFrom(type, call.name()))
              : owner.importsBelow(each.start()) && startsAt(call.scope(), each, in)) {
        return each;
      }
    }
    return null;
  }

  /** Whether a chain of calls whose types are not known starts at a class of the framework. */
  private boolean startsAt(Expr scope, Framework framework, JavaMethod in) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    if (root(scope) instanceof Expr.Name name) {
      open.add(name.id());
    }
    while (!open.isEmpty()) {
      String name = open.remove();
      if (seen.add(name)) {
        if (framework.types().stream().anyMatch(each -> isImported(name, each, in.owner()))) {
          return true;
        }
        open.addAll(origins(in).getOrDefault(name, Set.of()));
      }
    }
    return false;
  }

  private static boolean isImported(String name, String type, JavaType by) {
    return name.equals(type.substring(type.lastIndexOf('.') + 1)) && by.imports(type);
  }

  /** At which names the chains of calls start that a method's variables and parameters come of. */
  private Map<String, Set<String>> origins(JavaMethod in) {
    return origins.computeIfAbsent(
        in,
        method -> {
          Map<String, Set<String>> all = new HashMap<>();
          if (method.body() != null) {
            Bodies.statements(method.body(), each -> variable(each, all));
            Bodies.expressions(method.body(), each -> parameter(each, all));
          }
          return all;
        });
  }

  /** What a variable is set to. */
  private static void variable(Stmt statement, Map<String, Set<String>> origins) {
    if (statement instanceof Stmt.Local local && local.value() instanceof Expr.Call value) {
      add(local.name(), value, origins);
    }
  }

  /** What hands a lambda its parameter: {@code Javalin.create(config -> ..)}. */
  private static void parameter(Expr expression, Map<String, Set<String>> origins) {
    if (expression instanceof Expr.Call call && call.scope() != null) {
      for (Expr each : call.arguments()) {
        if (each instanceof Expr.Lambda lambda && lambda.parameters().size() == 1) {
          add(lambda.parameters().get(0).name(), call.scope(), origins);
        }
      }
    }
  }

  private static void add(String name, Expr value, Map<String, Set<String>> origins) {
    if (root(value) instanceof Expr.Name start) {
      origins.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(start.id());
    }
  }

  private static Expr root(Expr expression) {
    Expr each = expression;
    while (true) {
      if (each instanceof Expr.Call call && call.scope() != null) {
        each = call.scope();
      } else if (each instanceof Expr.Select select) {
        each = select.scope();
      } else {
        return each;
      }
    }
  }
}
