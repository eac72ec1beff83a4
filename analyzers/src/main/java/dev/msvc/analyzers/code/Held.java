package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What a variable holds at a place, as its method puts it together; compared by identity. */
sealed interface Held {
  /** How many steps it was put together in. */
  int steps();

  /** Nothing is known of it. */
  record Unknown(int steps) implements Held {}

  /** What the method's parameter of this name is given. */
  record Parameter(String name, int steps) implements Held {}

  /** What the field of this name has when the method begins. */
  record Field(String name, int steps) implements Held {}

  /** The value of an expression, seen from a place. */
  record Given(Expr value, Locals at, int steps) implements Held {}

  /** One of the elements of an expression, seen from a place. */
  record Element(Expr of, Locals at, int steps) implements Held {}

  /** What it held, with a value behind it, or before it. */
  record Appended(Held before, Expr value, Locals at, boolean first, int steps) implements Held {}

  /** What it held, with what a method appends that it is given to. */
  record Passed(Held before, Expr call, int argument, int steps) implements Held {}

  /** A list, with one more element. */
  record Added(Held before, Expr value, Locals at, int steps) implements Held {}

  /** What it held without the separator at its end. */
  record Cut(Held before, int steps) implements Held {}

  /** One of several, by the way that was taken. */
  record Either(List<Held> all, int steps) implements Held {}

  Held UNKNOWN = new Unknown(0);

  /**
   * What is held where several ways meet. A way on which nothing but pieces were appended to what
   * another holds stands for that one, too: a statement's tables are wanted and not its result.
   */
  static Held either(List<Held> ways) {
    List<Held> all = new ArrayList<>();
    for (Held each : ways) {
      if (each instanceof Either inner) {
        inner.all().stream().filter(one -> !holds(all, one)).forEach(all::add);
      } else if (!(each instanceof Unknown) && !holds(all, each)) {
        all.add(each);
      }
    }
    List<Held> kept = new ArrayList<>();
    for (Held each : all) {
      boolean continued =
          all.stream().anyMatch(other -> other != each && continues(other, each, seen()));
      if (!continued) {
        kept.add(each);
      }
    }
    if (kept.isEmpty()) {
      return UNKNOWN;
    }
    int steps = kept.stream().mapToInt(Held::steps).max().orElse(0);
    return kept.size() == 1 ? kept.get(0) : new Either(List.copyOf(kept), steps + 1);
  }

  private static boolean holds(List<Held> all, Held one) {
    return all.stream().anyMatch(each -> each == one);
  }

  private static Set<Held> seen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Whether one is another with pieces appended. */
  private static boolean continues(Held longer, Held other, Set<Held> seen) {
    Held each = longer;
    while (each != other) {
      if (each.steps() <= other.steps() || !seen.add(each)) {
        return false;
      }
      if (each instanceof Appended appended) {
        each = appended.before();
      } else if (each instanceof Passed passed) {
        each = passed.before();
      } else if (each instanceof Added added) {
        each = added.before();
      } else if (each instanceof Cut cut) {
        each = cut.before();
      } else if (each instanceof Either either) {
        return either.all().stream().allMatch(one -> one == other || continues(one, other, seen()));
      } else {
        return false;
      }
    }
    return true;
  }
}
