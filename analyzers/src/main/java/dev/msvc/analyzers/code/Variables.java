package dev.msvc.analyzers.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the variables of a method hold now, and how statements and calls change that. */
final class Variables {
  private static final Set<String> FLUENT =
      Set.of("append", "insert", "deleteCharAt", "delete", "replace", "setLength", "add");

  private final Set<String> builders = new HashSet<>();
  private final Set<String> fieldsSet = new HashSet<>();

  /** What they hold where the way through the method has come to. */
  Locals now = Locals.NONE;

  static boolean isBuilder(String type) {
    return type.endsWith("StringBuilder") || type.endsWith("StringBuffer");
  }

  /** The name under which a field is kept among the variables. */
  static String field(String name) {
    return "this." + name;
  }

  /** Whether the method sets the field of this name, or one that is called so. */
  boolean sets(String field) {
    return fieldsSet.contains(field(field));
  }

  void parameter(JavaMethod.Parameter parameter) {
    set(parameter.name(), new Held.Parameter(parameter.name(), 0));
    if (isBuilder(parameter.type().name())) {
      builders.add(parameter.name());
    }
  }

  /** Declares a local variable with what it holds at first. */
  void declare(Stmt.Local local) {
    Expr value = local.value();
    boolean builder =
        (local.type() != null && isBuilder(local.type().name()))
            || (value instanceof Expr.New created && isBuilder(created.type().name()));
    if (builder) {
      builders.add(local.name());
    }
    set(local.name(), value == null ? Held.UNKNOWN : new Held.Given(value, now, 0));
  }

  void set(String name, Held held) {
    now = now.with(name, held);
  }

  void assign(Expr.Assign assign) {
    String target = target(assign.target());
    if (target == null) {
      return;
    }
    if (now.find(target) == null) {
      fieldsSet.add(target);
      set(target, new Held.Field(target.substring(target.indexOf('.') + 1), 0));
    }
    Held before = held(target);
    Expr value = assign.value();
    if (assign.operator().equals("+=")) {
      set(target, new Held.Appended(before, value, now, false, before.steps() + 1));
    } else if (assign.operator().equals("=")) {
      List<Expr> rest = behind(target, value);
      if (rest == null) {
        set(target, new Held.Given(value, now, 0));
      } else {
        Locals at = now;
        for (Expr each : rest) {
          Held soFar = held(target);
          set(target, new Held.Appended(soFar, each, at, false, soFar.steps() + 1));
        }
      }
    }
  }

  private Held held(String name) {
    Held held = now.find(name);
    return held == null ? Held.UNKNOWN : held;
  }

  private @Nullable String target(@Nullable Expr expression) {
    if (expression instanceof Expr.Name name) {
      return now.find(name.id()) == null ? field(name.id()) : name.id();
    }
    return expression instanceof Expr.Select select && select.scope() instanceof Expr.This
        ? field(select.id())
        : null;
  }

  /** {@code x = x + a + b} appends a and b; null for anything else. */
  private @Nullable List<Expr> behind(String name, Expr value) {
    Deque<Expr> parts = new ArrayDeque<>();
    Expr each = value;
    while (each instanceof Expr.Binary binary && binary.operator().equals("+")) {
      parts.push(binary.right());
      each = binary.left();
    }
    return !parts.isEmpty() && name.equals(target(each)) ? List.copyOf(parts) : null;
  }

  /** What a call does to the builder or list that it is called on or given. */
  void called(Expr.Call call) {
    passed(call, call.arguments());
    Expr first = call.scope();
    while (first instanceof Expr.Call inner && FLUENT.contains(inner.name())) {
      first = inner.scope();
    }
    String name = FLUENT.contains(call.name()) ? target(first) : null;
    Held before = name == null ? null : now.find(name);
    if (name == null || before == null) {
      return;
    }
    List<Expr> given = call.arguments();
    int steps = before.steps() + 1;
    switch (call.name()) {
      case "append" -> {
        if (!given.isEmpty()) {
          set(name, new Held.Appended(before, given.get(0), now, false, steps));
        }
      }
      case "insert" -> {
        if (given.size() == 2 && isZero(given.get(0))) {
          set(name, new Held.Appended(before, given.get(1), now, true, steps));
        }
      }
      case "add" -> {
        if (given.size() == 1 && !builders.contains(name)) {
          set(name, new Held.Added(before, given.get(0), now, steps));
        }
      }
      case "setLength", "delete" -> {
        boolean all = isZero(given.isEmpty() ? null : given.get(0));
        set(
            name,
            all
                ? new Held.Given(new Expr.Literal(Expr.LiteralKind.STRING, "", call.line()), now, 0)
                : new Held.Cut(before, steps));
      }
      case "deleteCharAt" -> set(name, new Held.Cut(before, steps));
      default -> {}
    }
  }

  private static boolean isZero(@Nullable Expr expression) {
    return expression instanceof Expr.Literal literal && literal.text().equals("0");
  }

  /** What a call may append to a builder that it is given. */
  void passed(Expr call, List<Expr> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expr.Name name && builders.contains(name.id())) {
        Held before = held(name.id());
        set(name.id(), new Held.Passed(before, call, i, before.steps() + 1));
      }
    }
  }
}
