package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a type extends and implements, with its arguments put in. */
final class Supertypes {
  private static final int MOST_STEPS = 1_000;

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

  private @Nullable TypeRef asSuper(TypeRef type, String wanted, int depth, int[] steps) {
    if (type.name().equals(wanted)) {
      return type;
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
