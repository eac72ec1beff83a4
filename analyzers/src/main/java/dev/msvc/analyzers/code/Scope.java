package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a block declares; asks the block around it for the others. */
final class Scope {
  private final @Nullable Scope parent;
  private @Nullable Map<String, TypeRef> variables;
  private @Nullable Map<String, JavaType> types;

  /** Types of what a lambda's body returns; those of the nearest lambda around. */
  final @Nullable List<TypeRef> returns;

  private Scope(@Nullable Scope parent, @Nullable List<TypeRef> returns) {
    this.parent = parent;
    this.returns = returns;
  }

  static Scope outermost() {
    return new Scope(null, null);
  }

  Scope block() {
    return new Scope(this, returns);
  }

  Scope lambda() {
    return new Scope(this, new ArrayList<>());
  }

  /** A body of a class declared inside: sees the variables, returns its own values. */
  Scope body() {
    return new Scope(this, null);
  }

  void declare(String name, TypeRef type) {
    if (variables == null) {
      variables = new HashMap<>();
    }
    variables.put(name, type);
  }

  void declare(String name, JavaType type) {
    if (types == null) {
      types = new HashMap<>();
    }
    types.put(name, type);
  }

  @Nullable TypeRef variable(String name) {
    for (Scope each = this; each != null; each = each.parent) {
      TypeRef found = each.variables == null ? null : each.variables.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable JavaType type(String name) {
    for (Scope each = this; each != null; each = each.parent) {
      JavaType found = each.types == null ? null : each.types.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
