package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Variables of a method whose entities were taken out of the persistence context before: by {@code
 * detach}, {@code evict} or {@code clear}. Only those that are so wherever the code goes.
 */
final class Detached {
  private static final Set<String> ONE = Set.of("detach", "evict");
  private static final String ALL = "clear";

  /**
   * A call that detaches.
   *
   * @param name of the variable; empty for all
   * @param at the number of its last expression
   * @param within what is in each of the blocks around it that need not run
   */
  private record Leaving(String name, int at, List<Set<Expr>> within) {}

  private final Map<String, List<Expr>> given;
  private final IdentityHashMap<Expr, Integer> order = new IdentityHashMap<>();
  private final List<Leaving> leaving = new ArrayList<>();

  /**
   * @param given what each variable of the method is given
   */
  Detached(CodeBase code, JavaMethod method, Map<String, List<Expr>> given) {
    this.given = given;
    List<Call> calls = method.calls().stream().filter(each -> detaches(each, code)).toList();
    Stmt body = method.body();
    if (calls.isEmpty() || body == null) {
      return;
    }
    Bodies.expressions(body, each -> order.put(each, order.size()));
    List<Set<Expr>> choices = choices(body);
    for (Call each : calls) {
      Expr expression = each.expression();
      List<Set<Expr>> around =
          choices.stream().filter(inside -> inside.contains(expression)).toList();
      String name = each.arguments().isEmpty() ? "" : ((Expr.Name) each.arguments().get(0)).id();
      leaving.add(new Leaving(name, end(expression), around));
    }
  }

  private static boolean detaches(Call call, CodeBase code) {
    boolean fits =
        ONE.contains(call.name())
            ? call.arguments().size() == 1 && call.arguments().get(0) instanceof Expr.Name
            : call.name().equals(ALL) && call.arguments().isEmpty();
    return fits && call.expression() instanceof Expr.Call && EntityCalls.isKeeper(call, code);
  }

  /** Whether what a variable holds is detached where its name stands here. */
  boolean is(Expr.Name name) {
    Integer at = leaving.isEmpty() ? null : order.get(name);
    return at != null && leaving.stream().anyMatch(each -> holds(each, name, at));
  }

  private boolean holds(Leaving left, Expr.Name name, int at) {
    return (left.name().isEmpty() || left.name().equals(name.id()))
        && left.at() < at
        && left.within().stream().allMatch(inside -> inside.contains(name))
        && given.getOrDefault(name.id(), List.of()).stream()
            .map(this::end)
            .noneMatch(then -> left.at() < then && then < at);
  }

  /** The number of the last expression in one. */
  private int end(Expr expression) {
    int[] last = {-1};
    Bodies.parts(expression, each -> last[0] = Math.max(last[0], order.getOrDefault(each, -1)));
    return last[0];
  }

  /** What is in each block that need not run. */
  private static List<Set<Expr>> choices(Stmt body) {
    List<Stmt> bodies = new ArrayList<>(List.of(body));
    List<Set<Expr>> all = new ArrayList<>();
    Bodies.expressions(
        body,
        each -> {
          if (each instanceof Expr.Lambda lambda) {
            bodies.add(lambda.body());
            all.add(inside(lambda.body()));
          } else if (each instanceof Expr.Switch choice) {
            bodies.add(choice.statement());
          }
        });
    for (Stmt one : bodies) {
      Bodies.statements(
          one,
          each -> {
            if (each instanceof Stmt.Block block && needNotRun(block)) {
              all.add(inside(block));
            } else if (each instanceof Stmt.ForEach loop) {
              all.add(inside(loop.body()));
            } else if (each instanceof Stmt.Catch caught) {
              all.add(inside(caught.body()));
            } else if (each instanceof Stmt.Switch choice) {
              choice.cases().forEach(some -> all.add(inside(some.body())));
            }
          });
    }
    return all;
  }

  private static boolean needNotRun(Stmt.Block block) {
    return switch (block.role()) {
      case THEN, ELSE_IF, ELSE, LOOP -> true;
      default -> false;
    };
  }

  private static Set<Expr> inside(Stmt body) {
    return inside(List.of(body));
  }

  private static Set<Expr> inside(List<Stmt> statements) {
    Set<Expr> all = Collections.newSetFromMap(new IdentityHashMap<>());
    statements.forEach(each -> Bodies.expressions(each, all::add));
    return all;
  }
}
