package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Methods together with the class of the object that they run on, where that matters. */
final class Runs {
  /**
   * A method as it runs.
   *
   * @param on the class of its object, where that decides what it calls on itself; null otherwise,
   *     and where the class is not known
   * @param told whether its caller gave it the functions that it runs, so that they are the
   *     caller's
   */
  record Run(JavaMethod method, @Nullable JavaType on, boolean told) {
    Run(JavaMethod method, @Nullable JavaType on) {
      this(method, on, false);
    }

    Run asTold() {
      return new Run(method, on, true);
    }
  }

  private final CodeBase code;
  private final Dispatches dispatches;
  private final BiPredicate<TypeRef, String> differs;

  /** Methods that do different things on objects of different classes. */
  private final Set<JavaMethod> open = ConcurrentHashMap.newKeySet();

  private final Map<JavaMethod, Set<JavaMethod>> callers = new ConcurrentHashMap<>();
  private final Map<Dispatches.On, List<Run>> known = new ConcurrentHashMap<>();

  /**
   * Reads which methods call themselves what subclasses decide.
   *
   * @param differs whether a method of this name does different things on objects of this type by
   *     itself
   */
  Runs(
      CodeBase code,
      Dispatches dispatches,
      List<JavaMethod> all,
      BiPredicate<TypeRef, String> differs) {
    this.code = code;
    this.dispatches = dispatches;
    this.differs = differs;
    Workers.each(all, this::read);
    Deque<JavaMethod> next = new ArrayDeque<>(open);
    while (!next.isEmpty()) {
      for (JavaMethod each : callers.getOrDefault(next.remove(), Set.of())) {
        if (open.add(each)) {
          next.add(each);
        }
      }
    }
  }

  private void read(JavaMethod method) {
    if (method.isStatic() || code.subtypes(method.owner().name()).isEmpty()) {
      return;
    }
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (target != null
          && target.owner().isProject()
          && !target.isStatic()
          && staysIn(method.owner(), each, target)) {
        List<JavaMethod> reached = dispatches.reached(each, target);
        if (reached.stream().filter(JavaMethod::hasBody).limit(2).count() > 1
            || (!Dispatches.isFixed(each, target) && differs.test(each.receiver(), each.name()))) {
          open.add(method);
        }
        for (JavaMethod one : reached) {
          callers.computeIfAbsent(one, any -> ConcurrentHashMap.newKeySet()).add(method);
        }
      }
    }
  }

  /** Whether a call goes to the object that makes it, as one of this class. */
  boolean staysIn(JavaType type, Call call, JavaMethod target) {
    return (call.expression() instanceof Expr.ConstructorCall || Dispatches.isWithin(call))
        && code.isA(type, target.owner().name());
  }

  private Run run(JavaMethod method, @Nullable JavaType on) {
    return new Run(method, on != null && !on.isAbstract() && open.contains(method) ? on : null);
  }

  /** A method as it runs on an object of a class that has it. */
  Run on(JavaMethod method, JavaType type) {
    return run(method, type);
  }

  /**
   * All that a call may run.
   *
   * @param on the class of the object that makes the call; null where that is not known
   */
  List<Run> of(Call call, JavaMethod target, @Nullable JavaType on) {
    if (target.isStatic()) {
      return List.of(new Run(target, null));
    }
    if (on != null && staysIn(on, call, target)) {
      JavaMethod found =
          Dispatches.isFixed(call, target) ? target : dispatches.implementation(on, target);
      return List.of(found == null ? new Run(target, null) : run(found, on));
    }
    if (target.isConstructor()) {
      boolean whole = call.expression() instanceof Expr.New created && created.body() == null;
      return List.of(run(target, whole ? code.project(call.receiver().name()) : null));
    }
    if (Dispatches.isSuper(call)) {
      return onEach(target, dispatches.objects(call.caller().owner().self()));
    }
    List<TypeRef> receivers = dispatches.receivers(call, target);
    if (receivers.size() == 1) {
      Dispatches.On key = new Dispatches.On(receivers.get(0), target);
      List<Run> found = known.get(key);
      return found == null
          ? known.computeIfAbsent(key, any -> find(call, target, receivers))
          : found;
    }
    return find(call, target, receivers);
  }

  private List<Run> onEach(JavaMethod method, List<JavaType> types) {
    if (!open.contains(method) || types.size() > Dispatches.MOST) {
      return List.of(new Run(method, null));
    }
    Set<Run> all = new LinkedHashSet<>();
    types.forEach(each -> all.add(run(method, each)));
    return List.copyOf(all);
  }

  private List<Run> find(Call call, JavaMethod target, List<TypeRef> receivers) {
    List<JavaMethod> reached = dispatches.reached(call, target);
    if (reached.stream().noneMatch(open::contains)) {
      return withoutObjects(reached);
    }
    Set<Run> all = new LinkedHashSet<>();
    for (TypeRef receiver : receivers) {
      for (JavaType each : dispatches.objects(receiver)) {
        JavaMethod found = dispatches.implementation(each, target);
        if (found != null) {
          all.add(run(found, each));
        }
      }
    }
    if (all.isEmpty() || all.size() > Dispatches.MOST) {
      return withoutObjects(reached);
    }
    if (!target.hasBody()) {
      all.add(new Run(target, null));
    }
    return List.copyOf(all);
  }

  private static List<Run> withoutObjects(List<JavaMethod> methods) {
    return methods.stream().map(each -> new Run(each, null)).toList();
  }

  static boolean isOne(List<Run> all) {
    return all.size() == 1
        || all.stream().filter(each -> each.method().hasBody()).limit(2).count() < 2;
  }

  static boolean isTooMany(List<Run> all) {
    return all.size() > Dispatches.MOST
        && all.stream().filter(each -> each.method().hasBody()).limit(Dispatches.MOST + 1).count()
            > Dispatches.MOST;
  }
}
