package dev.msvc.analyzers.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of one method hold at each place, found by going through it once.
 *
 * <p>Branches are ways that meet again; a loop's body runs once; what a lambda does happens where
 * it is written.
 */
final class Flow {
  private static final int MOST_WAYS = 64;

  private final IdentityHashMap<Expr, Locals> places = new IdentityHashMap<>();
  private final List<Expr> returned = new ArrayList<>();
  private final List<Locals> ends = new ArrayList<>();
  private final IdentityHashMap<Expr, Call> calls = new IdentityHashMap<>();
  private final Variables variables = new Variables();
  private final Deque<List<Locals>> exits = new ArrayDeque<>();
  private boolean dead;
  private int loops;
  private int lambdas;

  private Flow() {}

  static Flow of(JavaMethod method) {
    Flow flow = new Flow();
    for (JavaMethod.Parameter each : method.parameters()) {
      flow.variables.parameter(each);
    }
    if (method.body() != null) {
      flow.statement(method.body());
    }
    if (!flow.dead || flow.ends.isEmpty()) {
      flow.ends.add(flow.variables.now);
    }
    Locals end = Locals.merged(flow.ends.subList(0, Math.min(flow.ends.size(), MOST_WAYS)));
    flow.ends.clear();
    flow.ends.add(end);
    method.calls().forEach(each -> flow.calls.put(each.expression(), each));
    return flow;
  }

  /** What is held where an argument, a value that is set or one that is returned stands. */
  Locals at(Expr expression) {
    Locals place = places.get(expression);
    return place == null ? end() : place;
  }

  /** The call that an expression is; null where it was not attributed. */
  @Nullable Call call(Expr expression) {
    return calls.get(expression);
  }

  /** What is held when the method ends. */
  Locals end() {
    return ends.get(0);
  }

  /** What the method returns, lambdas left out, in order. */
  List<Expr> returned() {
    return returned;
  }

  /** Whether the method sets the field of this name, or one that is called so. */
  boolean sets(String field) {
    return variables.sets(field);
  }

  // ---- statements

  private void statement(Stmt statement) {
    if (statement instanceof Stmt.Local local) {
      local(local);
    } else if (statement instanceof Stmt.Eval eval) {
      value(eval.value());
    } else if (statement instanceof Stmt.Return result) {
      if (result.value() != null) {
        value(result.value());
        if (lambdas == 0) {
          returned.add(result.value());
        }
      }
      if (lambdas == 0 && !dead) {
        ends.add(variables.now);
      }
      dead = true;
    } else if (statement instanceof Stmt.Block block) {
      block(block);
    } else if (statement instanceof Stmt.ForEach loop) {
      value(loop.iterable());
      Held element = new Held.Element(loop.iterable(), variables.now, 0);
      loop(loop.body(), loop.name(), element);
    } else if (statement instanceof Stmt.Switch choice) {
      choice(choice);
    } else if (statement instanceof Stmt.Catch caught) {
      statement(caught.body());
    } else if (statement instanceof Stmt.LocalType local) {
      inner(local.type());
    }
  }

  private void local(Stmt.Local local) {
    if (local.value() != null) {
      value(local.value());
    }
    variables.declare(local);
  }

  private void block(Stmt.Block block) {
    switch (block.role()) {
      case LOOP -> loop(block, null, Held.UNKNOWN);
      case THROW -> {
        statements(block.statements());
        dead = true;
      }
      case LEAVE -> {
        if (!exits.isEmpty() && !dead) {
          exits.element().add(variables.now);
        }
        dead = true;
      }
      default -> statements(block.statements());
    }
  }

  private void statements(List<Stmt> all) {
    int i = 0;
    while (i < all.size()) {
      if (role(all, i) == Stmt.Role.THEN) {
        i = branches(all, i);
      } else if (role(all, i) == Stmt.Role.TRY) {
        i = attempt(all, i);
      } else {
        statement(all.get(i++));
      }
    }
  }

  private static Stmt.@Nullable Role role(List<Stmt> all, int i) {
    return i < all.size() && all.get(i) instanceof Stmt.Block block ? block.role() : null;
  }

  /** A chain of {@code if} and {@code else if}; returns where it ends. */
  private int branches(List<Stmt> all, int first) {
    boolean wasDead = dead;
    List<Locals> ways = new ArrayList<>();
    Locals untaken = variables.now;
    boolean only = role(all, first + 1) != Stmt.Role.ELSE && role(all, first + 2) == null;
    int i = first;
    if (only && loops > 0 && isSeparator(all.get(first))) {
      return first + 1;
    }
    branch(all.get(i++), untaken, wasDead, ways);
    while (true) {
      if (role(all, i) == Stmt.Role.ELSE) {
        branch(all.get(i++), untaken, wasDead, ways);
        break;
      }
      if (role(all, i + 1) == Stmt.Role.ELSE_IF) {
        variables.now = untaken;
        dead = wasDead;
        statement(all.get(i));
        untaken = variables.now;
        branch(all.get(i + 1), untaken, wasDead, ways);
        i += 2;
      } else {
        if (!wasDead) {
          ways.add(untaken);
        }
        break;
      }
    }
    meet(ways, untaken);
    return i;
  }

  private void branch(Stmt block, Locals from, boolean wasDead, List<Locals> ways) {
    variables.now = from;
    dead = wasDead;
    statements(((Stmt.Block) block).statements());
    if (!dead) {
      ways.add(variables.now);
    }
  }

  private void meet(List<Locals> ways, Locals otherwise) {
    dead = ways.isEmpty();
    variables.now =
        dead
            ? otherwise
            : Locals.merged(ways.size() > MOST_WAYS ? ways.subList(0, MOST_WAYS) : ways);
  }

  /** {@code if (i > 0) sql.append(", ")} in a loop appends nothing at first. */
  private static boolean isSeparator(Stmt block) {
    List<Stmt> all = ((Stmt.Block) block).statements();
    Expr appended = null;
    if (all.size() == 1 && all.get(0) instanceof Stmt.Eval eval) {
      if (eval.value() instanceof Expr.Call call
          && call.name().equals("append")
          && call.arguments().size() == 1) {
        appended = call.arguments().get(0);
      } else if (eval.value() instanceof Expr.Assign assign && assign.operator().equals("+=")) {
        appended = assign.value();
      }
    }
    return appended instanceof Expr.Literal literal
        && Set.of(",", "and", "or", "union", "union all", ";")
            .contains(literal.text().strip().toLowerCase(Locale.ROOT));
  }

  private int attempt(List<Stmt> all, int first) {
    boolean wasDead = dead;
    Locals before = variables.now;
    List<Locals> ways = new ArrayList<>();
    branch(all.get(first), before, wasDead, ways);
    Locals tried = Locals.merged(List.of(before, variables.now));
    int i = first + 1;
    while (i < all.size() && all.get(i) instanceof Stmt.Catch caught) {
      variables.now = tried;
      dead = wasDead;
      statement(caught.body());
      if (!dead) {
        ways.add(variables.now);
      }
      i++;
    }
    meet(ways, tried);
    return i;
  }

  private void loop(Stmt body, @Nullable String variable, Held element) {
    boolean wasDead = dead;
    Locals before = variables.now;
    exits.push(new ArrayList<>());
    loops++;
    if (variable != null) {
      variables.set(variable, element);
    }
    if (body instanceof Stmt.Block block) {
      statements(block.statements());
    } else {
      statement(body);
    }
    loops--;
    List<Locals> ways = new ArrayList<>();
    if (!dead) {
      ways.add(variables.now);
    }
    ways.addAll(exits.pop());
    if (!wasDead) {
      ways.add(before);
    }
    meet(ways, before);
  }

  private void choice(Stmt.Switch choice) {
    value(choice.selector());
    boolean wasDead = dead;
    Locals before = variables.now;
    exits.push(new ArrayList<>());
    boolean complete = false;
    for (Stmt.Case each : choice.cases()) {
      complete |= each.labels().isEmpty();
      // what falls through from the case before comes here, too
      variables.now =
          dead || variables.now == before ? before : Locals.merged(List.of(before, variables.now));
      dead = wasDead;
      statements(each.body());
    }
    List<Locals> ways = new ArrayList<>(exits.pop());
    if (!dead) {
      ways.add(variables.now);
    }
    if (!complete && !wasDead) {
      ways.add(before);
    }
    meet(ways, before);
  }

  // ---- expressions

  /** Notes where an expression stands, and what it changes. */
  private void value(Expr expression) {
    if (!(expression instanceof Expr.Literal)) {
      places.put(expression, variables.now);
      expression(expression);
    }
  }

  private void expression(Expr expression) {
    if (expression instanceof Expr.Call call) {
      if (call.scope() != null) {
        expression(call.scope());
      }
      call.arguments().forEach(this::value);
      variables.called(call);
    } else if (expression instanceof Expr.Assign assign) {
      value(assign.value());
      variables.assign(assign);
    } else if (expression instanceof Expr.Binary) {
      Deque<Expr> parts = new ArrayDeque<>();
      Expr each = expression;
      while (each instanceof Expr.Binary inner) {
        parts.push(inner.right());
        each = inner.left();
      }
      expression(each);
      parts.forEach(this::expression);
    } else if (expression instanceof Expr.New created) {
      created.arguments().forEach(this::value);
      variables.passed(created, created.arguments());
      if (created.body() != null) {
        inner(created.body());
      }
    } else if (expression instanceof Expr.ConstructorCall call) {
      call.arguments().forEach(this::value);
    } else if (expression instanceof Expr.Lambda lambda) {
      lambda(lambda);
    } else if (expression instanceof Expr.Conditional choice) {
      expression(choice.condition());
      expression(choice.then());
      expression(choice.otherwise());
    } else if (expression instanceof Expr.Cast cast) {
      expression(cast.value());
    } else if (expression instanceof Expr.Unary unary) {
      expression(unary.value());
    } else if (expression instanceof Expr.Array array) {
      array.parts().forEach(this::value);
    } else if (expression instanceof Expr.Select select) {
      expression(select.scope());
    } else if (expression instanceof Expr.Index index) {
      expression(index.array());
    } else if (expression instanceof Expr.InstanceOf test) {
      expression(test.value());
    } else if (expression instanceof Expr.Switch choice) {
      choice(choice.statement());
    }
  }

  private void lambda(Expr.Lambda lambda) {
    apart(lambda.parameters().stream().map(Expr.Parameter::name).toList(), lambda.body());
  }

  /** A class inside a method: it sees the method's variables. */
  private void inner(TypeDeclaration type) {
    for (TypeDeclaration.FieldDeclaration each : type.fields()) {
      if (each.value() != null) {
        value(each.value());
      }
    }
    type.initializers().forEach(each -> apart(List.of(), each));
    for (TypeDeclaration.MethodDeclaration each : type.methods()) {
      if (each.body() != null) {
        apart(
            each.parameters().stream().map(TypeDeclaration.ParameterDeclaration::name).toList(),
            each.body());
      }
    }
  }

  /** A body that runs later, or never: what it appends is taken as appended here. */
  private void apart(List<String> parameters, Stmt body) {
    boolean wasDead = dead;
    Locals before = variables.now;
    parameters.forEach(each -> variables.set(each, Held.UNKNOWN));
    lambdas++;
    if (body instanceof Stmt.Block block) {
      statements(block.statements());
    } else {
      statement(body);
    }
    lambdas--;
    dead = wasDead;
    variables.now = Locals.merged(List.of(variables.now, before));
    for (String each : parameters) {
      Held outer = before.find(each);
      if (outer != null) {
        variables.set(each, outer);
      }
    }
  }
}
