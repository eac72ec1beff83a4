package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What methods do to entities whose type they leave open, and where it is told: a generic data
 * access object does something to its {@code T}, a wrapper to whatever it is given. The first
 * belongs to the subclass that gives the type and whose object is called; where no class gives it,
 * and of wrappers, to the first caller in whose body the type is known. Where no code calls such a
 * class, as a framework does, it belongs to each subclass that gives the type.
 *
 * @param <D> what is done
 */
final class OpenEntities<D> {
  /** Wrappers around wrappers, as deep as anybody reads. */
  private static final int ROUNDS = 12;

  /** Of more objects that a call may be meant for it is open which. */
  private static final int MOST = 10;

  private final CodeBase code;
  private final EntityModel model;
  private final Done<D> done;
  private final Dispatch dispatch;
  private final Map<JavaMethod, Set<Open<D>>> all = new ConcurrentHashMap<>();
  private final Set<JavaType> called = ConcurrentHashMap.newKeySet();
  private final Set<JavaMethod> reached = ConcurrentHashMap.newKeySet();
  private final Set<Inherited<D>> inherited = ConcurrentHashMap.newKeySet();

  OpenEntities(CodeBase code, EntityModel model, Done<D> done) {
    this.code = code;
    this.model = model;
    this.done = done;
    this.dispatch = new Dispatch(code);
  }

  /** Told what is done to an entity, and by whom. */
  interface Done<D> {
    void to(Entity entity, D what, Site site);
  }

  /**
   * What a method does to an entity of an open type.
   *
   * @param argument number of the argument that is it, holds it or is its class; -1 for none
   * @param variable of the method's class that stands for its type; empty for none
   */
  private record Open<D>(D what, int argument, String variable) {}

  /** What a class does to an entity by a method that it inherits, however many call it. */
  private record Inherited<D>(String entity, D what, Site site) {}

  /**
   * Notes what a call does to an entity.
   *
   * @param type of the entity, of what holds it, or its {@code Class}
   * @param value the expression of this type; null where there is none
   * @return whether the entity is known, or is left to callers
   */
  boolean note(Call call, D what, TypeRef type, @Nullable Expr value) {
    return note(call, null, what, type, value, all);
  }

  /**
   * Notes what a call does.
   *
   * @param heir the call, where it is one of an inherited method; null for all others
   */
  private boolean note(
      Call call,
      @Nullable InheritedCall heir,
      D what,
      TypeRef type,
      @Nullable Expr value,
      Map<JavaMethod, Set<Open<D>>> to) {
    TypeRef meant = meant(type);
    JavaMethod caller = call.caller();
    TypeRef variable = variable(meant);
    TypeRef bound = variable == null ? meant : caller.bound(variable.name());
    Entity entity = bound == null ? null : model.of(bound);
    if (entity == null && value != null && type.equals(TypeRef.OBJECT)) {
      entity = origin(value, caller, new HashSet<>());
    }
    boolean several =
        entity != null && variable != null && model.tables(entity).size() > entity.tables().size();
    if (entity != null && !several) {
      done(entity, what, heir, Site.of(call));
      return true;
    }
    int argument = value == null ? -1 : parameter(value, caller);
    String ofClass =
        variable != null && caller.owner().variableNames().contains(variable.name())
            ? variable.name()
            : "";
    if (argument < 0 && ofClass.isEmpty() && variable != null) {
      argument = mentions(variable.name(), caller);
    }
    if (argument < 0 && ofClass.isEmpty()) {
      if (entity != null) {
        done(entity, what, heir, Site.of(call));
      }
      return entity != null;
    }
    Open<D> open = new Open<>(what, argument, ofClass);
    Set<Open<D>> known = all.computeIfAbsent(caller, key -> ConcurrentHashMap.newKeySet());
    if (known.add(open) && to != all) {
      to.computeIfAbsent(caller, key -> ConcurrentHashMap.newKeySet()).add(open);
    }
    return true;
  }

  /** The entity that a plain object is by the call that gave it: {@code for (Object o : found)}. */
  private @Nullable Entity origin(Expr value, JavaMethod method, Set<String> seen) {
    if (value instanceof Expr.Cast cast) {
      return origin(cast.value(), method, seen);
    }
    if (value instanceof Expr.Name name && seen.add(name.id())) {
      List<Expr> sources = new ArrayList<>(Bodies.assigned(name.id(), method));
      sources.addAll(Bodies.elements(name.id(), method));
      for (Expr each : sources) {
        Entity found = origin(each, method, seen);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (value instanceof Expr.Call written) {
      Call call = method.call(written);
      if (call != null) {
        Entity given = model.of(call.result());
        if (given == null && EntityCalls.gives(call, code) && !call.argumentTypes().isEmpty()) {
          given = model.of(meant(call.argumentTypes().get(0)));
        }
        return given != null || written.scope() == null
            ? given
            : origin(written.scope(), method, seen);
      }
    }
    return null;
  }

  /** Whether a type alone says that entities of it, or of a type variable, are meant. */
  static boolean isTold(TypeRef type, EntityModel model) {
    TypeRef meant = meant(type);
    return model.of(meant) != null || variable(meant) != null;
  }

  private static TypeRef meant(TypeRef type) {
    return type.name().equals("java.lang.Class") && !type.arguments().isEmpty()
        ? type.argument(0)
        : type;
  }

  /** The type variable that this is or holds. */
  private static @Nullable TypeRef variable(TypeRef type) {
    TypeRef each = type;
    while (!each.variable() && !each.arguments().isEmpty()) {
      each = each.arguments().get(each.arguments().size() - 1);
    }
    return each.variable() ? each : null;
  }

  /** The number of the parameter that an expression names; -1 for none. */
  private static int parameter(Expr value, JavaMethod method) {
    Expr each = value;
    while (each instanceof Expr.Cast cast) {
      each = cast.value();
    }
    if (each instanceof Expr.Name name) {
      int own = method.position(name.id());
      if (own >= 0) {
        return own;
      }
      for (Expr from : Bodies.elements(name.id(), method)) {
        int held = from instanceof Expr.Name whole ? method.position(whole.id()) : -1;
        if (held >= 0) {
          return held;
        }
      }
    }
    return -1;
  }

  /** The first parameter whose type is, or holds, a variable of the method. */
  private static int mentions(String variable, JavaMethod method) {
    for (int i = 0; i < method.parameters().size(); i++) {
      TypeRef found = variable(meant(method.parameters().get(i).type()));
      if (found != null && found.name().equals(variable)) {
        return i;
      }
    }
    return -1;
  }

  /** Hands what is open on to callers until the entities are known. */
  void settle() {
    Map<JavaMethod, Set<Open<D>>> fresh = Map.copyOf(all);
    for (int round = 0; round < ROUNDS && !fresh.isEmpty(); round++) {
      Set<String> names = new HashSet<>();
      fresh.keySet().forEach(each -> names.add(each.name()));
      Map<JavaMethod, Set<Open<D>>> now = copy(fresh);
      Map<JavaMethod, Set<Open<D>>> next = new ConcurrentHashMap<>();
      Workers.each(
          code.types(),
          type -> {
            type.methods().forEach(method -> calls(method, names, now, next));
            type.initializers().forEach(method -> calls(method, names, now, next));
          });
      fresh = next;
    }
    all.forEach(
        (method, open) -> {
          boolean byLibrary = !reached.contains(method) && Callbacks.isCallback(method, code);
          if (byLibrary || !called.contains(method.owner())) {
            open.forEach(each -> uncalled(method, each));
          }
        });
  }

  /** Sets as they are now, since what is found in a round is for the next. */
  private static <D> Map<JavaMethod, Set<Open<D>>> copy(Map<JavaMethod, Set<Open<D>>> from) {
    Map<JavaMethod, Set<Open<D>>> copy = new ConcurrentHashMap<>();
    from.forEach((method, open) -> copy.put(method, Set.copyOf(open)));
    return copy;
  }

  private void calls(
      JavaMethod method,
      Set<String> names,
      Map<JavaMethod, Set<Open<D>>> now,
      Map<JavaMethod, Set<Open<D>>> next) {
    for (Call call : method.calls()) {
      JavaMethod target = call.target();
      if (target == null || !names.contains(call.name()) || !target.owner().isProject()) {
        continue;
      }
      dispatch
          .reached(call, target)
          .forEach(
              (reached, receivers) -> {
                if (call.caller().owner() != reached.owner()) {
                  called.add(reached.owner());
                }
                this.reached.add(reached);
                for (Open<D> each : now.getOrDefault(reached, Set.of())) {
                  pass(call, reached, receivers, each, next);
                }
              });
    }
  }

  private void pass(
      Call call,
      JavaMethod reached,
      List<JavaType> receivers,
      Open<D> open,
      Map<JavaMethod, Set<Open<D>>> next) {
    int i = open.argument();
    if (reached.isVarargs() && i >= call.argumentTypes().size()) {
      i = -1;
    }
    boolean given = i >= 0 && i < call.argumentTypes().size();
    TypeRef type = given ? call.argumentTypes().get(i) : TypeRef.UNKNOWN;
    Expr value = given && i < call.arguments().size() ? call.arguments().get(i) : null;
    InheritedCall heir = InheritedCall.of(call, reached, receivers, open.variable());
    if (given && model.of(meant(type)) != null) {
      note(call, heir, open.what(), type, value, next);
      return;
    }
    if (!open.variable().isEmpty()) {
      TypeRef bound = dispatch.bound(call, reached, receivers, open.variable());
      if (bound != null && !bound.equals(TypeRef.OBJECT)) {
        note(call, heir, open.what(), bound, value, next);
        return;
      }
    }
    boolean told = given && note(call, heir, open.what(), type, value, next);
    if (!told && heir != null) {
      Map<JavaType, Entity> any = heir.about(code, model);
      if (any.size() <= MOST) {
        any.forEach((each, entity) -> inherited(each, heir.method(), entity, open.what()));
      }
    }
  }

  /** Tells what is done to an entity: by who inherits the method, or else where it is told. */
  private void done(Entity entity, D what, @Nullable InheritedCall call, Site site) {
    List<JavaType> heirs = call == null ? List.of() : call.heirs(entity, code, model);
    if (call == null || heirs.isEmpty()) {
      done.to(entity, what, site);
      return;
    }
    heirs.forEach(each -> inherited(each, call.method(), entity, what));
  }

  private void inherited(JavaType heir, JavaMethod method, Entity entity, D what) {
    Site site = new Site(heir.name(), method.name(), method.place());
    if (inherited.add(new Inherited<>(entity.className(), what, site))) {
      done.to(entity, what, site);
    }
  }

  /** What a framework calls belongs to the subclass that says what it is about. */
  private void uncalled(JavaMethod method, Open<D> open) {
    int index = method.owner().variableNames().indexOf(open.variable());
    if (index < 0) {
      return;
    }
    for (JavaType each : code.subtypes(method.owner().name())) {
      TypeRef seen = code.asSuper(TypeRef.of(each.name()), method.owner().name());
      TypeRef given = seen == null ? TypeRef.UNKNOWN : seen.argument(index);
      Entity entity = given.variable() || each.isAbstract() ? null : model.of(given);
      if (entity != null && dispatch.implementation(each, method) == method) {
        inherited(each, method, entity, open.what());
      }
    }
  }
}
