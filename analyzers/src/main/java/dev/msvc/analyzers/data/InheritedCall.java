package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call, from outside, of a method that a generic class has and its subclasses inherit.
 *
 * @param method that runs
 * @param variable of its class that stands for what it is about
 * @param objects types of objects that can be called
 */
record InheritedCall(JavaMethod method, String variable, List<JavaType> objects) {
  private static final int MOST_SUPERCLASSES = 40;

  InheritedCall {
    objects = List.copyOf(objects);
  }

  /** What a call is of this kind; null where an object calls itself, or no variable is meant. */
  static @Nullable InheritedCall of(
      Call call, JavaMethod reached, List<JavaType> objects, String variable) {
    boolean generic = reached.owner().variableNames().contains(variable);
    return generic && !isOnItself(call) ? new InheritedCall(reached, variable, objects) : null;
  }

  /** Whether an object calls a method of its own. */
  static boolean isOnItself(Call call) {
    Expr scope = null;
    if (call.expression() instanceof Expr.Call written) {
      scope = written.scope();
    } else if (call.expression() instanceof Expr.MethodRef written) {
      scope = written.scope();
    }
    return scope == null || scope instanceof Expr.This || scope instanceof Expr.Super;
  }

  /**
   * Whether a type of the system does in its own way what a call asks of a library's.
   *
   * @param counts which methods of the name are a way of its own
   */
  static boolean isOverridden(TypeRef on, Call call, CodeBase code, Predicate<JavaMethod> counts) {
    JavaType type = code.project(on.name());
    boolean above =
        call.expression() instanceof Expr.Call written && written.scope() instanceof Expr.Super;
    if (type == null || above) {
      return false;
    }
    List<JavaType> all = new ArrayList<>(code.subtypes(type.name()));
    all.add(type);
    return all.stream()
        .flatMap(each -> each.methods(call.name()).stream())
        .filter(counts)
        .anyMatch(each -> each.parameters().size() == call.arguments().size());
  }

  /**
   * The classes that do something to an entity by the method: they say that it is about this
   * entity, or about one above it in a hierarchy where none says more. Of classes that extend each
   * other the highest that is not abstract.
   */
  List<JavaType> heirs(Entity entity, CodeBase code, EntityModel model) {
    List<JavaType> exact = new ArrayList<>();
    List<JavaType> above = new ArrayList<>();
    about(code, model)
        .forEach(
            (heir, own) -> {
              if (own.className().equals(entity.className())) {
                exact.add(heir);
              } else if (code.isA(TypeRef.of(entity.className()), own.className())) {
                above.add(heir);
              }
            });
    return exact.isEmpty() ? above : exact;
  }

  /** The classes that say which entity the method is about, each with it. */
  Map<JavaType, Entity> about(CodeBase code, EntityModel model) {
    Map<JavaType, Entity> all = new LinkedHashMap<>();
    for (JavaType each : objects) {
      JavaType heir = highest(each, code);
      TypeRef told = heir == null ? null : told(heir, code);
      Entity own = told == null ? null : model.of(told);
      if (heir != null && own != null) {
        all.put(heir, own);
      }
    }
    return all;
  }

  private @Nullable JavaType highest(JavaType object, CodeBase code) {
    JavaType found = null;
    JavaType each = object;
    for (int depth = 0; each != null && depth < MOST_SUPERCLASSES; depth++) {
      if (each == method.owner() || told(each, code) == null) {
        break;
      }
      found = each.kind() == TypeKind.INTERFACE || each.isAbstract() ? found : each;
      TypeRef above = each.superclass();
      each = above == null ? null : code.project(above.name());
    }
    return found;
  }

  /** What a class says that the variable stands for; null where it leaves that open. */
  private @Nullable TypeRef told(JavaType type, CodeBase code) {
    JavaType owner = method.owner();
    TypeRef seen = code.asSuper(type.self(), owner.name());
    TypeRef told =
        seen == null ? TypeRef.UNKNOWN : seen.argument(owner.variableNames().indexOf(variable));
    return told.known() && !told.variable() ? told : null;
  }
}
