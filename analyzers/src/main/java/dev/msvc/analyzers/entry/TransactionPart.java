package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Callback;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.entry.OtherThreads.Task;
import dev.msvc.model.Access;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a method that runs in a transaction of its own: functions that a call runs in one, or
 * all that another thread runs.
 *
 * @param start the call that starts it
 * @param task what the other thread runs that starts it; null where the method's own thread does
 * @param functions that the call runs; empty where all of the task is in it
 */
record TransactionPart(Call start, @Nullable Task task, List<Expr> functions) {

  /**
   * The parts that a method starts transactions for. One that is started within another joins it.
   *
   * @param starting the calls that start one
   */
  static List<TransactionPart> of(List<Call> starting, OtherThreads threads) {
    List<TransactionPart> all = new ArrayList<>();
    for (Call each : starting) {
      TransactionPart part = new TransactionPart(each, threads.of(each), functions(each));
      if (!part.isWhole() && all.stream().noneMatch(part::isSame)) {
        all.add(part);
      }
    }
    all.removeIf(each -> all.stream().anyMatch(other -> other.isAround(each)));
    return all;
  }

  /** Whether it is all that the method's own thread does. */
  private boolean isWhole() {
    return task == null && functions.isEmpty();
  }

  /** Whether some call starts one for all that a method does by itself. */
  static boolean isWhole(List<Call> starting, OtherThreads threads) {
    return starting.stream()
        .anyMatch(each -> threads.of(each) == null && functions(each).isEmpty());
  }

  private boolean isSame(TransactionPart other) {
    return isStart(other.start)
        || (functions.isEmpty() && other.functions.isEmpty() && task == other.task);
  }

  private boolean isAround(TransactionPart other) {
    return task == other.task
        && !isStart(other.start)
        && (functions.isEmpty() || isIn(other.start));
  }

  boolean holds(Call call, @Nullable Task in) {
    return in == task && (functions.isEmpty() || isStart(call) || isIn(call));
  }

  private boolean isStart(Call call) {
    return call.expression() == start.expression();
  }

  private boolean isIn(Call call) {
    if (is(call.expression())) {
      return true;
    }
    for (Callback each = call.within(); each != null; each = each.outer()) {
      if (is(each.expression())) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Expr expression) {
    return functions.stream().anyMatch(each -> each == expression);
  }

  /**
   * Whether an access of the method is in it, by its line. One that is written elsewhere, as in a
   * mapper's XML, may be.
   */
  boolean holds(Access access, @Nullable Task in) {
    return in == task && (functions.isEmpty() || mayBeIn(access.place()));
  }

  private boolean mayBeIn(Place place) {
    JavaMethod method = start.caller();
    boolean written =
        place.file().equals(method.owner().file())
            && method.owner().methods(method.name()).stream()
                .anyMatch(each -> each.line() <= place.line() && place.line() <= each.endLine());
    return !written
        || functions.stream()
            .anyMatch(each -> each.line() <= place.line() && place.line() <= last(each));
  }

  private int last(Expr function) {
    int[] last = {function.line()};
    TransactionPart one = new TransactionPart(start, task, List.of(function));
    for (Call each : start.caller().calls()) {
      if (one.isIn(each)) {
        Bodies.parts(each.expression(), part -> last[0] = Math.max(last[0], part.line()));
      }
    }
    return last[0];
  }

  /** Functions among what a call is given, also through variables. */
  private static List<Expr> functions(Call call) {
    List<Expr> all = new ArrayList<>();
    for (Expr each : call.arguments()) {
      if (each instanceof Expr.Name name) {
        List<Expr> held = Bodies.assigned(name.id(), call.caller());
        if (held.stream().allMatch(TransactionPart::isFunction)) {
          held.forEach(one -> all.add(plain(one)));
        }
      } else if (isFunction(each)) {
        all.add(plain(each));
      }
    }
    return all;
  }

  private static boolean isFunction(Expr given) {
    Expr plain = plain(given);
    return plain instanceof Expr.Lambda
        || plain instanceof Expr.MethodRef
        || (plain instanceof Expr.New created && created.body() != null);
  }

  private static Expr plain(Expr given) {
    return given instanceof Expr.Cast cast ? plain(cast.value()) : given;
  }
}
