package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Callback;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Access;
import dev.msvc.model.TypeKind;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What methods hand to other threads: to pools, to new threads, and to the system's own methods
 * that pass it on to one. It runs in no transaction of the method that hands it over.
 */
final class OtherThreads {
  /** Methods that pass on to each other what they are given. */
  private static final int LEVELS = 3;

  /** Names of methods that run a function. */
  private static final Set<String> RUN =
      Set.of("run", "call", "get", "accept", "apply", "test", "execute", "invoke");

  private static final Set<String> FUNCTIONS =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable");

  private final CodeBase code;
  private final ThreadStarts starts;

  /** Methods that containers run in another thread. */
  private final Set<JavaMethod> async = new HashSet<>();

  /** The system's own methods that hand on what they are given, with those parameters. */
  private final Map<JavaMethod, BitSet> passing = new HashMap<>();

  private Map<JavaMethod, Tasks> tasks = Map.of();

  /** A function that another thread runs: a lambda, a class without a name, a method reference. */
  static final class Task {
    private final Expr function;
    private int last;

    private Task(Expr function) {
      this.function = function;
      this.last = function.line();
    }

    private boolean spans(int line) {
      return function.line() <= line && line <= last;
    }

    private int lines() {
      return last - function.line();
    }
  }

  /**
   * What one method hands over.
   *
   * @param own lines on which the method's own thread does something
   */
  private record Tasks(IdentityHashMap<Expr, Task> byFunction, Set<Integer> own) {
    @Nullable Task of(Call call) {
      Task task = call.expression() instanceof Expr.MethodRef ref ? byFunction.get(ref) : null;
      for (Callback each = call.within(); each != null && task == null; each = each.outer()) {
        task = byFunction.get(each.expression());
      }
      return task;
    }
  }

  private OtherThreads(CodeBase code) {
    this.code = code;
    this.starts = new ThreadStarts(code);
    MetaAnnotations meta = new MetaAnnotations(code);
    for (JavaType type : code.types()) {
      for (JavaMethod each : type.methods()) {
        if (Events.isAsync(meta, each)) {
          async.add(each);
        }
      }
    }
  }

  static OtherThreads of(CodeBase code) {
    OtherThreads all = new OtherThreads(code);
    for (int level = 0, known = -1; level < LEVELS && all.passing.size() > known; level++) {
      known = all.passing.size();
      all.read();
    }
    return all;
  }

  /** Whether a container runs a method in another thread than its caller's. */
  boolean isAsync(JavaMethod method) {
    return async.contains(method);
  }

  /** Whether another thread runs something that a call is given. */
  boolean isHandedOver(Call call) {
    return handed(call) != null;
  }

  /** The innermost of the tasks that a call is in; null where its method's own thread makes it. */
  @Nullable Task of(Call call) {
    Tasks some = tasks.get(call.caller());
    return some == null ? null : some.of(call);
  }

  /** The task that accesses a table, by its line; null where the method's own thread does. */
  @Nullable Task of(Access access) {
    JavaType type = code.project(access.className());
    if (type == null || !type.file().equals(access.place().file())) {
      return null;
    }
    Task nearest = null;
    int line = access.place().line();
    for (JavaMethod method : type.methods(access.method())) {
      Tasks some = tasks.get(method);
      if (some != null && !some.own().contains(line)) {
        for (Task each : some.byFunction().values()) {
          if (each.spans(line) && (nearest == null || each.lines() < nearest.lines())) {
            nearest = each;
          }
        }
      }
    }
    return nearest;
  }

  private void read() {
    Map<JavaMethod, Tasks> read = new ConcurrentHashMap<>();
    Map<JavaMethod, BitSet> found = new ConcurrentHashMap<>();
    Workers.each(
        code.types(),
        type -> {
          for (JavaMethod each : type.bodies()) {
            new Reading(each).read(read, found);
          }
        });
    tasks = read;
    passing.putAll(found);
    found.keySet().forEach(this::overridden);
  }

  /** A method that is only declared passes on what all who implement it pass on. */
  private void overridden(JavaMethod method) {
    for (JavaType type : Lineage.of(code, method.owner()).types()) {
      for (JavaMethod each : type.methods(method.name())) {
        if (each != method && !each.hasBody() && Lineage.overrides(method, each)) {
          BitSet all = new BitSet();
          all.set(0, each.parameters().size());
          for (JavaMethod one : code.implementations(each)) {
            all.and(passing.getOrDefault(one, new BitSet()));
          }
          if (!all.isEmpty()) {
            passing.put(each, all);
          }
        }
      }
    }
  }

  /** The arguments of a call that another thread runs; null for none. */
  private @Nullable BitSet handed(Call call) {
    if (call.arguments().isEmpty()) {
      return null;
    }
    JavaMethod target = call.target();
    BitSet passed = target == null ? null : passing.get(target);
    if (passed != null) {
      return passed;
    }
    if (target != null && async.contains(target)) {
      return Dispatches.isWithin(call) ? null : toBeRun(target);
    }
    if (!starts.isStart(call)) {
      return null;
    }
    BitSet all = new BitSet();
    all.set(0, call.arguments().size());
    return all;
  }

  /** The parameters of a method that are there to be run. */
  private BitSet toBeRun(JavaMethod method) {
    BitSet all = new BitSet();
    for (int i = 0; i < method.parameters().size(); i++) {
      TypeRef type = method.parameters().get(i).type();
      all.set(i, isFunction(type) || isFunction(type.argument(0)));
    }
    return all;
  }

  private boolean isFunction(TypeRef type) {
    JavaType own = code.project(type.name());
    return own == null
        ? FUNCTIONS.contains(type.name()) || type.name().startsWith("java.util.function.")
        : own.kind() == TypeKind.INTERFACE
            && own.methods().stream().filter(each -> !each.hasBody()).count() == 1;
  }

  /** One method, as it is read. */
  private final class Reading {
    private final JavaMethod method;
    private final IdentityHashMap<Expr, Task> byFunction = new IdentityHashMap<>();

    /** Variables that are handed over. */
    private final Set<String> names = new HashSet<>();

    /** Parts of calls that hand over. */
    private final Set<Expr> parts = Collections.newSetFromMap(new IdentityHashMap<>());

    Reading(JavaMethod method) {
      this.method = method;
    }

    void read(Map<JavaMethod, Tasks> read, Map<JavaMethod, BitSet> found) {
      boolean any = false;
      for (Call each : method.calls()) {
        BitSet handed = handed(each);
        if (handed != null) {
          any = true;
          given(each, handed);
        }
        if (each.expression() instanceof Expr.New created
            && starts.isTask(created, each.receiver().name())) {
          any = true;
          add(created);
        }
      }
      if (!any) {
        return;
      }
      for (String each : List.copyOf(names)) {
        held(each);
      }
      if (!byFunction.isEmpty()) {
        read.put(method, tasks());
      }
      BitSet passed = toBeRun(method);
      for (int i = passed.nextSetBit(0); i >= 0; i = passed.nextSetBit(i + 1)) {
        passed.set(i, isPassed(method.parameters().get(i).name()));
      }
      if (!passed.isEmpty()) {
        found.put(method, passed);
      }
    }

    private void given(Call call, BitSet handed) {
      for (int i = 0; i < call.arguments().size(); i++) {
        Expr each = call.arguments().get(i);
        parts.add(each);
        Bodies.parts(each, parts::add);
        if (handed.get(i)) {
          functions(each, call.name().startsWith("invokeA"));
        }
      }
      parts.add(call.expression());
      if (call.expression() instanceof Expr.Call written) {
        Bodies.parts(written.scope(), parts::add);
      }
    }

    /** Notes functions, also those that are wrapped: by calls that make another of them. */
    private void functions(Expr given, boolean many) {
      if (given instanceof Expr.New created) {
        created.arguments().forEach(each -> functions(each, many));
      } else if (given instanceof Expr.Call call) {
        call.arguments().forEach(each -> functions(each, many));
        if (many && call.scope() != null) {
          functions(call.scope(), true);
        }
      } else if (given instanceof Expr.Name name) {
        names.add(name.id());
      }
      function(given);
    }

    private void function(Expr given) {
      if (given instanceof Expr.Lambda
          || given instanceof Expr.MethodRef
          || (given instanceof Expr.New created && created.body() != null)) {
        add(given);
      } else if (given instanceof Expr.Cast cast) {
        function(cast.value());
      } else if (given instanceof Expr.Conditional choice) {
        function(choice.then());
        function(choice.otherwise());
      }
    }

    private void add(Expr function) {
      byFunction.computeIfAbsent(function, Task::new);
    }

    /** Functions that a variable holds which is handed over, or that a list of them was given. */
    private void held(String name) {
      if (isRunHere(name)) {
        return;
      }
      Bodies.assigned(name, method).forEach(this::function);
      for (Call each : method.calls()) {
        if (each.name().equals("add") && isOn(each, name)) {
          each.arguments().forEach(this::function);
        }
      }
    }

    /** Whether the method's own thread runs what a variable holds, or gives it to who may. */
    private boolean isRunHere(String name) {
      for (Call each : method.calls()) {
        if (task(each) == null
            && !parts.contains(each.expression())
            && ((isOn(each, name) && RUN.contains(each.name())) || isGivenOn(each, name))) {
          return true;
        }
      }
      return false;
    }

    private boolean isGivenOn(Call call, String name) {
      return call.target() != null
          && call.target().owner().isProject()
          && call.arguments().stream()
              .anyMatch(each -> each instanceof Expr.Name given && given.id().equals(name));
    }

    private boolean isPassed(String parameter) {
      boolean handed = names.contains(parameter);
      for (Call each : method.calls()) {
        handed |= isOn(each, parameter) && task(each) != null;
      }
      return handed && !isRunHere(parameter);
    }

    private static boolean isOn(Call call, String name) {
      return call.expression() instanceof Expr.Call written
          && written.scope() instanceof Expr.Name scope
          && scope.id().equals(name);
    }

    private @Nullable Task task(Call call) {
      return new Tasks(byFunction, Set.of()).of(call);
    }

    private Tasks tasks() {
      Tasks all = new Tasks(byFunction, new HashSet<>());
      for (Call each : method.calls()) {
        Task task = all.of(each);
        if (task != null) {
          int[] last = {each.line()};
          Bodies.parts(each.expression(), one -> last[0] = Math.max(last[0], one.line()));
          task.last = Math.max(task.last, last[0]);
        } else if (!parts.contains(each.expression())) {
          all.own().add(each.line());
        }
      }
      return all;
    }
  }
}
