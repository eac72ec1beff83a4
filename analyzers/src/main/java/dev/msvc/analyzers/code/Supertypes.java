package dev.msvc.analyzers.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a type extends and implements, with its arguments put in. */
final class Supertypes {
  private static final int MOST_STEPS = 1_000;
  private static final String ANY = "?";

  private final TypeIndex index;

  Supertypes(TypeIndex index) {
    this.index = index;
  }

  /** Direct supertypes with this type's arguments put in; a class comes before interfaces. */
  List<TypeRef> of(TypeRef ref) {
    JavaType type = ref.isArray() || ref.variable() ? null : index.find(ref.name());
    if (type == null) {
      return List.of();
    }
    if (type.superclass == null && type.interfaces.isEmpty()) {
      return List.of();
    }
    Map<String, TypeRef> bindings = type.bindings(ref);
    List<TypeRef> all = new ArrayList<>(type.interfaces.size() + 1);
    if (type.superclass != null) {
      all.add(type.superclass.substitute(bindings));
    }
    for (TypeRef each : type.interfaces) {
      all.add(each.substitute(bindings));
    }
    return all;
  }

  /** This type seen as one of its supertypes, with its arguments; null where it is none. */
  @Nullable TypeRef asSuper(TypeRef type, String wanted) {
    return asSuper(type, wanted, 0, new int[1]);
  }

  /** Whether no way up leads there: most types that are asked for are not above. */
  private boolean isNone(TypeRef ref, String wanted) {
    JavaType type = ref.isArray() || ref.variable() ? null : index.find(ref.name());
    if (type == null) {
      return true;
    }
    Set<String> above = type.above;
    if (above == null) {
      above = above(type);
      type.above = above;
    }
    return !above.contains(wanted) && !above.contains(ANY);
  }

  /** Names of all supertypes; with {@link #ANY} where one is a variable, and so may be any. */
  private Set<String> above(JavaType type) {
    Set<String> names = new HashSet<>();
    Deque<JavaType> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      JavaType each = open.remove();
      List<TypeRef> direct = new ArrayList<>(each.interfaces);
      if (each.superclass != null) {
        direct.add(each.superclass);
      }
      for (TypeRef one : direct) {
        if (one.variable()) {
          names.add(ANY);
        } else if (names.add(one.name())) {
          JavaType next = index.find(one.name());
          if (next != null) {
            open.add(next);
          }
        }
      }
    }
    return Set.copyOf(names);
  }

  private @Nullable TypeRef asSuper(TypeRef type, String wanted, int depth, int[] steps) {
    if (type.name().equals(wanted)) {
      return type;
    }
    if (depth == 0 && isNone(type, wanted)) {
      return null;
    }
    // diamonds above diamonds have more ways up than anybody can walk
    if (depth > 40 || ++steps[0] > MOST_STEPS) {
      return null;
    }
    for (TypeRef each : of(type)) {
      TypeRef found = asSuper(each, wanted, depth + 1, steps);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
