package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.entry.WritingTransactions;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.NamedQueries;
import dev.msvc.analyzers.mapping.NamedQueries.NamedQuery;
import dev.msvc.analyzers.mapping.RepositoryTypes;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import java.util.HashSet;
import java.util.List;
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

  private static final String NEVER_NAMED = "named query that no code is seen to name";

  private static final String CRITERIA = "Criteria";

  /** Methods of Spring's templates for Hibernate and JPA, likewise. */
  private static final Set<String> TEMPLATE_QUERIES =
      Set.of(
          "find",
          "iterate",
          "bulkUpdate",
          "findByNamedParam",
          "findByNamedParams",
          "findByNamedQuery",
          "findByNamedQueryAndNamedParam",
          "findByNamedQueryAndNamedParams");

  /**
   * Whether a call gives a query to what keeps entities, not to a method of that name elsewhere.
   */
  static boolean isQuery(Call call, CodeBase code) {
    return QUERIES.contains(call.name())
        && (!call.receiver().known() || EntityCalls.isKeeper(call, code))
        && !EntityCalls.isMorphia(call.receiver().name());
  }

  /**
   * Whether a method of this name takes JPQL, wherever it is: a wrapper is named as the wrapped.
   */
  static boolean takesJpql(String method) {
    return QUERIES.contains(method) && !method.contains("Native") && !method.contains("SQL");
  }

  /** Whether it takes the text of a query in JPQL, and not the name of one. */
  static boolean isJpql(String method) {
    return takesJpql(method) && !method.contains("Named");
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    new Reading(sources, model, new Statements(model, facts)).all();
  }

  /** Kept for all who ask. */
  private record ReadOnly(Set<String> methods) {}

  private static ReadOnly readOnly(Sources sources) {
    return new ReadOnly(
        ReadOnlyMethods.of(
            sources.code(), sources.shared(WritingTransactions.class, WritingTransactions::of)));
  }

  private static final class Reading {
    private final Sources sources;
    private final CodeBase code;
    private final EntityModel model;
    private final Statements statements;
    private final CompletedStatements completed;
    private final NamedQueries named;
    private final EntityCalls entities;
    private final CriteriaCalls criteria;
    private final OpenNames names;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /** Names of which a part is not known. */
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    Reading(Sources sources, EntityModel model, Statements statements) {
      this.sources = sources;
      this.code = sources.code();
      this.model = model;
      this.statements = statements;
      this.completed = new CompletedStatements(code, statements);
      this.named = NamedQueries.of(sources);
      this.entities =
          new EntityCalls(
              code,
              model,
              statements,
              () -> sources.shared(ReadOnly.class, JpaCalls::readOnly).methods());
      this.criteria = new CriteriaCalls(code, model, statements, entities);
      this.names = new OpenNames(code);
    }

    void all() {
      Workers.each(code.types(), this::read);
      entities.settle();
      names.settle(this::named);
      RepositoryTypes repositories = new RepositoryTypes(code);
      for (JavaType each : code.types()) {
        if (repositories.isRepository(each)) {
          useByConvention(each, repositories);
        }
      }
      notYetUsed();
    }

    /**
     * Queries that no call is seen to run are those of the code that names them. Those that no code
     * names may be about the entities of their class, and are listed.
     */
    private void notYetUsed() {
      List<NamedQuery> rest =
          named.all().stream().filter(each -> !used.contains(each.name())).toList();
      if (rest.isEmpty()) {
        return;
      }
      Set<String> keys = new HashSet<>();
      rest.forEach(each -> keys.add(each.name()));
      KeyCallers callers = new KeyCallers(keys, sources);
      NamedInCode inCode = new NamedInCode(keys, open, sources);
      for (NamedQuery each : rest) {
        List<Site> sites = callers.of(each.name());
        if (!sites.isEmpty()) {
          sites.forEach(site -> run(each, site, Certainty.PARSED));
        } else if (each.owner().isEmpty()) {
          statements.unknown(each.place(), NEVER_NAMED);
        } else {
          run(each, new Site(each.owner(), "", each.place()), Certainty.GUESSED);
          if (!inCode.mayMean(each.name())) {
            statements.unread(each.place(), NEVER_NAMED);
          }
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
      if (call.argumentTypes().isEmpty() || call.name().equals("<init>")) {
        return;
      }
      if (call.arguments().isEmpty()) {
        entities.read(call);
        return;
      }
      boolean queries =
          isQuery(call, code) || (TEMPLATE_QUERIES.contains(call.name()) && isTemplate(call));
      if (queries) {
        query(call);
      } else if (!entities.read(call) && call.receiver().name().contains(".criteria.")) {
        criteria.read(call);
      }
    }

    // ---- queries

    private void query(Call call) {
      if (isCriteria(call) || call.argumentTypes().get(0).name().equals("java.lang.Class")) {
        return;
      }
      boolean byName = isNamed(call.name());
      if (byName && names.note(call, call.arguments().get(0))) {
        return;
      }
      boolean sql = call.name().contains("Native") || call.name().contains("SQL");
      if (!byName
          && completed.note(
                  call,
                  0,
                  (texts, site) ->
                      sql
                          ? statements.completed(texts, site, AccessVia.NATIVE_QUERY)
                          : statements.completedJpql(texts, site))
              != null) {
        return;
      }
      List<String> texts = code.texts(call.arguments().get(0), call.caller());
      if (texts.isEmpty() && byName) {
        open.add(Texts.HOLE);
      }
      if (texts.isEmpty()) {
        if (!Bodies.namesParameter(call.arguments().get(0), call.caller())
            && call.receiver().known()) {
          statements.unknown(call.place(), "text of the query is not known");
        }
        return;
      }
      Site site = Site.of(call);
      if (byName) {
        texts.forEach(each -> named(each, call));
      } else if (sql) {
        statements.sql(texts, site, AccessVia.NATIVE_QUERY);
      } else {
        statements.jpql(texts, null, site);
      }
    }

    /** Whether it is given criteria: as a variable, or as a chain of calls that begins at them. */
    private static boolean isCriteria(Call call) {
      if (call.argumentTypes().get(0).name().contains(CRITERIA)) {
        return true;
      }
      Expr each = call.arguments().get(0);
      while (each instanceof Expr.Call link && link.scope() != null) {
        Call other = call.caller().call(link);
        if (other != null && other.receiver().name().contains(CRITERIA)) {
          return true;
        }
        each = link.scope();
      }
      return false;
    }

    /** Whether it is given a text, or a name, to one of Spring's templates. */
    private static boolean isTemplate(Call call) {
      String receiver = call.receiver().name();
      return call.argumentTypes().get(0).equals(TypeRef.STRING)
          && (receiver.endsWith(".HibernateTemplate")
              || receiver.endsWith(".HibernateOperations")
              || receiver.endsWith(".JpaTemplate"));
    }

    private static boolean isNamed(String method) {
      return method.contains("Named") && !method.startsWith("findByNamedParam");
    }

    private void named(String name, Call call) {
      NamedQuery query = named.find(name);
      if (name.contains(Texts.HOLE)) {
        open.add(name);
      }
      if (query == null && !name.equals(Texts.HOLE)) {
        statements.unknown(call.place(), "no named query '%s' was read".formatted(name));
      } else if (query != null) {
        used.add(name);
        run(query, Site.of(call), Certainty.PARSED);
      }
    }

    /**
     * Notes that a query is run.
     *
     * @param best how sure that is at most
     */
    private void run(NamedQuery query, Site site, Certainty best) {
      @Nullable Entity owner = model.of(query.owner());
      if (query.isSql()) {
        statements.sql(List.of(query.text()), site, AccessVia.NATIVE_QUERY, best);
      } else {
        statements.jpql(List.of(query.text()), owner, site, best);
      }
    }
  }
}
