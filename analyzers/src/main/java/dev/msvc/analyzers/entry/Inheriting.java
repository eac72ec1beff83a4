package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classes that have what an abstract one declares: a container makes objects of them alone. */
final class Inheriting {
  private Inheriting() {}

  /**
   * The classes whose objects a container calls a method on: its own, or those below an abstract
   * one; the abstract one itself where there is none below.
   */
  static List<JavaType> of(CodeBase code, JavaMethod method) {
    JavaType owner = method.owner();
    if (!owner.isAbstract() || method.isStatic()) {
      return List.of(owner);
    }
    List<JavaType> below = new ArrayList<>();
    for (JavaType each : code.subtypes(owner.name())) {
      if (!each.isAbstract()) {
        below.add(each);
      }
    }
    return below.isEmpty() ? List.of(owner) : below;
  }

  /** The nearest method with a body that a class has by this name and count of parameters. */
  static @Nullable JavaMethod method(CodeBase code, JavaType type, String name, int parameters) {
    return methods(code, type, name)
        .filter(each -> each.parameters().size() == parameters)
        .findFirst()
        .orElse(null);
  }

  /** The nearest methods with bodies that a class has by this name. */
  static Stream<JavaMethod> methods(CodeBase code, JavaType type, String name) {
    return Lineage.of(code, type).methods().stream()
        .map(each -> each.get(0))
        .filter(each -> each.name().equals(name) && each.hasBody());
  }

  /** A type of an inherited method as a subclass has it: what its variable stands for there. */
  static TypeRef seen(CodeBase code, TypeRef declared, JavaMethod method, JavaType in) {
    int variable =
        declared.variable() ? method.owner().variableNames().indexOf(declared.name()) : -1;
    TypeRef above = variable < 0 ? null : code.asSuper(in.self(), method.owner().name());
    TypeRef given = above == null ? TypeRef.UNKNOWN : above.argument(variable);
    return given.known() && !given.variable() ? given : declared;
  }
}
