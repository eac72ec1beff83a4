package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TableKind;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the classes that are mapped, and those that bring properties to them. */
final class MappedTypes {
  private final CodeBase code;
  private final Map<String, Mapped> entities = new TreeMap<>();
  private final Map<String, Mapped> others = new HashMap<>();

  MappedTypes(CodeBase code) {
    this.code = code;
    for (JavaType each : code.types()) {
      List<Mark> marks = AnnotationMark.of(each.annotations());
      TableKind kind = marks.isEmpty() ? null : kindOf(marks);
      if (kind != null) {
        entities.put(each.name(), mapped(each, kind, marks));
      }
    }
    addPlainAggregates();
  }

  /** Classes that Spring Data maps by its conventions alone. */
  private void addPlainAggregates() {
    RepositoryTypes repositories = new RepositoryTypes(code);
    for (JavaType each : code.types()) {
      TypeRef domain =
          each.kind() == TypeKind.INTERFACE ? repositories.entityOf(TypeRef.of(each.name())) : null;
      JavaType type = domain == null || domain.variable() ? null : code.project(domain.name());
      if (type != null && !entities.containsKey(type.name()) && isPlainAggregate(type)) {
        entities.put(
            type.name(),
            mapped(
                type,
                repositories.isMongo(each) ? TableKind.COLLECTION : TableKind.UNDEFINED,
                AnnotationMark.of(type.annotations())));
      }
    }
  }

  private boolean isPlainAggregate(JavaType type) {
    return type.kind() != TypeKind.INTERFACE
        && code.allFields(type).stream().anyMatch(each -> each.annotation(SpringData.ID) != null);
  }

  private static @Nullable TableKind kindOf(List<Mark> marks) {
    if (Jpa.has(marks, "Entity") || SpringData.table(marks) != null) {
      return TableKind.UNDEFINED;
    }
    return SpringData.document(marks) == null ? null : TableKind.COLLECTION;
  }

  private static Mapped mapped(JavaType type, TableKind kind, List<Mark> marks) {
    return new Mapped(
        type.name(), type.simpleName(), type, kind, marks, Member.of(type), type.place());
  }

  /** All that are mapped themselves, sorted by name. */
  Collection<Mapped> entities() {
    return entities.values();
  }

  /** The mapped class of this name; null where it is none. */
  @Nullable Mapped entity(String name) {
    return entities.get(name);
  }

  /** The system's class of this name, mapped or not; null where there is none. */
  @Nullable Mapped find(String name) {
    Mapped entity = entities.get(name);
    if (entity != null) {
      return entity;
    }
    JavaType type = code.project(name);
    return type == null
        ? null
        : others.computeIfAbsent(
            type.name(),
            ignored -> mapped(type, TableKind.UNDEFINED, AnnotationMark.of(type.annotations())));
  }

  /** The class itself and those above it that bring properties, the topmost first. */
  List<Mapped> hierarchy(Mapped entity) {
    boolean jpa = entity.has("Entity");
    List<Mapped> all = new ArrayList<>();
    for (Mapped each : chain(entity)) {
      if (each.equals(entity) || !jpa || each.has("Entity") || each.has("MappedSuperclass")) {
        all.add(0, each);
      }
    }
    return all;
  }

  /** The class itself and all of the system's above it, the topmost last. */
  List<Mapped> chain(Mapped type) {
    List<Mapped> all = new ArrayList<>();
    Mapped each = type;
    for (int depth = 0; each != null && depth < 40; depth++) {
      all.add(each);
      TypeRef above = each.type() == null ? null : each.type().superclass();
      each = above == null ? null : find(above.name());
    }
    return all;
  }

  /** A member's type, with a type variable replaced by what the entity gives for it. */
  TypeRef bound(TypeRef type, Mapped owner, Mapped entity) {
    if (!type.variable() || owner.type() == null) {
      return type;
    }
    TypeRef seen = code.asSuper(TypeRef.of(entity.name()), owner.name());
    int index = owner.type().variableNames().indexOf(type.name());
    return seen == null || index < 0 ? type : seen.argument(index);
  }
}
