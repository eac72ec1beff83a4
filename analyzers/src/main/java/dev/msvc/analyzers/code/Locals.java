package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the variables of a method hold at one place: a change to what they held before. */
final class Locals {
  static final Locals NONE = new Locals(null, "", Held.UNKNOWN);

  private final @Nullable Locals before;
  private final String name;
  private final Held held;
  private final int size;

  private Locals(@Nullable Locals before, String name, Held held) {
    this.before = before;
    this.name = name;
    this.held = held;
    this.size = before == null ? 0 : before.size + 1;
  }

  Locals with(String variable, Held value) {
    return new Locals(this, variable, value);
  }

  /** What a variable holds; null where there is none of this name. */
  @Nullable Held find(String variable) {
    for (Locals each = this; each != null; each = each.before) {
      if (each.name.equals(variable)) {
        return each.held;
      }
    }
    return null;
  }

  /** What they hold where several ways meet. */
  static Locals merged(List<Locals> ways) {
    Locals common = ways.get(0);
    for (Locals each : ways) {
      common = common(common, each);
    }
    Set<String> changed = new LinkedHashSet<>();
    for (Locals each : ways) {
      for (Locals step = each; step != null && step != common; step = step.before) {
        changed.add(step.name);
      }
    }
    Locals merged = common;
    for (String each : changed) {
      List<Held> all = new ArrayList<>(ways.size());
      for (Locals way : ways) {
        Held one = way.find(each);
        if (one != null) {
          all.add(one);
        }
      }
      merged = merged.with(each, Held.either(all));
    }
    return merged;
  }

  private static Locals common(Locals one, Locals other) {
    Locals left = one;
    Locals right = other;
    while (left != right) {
      if (left.size >= right.size && left.before != null) {
        left = left.before;
      } else if (right.before != null) {
        right = right.before;
      } else {
        return NONE;
      }
    }
    return left;
  }
}
