package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import java.beans.Introspector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What methods of entities change of the entity that they are called on. */
final class Mutators {
  private static final Set<String> ADDING =
      Set.of("add", "addAll", "addFirst", "addLast", "put", "putAll");
  private static final Set<String> REMOVING =
      Set.of("remove", "removeAll", "removeIf", "retainAll", "clear");

  /** Mutators that call mutators, as deep as anybody reads. */
  private static final int ROUNDS = 5;

  private final CodeBase code;
  private final Map<JavaMethod, Set<Change>> changes = new HashMap<>();

  /** What is done to a property: set, or for a collection added to or taken from. */
  record Change(String property, Kind kind) implements Comparable<Change> {
    /** Which way. */
    enum Kind {
      SETS,
      ADDS,
      REMOVES
    }

    @Override
    public int compareTo(Change other) {
      int byProperty = property.compareTo(other.property);
      return byProperty != 0 ? byProperty : kind.compareTo(other.kind);
    }
  }

  Mutators(CodeBase code, EntityModel model) {
    this.code = code;
    Set<JavaMethod> methods = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    for (Entity each : model.entities()) {
      JavaType type = code.project(each.className());
      for (int depth = 0; type != null && depth < 40 && seen.add(type.name()); depth++) {
        for (JavaMethod method : type.methods()) {
          if (method.hasBody() && !method.isStatic() && !method.isConstructor()) {
            methods.add(method);
          }
        }
        TypeRef above = type.superclass();
        type = above == null ? null : code.project(above.name());
      }
    }
    methods.removeIf(Mutators::isGetter);
    methods.forEach(each -> changes.put(each, direct(each)));
    for (int round = 0; round < ROUNDS; round++) {
      Map<JavaMethod, Set<Change>> next = new HashMap<>();
      for (JavaMethod each : methods) {
        Set<Change> all = new TreeSet<>(changes.getOrDefault(each, Set.of()));
        for (Call call : each.calls()) {
          if (isOnItself(call) && call.target() != null) {
            all.addAll(changes.getOrDefault(call.target(), Set.of()));
          }
        }
        next.put(each, all);
      }
      changes.putAll(next);
    }
  }

  /** What a getter sets, as a value that was not there, it does not change in any sense of ours. */
  private static boolean isGetter(JavaMethod method) {
    String name = method.name();
    return method.parameters().isEmpty()
        && !method.result().name().equals("void")
        && (name.startsWith("get") || name.startsWith("is") || name.startsWith("has"));
  }

  private static boolean isOnItself(Call call) {
    return call.expression() instanceof Expr.Call written
        && (written.scope() == null
            || written.scope() instanceof Expr.This
            || written.scope() instanceof Expr.Super);
  }

  /** What a call of this method changes of an entity. */
  Set<Change> of(JavaMethod method, Entity entity) {
    if (method.hasBody()) {
      return changes.getOrDefault(method, Set.of());
    }
    String name = method.name();
    if (!method.isAbstract()
        && method.parameters().size() == 1
        && name.startsWith("set")
        && name.length() > 3) {
      String property = Introspector.decapitalize(name.substring(3));
      if (entity.properties().containsKey(property)) {
        return Set.of(new Change(property, Change.Kind.SETS));
      }
    }
    return Set.of();
  }

  /** What a method of a collection does to it; null for nothing. */
  static Change.@Nullable Kind ofCollection(String method) {
    if (ADDING.contains(method)) {
      return Change.Kind.ADDS;
    }
    return REMOVING.contains(method) ? Change.Kind.REMOVES : null;
  }

  private Set<Change> direct(JavaMethod method) {
    Set<String> locals = new HashSet<>();
    method.parameters().forEach(each -> locals.add(each.name()));
    Stmt body = method.body();
    if (body != null) {
      Bodies.statements(
          body,
          each -> {
            if (each instanceof Stmt.Local local) {
              locals.add(local.name());
            }
          });
    }
    Set<Change> all = new TreeSet<>();
    Bodies.expressions(
        body,
        each -> {
          if (each instanceof Expr.Assign assign) {
            String field = ownField(assign.target(), method.owner(), locals);
            if (field != null) {
              all.add(new Change(field, Change.Kind.SETS));
            }
          } else if (each instanceof Expr.Call call && call.scope() != null) {
            Change.Kind kind = ofCollection(call.name());
            String field = ownField(call.scope(), method.owner(), locals);
            if (field == null && call.scope() instanceof Expr.Call getter) {
              field = propertyOf(getter);
            }
            if (field != null && kind != null) {
              all.add(new Change(field, kind));
            } else if (field != null && call.name().startsWith("set")) {
              all.add(new Change(field, Change.Kind.SETS));
            }
          }
        });
    return all;
  }

  private @Nullable String ownField(Expr expression, JavaType type, Set<String> locals) {
    String name = null;
    if (expression instanceof Expr.Name simple && !locals.contains(simple.id())) {
      name = simple.id();
    } else if (expression instanceof Expr.Select select && select.scope() instanceof Expr.This) {
      name = select.id();
    }
    JavaField field = name == null ? null : code.findField(type, name);
    return field == null || field.isStatic() ? null : field.name();
  }

  /** The property of an own getter: {@code getLines()}. */
  private static @Nullable String propertyOf(Expr.Call getter) {
    boolean own = getter.scope() == null || getter.scope() instanceof Expr.This;
    return own && getter.arguments().isEmpty() ? property(getter.name()) : null;
  }

  /** The property that a getter of this name gives; null where it is no getter's name. */
  static @Nullable String property(String getter) {
    return getter.startsWith("get") && getter.length() > 3
        ? Introspector.decapitalize(getter.substring(3))
        : null;
  }
}
