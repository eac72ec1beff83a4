package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Entity.Mapping;
import dev.msvc.analyzers.data.Entity.Property;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TypeKind;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which tables the entities of a system are mapped to, and how their properties lead from one to
 * another. JPA in both its packages, Spring Data for relational databases, MongoDB and others.
 */
final class EntityModel {
  private static final String RELATIONAL = "org.springframework.data.relational.core.mapping.";
  private static final String CASSANDRA = "org.springframework.data.cassandra.core.mapping.";
  private static final String SPRING_ID = "org.springframework.data.annotation.Id";
  private static final String SPRING_TRANSIENT = "org.springframework.data.annotation.Transient";
  private static final List<String> RELATIONS =
      List.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany");

  private final CodeBase code;
  private final Naming naming;
  private final Map<String, Entity> byClass = new TreeMap<>();
  private final Map<String, Entity> byName = new TreeMap<>();
  private final Map<String, JavaType> mapped = new TreeMap<>();
  private final Map<String, TableKind> kinds = new TreeMap<>();

  private EntityModel(CodeBase code, Naming naming) {
    this.code = code;
    this.naming = naming;
  }

  /**
   * Reads the mappings of all types.
   *
   * @param known tables that migrations define, for the spelling of names
   */
  static EntityModel of(Sources sources, Collection<TableFact> known) {
    EntityModel model = new EntityModel(sources.code(), Naming.of(sources, known));
    model.findMapped();
    for (JavaType each : model.mapped.values()) {
      Entity entity = model.read(each);
      model.byClass.put(each.name(), entity);
      model.byName.putIfAbsent(entity.name(), entity);
    }
    return model;
  }

  /** All entities, sorted by class. */
  Collection<Entity> entities() {
    return byClass.values();
  }

  /** The entity that this class is; null for none. */
  @Nullable Entity of(String className) {
    return byClass.get(className);
  }

  /** The entity of this type, or of the elements if it is a collection or optional; or null. */
  @Nullable Entity of(TypeRef type) {
    Entity own = byClass.get(type.name());
    if (own != null || type.arguments().isEmpty()) {
      return own;
    }
    return of(type.arguments().get(type.arguments().size() - 1));
  }

  /** The entity that JPQL calls so, by its name or its class; null for none. */
  @Nullable Entity named(String name) {
    Entity byJpql = byName.get(name);
    return byJpql != null ? byJpql : byClass.get(name);
  }

  /** The table that a query of this entity reads first; empty where it has none of its own. */
  List<String> tables(Entity entity) {
    Set<String> all = new LinkedHashSet<>(entity.tables());
    for (JavaType each : code.subtypes(entity.type().name())) {
      Entity sub = byClass.get(each.name());
      if (sub != null) {
        all.addAll(sub.tables());
      }
    }
    return List.copyOf(all);
  }

  /** A table that an operation on an entity touches, and whether it is the entity's own. */
  record Touched(String table, Operation op, boolean own) {}

  /**
   * What an operation on an entity touches: its own tables; where it is stored or removed also the
   * join and collection tables that it owns, and all to which its relations cascade: after the
   * first step only on to children, since a child's parents are seldom what is changed.
   */
  List<Touched> touched(Entity entity, Operation op) {
    Map<String, Touched> all = new LinkedHashMap<>();
    touch(entity, op, true, all, new HashSet<>());
    return List.copyOf(all.values());
  }

  private void touch(
      Entity entity, Operation op, boolean own, Map<String, Touched> all, Set<String> seen) {
    if (!seen.add(entity.type().name())) {
      return;
    }
    for (String table : tables(entity)) {
      all.putIfAbsent(TableName.key(table), new Touched(table, op, own));
    }
    if (!op.writes()) {
      return;
    }
    for (Property each : entity.properties().values()) {
      if (!each.table().isEmpty() && each.owning()) {
        all.putIfAbsent(TableName.key(each.table()), new Touched(each.table(), op, false));
      }
      boolean child = each.many() || !each.owning();
      boolean goesOn = (own || child) && (op == Operation.DELETE ? each.removes() : each.saves());
      Entity target = each.mapping() == Mapping.RELATION && goesOn ? of(each.type()) : null;
      if (target != null) {
        touch(target, op, false, all, seen);
      }
    }
  }

  /**
   * What is read besides an entity's own tables whenever it is read: what its mapping says outright
   * is fetched with it, and what those fetch. Relations to one that only JPA's default fetches are
   * not followed: that default is seldom meant, and by it nearly every entity would read all
   * others.
   */
  Set<String> fetched(Entity entity) {
    Map<String, String> all = new LinkedHashMap<>();
    fetch(entity, all, new HashSet<>());
    tables(entity).forEach(table -> all.remove(TableName.key(table)));
    return new LinkedHashSet<>(all.values());
  }

  private void fetch(Entity entity, Map<String, String> all, Set<String> seen) {
    if (!seen.add(entity.type().name())) {
      return;
    }
    tables(entity).forEach(table -> all.putIfAbsent(TableName.key(table), table));
    for (Property each : entity.properties().values()) {
      if (each.eager()) {
        if (!each.table().isEmpty()) {
          all.putIfAbsent(TableName.key(each.table()), each.table());
        }
        Entity target = each.mapping() == Mapping.RELATION ? of(each.type()) : null;
        if (target != null) {
          fetch(target, all, seen);
        }
      }
    }
  }

  /** What a path from an entity leads through. */
  record Path(List<String> tables, List<String> columns, @Nullable Entity target) {}

  /** Which steps of a path are joined. */
  enum Joining {
    /** Those that lead beyond a foreign key, as in a condition of JPQL. */
    NEEDED,
    /** All but the last, as Spring Data does. */
    INNER,
    /** All, as in a clause that joins or selects the path. */
    ALL
  }

  /** Follows a path of properties. */
  Path path(Entity root, List<String> names, Joining joining) {
    List<String> tables = new ArrayList<>();
    List<String> columns = List.of();
    Entity at = root;
    String prefix = "";
    for (int i = 0; i < names.size(); i++) {
      Property property = at.properties().get(prefix + names.get(i));
      if (property == null) {
        return new Path(tables, columns, at);
      }
      if (at.equals(root)) {
        columns = property.owning() && property.table().isEmpty() ? property.columns() : List.of();
      }
      if (!property.table().isEmpty()) {
        tables.add(property.table());
      }
      if (property.mapping() == Mapping.EMBEDDED) {
        prefix += names.get(i) + ".";
      } else if (property.mapping() == Mapping.RELATION) {
        Entity target = of(property.type());
        if (target == null) {
          return new Path(tables, columns, at);
        }
        List<String> rest = names.subList(i + 1, names.size());
        boolean keyIsHere = property.owning() && property.table().isEmpty() && !property.many();
        boolean passed =
            keyIsHere
                && switch (joining) {
                  case NEEDED -> needsOnlyKey(target, rest);
                  case INNER -> rest.isEmpty();
                  case ALL -> false;
                };
        if (!passed && !target.tables().isEmpty()) {
          tables.add(target.tables().get(0));
        }
        at = target;
        prefix = "";
      }
    }
    return new Path(tables, columns, at);
  }

  private static boolean needsOnlyKey(Entity target, List<String> rest) {
    if (rest.isEmpty()) {
      return true;
    }
    Property first = target.properties().get(rest.get(0));
    return first == null ? rest.equals(List.of("id")) : first.id();
  }

  // ---- finding

  private void findMapped() {
    RepositoryTypes repositories = new RepositoryTypes(code);
    for (JavaType each : code.types()) {
      TableKind kind = kindOf(each);
      if (kind != null) {
        mapped.put(each.name(), each);
        kinds.put(each.name(), kind);
      }
    }
    for (JavaType each : code.types()) {
      TypeRef domain =
          each.kind() == TypeKind.INTERFACE ? repositories.entityOf(TypeRef.of(each.name())) : null;
      JavaType type = domain == null || domain.variable() ? null : code.project(domain.name());
      if (type != null && !mapped.containsKey(type.name()) && isPlainAggregate(type)) {
        mapped.put(type.name(), type);
        kinds.put(
            type.name(), repositories.isMongo(each) ? TableKind.COLLECTION : TableKind.UNDEFINED);
      }
    }
  }

  /** Whether it is an aggregate that Spring Data maps by its conventions alone. */
  private boolean isPlainAggregate(JavaType type) {
    return type.kind() != TypeKind.INTERFACE
        && code.allFields(type).stream().anyMatch(each -> each.annotation(SPRING_ID) != null);
  }

  private static @Nullable TableKind kindOf(JavaType type) {
    if (Jpa.has(type, "Entity")) {
      return TableKind.UNDEFINED;
    }
    if (type.annotation(RELATIONAL + "Table", CASSANDRA + "Table") != null) {
      return TableKind.UNDEFINED;
    }
    return document(type) == null ? null : TableKind.COLLECTION;
  }

  private static @Nullable Annotation document(JavaType type) {
    return type.annotation(
        "org.springframework.data.mongodb.core.mapping.Document",
        "org.springframework.data.elasticsearch.annotations.Document",
        "org.springframework.data.couchbase.core.mapping.Document",
        "org.springframework.data.redis.core.RedisHash");
  }

  // ---- reading

  private Entity read(JavaType type) {
    Annotation declared = Jpa.annotation(type, "Entity");
    String name = declared == null ? null : declared.text("name");
    List<String> tables = tableNames(type);
    String home = tables.isEmpty() ? "" : tables.get(0);
    Map<String, Property> properties = new LinkedHashMap<>();
    for (JavaType each : hierarchy(type)) {
      new PropertyReader(type, home, overrides(type.annotations())).read(each, "", properties);
    }
    return new Entity(
        type,
        name == null || name.isEmpty() ? type.simpleName() : name,
        kinds.getOrDefault(type.name(), TableKind.UNDEFINED),
        tables,
        idColumns(type, home),
        Collections.unmodifiableMap(properties));
  }

  /** The class and those above it that bring properties, the topmost first. */
  private List<JavaType> hierarchy(JavaType type) {
    List<JavaType> all = new ArrayList<>();
    JavaType each = type;
    for (int depth = 0; each != null && depth < 40; depth++) {
      boolean jpa = Jpa.has(type, "Entity");
      boolean brings =
          each == type || !jpa || Jpa.has(each, "Entity") || Jpa.has(each, "MappedSuperclass");
      if (brings) {
        all.add(0, each);
      }
      TypeRef above = each.superclass();
      each = above == null ? null : code.project(above.name());
    }
    return all;
  }

  private List<String> tableNames(JavaType type) {
    List<JavaType> entities =
        hierarchy(type).stream().filter(each -> mapped.containsKey(each.name())).toList();
    JavaType root = entities.get(0);
    Set<String> all = new LinkedHashSet<>();
    Annotation inheritance = Jpa.annotation(root, "Inheritance");
    String strategy = inheritance == null ? null : inheritance.text("strategy");
    if (root == type || strategy == null || strategy.equals("SINGLE_TABLE")) {
      boolean hasTable = root != type || !type.isAbstract() || !"TABLE_PER_CLASS".equals(strategy);
      if (hasTable) {
        all.add(ownTable(root));
      }
    } else if (strategy.equals("TABLE_PER_CLASS")) {
      all.add(ownTable(type));
    } else {
      for (int i = entities.size() - 1; i >= 0; i--) {
        all.add(ownTable(entities.get(i)));
      }
    }
    for (JavaType each : entities) {
      for (Annotation secondary : Jpa.all(each.annotations(), "SecondaryTable")) {
        String name = secondary.text("name");
        if (name != null) {
          all.add(naming.table(schema(secondary), name));
        }
      }
    }
    return List.copyOf(all);
  }

  private String ownTable(JavaType type) {
    Annotation document = document(type);
    if (document != null || kinds.get(type.name()) == TableKind.COLLECTION) {
      String name = document == null ? null : document.text("collection", "value", "indexName");
      return name == null || name.isEmpty() ? Introspector.decapitalize(type.simpleName()) : name;
    }
    Annotation table = Jpa.annotation(type, "Table");
    Annotation entity = Jpa.annotation(type, "Entity");
    if (table == null && entity == null) {
      table = type.annotation(RELATIONAL + "Table", CASSANDRA + "Table");
      String name = table == null ? null : table.text("value", "name");
      String written = name == null || name.isEmpty() ? Naming.snake(type.simpleName()) : name;
      return naming.table(table == null ? "" : schema(table), written);
    }
    String name = table == null ? null : table.text("name");
    if (name == null || name.isEmpty()) {
      name = entity == null ? null : entity.text("name");
    }
    return naming.table(
        table == null ? "" : schema(table),
        name == null || name.isEmpty() ? type.simpleName() : name);
  }

  private static String schema(Annotation table) {
    String schema = table.text("schema");
    if (schema == null || schema.isEmpty()) {
      schema = table.text("catalog");
    }
    return schema == null ? "" : schema;
  }

  private List<String> idColumns(JavaType type, String table) {
    List<String> columns = new ArrayList<>();
    for (JavaType each : hierarchy(type)) {
      for (Member member : members(each)) {
        if (member.has("EmbeddedId")) {
          JavaType embedded = code.project(bound(member.type(), each, type).name());
          Map<String, Property> parts = new LinkedHashMap<>();
          if (embedded != null) {
            new PropertyReader(type, table, overrides(member.annotations()))
                .read(embedded, "", parts);
          }
          parts.values().forEach(part -> columns.addAll(part.columns()));
        } else if (member.isId()) {
          columns.addAll(idColumns(member, table));
        }
      }
    }
    return List.copyOf(new LinkedHashSet<>(columns));
  }

  private List<String> idColumns(Member member, String table) {
    Annotation join = Jpa.annotation(member.annotations(), "JoinColumn");
    Annotation column = join == null ? Jpa.annotation(member.annotations(), "Column") : join;
    String name = column == null ? null : column.text("name");
    if (name != null && !name.isEmpty()) {
      return List.of(naming.column(table, name));
    }
    boolean relation = member.has("ManyToOne") || member.has("OneToOne");
    return List.of(naming.column(table, relation ? member.name() + "_id" : member.name()));
  }

  /** The id columns of a relation's target, whatever the order entities are read in. */
  private List<String> targetIdColumns(@Nullable JavaType target) {
    if (target == null || !mapped.containsKey(target.name())) {
      return List.of("id");
    }
    List<String> tables = tableNames(target);
    List<String> columns = idColumns(target, tables.isEmpty() ? "" : tables.get(0));
    return columns.isEmpty() ? List.of("id") : columns;
  }

  /** A field or getter that may be mapped, with the annotations of both. */
  private record Member(String name, TypeRef type, List<Annotation> annotations, Place place) {
    boolean has(String jpa) {
      return Jpa.has(annotations, jpa);
    }

    boolean isId() {
      return has("Id") || annotations.stream().anyMatch(each -> each.is(SPRING_ID));
    }

    @Nullable Annotation first(String... names) {
      for (Annotation each : annotations) {
        for (String name : names) {
          if (each.is(name)) {
            return each;
          }
        }
      }
      return null;
    }
  }

  private static List<Member> members(JavaType type) {
    Map<String, Member> all = new LinkedHashMap<>();
    for (JavaField each : type.fields()) {
      if (!each.isStatic() && (each.modifiers() & java.lang.reflect.Modifier.TRANSIENT) == 0) {
        all.put(
            each.name(), new Member(each.name(), each.type(), each.annotations(), each.place()));
      }
    }
    for (JavaMethod each : type.methods()) {
      String name = propertyOf(each);
      if (name != null && !each.annotations().isEmpty()) {
        Member field = all.get(name);
        if (field == null) {
          all.put(name, new Member(name, each.result(), each.annotations(), each.place()));
        } else {
          List<Annotation> both = new ArrayList<>(field.annotations());
          both.addAll(each.annotations());
          all.put(name, new Member(name, field.type(), both, field.place()));
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static @Nullable String propertyOf(JavaMethod method) {
    if (!method.parameters().isEmpty() || method.isStatic()) {
      return null;
    }
    String name = method.name();
    if (name.startsWith("get") && name.length() > 3) {
      return Introspector.decapitalize(name.substring(3));
    }
    return name.startsWith("is") && name.length() > 2
        ? Introspector.decapitalize(name.substring(2))
        : null;
  }

  /** A member's type, with a type variable replaced by what the entity gives for it. */
  private TypeRef bound(TypeRef type, JavaType owner, JavaType entity) {
    if (!type.variable()) {
      return type;
    }
    TypeRef seen = code.asSuper(TypeRef.of(entity.name()), owner.name());
    int index = owner.variableNames().indexOf(type.name());
    return seen == null || index < 0 ? type : seen.argument(index);
  }

  private static Map<String, String> overrides(List<Annotation> annotations) {
    Map<String, String> columns = new TreeMap<>();
    for (Annotation each : Jpa.all(annotations, "AttributeOverride")) {
      String name = each.text("name");
      for (Annotation column : each.annotations("column")) {
        String to = column.text("name");
        if (name != null && to != null) {
          columns.put(name, to);
        }
      }
    }
    for (Annotation each : Jpa.all(annotations, "AssociationOverride")) {
      String name = each.text("name");
      for (Annotation column : each.annotations("joinColumns")) {
        String to = column.text("name");
        if (name != null && to != null) {
          columns.put(name, to);
        }
      }
    }
    return columns;
  }

  /** Reads the properties that classes of one entity bring. */
  private final class PropertyReader {
    private final JavaType entity;
    private final String home;
    private final Map<String, String> overrides;

    PropertyReader(JavaType entity, String home, Map<String, String> overrides) {
      this.entity = entity;
      this.home = home;
      this.overrides = overrides;
    }

    void read(JavaType declaring, String prefix, Map<String, Property> all) {
      for (Member each : members(declaring)) {
        boolean skipped = each.has("Transient") || each.first(SPRING_TRANSIENT) != null;
        if (!skipped) {
          read(each, declaring, prefix, all);
        }
      }
    }

    private void read(Member member, JavaType declaring, String prefix, Map<String, Property> all) {
      TypeRef type = bound(member.type(), declaring, entity);
      String path = prefix + member.name();
      for (String each : RELATIONS) {
        Annotation relation = Jpa.annotation(member.annotations(), each);
        if (relation != null) {
          all.put(path, relation(each, relation, member, path, type));
          return;
        }
      }
      Annotation elements = Jpa.annotation(member.annotations(), "ElementCollection");
      if (elements != null) {
        all.put(path, elements(elements, member, path, type));
        return;
      }
      JavaType embedded = type.isArray() ? null : code.project(type.name());
      if (embedded != null
          && prefix.length() < 200
          && (member.has("Embedded")
              || member.has("EmbeddedId")
              || Jpa.has(embedded, "Embeddable")
              || member.first(RELATIONAL + "Embedded") != null)) {
        embedded(member, path, embedded, all);
        return;
      }
      Annotation linked =
          member.first(
              RELATIONAL + "MappedCollection",
              "org.springframework.data.mongodb.core.mapping.DBRef",
              "org.springframework.data.mongodb.core.mapping.DocumentReference");
      JavaType target = code.project(element(type).name());
      boolean child =
          !Jpa.has(entity, "Entity")
              && kinds.get(entity.name()) != TableKind.COLLECTION
              && target != null
              && mapped.containsKey(target.name());
      if (target != null && (linked != null || child)) {
        all.put(path, aggregate(member, path, target, linked == null || linked.has("idColumn")));
        return;
      }
      all.put(path, column(member, path));
    }

    private Property column(Member member, String path) {
      Annotation column = Jpa.annotation(member.annotations(), "Column");
      if (column == null) {
        column =
            member.first(
                RELATIONAL + "Column", "org.springframework.data.mongodb.core.mapping.Field");
      }
      String name = overrides.get(path);
      if (name == null && column != null) {
        name = column.text("name", "value");
      }
      boolean document = kinds.get(entity.name()) == TableKind.COLLECTION;
      boolean relational = !document && !Jpa.has(entity, "Entity");
      String given = name == null || name.isEmpty() ? member.name() : name;
      String chosen =
          document
              ? given
              : naming.column(
                  home, relational && given.equals(member.name()) ? Naming.snake(given) : given);
      return property(member, path, Mapping.COLUMN, List.of(chosen), "");
    }

    private void embedded(Member member, String path, JavaType type, Map<String, Property> all) {
      Map<String, String> inner = new TreeMap<>();
      overrides(member.annotations()).forEach((key, to) -> inner.put(path + "." + key, to));
      overrides.forEach(inner::put);
      Map<String, Property> parts = new LinkedHashMap<>();
      PropertyReader reader = new PropertyReader(entity, home, inner);
      for (JavaType each : embeddableHierarchy(type)) {
        reader.read(each, path + ".", parts);
      }
      List<String> columns = new ArrayList<>();
      parts.values().stream()
          .filter(each -> each.mapping() == Mapping.COLUMN || each.mapping() == Mapping.RELATION)
          .forEach(each -> columns.addAll(each.columns()));
      Property whole = property(member, path, Mapping.EMBEDDED, columns, type.name());
      all.put(path, whole);
      all.putAll(parts);
    }

    private List<JavaType> embeddableHierarchy(JavaType type) {
      List<JavaType> chain = new ArrayList<>();
      JavaType each = type;
      for (int depth = 0; each != null && depth < 10; depth++) {
        chain.add(0, each);
        TypeRef above = each.superclass();
        each = above == null ? null : code.project(above.name());
      }
      return chain;
    }

    private Property relation(
        String kind, Annotation relation, Member member, String path, TypeRef type) {
      List<TypeRef> given = relation.types("targetEntity");
      TypeRef target = given.isEmpty() ? element(type) : given.get(0);
      JavaType targetType = code.project(target.name());
      boolean many = kind.endsWith("Many");
      boolean inverse = relation.has("mappedBy");
      List<String> cascade = relation.texts("cascade");
      boolean all = cascade.contains("ALL");
      boolean saves = all || cascade.contains("PERSIST") || cascade.contains("MERGE");
      boolean removes = all || cascade.contains("REMOVE") || relation.flag("orphanRemoval", false);
      List<String> columns = List.of();
      List<String> ownerColumns = List.of();
      String table = "";
      Annotation joinTable = Jpa.annotation(member.annotations(), "JoinTable");
      List<Annotation> joinColumns = Jpa.all(member.annotations(), "JoinColumn");
      String targetHome = firstTable(targetType);
      if (!inverse) {
        if (joinTable != null || (many && (joinColumns.isEmpty() || kind.equals("ManyToMany")))) {
          String given2 = joinTable == null ? null : joinTable.text("name");
          table =
              naming.table(
                  joinTable == null ? "" : schema(joinTable),
                  given2 == null || given2.isEmpty()
                      ? home + "_" + (naming.isSnakeCase() ? path.replace('.', '_') : targetHome)
                      : given2);
          ownerColumns =
              joined(
                  joinTable == null ? List.of() : joinTable.annotations("joinColumns"),
                  entity.simpleName(),
                  entity,
                  table);
          columns =
              joined(
                  joinTable == null ? List.of() : joinTable.annotations("inverseJoinColumns"),
                  member.name(),
                  targetType,
                  table);
        } else if (many) {
          ownerColumns = joined(joinColumns, member.name(), entity, targetHome);
        } else if (overrides.containsKey(path)) {
          columns = List.of(naming.column(home, overrides.getOrDefault(path, "")));
        } else if (Jpa.has(member.annotations(), "PrimaryKeyJoinColumn")) {
          columns = idColumns(entity, home);
        } else {
          columns = joined(joinColumns, member.name(), targetType, home);
        }
      }
      return new Property(
          path,
          Mapping.RELATION,
          columns,
          targetType == null ? target.name() : targetType.name(),
          table,
          ownerColumns,
          !inverse,
          many,
          member.isId(),
          saves,
          removes,
          isEager(relation),
          member.place());
    }

    private List<String> joined(
        List<Annotation> given, String prefix, @Nullable JavaType target, String table) {
      List<String> columns = new ArrayList<>();
      for (Annotation each : given) {
        String name = each.text("name");
        if (name != null && !name.isEmpty()) {
          columns.add(naming.column(table, name));
        }
      }
      if (columns.isEmpty()) {
        for (String each : targetIdColumns(target)) {
          columns.add(naming.column(table, prefix + "_" + TableName.unquoted(each)));
        }
      }
      return columns;
    }

    private Property elements(Annotation mapping, Member member, String path, TypeRef type) {
      Annotation given = Jpa.annotation(member.annotations(), "CollectionTable");
      String name = given == null ? null : given.text("name");
      String table =
          naming.table(
              given == null ? "" : schema(given),
              name == null || name.isEmpty()
                  ? entity.simpleName() + "_" + path.replace('.', '_')
                  : name);
      List<String> owner =
          joined(
              given == null ? List.of() : given.annotations("joinColumns"),
              entity.simpleName(),
              entity,
              table);
      JavaType embedded = code.project(element(type).name());
      List<String> columns = new ArrayList<>();
      if (embedded != null && Jpa.has(embedded, "Embeddable")) {
        Map<String, Property> parts = new LinkedHashMap<>();
        new PropertyReader(entity, table, overrides(member.annotations()))
            .read(embedded, "", parts);
        parts.values().forEach(each -> columns.addAll(each.columns()));
      } else {
        Annotation column = Jpa.annotation(member.annotations(), "Column");
        String to = column == null ? null : column.text("name");
        columns.add(naming.column(table, to == null || to.isEmpty() ? member.name() : to));
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
          true,
          true,
          isEager(mapping),
          member.place());
    }

    private static boolean isEager(Annotation mapping) {
      return "EAGER".equals(mapping.text("fetch"));
    }

    /** A part of an aggregate of Spring Data, which is read, saved and removed with its root. */
    private Property aggregate(Member member, String path, JavaType target, boolean owned) {
      Annotation linked = member.first(RELATIONAL + "MappedCollection");
      String back = linked == null ? null : linked.text("idColumn");
      boolean part = linked != null || owned;
      boolean mongo = kinds.get(entity.name()) == TableKind.COLLECTION;
      return new Property(
          path,
          Mapping.RELATION,
          List.of(),
          target.name(),
          "",
          part && !mongo
              ? List.of(
                  naming.column(
                      firstTable(target),
                      back == null || back.isEmpty() ? Naming.snake(entity.simpleName()) : back))
              : List.of(),
          true,
          true,
          false,
          part && !mongo,
          part && !mongo,
          part && !mongo,
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
          member.isId() || member.has("EmbeddedId"),
          false,
          false,
          false,
          member.place());
    }
  }

  private String firstTable(@Nullable JavaType type) {
    if (type == null || !mapped.containsKey(type.name())) {
      return "";
    }
    List<String> tables = tableNames(type);
    return tables.isEmpty() ? "" : tables.get(0);
  }

  /** What a collection, map or optional holds; the type itself for others. */
  static TypeRef element(TypeRef type) {
    return type.arguments().isEmpty() ? type : type.arguments().get(type.arguments().size() - 1);
  }
}
