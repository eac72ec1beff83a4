package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the type variables of a generic base class stand for in its subclasses. */
final class TypeVariables {
  private final CodeBase code;

  TypeVariables(CodeBase code) {
    this.code = code;
  }

  /** The type itself, or what each subclass of the caller gives for it where it is a variable. */
  List<TypeRef> of(TypeRef type, Call call) {
    if (!type.variable()) {
      return List.of(type);
    }
    JavaType owner = call.caller().owner();
    int index = owner.variableNames().indexOf(type.name());
    Set<TypeRef> all = new LinkedHashSet<>();
    if (index >= 0) {
      for (JavaType each : code.subtypes(owner.name())) {
        TypeRef seen = code.asSuper(TypeRef.of(each.name()), owner.name());
        if (seen != null && seen.argument(index).known() && !seen.argument(index).variable()) {
          all.add(seen.argument(index));
        }
      }
    }
    return List.copyOf(all);
  }
}
