package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Who really calls, where a generic base class does: each subclass that says what its type
 * variables stand for.
 */
final class GenericCallers {
  private final CodeBase code;

  GenericCallers(CodeBase code) {
    this.code = code;
  }

  /**
   * A type in a call, and the class for which it stands for that.
   *
   * @param isOwn whether the class is the one that holds the call
   */
  record Bound(TypeRef type, String caller, boolean isOwn) {}

  /** The type itself, or what each subclass of the caller gives for it where it is a variable. */
  List<Bound> of(TypeRef type, Call call) {
    JavaType owner = call.caller().owner();
    if (!type.variable()) {
      return List.of(new Bound(type, owner.name(), true));
    }
    int index = owner.variableNames().indexOf(type.name());
    List<Bound> all = new ArrayList<>();
    if (index >= 0) {
      for (JavaType each : code.subtypes(owner.name())) {
        TypeRef seen = code.asSuper(TypeRef.of(each.name()), owner.name());
        if (seen != null && !seen.argument(index).variable() && seen.argument(index).known()) {
          all.add(new Bound(seen.argument(index), each.name(), false));
        }
      }
    }
    return all;
  }
}
