package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.NamedQueries.NamedQuery;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls of what keeps entities: JPA's entity manager, Hibernate's sessions, Spring's templates;
 * with their queries as text, by name, and as criteria.
 */
public final class JpaCalls implements Analyzer {
  /** Methods whose first argument is JPQL, SQL or the name of a query. */
  static final Set<String> QUERIES =
      Set.of(
          "createQuery",
          "createMutationQuery",
          "createSelectionQuery",
          "createNativeQuery",
          "createNativeMutationQuery",
          "createSQLQuery",
          "createNamedQuery",
          "createNamedMutationQuery",
          "createNamedSelectionQuery",
          "getNamedQuery",
          "getNamedNativeQuery");

  private static final Set<String> KEEPERS =
      Set.of(
          "EntityManager",
          "Session",
          "StatelessSession",
          "SharedSessionContract",
          "HibernateTemplate",
          "HibernateOperations",
          "JpaTemplate",
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
          "CassandraTemplate",
          "CassandraOperations");

  /** Operations that read, and give no whole entity. */
  private static final Set<String> WITHOUT_ENTITIES =
      Set.of("getReference", "load", "count", "exists", "existsById");

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
          Map.entry("replicate", Operation.MERGE),
          Map.entry("update", Operation.UPDATE),
          Map.entry("updateFirst", Operation.UPDATE),
          Map.entry("updateMulti", Operation.UPDATE),
          Map.entry("upsert", Operation.MERGE),
          Map.entry("delete", Operation.DELETE),
          Map.entry("deleteAll", Operation.DELETE),
          Map.entry("deleteById", Operation.DELETE),
          Map.entry("load", Operation.SELECT),
          Map.entry("get", Operation.SELECT),
          Map.entry("byId", Operation.SELECT),
          Map.entry("byNaturalId", Operation.SELECT),
          Map.entry("refresh", Operation.SELECT),
          Map.entry("loadAll", Operation.SELECT),
          Map.entry("insert", Operation.INSERT),
          Map.entry("insertAll", Operation.INSERT),
          Map.entry("findAll", Operation.SELECT),
          Map.entry("findById", Operation.SELECT),
          Map.entry("findAllById", Operation.SELECT),
          Map.entry("findOne", Operation.SELECT),
          Map.entry("findDistinct", Operation.SELECT),
          Map.entry("findAndModify", Operation.UPDATE),
          Map.entry("findAndReplace", Operation.UPDATE),
          Map.entry("findAndRemove", Operation.DELETE),
          Map.entry("findAllAndRemove", Operation.DELETE),
          Map.entry("query", Operation.SELECT),
          Map.entry("select", Operation.SELECT),
          Map.entry("selectOne", Operation.SELECT),
          Map.entry("search", Operation.SELECT),
          Map.entry("count", Operation.SELECT),
          Map.entry("exists", Operation.SELECT),
          Map.entry("existsById", Operation.SELECT),
          Map.entry("createCriteria", Operation.SELECT));

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    new Reading(sources.code(), model, new Statements(model, facts)).all();
  }

  private static final class Reading {
    private final CodeBase code;
    private final EntityModel model;
    private final Statements statements;
    private final NamedQueries named;
    private final TypeVariables variables;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Reading(CodeBase code, EntityModel model, Statements statements) {
      this.code = code;
      this.model = model;
      this.statements = statements;
      this.named = NamedQueries.of(code);
      this.variables = new TypeVariables(code);
    }

    void all() {
      Workers.each(code.types(), this::read);
      RepositoryTypes repositories = new RepositoryTypes(code);
      for (JavaType each : code.types()) {
        if (repositories.isRepository(each)) {
          useByConvention(each, repositories);
        }
      }
      for (NamedQuery each : named.all()) {
        if (!used.contains(each.name())) {
          run(each, new Site(each.owner().name(), "", each.place()));
        }
      }
    }

    private void useByConvention(JavaType repository, RepositoryTypes repositories) {
      TypeRef domain = repositories.entityOf(TypeRef.of(repository.name()));
      Entity entity = domain == null ? null : model.of(domain);
      for (JavaMethod method : repository.methods()) {
        if (entity != null) {
          used.add(entity.name() + "." + method.name());
        }
        method.annotations().stream()
            .map(each -> each.text("name"))
            .filter(name -> name != null && named.find(name) != null)
            .forEach(used::add);
      }
    }

    private void read(JavaType type) {
      type.methods().forEach(method -> method.calls().forEach(this::read));
      type.initializers().forEach(method -> method.calls().forEach(this::read));
    }

    private void read(Call call) {
      if (call.arguments().isEmpty() || call.name().equals("<init>")) {
        return;
      }
      if (QUERIES.contains(call.name()) && (isKeeper(call) || !call.receiver().known())) {
        query(call);
        return;
      }
      Operation op = OPERATIONS.get(call.name());
      if (op != null && isKeeper(call)) {
        entity(call, op);
      } else if (call.receiver().name().contains(".criteria.")) {
        criteria(call);
      }
    }

    private boolean isKeeper(Call call) {
      TypeRef receiver = call.receiver();
      if (isKeeper(receiver.name())) {
        return true;
      }
      JavaType own = code.project(receiver.name());
      return own != null
          && (code.isA(own, "jakarta.persistence.EntityManager")
              || code.isA(own, "javax.persistence.EntityManager"));
    }

    private static boolean isKeeper(String type) {
      String simple = type.substring(type.lastIndexOf('.') + 1);
      return KEEPERS.contains(simple)
          && (type.contains("persistence")
              || type.contains("hibernate")
              || type.startsWith("org.springframework."));
    }

    // ---- entities

    private void entity(Call call, Operation op) {
      boolean found = false;
      boolean generic = false;
      for (int i = 0; i < call.argumentTypes().size() && !found; i++) {
        TypeRef type = call.argumentTypes().get(i);
        TypeRef meant = type.name().equals("java.lang.Class") ? type.argument(0) : type;
        generic |= meant.variable();
        for (TypeRef each : variables.of(meant, call)) {
          Entity entity = model.of(each);
          if (entity != null) {
            statements.entity(entity, op, Site.of(call), via(call));
            if (op == Operation.SELECT && !WITHOUT_ENTITIES.contains(call.name())) {
              statements.fetched(entity, Site.of(call));
            }
            found = true;
          }
        }
      }
      boolean certain = op.writes() || call.name().equals("find");
      if (!found && !generic && certain && !model.entities().isEmpty()) {
        statements.unread(call.place(), "entity of '%s' is not known".formatted(call.name()));
      }
    }

    private static AccessVia via(Call call) {
      return call.receiver().name().startsWith("org.springframework.data.")
          ? AccessVia.SPRING_DATA
          : AccessVia.JPA;
    }

    private void criteria(Call call) {
      String receiver = call.receiver().name();
      String simple = receiver.substring(receiver.lastIndexOf('.') + 1);
      if (call.name().equals("from")) {
        TypeRef given = call.argumentTypes().get(0);
        TypeRef meant = given.name().equals("java.lang.Class") ? given.argument(0) : given;
        Operation op =
            switch (simple) {
              case "CriteriaUpdate" -> Operation.UPDATE;
              case "CriteriaDelete" -> Operation.DELETE;
              default -> Operation.SELECT;
            };
        for (TypeRef each : variables.of(meant, call)) {
          Entity entity = model.of(each);
          if (entity != null) {
            for (String table : model.tables(entity)) {
              statements.access(
                  table, op, List.of(), Site.of(call), AccessVia.CRITERIA, Certainty.INFERRED);
            }
            if (op == Operation.SELECT && entity.equals(model.of(call.receiver().argument(0)))) {
              statements.fetched(entity, Site.of(call));
            }
          }
        }
      } else if (call.name().equals("join") || call.name().equals("fetch")) {
        List<TypeRef> arguments = call.receiver().arguments();
        Entity entity = arguments.isEmpty() ? null : model.of(arguments.get(arguments.size() - 1));
        String property = code.constantText(call.arguments().get(0), call.caller().owner());
        if (entity != null && property != null) {
          List<String> joined =
              model.path(entity, List.of(property), EntityModel.Joining.ALL).tables();
          for (String table : joined) {
            statements.access(
                table,
                Operation.SELECT,
                List.of(),
                Site.of(call),
                AccessVia.CRITERIA,
                Certainty.INFERRED);
          }
          List<String> together = new ArrayList<>(joined);
          together.addAll(model.tables(entity));
          statements.join(together, Site.of(call));
        }
      }
    }

    // ---- queries

    private void query(Call call) {
      if (call.argumentTypes().get(0).name().contains("Criteria")
          || call.argumentTypes().get(0).name().equals("java.lang.Class")) {
        return;
      }
      List<String> texts = code.texts(call.arguments().get(0), call.caller());
      if (texts.isEmpty()) {
        if (!Bodies.namesParameter(call.arguments().get(0), call.caller())
            && call.receiver().known()) {
          statements.unknown(call.place(), "text of the query is not known");
        }
        return;
      }
      Site site = Site.of(call);
      if (call.name().contains("Named")) {
        for (String each : texts) {
          NamedQuery query = named.find(each);
          if (query == null) {
            statements.unknown(call.place(), "no named query '%s' was read".formatted(each));
          } else {
            used.add(each);
            run(query, site);
          }
        }
      } else if (call.name().contains("Native") || call.name().contains("SQL")) {
        statements.sql(texts, site, AccessVia.NATIVE_QUERY);
      } else {
        statements.jpql(texts, null, site);
      }
    }

    private void run(NamedQuery query, Site site) {
      @Nullable Entity owner = model.of(query.owner().name());
      if (query.isSql()) {
        statements.sql(List.of(query.text()), site, AccessVia.NATIVE_QUERY);
      } else {
        statements.jpql(List.of(query.text()), owner, site);
      }
    }
  }
}
