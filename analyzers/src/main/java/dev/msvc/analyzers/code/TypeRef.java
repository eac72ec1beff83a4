package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type with its name resolved.
 *
 * @param name fully qualified where it could be resolved, as written otherwise; a primitive's
 *     keyword; a type variable's name
 * @param variable whether it is a type variable
 */
public record TypeRef(String name, List<TypeRef> arguments, int dimensions, boolean variable) {
  public static final TypeRef OBJECT = of("java.lang.Object");
  public static final TypeRef STRING = of("java.lang.String");
  public static final TypeRef UNKNOWN = of("?");

  public static TypeRef of(String name) {
    return new TypeRef(name, List.of(), 0, false);
  }

  static TypeRef variable(String name) {
    return new TypeRef(name, List.of(), 0, true);
  }

  // not those that a record has by itself: they go through method handles, and are asked for often

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TypeRef that
            && dimensions == that.dimensions
            && variable == that.variable
            && name.equals(that.name)
            && arguments.equals(that.arguments));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + arguments.hashCode()) + dimensions;
  }

  /** Without its package, and without what it is nested in. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  public boolean known() {
    return !name.equals("?");
  }

  public boolean isArray() {
    return dimensions > 0;
  }

  TypeRef withDimensions(int newDimensions) {
    return newDimensions == dimensions
        ? this
        : new TypeRef(name, arguments, newDimensions, variable);
  }

  TypeRef element() {
    return dimensions == 0 ? UNKNOWN : withDimensions(dimensions - 1);
  }

  /** The i-th type argument; unknown where there is none. */
  public TypeRef argument(int i) {
    return i >= 0 && i < arguments.size() ? arguments.get(i) : UNKNOWN;
  }

  TypeRef substitute(Map<String, TypeRef> bindings) {
    if (bindings.isEmpty()) {
      return this;
    }
    if (variable) {
      TypeRef bound = bindings.get(name);
      return bound == null ? this : bound.withDimensions(bound.dimensions + dimensions);
    }
    if (arguments.isEmpty()) {
      return this;
    }
    List<TypeRef> changed = new ArrayList<>(arguments.size());
    for (TypeRef argument : arguments) {
      changed.add(argument.substitute(bindings));
    }
    return new TypeRef(name, changed, dimensions, false);
  }

  boolean isPrimitive() {
    return switch (name) {
      case "int", "long", "boolean", "double", "float", "char", "byte", "short", "void" -> true;
      default -> false;
    };
  }
}
