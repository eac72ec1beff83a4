package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which functions fields hold and parameters are given, and where these are run. */
final class GivenFunctions {
  /** The most functions of one parameter or field that a call of it is followed into. */
  static final int MOST = 5;

  private static final Set<String> FUNCTIONS =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable");

  /** Methods of libraries that run what they are given. */
  private static final Pattern RUNS =
      Pattern.compile("run|call|apply|accept|forEach|(?:execute|query|do(?:In|With))\\w*");

  private final CodeBase code;
  private final Dispatches dispatches;
  private final OtherThreads threads;
  private final Map<Object, Set<GivenFunction>> given = new ConcurrentHashMap<>();
  private final Map<Object, Set<Object>> flows = new ConcurrentHashMap<>();

  /** What may hold something else than the functions that are seen. */
  private final Set<Object> open = ConcurrentHashMap.newKeySet();

  /** Fields that libraries are given. */
  private final Set<JavaField> handedOut = ConcurrentHashMap.newKeySet();

  /** Methods that are given functions. */
  private final Set<JavaMethod> running = new HashSet<>();

  /** A parameter of a method, by its position. */
  record Parameter(JavaMethod method, int position) {}

  GivenFunctions(
      CodeBase code, Dispatches dispatches, OtherThreads threads, List<JavaMethod> methods) {
    this.code = code;
    this.dispatches = dispatches;
    this.threads = threads;
    Workers.each(methods, this::read);
    Workers.each(code.types(), this::fields);
    flow();
  }

  private void fields(JavaType type) {
    for (JavaMethod initializer : type.initializers()) {
      read(initializer);
      if (initializer.body() instanceof Stmt.Eval eval) {
        for (JavaField field : type.fields()) {
          if (eval.value() == field.value()) {
            List<Expr> functions = new ArrayList<>(0);
            held(eval.value(), functions);
            functions.forEach(each -> add(field, each, initializer));
          }
        }
      }
    }
  }

  /** The functions that a value is or holds: as a map of them does. */
  private static void held(Expr value, List<Expr> to) {
    List<Expr> own = value instanceof Expr.Name ? List.of() : GivenFunction.in(value);
    to.addAll(own);
    if (own.isEmpty() && value instanceof Expr.Call call) {
      call.arguments().forEach(each -> held(each, to));
    } else if (own.isEmpty() && value instanceof Expr.New created) {
      created.arguments().forEach(each -> held(each, to));
    } else if (value instanceof Expr.Array array) {
      array.parts().forEach(each -> held(each, to));
    }
  }

  private void read(JavaMethod method) {
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (target == null || !target.owner().isProject()) {
        for (Expr argument : each.arguments()) {
          JavaField field = field(argument, method);
          if (field != null) {
            handedOut.add(field);
          }
        }
      } else if (!target.parameters().isEmpty()) {
        read(each, target);
      }
    }
    if (method.parameters().stream().anyMatch(each -> isFunction(each.type()))) {
      kept(method);
    }
  }

  /** Parameters that a method gives to fields. */
  private void kept(JavaMethod method) {
    Bodies.expressions(
        method.body(),
        each -> {
          JavaField field =
              each instanceof Expr.Assign assign ? field(assign.target(), method) : null;
          Parameter from =
              each instanceof Expr.Assign assign ? parameter(assign.value(), method) : null;
          if (field != null && from != null) {
            flow(from, field);
          }
        });
  }

  private void read(Call call, JavaMethod target) {
    List<JavaMethod> reached = List.of();
    int count = Math.min(call.arguments().size(), target.parameters().size());
    for (int i = 0; i < count; i++) {
      Expr argument = call.arguments().get(i);
      if (!isFunction(target.parameters().get(i).type()) || isNull(argument)) {
        continue;
      }
      reached = reached.isEmpty() ? dispatches.reached(call, target) : reached;
      List<Expr> functions = GivenFunction.in(argument, call.caller());
      Object from = slot(argument, call.caller());
      for (JavaMethod each : reached) {
        Parameter to = new Parameter(each, i);
        functions.forEach(one -> add(to, one, call));
        if (from != null) {
          flow(from, to);
        } else if (functions.isEmpty()) {
          open.add(to);
        }
      }
    }
  }

  static boolean isNull(Expr given) {
    return given instanceof Expr.Literal literal && literal.kind() == Expr.LiteralKind.NULL;
  }

  /** Whether a value of the type may be one of the functions that are meant here. */
  boolean isFunction(TypeRef type) {
    JavaType own = type.isArray() ? null : code.project(type.name());
    return own == null
        ? FUNCTIONS.contains(type.name()) || type.name().startsWith("java.util.function.")
        : own.isAbstract();
  }

  private void add(Object slot, Expr function, JavaMethod holder) {
    add(slot, new GivenFunction(holder, function, null));
  }

  private void add(Object slot, Expr function, Call giving) {
    add(slot, new GivenFunction(giving.caller(), function, threads.of(giving)));
  }

  private void add(Object slot, GivenFunction function) {
    given.computeIfAbsent(slot, any -> ConcurrentHashMap.newKeySet()).add(function);
  }

  private void flow(Object from, Object to) {
    flows.computeIfAbsent(from, any -> ConcurrentHashMap.newKeySet()).add(to);
  }

  private void flow() {
    Deque<Object> next = new ArrayDeque<>(given.keySet());
    next.addAll(open);
    while (!next.isEmpty()) {
      Object from = next.remove();
      for (Object to : flows.getOrDefault(from, Set.of())) {
        boolean news = open.contains(from) && open.add(to);
        for (GivenFunction each : given.getOrDefault(from, Set.of())) {
          news |= given.computeIfAbsent(to, any -> ConcurrentHashMap.newKeySet()).add(each);
        }
        if (news) {
          next.add(to);
        }
      }
    }
    for (Object each : given.keySet()) {
      if (each instanceof Parameter parameter) {
        running.add(parameter.method());
      }
    }
  }

  /** Whether it matters what a method is given by whom. */
  boolean isGiven(JavaMethod method) {
    return running.contains(method);
  }

  /** What a call runs, or hands to a library that runs it at once; null for nothing known. */
  @Nullable Object run(Call call) {
    Expr scope = null;
    if (call.expression() instanceof Expr.Call written) {
      scope = written.scope();
    } else if (call.expression() instanceof Expr.MethodRef ref) {
      scope = ref.scope();
    }
    while (scope instanceof Expr.Call inner) {
      scope = inner.scope();
    }
    Object slot = scope == null ? null : slot(scope, call.caller());
    if (slot == null && scope instanceof Expr.Name name && isHolding(call.caller().owner())) {
      for (Expr each : Bodies.elements(name.id(), call.caller())) {
        slot = slot == null ? slot(each, call.caller()) : slot;
      }
    }
    if (slot == null && isLibrary(call)) {
      for (Expr each : call.arguments()) {
        slot = slot == null ? slot(each, call.caller()) : slot;
      }
    }
    return slot != null && given.containsKey(slot) ? slot : null;
  }

  private boolean isHolding(JavaType type) {
    return type.fields().stream().anyMatch(given::containsKey);
  }

  /** Constants of an enum which are classes of their own that have a method. */
  Set<GivenFunction> constants(Call call) {
    JavaType type = code.project(call.receiver().name());
    Set<GivenFunction> all = new HashSet<>();
    if (type != null && type.kind() == TypeKind.ENUM) {
      for (JavaField each : type.fields()) {
        given.getOrDefault(each, Set.of()).stream()
            .filter(one -> one.declares(call.name()))
            .forEach(all::add);
      }
    }
    return all.size() > Dispatches.MOST ? Set.of() : all;
  }

  /** Collections, templates and the like run what they are given before they return. */
  private boolean isLibrary(Call call) {
    JavaMethod target = call.target();
    return !call.arguments().isEmpty()
        && (target == null || !target.owner().isProject())
        && (call.receiver().name().startsWith("java.util.") || RUNS.matcher(call.name()).matches())
        && !threads.isHandedOver(call);
  }

  /** Whether a method's caller says itself, in a call, which functions the method gets. */
  boolean isTold(Call call, JavaMethod target, boolean callerIsTold) {
    boolean any = false;
    int count = Math.min(call.arguments().size(), target.parameters().size());
    for (int i = 0; i < count; i++) {
      if (isFunction(target.parameters().get(i).type())) {
        Expr given = call.arguments().get(i);
        boolean told =
            isNull(given)
                || !GivenFunction.in(given, call.caller()).isEmpty()
                || (callerIsTold && parameter(given, call.caller()) != null);
        if (!told) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The functions that a field or parameter may be; none where they are too many. */
  Set<GivenFunction> in(Object slot) {
    Set<GivenFunction> all = given.getOrDefault(slot, Set.of());
    return all.size() > MOST ? Set.of() : all;
  }

  /** Whether it may be so many functions that none is followed. */
  boolean isTooMany(Object slot) {
    return given.getOrDefault(slot, Set.of()).size() > MOST;
  }

  /** Whether it can be nothing but the functions that are known. */
  boolean isClosed(Object slot) {
    return slot instanceof JavaField field
        ? field.isFinal() && field.value() != null && !GivenFunction.in(field.value()).isEmpty()
        : !open.contains(slot);
  }

  /** Whether it is a parameter of this method. */
  boolean isParameterOf(Object slot, JavaMethod method) {
    return slot instanceof Parameter parameter && parameter.method() == method;
  }

  /** Whether it is a field that holds one class without a name. */
  boolean isFieldOfClass(Object slot) {
    return slot instanceof JavaField
        && in(slot).size() == 1
        && in(slot).stream().allMatch(each -> each.created() != null);
  }

  /** Whether a library was given what a field holds, which runs it when it likes. */
  boolean isHandedOut(Object slot) {
    return slot instanceof JavaField field && handedOut.contains(field);
  }

  /** All functions that are seen, by what holds or is given them. */
  Map<Object, Set<GivenFunction>> all() {
    return given;
  }

  private @Nullable Object slot(Expr written, JavaMethod method) {
    Parameter parameter = parameter(written, method);
    return parameter == null ? field(written, method) : parameter;
  }

  private static @Nullable Parameter parameter(Expr written, JavaMethod method) {
    int position = written instanceof Expr.Name name ? method.position(name.id()) : -1;
    return position < 0 ? null : new Parameter(method, position);
  }

  private @Nullable JavaField field(Expr written, JavaMethod method) {
    if (written instanceof Expr.Name name) {
      return field(name.id(), method);
    }
    return written instanceof Expr.Select select && select.scope() instanceof Expr.This
        ? field(select.id(), method)
        : null;
  }

  private @Nullable JavaField field(String name, JavaMethod method) {
    JavaField found = method.owner().fieldAround(name);
    JavaType type = method.owner();
    for (int i = 0; found == null && type.superclass() != null && i < Dispatches.MOST; i++) {
      type = code.project(type.superclass().name());
      if (type == null) {
        return null;
      }
      found = type.field(name);
    }
    return found;
  }
}
