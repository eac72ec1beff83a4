package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Completed;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.Storing;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls that store, find or remove an entity by what keeps entities. */
final class EntityCalls {
  private static final Pattern KEEPER_NAME =
      Pattern.compile("em|\\w*[eE]ntityManager|hibernateSession");

  private static final Set<String> KEEPERS =
      Set.of(
          "EntityManager",
          "Session",
          "StatelessSession",
          "SharedSessionContract",
          "HibernateTemplate",
          "HibernateOperations",
          "JpaTemplate",
          "JpaOperations",
          "PersistenceManager",
          "JdbcAggregateTemplate",
          "JdbcAggregateOperations",
          "R2dbcEntityTemplate",
          "R2dbcEntityOperations",
          "MongoTemplate",
          "MongoOperations",
          "ReactiveMongoTemplate",
          "ReactiveMongoOperations",
          "ElasticsearchOperations",
          "ElasticsearchTemplate",
          "ElasticsearchRestTemplate",
          "ReactiveElasticsearchOperations",
          "ReactiveElasticsearchTemplate",
          "CassandraTemplate",
          "CassandraOperations",
          "ReactiveCassandraTemplate",
          "ReactiveCassandraOperations",
          "Datastore",
          "AdvancedDatastore");

  /** Operations that read, and give no whole entity. */
  private static final Set<String> WITHOUT_ENTITIES =
      Set.of("getReference", "load", "count", "exists", "existsById", "lock");

  /** Hibernate's, by which a detached entity is also taken into a session just to be read. */
  private static final Set<String> ATTACHING = Set.of("saveOrUpdate", "saveOrUpdateAll", "update");

  private static final Map<String, Operation> OPERATIONS =
      Map.ofEntries(
          Map.entry("persist", Operation.INSERT),
          Map.entry("merge", Operation.MERGE),
          Map.entry("remove", Operation.DELETE),
          Map.entry("removeById", Operation.DELETE),
          Map.entry("find", Operation.SELECT),
          Map.entry("getReference", Operation.SELECT),
          Map.entry("save", Operation.MERGE),
          Map.entry("saveAll", Operation.MERGE),
          Map.entry("saveOrUpdate", Operation.MERGE),
          Map.entry("saveOrUpdateAll", Operation.MERGE),
          Map.entry("replicate", Operation.MERGE),
          Map.entry("update", Operation.UPDATE),
          Map.entry("updateFirst", Operation.UPDATE),
          Map.entry("updateMulti", Operation.UPDATE),
          Map.entry("updateMultiple", Operation.UPDATE),
          Map.entry("upsert", Operation.MERGE),
          Map.entry("upsertMultiple", Operation.MERGE),
          Map.entry("delete", Operation.DELETE),
          Map.entry("deleteAll", Operation.DELETE),
          Map.entry("deleteById", Operation.DELETE),
          Map.entry("deleteMultiple", Operation.DELETE),
          Map.entry("load", Operation.SELECT),
          Map.entry("get", Operation.SELECT),
          Map.entry("byId", Operation.SELECT),
          Map.entry("byMultipleIds", Operation.SELECT),
          Map.entry("byNaturalId", Operation.SELECT),
          Map.entry("bySimpleNaturalId", Operation.SELECT),
          Map.entry("refresh", Operation.SELECT),
          Map.entry("lock", Operation.SELECT),
          Map.entry("loadAll", Operation.SELECT),
          Map.entry("insert", Operation.INSERT),
          Map.entry("insertAll", Operation.INSERT),
          Map.entry("insertMultiple", Operation.INSERT),
          Map.entry("findAll", Operation.SELECT),
          Map.entry("findById", Operation.SELECT),
          Map.entry("findAllById", Operation.SELECT),
          Map.entry("findOne", Operation.SELECT),
          Map.entry("findByExample", Operation.SELECT),
          Map.entry("findDistinct", Operation.SELECT),
          Map.entry("findAndModify", Operation.UPDATE),
          Map.entry("findAndReplace", Operation.UPDATE),
          Map.entry("findAndRemove", Operation.DELETE),
          Map.entry("findAllAndRemove", Operation.DELETE),
          Map.entry("query", Operation.SELECT),
          Map.entry("select", Operation.SELECT),
          Map.entry("selectOne", Operation.SELECT),
          Map.entry("search", Operation.SELECT),
          Map.entry("stream", Operation.SELECT),
          Map.entry("aggregate", Operation.SELECT),
          Map.entry("count", Operation.SELECT),
          Map.entry("exists", Operation.SELECT),
          Map.entry("existsById", Operation.SELECT),
          Map.entry("createCriteria", Operation.SELECT),
          Map.entry("makePersistent", Operation.MERGE),
          Map.entry("makePersistentAll", Operation.MERGE),
          Map.entry("deletePersistent", Operation.DELETE),
          Map.entry("deletePersistentAll", Operation.DELETE),
          Map.entry("getObjectById", Operation.SELECT),
          Map.entry("getExtent", Operation.SELECT),
          Map.entry("newQuery", Operation.SELECT));

  /** What only Morphia calls so, or gives a class and no text. */
  private static final Map<String, Operation> OF_MORPHIA =
      Map.of(
          "createQuery", Operation.SELECT,
          "queryByExample", Operation.SELECT,
          "getByKey", Operation.SELECT,
          "getByKeys", Operation.SELECT,
          "getCount", Operation.SELECT,
          "findAndDelete", Operation.DELETE);

  private final CodeBase code;
  private final EntityModel model;
  private final Statements statements;
  private final OpenEntities<Done> open;
  private final Supplier<Set<String>> readOnly;

  /**
   * @param readOnly keys of {@link ReadOnlyMethods}, asked for where they matter
   */
  EntityCalls(
      CodeBase code, EntityModel model, Statements statements, Supplier<Set<String>> readOnly) {
    this.code = code;
    this.model = model;
    this.statements = statements;
    this.readOnly = readOnly;
    this.open = new OpenEntities<>(code, model, this::access);
  }

  /**
   * What is done to an entity.
   *
   * @param whole whether it is read as a whole, with what its mapping fetches
   * @param storing by what it is stored, if it is
   * @param attaches whether it is only made known to the session, which writes it when it flushes
   */
  record Done(Operation op, AccessVia via, boolean whole, Storing storing, boolean attaches) {
    Done(Operation op, AccessVia via, boolean whole) {
      this(op, via, whole, Storing.ANY, false);
    }
  }

  private void access(Entity entity, Done done, Site site) {
    // what is attached there is read on, and never flushed
    boolean onlyRead =
        done.attaches()
            && readOnly.get().contains(ReadOnlyMethods.key(site.className(), site.method()));
    Done what = onlyRead ? new Done(Operation.SELECT, done.via(), false) : done;
    if (what.via() == AccessVia.CRITERIA || what.via() == AccessVia.FETCH) {
      for (String table : model.tables(entity)) {
        statements.access(table, what.op(), List.of(), site, what.via(), Certainty.INFERRED);
      }
    } else {
      statements.entity(entity, what.op(), what.storing(), site, what.via());
    }
    if (what.whole()) {
      statements.fetched(entity, site);
    }
  }

  /** Hands what generic classes and wrappers do on to those who know the entities. */
  void settle() {
    open.settle();
  }

  /** Whether a call gives entities that are managed from then on. */
  static boolean gives(Call call, CodeBase code) {
    Operation op = operation(call);
    return (op == Operation.SELECT || call.name().equals("merge")) && isKeeper(call, code);
  }

  /** Whether a call is one of what keeps entities. */
  boolean isKeeper(Call call) {
    return isKeeper(call, code);
  }

  static boolean isKeeper(Call call, CodeBase code) {
    TypeRef receiver = call.receiver();
    if (isKeeper(receiver.name()) || isCalledSo(call)) {
      return true;
    }
    JavaType own = code.project(receiver.name());
    return own != null
        && (code.isA(own, "jakarta.persistence.EntityManager")
            || code.isA(own, "javax.persistence.EntityManager"));
  }

  /** What a library's method gives to a lambda, whose type is then not known: by its name. */
  private static boolean isCalledSo(Call call) {
    return !call.receiver().known()
        && call.expression() instanceof Expr.Call written
        && written.scope() instanceof Expr.Name name
        && KEEPER_NAME.matcher(name.id()).matches();
  }

  private static boolean isKeeper(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return KEEPERS.contains(simple)
        && (type.contains("persistence")
            || type.contains("hibernate")
            || type.startsWith("javax.jdo.")
            || type.startsWith("org.springframework.")
            || isMorphia(type));
  }

  /** Whether it is Morphia's, whose queries are built of a class and hold no text. */
  static boolean isMorphia(String type) {
    return type.startsWith("dev.morphia.") || type.startsWith("org.mongodb.morphia.");
  }

  private static @Nullable Operation operation(Call call) {
    Operation op = OPERATIONS.get(call.name());
    return op == null && isMorphia(call.receiver().name()) ? OF_MORPHIA.get(call.name()) : op;
  }

  /**
   * Reads a call that stores, finds or removes an entity.
   *
   * @return whether it is one
   */
  boolean read(Call call) {
    if (call.receiver().name().equals("org.hibernate.Hibernate")
        && call.name().equals("initialize")) {
      given(call, new Done(Operation.SELECT, AccessVia.FETCH, false));
      return true;
    }
    Operation op = operation(call);
    if (op == null || !isKeeper(call)) {
      return false;
    }
    if (call.expression() instanceof Expr.MethodRef) {
      return given(call, new Done(op, via(call), false, Storing.ofSession(call.name()), false));
    }
    if (collection(call, op)) {
      return true;
    }
    boolean whole = op == Operation.SELECT && !WITHOUT_ENTITIES.contains(call.name());
    boolean certain = op.writes() || call.name().equals("find");
    boolean attaches =
        ATTACHING.contains(call.name()) && call.receiver().name().contains("hibernate");
    Done what = new Done(op, via(call), whole, Storing.ofSession(call.name()), attaches);
    boolean known = given(call, what) || (op == Operation.SELECT && cast(call, what));
    if (!known && certain && !model.entities().isEmpty()) {
      statements.unread(call.place(), "entity of '%s' is not known".formatted(call.name()));
    }
    return true;
  }

  /** What is done to the entity that a class stands for, as a criteria query's root does. */
  boolean ofClass(Call call, Done what, int argument) {
    return open.note(call, what, call.argumentTypes().get(argument), call.arguments().get(argument))
        || handedUp(call, argument, what);
  }

  /**
   * An entity whose class is held as a bare {@code Class}: where subclasses hand it to the
   * constructor or return it from a method that they override, it is each one's own.
   */
  private boolean handedUp(Call call, int argument, Done what) {
    if (!call.argumentTypes().get(argument).name().equals("java.lang.Class")) {
      return false;
    }
    Expr value = call.arguments().get(argument);
    Completed completed = code.completed(value, call.caller());
    Site site = Site.of(call);
    if (completed == null) {
      return named(code.texts(value, call.caller()), what, site);
    }
    boolean found = false;
    for (Map.Entry<JavaType, List<String>> each : completed.by().entrySet()) {
      Site own = new Site(each.getKey().name(), site.method(), site.place());
      found |= named(each.getValue(), what, own);
    }
    return found;
  }

  private boolean named(List<String> names, Done what, Site site) {
    List<Entity> entities = names.stream().map(model::named).filter(Objects::nonNull).toList();
    entities.forEach(each -> access(each, what, site));
    return !entities.isEmpty();
  }

  /** The first argument that is an entity, holds such, or is an entity's class. */
  private boolean given(Call call, Done what) {
    for (int i = 0; i < call.argumentTypes().size(); i++) {
      TypeRef type = call.argumentTypes().get(i);
      Expr value = i < call.arguments().size() ? call.arguments().get(i) : null;
      if (OpenEntities.isTold(type, model) && open.note(call, what, type, value)) {
        return true;
      }
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Entity named = named(call, i);
      if (named != null) {
        access(named, what, Site.of(call));
        return true;
      }
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr value = call.arguments().get(i);
      if (canBeEntity(call.argumentTypes().get(i))
          && (open.note(call, what, call.argumentTypes().get(i), value)
              || found(value, call, what)
              || handedUp(call, i, what))) {
        return true;
      }
    }
    return false;
  }

  /** The entity that what is found is taken for: {@code (Order) em.find(type, id)}. */
  private boolean cast(Call call, Done what) {
    Set<Entity> taken = new LinkedHashSet<>();
    Bodies.expressions(
        call.caller().body(),
        each -> {
          if (each instanceof Expr.Cast cast && cast.value() == call.expression()) {
            Entity entity = model.of(code.resolve(cast.type(), call.caller().owner()));
            if (entity != null) {
              taken.add(entity);
            }
          }
        });
    taken.forEach(each -> access(each, what, Site.of(call)));
    return !taken.isEmpty();
  }

  /** The entity that Hibernate is given by its name. */
  private @Nullable Entity named(Call call, int argument) {
    if (!call.argumentTypes().get(argument).equals(TypeRef.STRING)
        || !call.receiver().name().contains("hibernate")) {
      return null;
    }
    String name = code.constantText(call.arguments().get(argument), call.caller().owner());
    return name == null ? null : model.named(name);
  }

  private boolean canBeEntity(TypeRef type) {
    return switch (type.name()) {
      case "java.lang.Object",
          "java.lang.Class",
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.lang.Iterable",
          "?" ->
          true;
      default -> type.variable() || code.project(type.name()) != null;
    };
  }

  /** An entity that was found just before: {@code em.remove(em.find(type, id))}. */
  private boolean found(Expr value, Call call, Done what) {
    for (Expr each : sources(value, call)) {
      Call other = call.caller().call(each);
      if (other != null && isKeeper(other) && !other.arguments().isEmpty()) {
        return open.note(call, what, other.argumentTypes().get(0), other.arguments().get(0));
      }
    }
    return false;
  }

  private static List<Expr> sources(Expr value, Call call) {
    return value instanceof Expr.Name name
        ? Bodies.assigned(name.id(), call.caller())
        : List.of(value);
  }

  /** A collection of documents that is named: {@code template.find(query, Any.class, "orders")}. */
  private boolean collection(Call call, Operation op) {
    int last = call.arguments().size() - 1;
    String receiver = call.receiver().name();
    boolean mongo = receiver.contains(".mongodb.") && !isMorphia(receiver);
    if (!mongo || last < 1 || call.name().equals("findDistinct")) {
      return false;
    }
    if (!call.argumentTypes().get(last).equals(TypeRef.STRING)) {
      return false;
    }
    String name = code.constantText(call.arguments().get(last), call.caller().owner());
    if (name == null || name.isBlank()) {
      return false;
    }
    statements.access(
        name, op, List.of(), Site.of(call), AccessVia.SPRING_DATA, Certainty.INFERRED);
    return true;
  }

  private static AccessVia via(Call call) {
    return call.receiver().name().startsWith("org.springframework.data.")
        ? AccessVia.SPRING_DATA
        : AccessVia.JPA;
  }
}
