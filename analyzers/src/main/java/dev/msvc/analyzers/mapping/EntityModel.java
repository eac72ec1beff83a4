package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.model.Operation;
import dev.msvc.model.TableFact;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tables the entities of a system are mapped to, and how their properties lead from one to
 * another. JPA in both its packages, Spring Data for relational databases, MongoDB and others.
 */
public final class EntityModel {
  private static final Pattern OF_JAVA = Pattern.compile("(?:java|javax|jakarta)\\.");

  private final CodeBase code;
  private final SortedMap<String, Entity> sorted = new TreeMap<>();
  private final Map<String, Entity> byClass = new HashMap<>();
  private final Map<String, Entity> byName = new HashMap<>();
  private final List<String> revisions;
  private final List<Unread> unread;

  private final Map<Deed, List<Touched>> touched = new ConcurrentHashMap<>();
  private final Map<String, Optional<Entity>> standing = new ConcurrentHashMap<>();
  private final Map<String, Optional<Entity>> bySimpleName = new ConcurrentHashMap<>();

  private EntityModel(
      CodeBase code, Collection<Entity> entities, List<String> revisions, List<Unread> unread) {
    this.code = code;
    this.revisions = List.copyOf(revisions);
    this.unread = List.copyOf(unread);
    for (Entity each : entities) {
      sorted.put(each.className(), each);
      byClass.put(each.className(), each);
      byName.putIfAbsent(each.name(), each);
    }
  }

  /**
   * The mappings of the whole system, read for the first that asks.
   *
   * @param known tables that migrations define, for the spelling of names
   */
  public static EntityModel of(Sources sources, Collection<TableFact> known) {
    return sources.shared(EntityModel.class, each -> read(each, known));
  }

  private static EntityModel read(Sources sources, Collection<TableFact> known) {
    Configured configured = new Configured(sources);
    Naming naming = Naming.of(sources.code(), configured, known);
    OrmXml xml = OrmXml.of(sources);
    MappedTypes types = new MappedTypes(sources.code(), xml);
    AnnotatedEntities annotated = new AnnotatedEntities(types, naming, configured);
    Map<String, Entity> all = new TreeMap<>();
    annotated.read().forEach(each -> all.put(each.className(), each));
    // Hibernate takes its own XML first where a class is mapped by both
    HbmEntities hbm = new HbmEntities(sources, naming, all.values());
    Envers envers = new Envers(types, naming, configured);
    for (Entity each : hbm.read()) {
      Mapped type = types.find(each.className());
      all.put(
          each.className(),
          type == null
              ? each
              : each.withAudits(envers.tables(type, each.homes(), each.properties().values())));
    }
    List<Unread> unread = new ArrayList<>(naming.unread());
    unread.addAll(xml.unread());
    unread.addAll(types.unread());
    unread.addAll(annotated.unread());
    unread.addAll(hbm.unread());
    return new EntityModel(
        sources.code(), all.values(), envers.revisions(types.entities()), unread);
  }

  /** Tables of revisions that are no entity's of the system. */
  List<String> revisionTables() {
    return revisions;
  }

  /** What in the mappings was not understood. */
  List<Unread> unread() {
    return unread;
  }

  /** All entities, sorted by class. */
  public Collection<Entity> entities() {
    return sorted.values();
  }

  /**
   * The entity that this class is; of an interface or a class above entities, the one that all have
   * in common that implement it; null for none.
   */
  public @Nullable Entity of(String className) {
    Entity own = byClass.get(className);
    return own != null
        ? own
        : standing
            .computeIfAbsent(className, each -> Optional.ofNullable(below(each)))
            .orElse(null);
  }

  private @Nullable Entity below(String className) {
    JavaType type = code.project(className);
    // one of a library stands for the entity that implements it, as one of the system's own does
    boolean ofLibrary =
        type == null && className.indexOf('.') > 0 && !OF_JAVA.matcher(className).lookingAt();
    if (type == null ? !ofLibrary : !type.isAbstract()) {
      return null;
    }
    List<Entity> all = new ArrayList<>();
    for (JavaType each : code.subtypes(className)) {
      Entity entity = byClass.get(each.name());
      if (entity != null) {
        all.add(entity);
      }
    }
    for (Entity root : all) {
      if (all.stream().allMatch(each -> code.isA(TypeRef.of(each.className()), root.className()))) {
        return root;
      }
    }
    return null;
  }

  /** The entity of this type, or of the elements if it is a collection or optional; or null. */
  public @Nullable Entity of(TypeRef type) {
    Entity own = of(type.name());
    if (own != null || type.arguments().isEmpty()) {
      return own;
    }
    return of(type.arguments().get(type.arguments().size() - 1));
  }

  /** The entity that JPQL calls so, by its name or its class; null for none. */
  public @Nullable Entity named(String name) {
    Entity byJpql = byName.get(name);
    Entity found = byJpql != null ? byJpql : byClass.get(name);
    return found == null && name.indexOf('.') > 0 ? onlyOne(name) : found;
  }

  /**
   * The one entity behind an interface or a class above entities of which only the simple name is
   * known, as of the text of {@code "from " + Order.class.getName()}; null for none or several.
   */
  public @Nullable Entity behind(String simpleName) {
    return bySimpleName
        .computeIfAbsent(simpleName, each -> Optional.ofNullable(onlyOneBehind(each)))
        .orElse(null);
  }

  private @Nullable Entity onlyOneBehind(String simpleName) {
    Set<Entity> all = new HashSet<>();
    for (JavaType each : code.types()) {
      Entity entity = each.simpleName().equals(simpleName) ? of(each.name()) : null;
      if (entity != null) {
        all.add(entity);
      }
    }
    return all.size() == 1 ? all.iterator().next() : null;
  }

  /** Hibernate lets a query name an interface or class that entities implement or extend. */
  private @Nullable Entity onlyOne(String className) {
    List<Entity> below = new ArrayList<>();
    for (JavaType each : code.subtypes(className)) {
      Entity entity = byClass.get(each.name());
      if (entity != null) {
        below.add(entity);
      }
    }
    List<Entity> top =
        below.stream()
            .filter(
                each ->
                    below.stream()
                        .allMatch(
                            other -> code.isA(TypeRef.of(other.className()), each.className())))
            .toList();
    return top.size() == 1 ? top.get(0) : null;
  }

  /** Adds an entity that another way of mapping makes, unless its class is mapped already. */
  public synchronized void add(Entity entity) {
    if (byClass.putIfAbsent(entity.className(), entity) == null) {
      sorted.put(entity.className(), entity);
      byName.putIfAbsent(entity.name(), entity);
      touched.clear();
    }
  }

  /** The table that a query of this entity reads first; empty where it has none of its own. */
  public List<String> tables(Entity entity) {
    Set<String> all = new LinkedHashSet<>(entity.tables());
    if (all.isEmpty()) {
      all.addAll(MappingSql.read(entity.sql()));
    }
    for (JavaType each : code.subtypes(entity.className())) {
      Entity sub = byClass.get(each.name());
      if (sub != null) {
        all.addAll(sub.tables());
      }
    }
    return List.copyOf(all);
  }

  /** The first of an entity's tables that holds a property: that of the entity that declares it. */
  public String tableOf(Entity entity, Property property) {
    Entity declaring = byClass.get(property.declaredBy());
    return declaring == null || declaring.ownTable().isEmpty()
        ? entity.ownTable()
        : declaring.ownTable();
  }

  /** A table that an operation on an entity touches, and whether it is the entity's own. */
  public record Touched(String table, Operation op, boolean own) {}

  /** An operation on an entity. */
  private record Deed(String className, Operation op, Storing storing) {}

  /**
   * What an operation on an entity touches: its own tables; where it is stored or removed also the
   * join and collection tables that it owns, and those to which its relations cascade. A save goes
   * on from there through parts: children, and what would be removed with it. What it only refers
   * to is stored, but that its own relations cascade, too, does not say that they are changed. A
   * removal goes on to the children of children, which cannot stay.
   *
   * @param storing by what it is stored, if it is
   */
  public List<Touched> touched(Entity entity, Operation op, Storing storing) {
    return touched.computeIfAbsent(
        new Deed(entity.className(), op, storing),
        any -> {
          Map<String, Touched> all = new LinkedHashMap<>();
          boolean kept = op == Operation.DELETE && entity.softDelete();
          add(tables(entity), kept ? Operation.UPDATE : op, true, all);
          touch(entity, op, storing, true, all, new HashSet<>());
          return List.copyOf(all.values());
        });
  }

  private void touch(
      Entity entity,
      Operation op,
      Storing storing,
      boolean own,
      Map<String, Touched> all,
      Set<String> seen) {
    if (!op.writes() || !seen.add(entity.className())) {
      return;
    }
    boolean removes = op == Operation.DELETE;
    for (Property each : entity.properties().values()) {
      if (!each.table().isEmpty() && each.owning()) {
        add(List.of(each.table()), op, false, all);
      }
      boolean child = each.many() || !each.owning();
      boolean goesOn = removes ? each.removes() && (own || child) : storing.goesOn(each);
      Entity target = each.mapping() == Mapping.RELATION && goesOn ? of(each.type()) : null;
      if (target != null) {
        // what a part belongs to is there already, mostly: not each kind of it is stored with it
        List<String> theirs = child || removes ? tables(target) : target.tables();
        add(theirs, removes && target.softDelete() ? Operation.UPDATE : op, false, all);
        if (removes ? child || each.removes() : each.isPart()) {
          touch(target, op, storing, false, all, seen);
        }
      }
    }
  }

  private static void add(
      List<String> tables, Operation op, boolean own, Map<String, Touched> all) {
    for (String table : tables) {
      all.putIfAbsent(TableName.key(table), new Touched(table, op, own));
    }
  }

  /**
   * What is read besides an entity's own tables whenever it is read: what its mapping says outright
   * is fetched with it, and what those fetch. Relations to one that only JPA's default fetches are
   * not followed: that default is seldom meant, and by it nearly every entity would read all
   * others.
   */
  public Set<String> fetched(Entity entity) {
    Map<String, String> all = new LinkedHashMap<>();
    fetch(entity, all, new HashSet<>());
    tables(entity).forEach(table -> all.remove(TableName.key(table)));
    return new LinkedHashSet<>(all.values());
  }

  private void fetch(Entity entity, Map<String, String> all, Set<String> seen) {
    if (!seen.add(entity.className())) {
      return;
    }
    tables(entity).forEach(table -> all.putIfAbsent(TableName.key(table), table));
    MappingSql.read(entity.sql()).forEach(table -> all.putIfAbsent(TableName.key(table), table));
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
  public record Path(List<String> tables, List<String> columns, @Nullable Entity target) {}

  /** Which steps of a path are joined. */
  public enum Joining {
    /** Those that lead beyond a foreign key, as in a condition of JPQL. */
    NEEDED,
    /** All but the last, as Spring Data does. */
    INNER,
    /** All but a key's, as in a clause that joins or selects the path. */
    ALL
  }

  /** Follows a path of properties. */
  public Path path(Entity root, List<String> names, Joining joining) {
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
                  case ALL -> !rest.isEmpty() && needsOnlyKey(target, rest);
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
}
