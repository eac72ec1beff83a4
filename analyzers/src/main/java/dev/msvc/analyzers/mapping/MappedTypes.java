package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TableKind;
import dev.msvc.model.TypeKind;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the classes that are mapped, and those that bring properties to them. */
final class MappedTypes {
  /** Quarkus maps what extends these to MongoDB, without an annotation. */
  private static final List<String> PANACHE_DOCUMENTS =
      List.of(
          "io.quarkus.mongodb.panache.PanacheMongoEntity",
          "io.quarkus.mongodb.panache.PanacheMongoEntityBase",
          "io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntity",
          "io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase");

  private final CodeBase code;
  private final OrmXml xml;
  private final Map<String, Mapped> entities = new TreeMap<>();
  private final Map<String, Mapped> others = new HashMap<>();
  private final List<Unread> unread = new ArrayList<>();

  MappedTypes(CodeBase code, OrmXml xml) {
    this.code = code;
    this.xml = xml;
    for (JavaType each : code.types()) {
      if (!each.annotations().isEmpty() || xml.of(each.name()) != null) {
        List<Mark> marks = marks(each);
        TableKind kind = kindOf(marks);
        if (kind != null) {
          entities.put(each.name(), mapped(each, kind, marks));
        }
      }
    }
    for (OrmXml.Declared each : xml.all()) {
      if (code.project(each.className()) == null && Jpa.has(each.marks(), "Entity")) {
        entities.put(each.className(), withoutClass(each));
        unread.add(
            new Unread(
                each.place().file(),
                each.place().line(),
                "maps class '%s', which is not in the source".formatted(each.className())));
      }
    }
    addPlainAggregates();
    for (String base : PANACHE_DOCUMENTS) {
      for (JavaType each : code.subtypes(base)) {
        if (!each.isAbstract() && !entities.containsKey(each.name())) {
          entities.put(each.name(), mapped(each, TableKind.COLLECTION, marks(each)));
        }
      }
    }
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
                marks(type)));
      }
    }
  }

  private boolean isPlainAggregate(JavaType type) {
    return type.kind() != TypeKind.INTERFACE
        && code.allFields(type).stream()
            .anyMatch(each -> Stores.isId(AnnotationMark.of(each.annotations())));
  }

  private static @Nullable TableKind kindOf(List<Mark> marks) {
    return Jpa.has(marks, "Entity") ? TableKind.UNDEFINED : Stores.kind(marks);
  }

  /** What XML says comes before what annotations say, and takes the place of those of its kind. */
  private List<Mark> marks(JavaType type) {
    List<Mark> annotations = AnnotationMark.of(type.annotations());
    OrmXml.Declared declared = xml.of(type.name());
    if (declared == null) {
      return annotations;
    }
    List<Mark> all = new ArrayList<>(declared.marks());
    if (!declared.complete()) {
      annotations.stream().filter(each -> !isReplaced(each, declared)).forEach(all::add);
    }
    all.add(declared.byDefault());
    return List.copyOf(all);
  }

  /** All but the entity and its table, whose names stay where XML gives no others. */
  private static boolean isReplaced(Mark annotation, OrmXml.Declared declared) {
    return !Jpa.is(annotation, "Entity")
        && !Jpa.is(annotation, "Table")
        && declared.marks().stream()
            .anyMatch(each -> each instanceof OrmMark mark && mark.replaces(annotation));
  }

  private Mapped mapped(JavaType type, TableKind kind, List<Mark> marks) {
    OrmXml.Declared declared = xml.of(type.name());
    return new Mapped(
        type.name(),
        type.simpleName(),
        type,
        kind,
        marks,
        declared == null ? Member.of(type) : members(type, declared),
        declared == null ? type.place() : declared.place());
  }

  /** Its members with what XML says of them instead of what annotations say. */
  private static List<Member> members(JavaType type, OrmXml.Declared declared) {
    boolean getters = declared.complete() && declared.byGetters();
    Map<String, Member> all = new LinkedHashMap<>();
    for (Member each : getters ? Member.ofGetters(type) : Member.of(type)) {
      List<Mark> marks = declared.complete() ? List.of() : each.marks();
      all.put(each.name(), new Member(each.name(), each.type(), marks, each.place()));
    }
    for (Member said : declared.members().values()) {
      Member known = all.get(said.name());
      TypeRef as = known == null ? getterType(type, said.name()) : known.type();
      all.put(said.name(), new Member(said.name(), as, said.marks(), said.place()));
    }
    return List.copyOf(all.values());
  }

  private static TypeRef getterType(JavaType type, String property) {
    for (JavaMethod each : type.methods()) {
      if (property.equals(Member.propertyOf(each))) {
        return each.result();
      }
    }
    return TypeRef.UNKNOWN;
  }

  private static Mapped withoutClass(OrmXml.Declared declared) {
    String name = declared.className();
    List<Mark> marks = new ArrayList<>(declared.marks());
    marks.add(declared.byDefault());
    return new Mapped(
        name,
        name.substring(name.lastIndexOf('.') + 1),
        null,
        TableKind.UNDEFINED,
        List.copyOf(marks),
        List.copyOf(declared.members().values()),
        declared.place());
  }

  /** Classes that are mapped and not in the source. */
  List<Unread> unread() {
    return List.copyOf(unread);
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
    if (type == null) {
      return null;
    }
    Mapped known = others.get(type.name());
    if (known == null) {
      known = mapped(type, TableKind.UNDEFINED, marks(type));
      others.put(type.name(), known);
    }
    return known;
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
