package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which classes a container puts into a field, where that is decided: what is called on the field
 * runs in them, whatever else implements its type.
 */
final class Wires {
  private static final int DEPTH = 40;

  private final CodeBase code;
  private final Map<String, Map<String, Set<String>>> given = new HashMap<>();
  private final Map<JavaField, List<JavaType>> behind = new ConcurrentHashMap<>();

  private Wires(CodeBase code) {
    this.code = code;
  }

  /**
   * Takes what has been found so far.
   *
   * @param references those of kind {@code wired} count
   */
  static Wires of(CodeBase code, List<Reference> references) {
    Wires all = new Wires(code);
    for (Reference each : references) {
      if (each.kind() == ReferenceKind.WIRED) {
        all.given
            .computeIfAbsent(each.from(), any -> new HashMap<>())
            .computeIfAbsent(each.fromMember(), any -> new TreeSet<>())
            .add(each.to());
      }
    }
    return all;
  }

  /** The classes of the objects that a call goes to; empty where nobody says so. */
  List<JavaType> behind(Call call) {
    if (given.isEmpty()
        || !(call.expression() instanceof Expr.Call written)
        || written.scope() == null) {
      return List.of();
    }
    JavaField field = field(call, written.scope());
    return field == null || !field.type().name().equals(call.receiver().name())
        ? List.of()
        : behind.computeIfAbsent(field, this::find);
  }

  private @Nullable JavaField field(Call call, Expr scope) {
    JavaMethod caller = call.caller();
    if (scope instanceof Expr.Name name) {
      boolean hidden = caller.parameters().stream().anyMatch(each -> each.name().equals(name.id()));
      return hidden ? null : field(caller.owner(), name.id());
    }
    if (scope instanceof Expr.Select select && select.scope() instanceof Expr.This) {
      return field(caller.owner(), select.id());
    }
    return scope instanceof Expr.Call getter && isOwn(getter)
        ? given(caller.owner(), getter.name())
        : null;
  }

  private static boolean isOwn(Expr.Call call) {
    return call.arguments().isEmpty()
        && (call.scope() == null || call.scope() instanceof Expr.This);
  }

  /** The field of this name that a type's code sees: its own or that of a type around it. */
  private @Nullable JavaField field(JavaType from, String name) {
    for (JavaType each = from; each != null; each = each.outer()) {
      JavaField found = code.findField(each, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The field that a method without parameters does nothing but give out. */
  private @Nullable JavaField given(JavaType from, String getter) {
    JavaType each = from;
    for (int depth = 0; each != null && depth < DEPTH; depth++) {
      for (JavaMethod method : each.methods(getter)) {
        if (method.parameters().isEmpty()) {
          return method.body() instanceof Stmt.Block block
                  && block.statements().size() == 1
                  && block.statements().get(0) instanceof Stmt.Return last
              ? named(each, last.value())
              : null;
        }
      }
      TypeRef parent = each.superclass();
      each = parent == null ? null : code.project(parent.name());
    }
    return null;
  }

  private @Nullable JavaField named(JavaType type, @Nullable Expr value) {
    if (value instanceof Expr.Name name) {
      return code.findField(type, name.id());
    }
    return value instanceof Expr.Select select && select.scope() instanceof Expr.This
        ? code.findField(type, select.id())
        : null;
  }

  private List<JavaType> find(JavaField field) {
    JavaType type = code.project(field.type().name());
    if (type == null || field.value() != null) {
      return List.of();
    }
    String name = field.name();
    String setter =
        name.isEmpty() ? "set" : "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Set<JavaType> all = new LinkedHashSet<>();
    into(field.owner(), name, setter, type, all);
    code.subtypes(field.owner().name()).forEach(each -> into(each, name, setter, type, all));
    return List.copyOf(all);
  }

  private void into(JavaType bean, String name, String setter, JavaType type, Set<JavaType> to) {
    Map<String, Set<String>> members = given.getOrDefault(bean.name(), Map.of());
    for (String member : List.of(name, setter, "<init>")) {
      for (String each : members.getOrDefault(member, Set.of())) {
        JavaType found = code.project(each);
        if (found != null && code.isA(found, type.name())) {
          to.add(found);
        }
      }
    }
  }
}
