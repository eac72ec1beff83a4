package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Completed;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.entry.RouteCalls.Added;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes of Spark and Javalin: what methods add by calls, in groups with a path before them. */
public final class SparkRoutes implements Analyzer {
  private static final int DEPTH = 12;

  /** So many methods are followed: groups that add each other would go on for long. */
  private static final int MOST = 50_000;

  /** Methods of a group, and of a handler, that is a class. */
  private static final List<String> GROUP = List.of("addEndpoints", "addRoutes");

  private static final List<String> HANDLER = List.of("handle");

  private static final Map<String, String> CRUD =
      Map.of(
          "getAll", "GET", "create", "POST", "getOne", "GET", "update", "PATCH", "delete",
          "DELETE");
  private static final Set<String> OF_ALL = Set.of("getAll", "create");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntryPoints entries = new EntryPoints();
    new Reading(sources.code(), entries).read();
    entries.addTo(facts);
  }

  /** What holds for a route: the path before it, and how sure that is. */
  private record Where(String path, Certainty certainty) {
    static final Where TOP = new Where("", Certainty.PARSED);

    Where least(Certainty other) {
      return other.compareTo(certainty) > 0 ? new Where(path, other) : this;
    }
  }

  /** A method as it runs on objects of a class. */
  private record Run(JavaMethod method, JavaType on) {}

  private static final class Reading {
    private final CodeBase code;
    private final EntryPoints entries;
    private final RouteCalls calls = new RouteCalls();

    /** Methods that add routes. */
    private final Set<JavaMethod> adding = new LinkedHashSet<>();

    private final Set<JavaMethod> visited = new HashSet<>();
    private int runs;

    Reading(CodeBase code, EntryPoints entries) {
      this.code = code;
      this.entries = entries;
    }

    void read() {
      for (JavaType type : code.types()) {
        if (RouteCalls.areIn(type)) {
          type.methods().stream().filter(this::adds).forEach(adding::add);
        }
      }
      Set<JavaMethod> used = new HashSet<>();
      for (JavaMethod method : adding) {
        for (Call each : method.calls()) {
          used.addAll(groups(each, method));
        }
      }
      adding.stream().filter(each -> !used.contains(each)).forEach(this::top);
      // what adds itself again has no start
      adding.stream().filter(each -> !visited.contains(each)).forEach(this::top);
    }

    private boolean adds(JavaMethod method) {
      for (Call each : method.body() == null ? List.<Call>of() : method.calls()) {
        if (each.expression() instanceof Expr.Call call && calls.added(call, method) != null) {
          return true;
        }
      }
      return false;
    }

    /** Methods that a call in a method hands the adding of routes on to. */
    private Set<JavaMethod> groups(Call call, JavaMethod in) {
      Set<JavaMethod> all = new HashSet<>();
      JavaMethod target = call.target();
      if (target != null && target != in && adding.contains(target)) {
        all.add(target);
      }
      call.arguments().forEach(each -> all.addAll(methods(each, call, GROUP)));
      return all;
    }

    /** Methods of these names of the object that is given to a call. */
    private List<JavaMethod> methods(Expr given, Call to, List<String> names) {
      int i = to.arguments().indexOf(given);
      JavaType type =
          i < 0 || i >= to.argumentTypes().size()
              ? null
              : code.project(to.argumentTypes().get(i).name());
      if (type == null) {
        return List.of();
      }
      return names.stream().flatMap(each -> type.methods(each).stream()).toList();
    }

    private void top(JavaMethod method) {
      JavaType owner = method.owner();
      List<JavaType> all = new ArrayList<>();
      if (owner.isAbstract() && !method.isStatic()) {
        for (JavaType each : code.subtypes(owner.name())) {
          if (!each.isAbstract() && Lineage.of(code, each).implementation(method) == method) {
            all.add(each);
          }
        }
      }
      for (JavaType each : all.isEmpty() ? List.of(owner) : all) {
        run(new Run(method, each), Where.TOP, 0);
      }
    }

    private void run(Run run, Where where, int depth) {
      visited.add(run.method());
      if (depth < DEPTH && run.method().body() != null && runs++ < MOST) {
        body(run.method().body(), run, where, depth + 1);
      }
    }

    private void body(Stmt body, Run in, Where where, int depth) {
      Bodies.statements(
          body,
          each -> {
            if (each instanceof Stmt.Eval eval) {
              expression(eval.value(), in, where, depth);
            } else if (each instanceof Stmt.Local local) {
              expression(local.value(), in, where, depth);
            } else if (each instanceof Stmt.Return result) {
              expression(result.value(), in, where, depth);
            }
          });
    }

    private void expression(@Nullable Expr expression, Run in, Where where, int depth) {
      if (expression instanceof Expr.Assign assign) {
        expression(assign.value(), in, where, depth);
      } else if (expression instanceof Expr.Call call && depth < DEPTH) {
        expression(call.scope(), in, where, depth);
        Added added = calls.added(call, in.method());
        if (added == null) {
          call.arguments().forEach(each -> group(each, call, in, where, depth));
          Call resolved = calls.resolved(call, in.method());
          follow(resolved == null ? null : resolved.target(), in, where, depth);
        } else {
          for (Where each : at(where, added, in)) {
            add(added, call, in, each, depth);
          }
        }
      }
    }

    private void follow(@Nullable JavaMethod target, Run in, Where where, int depth) {
      if (target != null && target != in.method() && adding.contains(target)) {
        boolean own = code.isA(in.on(), target.owner().name());
        run(new Run(target, own ? in.on() : target.owner()), where, depth + 1);
      }
    }

    /** What may add routes: a lambda, a method, an object of a class of the system. */
    private void group(Expr given, Expr.Call to, Run in, Where where, int depth) {
      if (given instanceof Expr.Lambda lambda) {
        body(lambda.body(), in, where, depth + 1);
        return;
      }
      Call reference = calls.resolved(given, in.method());
      if (given instanceof Expr.MethodRef && reference != null) {
        follow(reference.target(), in, where, depth);
      }
      Call resolved = calls.resolved(to, in.method());
      if (resolved != null) {
        methods(given, resolved, GROUP)
            .forEach(each -> run(new Run(each, each.owner()), where, depth + 1));
      }
    }

    private void add(Added added, Expr.Call call, Run in, Where where, int depth) {
      switch (added.kind()) {
        case GROUP -> added.handlers().forEach(each -> group(each, call, in, where, depth));
        case ROUTE -> route(added, call, in, where);
        case CRUD -> crud(added, call, in, where);
      }
    }

    private void route(Added added, Expr.Call call, Run in, Where where) {
      Call resolved = calls.resolved(call, in.method());
      for (Expr each : added.handlers()) {
        Call reference = calls.resolved(each, in.method());
        JavaMethod target = reference == null ? null : reference.target();
        if (each instanceof Expr.MethodRef && target != null && target.owner().isProject()) {
          boolean own = code.isA(in.on(), target.owner().name());
          route(added.verb(), where, own ? in.on() : target.owner(), target);
          return;
        }
        List<JavaMethod> handling = resolved == null ? List.of() : methods(each, resolved, HANDLER);
        if (!handling.isEmpty()) {
          route(added.verb(), where, handling.get(0).owner(), handling.get(0));
          return;
        }
        JavaField field = field(each);
        if (field != null) {
          entries.route(
              EntryPointKind.HTTP,
              added.verb(),
              path(where),
              field.owner(),
              field.name(),
              field.place(),
              where.certainty());
          return;
        }
      }
      route(added.verb(), where, in.on(), in.method());
    }

    private void crud(Added added, Expr.Call call, Run in, Where where) {
      Call resolved = calls.resolved(call, in.method());
      String all = where.path().substring(0, Math.max(0, where.path().lastIndexOf('/')));
      CRUD.forEach(
          (name, verb) -> {
            Where at = OF_ALL.contains(name) ? new Where(all, where.certainty()) : where;
            for (Expr each : added.handlers()) {
              List<JavaMethod> found =
                  resolved == null ? List.of() : methods(each, resolved, List.of(name));
              if (!found.isEmpty()) {
                route(verb, at, found.get(0).owner(), found.get(0));
                return;
              }
            }
            route(verb, at, in.on(), in.method());
          });
    }

    private void route(String verb, Where where, JavaType type, JavaMethod method) {
      entries.route(EntryPointKind.HTTP, verb, path(where), type, method, where.certainty());
    }

    /** {@code :id} and {@code <id>} are variables. */
    private static String path(Where where) {
      return HttpPath.of(
          where.path().replaceAll("(?<=/|^):(\\w+)\\??", "{$1}").replaceAll("<(\\w+)>", "{$1}"));
    }

    /** A handler in a constant of another class, {@code OrderController.fetchAll}. */
    private @Nullable JavaField field(Expr expression) {
      if (!(expression instanceof Expr.Select select)
          || !(select.scope() instanceof Expr.Name type)) {
        return null;
      }
      List<JavaField> all = new ArrayList<>();
      for (JavaType each : code.types()) {
        JavaField found = each.simpleName().equals(type.id()) ? each.field(select.id()) : null;
        if (found != null) {
          all.add(found);
        }
      }
      return all.size() == 1 ? all.get(0) : null;
    }

    /** Where what a call adds lies: at each path that it may be. */
    private List<Where> at(Where where, Added added, Run in) {
      Expr path = added.path();
      if (path == null) {
        return List.of(where);
      }
      Map<String, Certainty> all = texts(path, in);
      List<Where> found = new ArrayList<>();
      all.forEach(
          (text, certainty) ->
              found.add(
                  new Where(added.framework().joined(where.path(), text), where.certainty())
                      .least(certainty)));
      return found;
    }

    private Map<String, Certainty> texts(Expr path, Run in) {
      Map<String, Certainty> all = new LinkedHashMap<>();
      String constant = code.constantText(path, in.method().owner());
      if (constant != null) {
        all.put(constant, Certainty.PARSED);
        return all;
      }
      Completed completed = code.completed(path, in.method());
      List<String> texts =
          completed != null && completed.by().containsKey(in.on())
              ? completed.by().get(in.on())
              : code.texts(path, in.method());
      // a method that is given nothing has nothing to put in where a text is open
      boolean given = path instanceof Expr.Call call && !call.arguments().isEmpty();
      List<String> open = texts.stream().filter(each -> each.contains(Texts.HOLE)).toList();
      List<String> closed = texts.stream().filter(each -> !each.contains(Texts.HOLE)).toList();
      List<String> fitting = given ? open : closed;
      for (String each : fitting.isEmpty() ? texts : fitting) {
        Certainty certainty =
            each.contains(Texts.HOLE)
                ? Certainty.GUESSED
                : texts.size() == 1 ? Certainty.PARSED : Certainty.INFERRED;
        all.put(each.replace(Texts.HOLE, "{}"), certainty);
      }
      if (all.isEmpty()) {
        all.put(HttpPath.unknown(path), Certainty.GUESSED);
      }
      return all;
    }
  }
}
