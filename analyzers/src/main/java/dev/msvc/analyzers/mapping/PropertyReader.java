package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.model.OnDelete;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the properties that classes bring to one entity. */
final class PropertyReader {
  private static final List<String> RELATIONS =
      List.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany");

  private static final Pattern ON_DELETE = Pattern.compile("(?is)\\bon\\s+delete\\s+(.*)");

  /** Of embedded types in each other: people write three, and each level may double the columns. */
  private static final int DEEPEST = 8;

  private final MappedTypes types;
  private final TableNames tables;
  private final IdColumns ids;
  private final Naming naming;
  private final Mapped entity;
  private final String home;
  private final Overrides overrides;

  /** The embedded types around what is read: a type that embeds itself ends there. */
  private final List<String> around;

  PropertyReader(
      MappedTypes types,
      TableNames tables,
      IdColumns ids,
      Naming naming,
      Mapped entity,
      String home,
      Overrides overrides) {
    this(types, tables, ids, naming, entity, home, overrides, List.of());
  }

  private PropertyReader(
      MappedTypes types,
      TableNames tables,
      IdColumns ids,
      Naming naming,
      Mapped entity,
      String home,
      Overrides overrides,
      List<String> around) {
    this.types = types;
    this.tables = tables;
    this.ids = ids;
    this.naming = naming;
    this.entity = entity;
    this.home = home;
    this.overrides = overrides;
    this.around = around;
  }

  private PropertyReader with(String otherHome, Overrides others, List<String> embedded) {
    return new PropertyReader(types, tables, ids, naming, entity, otherHome, others, embedded);
  }

  /**
   * Adds the properties that a class declares.
   *
   * @param prefix the embedded property that they are of and a dot; empty for the entity's own
   */
  void read(Mapped declaring, String prefix, Map<String, Property> all) {
    for (Member each : declaring.members()) {
      if (!each.isTransient()) {
        read(each, declaring, prefix, all);
      }
    }
  }

  private void read(Member member, Mapped declaring, String prefix, Map<String, Property> all) {
    TypeRef type = types.bound(member.type(), declaring, entity);
    String path = prefix + member.name();
    for (String each : RELATIONS) {
      Mark relation = Jpa.first(member.marks(), each);
      if (relation != null) {
        all.put(path, relation(each, relation, member, path, type).with(onDelete(member)));
        return;
      }
    }
    Mark elements = Jpa.first(member.marks(), "ElementCollection");
    if (elements == null) {
      elements =
          Jpa.named(
              member.marks(),
              "org.hibernate.annotations.CollectionOfElements",
              "org.hibernate.annotations.ManyToAny");
    }
    if (elements != null) {
      all.put(path, elements(elements, member, path, type).with(onDelete(member)));
      return;
    }
    Mapped embedded = type.isArray() ? null : types.find(type.name());
    if (embedded != null
        && around.size() < DEEPEST
        && !around.contains(type.name())
        && (member.has("Embedded")
            || member.has("EmbeddedId")
            || embedded.has("Embeddable")
            || Jpa.named(member.marks(), Stores.RELATIONAL + "Embedded") != null)) {
      embedded(member, path, embedded, all);
      return;
    }
    Property part = aggregate(member, path, type);
    all.put(path, part == null ? column(member, path) : part);
  }

  /** What the database is to do, by Hibernate's annotation, EclipseLink's, or in SQL. */
  private static OnDelete onDelete(Member member) {
    Mark ordered = Jpa.named(member.marks(), "org.hibernate.annotations.OnDelete");
    if (ordered != null) {
      return OnDelete.of(ordered.given("action").replace('_', ' '));
    }
    if (Jpa.named(member.marks(), "org.eclipse.persistence.annotations.CascadeOnDelete") != null) {
      return OnDelete.CASCADE;
    }
    for (Mark column : Jpa.all(member.marks(), "JoinColumn")) {
      for (Mark key : column.marks("foreignKey")) {
        Matcher action = ON_DELETE.matcher(key.given("foreignKeyDefinition"));
        if (action.find()) {
          return OnDelete.of(action.group(1));
        }
      }
    }
    return OnDelete.REFUSE;
  }

  private Property column(Member member, String path) {
    Mark column = Jpa.first(member.marks(), "Column");
    if (column == null) {
      column =
          Jpa.named(
              member.marks(),
              Stores.RELATIONAL + "Column",
              Stores.MICRONAUT + "MappedProperty",
              "org.springframework.data.mongodb.core.mapping.Field");
    }
    String name = overrides.column(path);
    if (name.isEmpty() && column != null) {
      name = column.given("name", "value");
    }
    String given = name.isEmpty() ? member.name() : name;
    if (!entity.isDocument()) {
      boolean byConvention = !entity.has("Entity") && given.equals(member.name());
      given = naming.column(home, byConvention ? Naming.snake(given) : given);
    }
    return property(member, path, Mapping.COLUMN, List.of(given), "");
  }

  private void embedded(Member member, String path, Mapped type, Map<String, Property> all) {
    Map<String, Property> parts = new LinkedHashMap<>();
    List<String> within = new ArrayList<>(around);
    within.add(type.name());
    PropertyReader reader = with(home, overrides.over(Overrides.of(member.marks()), path), within);
    List<Mapped> chain = types.chain(type);
    for (int i = Math.min(chain.size(), 10) - 1; i >= 0; i--) {
      reader.read(chain.get(i), path + ".", parts);
    }
    List<String> columns = new ArrayList<>();
    parts.values().stream()
        .filter(each -> each.mapping() == Mapping.COLUMN || each.mapping() == Mapping.RELATION)
        .forEach(each -> columns.addAll(each.columns()));
    all.put(path, property(member, path, Mapping.EMBEDDED, columns, type.name()));
    all.putAll(parts);
  }

  private Property relation(String kind, Mark relation, Member member, String path, TypeRef type) {
    String given = relation.type("targetEntity");
    String target = given == null || given.equals("void") ? element(type).name() : given;
    Mapped targetType = types.find(target);
    boolean many = kind.endsWith("Many");
    boolean inverse = relation.has("mappedBy");
    List<String> columns = List.of();
    List<String> ownerColumns = List.of();
    String table = "";
    Mark joinTable = overrides.joinTables().get(path);
    if (joinTable == null) {
      joinTable = Jpa.first(member.marks(), "JoinTable");
    }
    List<Mark> joinColumns = Jpa.all(member.marks(), "JoinColumn");
    String targetHome = tables.first(targetType);
    if (!inverse) {
      if (joinTable != null || (many && (joinColumns.isEmpty() || kind.equals("ManyToMany")))) {
        String name = joinTable == null ? "" : joinTable.given("name");
        String other = naming.isSnakeCase() ? path.replace('.', '_') : targetHome;
        // a table that is named after two is not known where one of them is not
        if (!name.isEmpty() || !other.isEmpty()) {
          table =
              naming.table(
                  TableNames.schema(joinTable), name.isEmpty() ? home + "_" + other : name);
          ownerColumns = joined(joinTable, "joinColumns", entity.simpleName(), entity, table);
          columns = joined(joinTable, "inverseJoinColumns", member.name(), targetType, table);
        }
      } else if (many) {
        ownerColumns = joined(joinColumns, member.name(), entity, targetHome);
      } else if (!overrides.column(path).isEmpty()) {
        columns = List.of(naming.column(home, overrides.column(path)));
      } else if (member.has("PrimaryKeyJoinColumn")) {
        columns = ids.of(entity, home);
      } else {
        columns = joined(joinColumns, member.name(), targetType, home);
      }
    }
    return new Property(
        path,
        Mapping.RELATION,
        columns,
        targetType == null ? target : targetType.name(),
        table,
        ownerColumns,
        !inverse,
        many,
        kind.equals("ManyToMany"),
        member.isId(),
        Cascade.of(relation, Jpa.named(member.marks(), "org.hibernate.annotations.Cascade")),
        isEager(relation),
        entity.name(),
        member.place());
  }

  private List<String> joined(
      @Nullable Mark table, String key, String prefix, @Nullable Mapped target, String name) {
    return joined(table == null ? List.of() : table.marks(key), prefix, target, name);
  }

  private List<String> joined(
      List<Mark> given, String prefix, @Nullable Mapped target, String table) {
    List<String> columns = new ArrayList<>();
    for (Mark each : given) {
      if (!each.given("name").isEmpty()) {
        columns.add(naming.column(table, each.given("name")));
      }
    }
    if (columns.isEmpty()) {
      for (String each : ids.ofTarget(target)) {
        columns.add(naming.column(table, prefix + "_" + TableName.unquoted(each)));
      }
    }
    return columns;
  }

  private Property elements(Mark mapping, Member member, String path, TypeRef type) {
    Mark collection = Jpa.first(member.marks(), "CollectionTable");
    // Hibernate takes either
    Mark given = collection == null ? Jpa.first(member.marks(), "JoinTable") : collection;
    String name = given == null ? "" : given.given("name");
    String table =
        naming.table(
            TableNames.schema(given),
            name.isEmpty() ? entity.jpqlName() + "_" + member.name() : name);
    List<String> owner = joined(given, "joinColumns", entity.simpleName(), entity, table);
    Mapped embedded = types.find(element(type).name());
    List<String> columns = new ArrayList<>();
    if (embedded != null && embedded.has("Embeddable")) {
      Map<String, Property> parts = new LinkedHashMap<>();
      with(table, Overrides.of(member.marks()), around).read(embedded, "", parts);
      parts.values().forEach(each -> columns.addAll(each.columns()));
    } else {
      Mark column = Jpa.first(member.marks(), "Column");
      String to = column == null ? "" : column.given("name");
      columns.add(naming.column(table, to.isEmpty() ? member.name() : to));
    }
    return new Property(
        path,
        Mapping.ELEMENTS,
        columns,
        embedded == null ? "" : embedded.name(),
        table,
        owner,
        true,
        true,
        false,
        false,
        Cascade.VALUES,
        isEager(mapping),
        entity.name(),
        member.place());
  }

  private static boolean isEager(Mark mapping) {
    return "EAGER".equals(mapping.text("fetch"));
  }

  /**
   * A part of an aggregate of Spring Data, which is read, saved and removed with its root, or a
   * reference between documents; null where it is neither.
   */
  private @Nullable Property aggregate(Member member, String path, TypeRef type) {
    Mark linked =
        Jpa.named(
            member.marks(),
            Stores.RELATIONAL + "MappedCollection",
            "org.springframework.data.mongodb.core.mapping.DBRef",
            "org.springframework.data.mongodb.core.mapping.DocumentReference");
    Mapped target = types.find(element(type).name());
    boolean child =
        !entity.has("Entity")
            && !entity.isDocument()
            && target != null
            && types.entity(target.name()) != null;
    if (target == null || (linked == null && !child)) {
      return null;
    }
    Mark collection = Jpa.named(member.marks(), Stores.RELATIONAL + "MappedCollection");
    String back = collection == null ? "" : collection.given("idColumn");
    boolean part = !entity.isDocument();
    List<String> owner =
        part
            ? List.of(
                naming.column(
                    tables.first(target),
                    back.isEmpty() ? Naming.snake(entity.simpleName()) : back))
            : List.of();
    return new Property(
        path,
        Mapping.RELATION,
        List.of(),
        target.name(),
        "",
        owner,
        true,
        true,
        false,
        false,
        part ? Cascade.PART : Cascade.NONE,
        part,
        entity.name(),
        member.place());
  }

  private Property property(
      Member member, String path, Mapping mapping, List<String> columns, String type) {
    return new Property(
        path,
        mapping,
        columns,
        type,
        "",
        List.of(),
        true,
        false,
        false,
        member.isId() || member.has("EmbeddedId"),
        Cascade.NONE,
        false,
        entity.name(),
        member.place());
  }

  /** What a collection, map or optional holds; the type itself for others. */
  private TypeRef element(TypeRef type) {
    return type.arguments().isEmpty() || types.find(type.name()) != null
        ? type
        : type.arguments().get(type.arguments().size() - 1);
  }
}
