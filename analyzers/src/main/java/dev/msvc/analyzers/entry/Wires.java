package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
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
    JavaField field = field(call.caller(), written.scope());
    return field == null || !field.type().name().equals(call.receiver().name())
        ? List.of()
        : behind.computeIfAbsent(field, this::find);
  }

  private @Nullable JavaField field(JavaMethod caller, Expr scope) {
    if (scope instanceof Expr.Name name) {
      boolean hidden = caller.parameters().stream().anyMatch(each -> each.name().equals(name.id()));
      return hidden ? null : code.findField(caller.owner(), name.id());
    }
    return scope instanceof Expr.Select select
            && select.scope() instanceof Expr.This own
            && own.qualifier() == null
        ? code.findField(caller.owner(), select.id())
        : null;
  }

  private List<JavaType> find(JavaField field) {
    JavaType type = code.project(field.type().name());
    if (type == null || !type.isAbstract() || field.value() != null) {
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
