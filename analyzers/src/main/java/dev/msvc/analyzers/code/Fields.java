package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields by name: declared, inherited, of an enclosing type or imported. */
final class Fields {
  private static final int MOST_STEPS = 10_000;

  private final TypeIndex index;
  private final Names names;
  private final Supertypes supertypes;

  Fields(TypeIndex index, Names names, Supertypes supertypes) {
    this.index = index;
    this.names = names;
    this.supertypes = supertypes;
  }

  /** The field of this name in a type or its supertypes; null where there is none. */
  @Nullable JavaField find(JavaType type, String name) {
    return find(type, name, 0, new int[1]);
  }

  private @Nullable JavaField find(JavaType type, String name, int depth, int[] steps) {
    JavaField own = type.field(name);
    if (own != null || depth > 40 || ++steps[0] > MOST_STEPS) {
      return own;
    }
    for (TypeRef each : supertypes.of(TypeRef.of(type.name()))) {
      JavaType parent = index.find(each.name());
      JavaField found = parent == null ? null : find(parent, name, depth + 1, steps);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The field that a static import of a type's file gives this name to; null for none. */
  @Nullable JavaField imported(String id, JavaType context) {
    if (context.unit == null) {
      return null;
    }
    for (SourceUnit.Import each : context.unit.imports()) {
      String owner = each.isStatic() ? each.ownerOf(id) : null;
      JavaType type = owner == null ? null : index.findFrom(owner, context);
      JavaField field = type == null ? null : find(type, id);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** The field that a name or a selection means, seen from a type; null where it is none. */
  @Nullable JavaField meant(Expr expression, JavaType context) {
    if (expression instanceof Expr.Name name) {
      for (JavaType each = context; each != null; each = each.outer()) {
        JavaField field = find(each, name.id());
        if (field != null) {
          return field;
        }
      }
      return imported(name.id(), context);
    }
    if (expression instanceof Expr.Select select) {
      if (select.scope() instanceof Expr.This) {
        return find(context, select.id());
      }
      JavaType owner = type(select.scope(), context);
      return owner == null ? null : find(owner, select.id());
    }
    return null;
  }

  private @Nullable JavaType type(Expr expression, JavaType context) {
    String dotted = Names.written(expression);
    if (dotted == null) {
      return null;
    }
    TypeRef ref = names.resolve(new TypeSyntax(dotted, List.of(), 0, 0), context, Map.of());
    return index.find(ref.name());
  }

  /** All fields of a class and its superclasses, the topmost superclass's first. */
  List<JavaField> all(JavaType type) {
    List<JavaField> all = new ArrayList<>();
    JavaType each = type;
    for (int depth = 0; each != null && depth < 40; depth++) {
      all.addAll(0, each.fields());
      each = each.superclass == null ? null : index.find(each.superclass.name());
    }
    return all;
  }
}
