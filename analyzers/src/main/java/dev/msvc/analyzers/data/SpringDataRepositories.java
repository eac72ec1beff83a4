package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.EntityModel.Path;
import dev.msvc.analyzers.mapping.NamedQueries;
import dev.msvc.analyzers.mapping.NamedQueries.NamedQuery;
import dev.msvc.analyzers.mapping.RepositoryTypes;
import dev.msvc.analyzers.mapping.Storing;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.sql.DerivedQuery;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What Spring Data repositories read and write.
 *
 * <p>A method that a repository declares (a query, or a name that describes one) accesses its
 * tables at the repository; who calls it follows from the calls. A method that it only inherits, as
 * {@code save} and {@code findById}, has no place of its own: it accesses the table where it is
 * called, so that the writers of a table are the services that save it and not one interface that
 * can.
 */
public final class SpringDataRepositories implements Analyzer {
  private static final String DATA = "org.springframework.data.";

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    new Reading(sources, model, new Statements(model, facts)).all();
  }

  private static final class Reading {
    private final CodeBase code;
    private final EntityModel model;
    private final Statements statements;
    private final RepositoryTypes repositories;
    private final NamedQueries named;
    private final OpenEntities<RepositoryVerbs.Done> open;

    Reading(Sources sources, EntityModel model, Statements statements) {
      this.code = sources.code();
      this.model = model;
      this.statements = statements;
      this.repositories = new RepositoryTypes(code);
      this.named = NamedQueries.of(sources);
      this.open = new OpenEntities<>(code, model, this::access);
    }

    void all() {
      Workers.each(code.types(), this::declared);
      Workers.each(code.types(), this::inherited);
      open.settle();
    }

    // ---- methods that a repository declares

    private void declared(JavaType type) {
      if (!repositories.isRepository(type)) {
        return;
      }
      TypeRef domain = repositories.entityOf(TypeRef.of(type.name()));
      Entity entity = domain == null || domain.variable() ? null : model.of(domain);
      if (entity == null) {
        if (domain != null && !domain.variable() && type.variableNames().isEmpty()) {
          statements.unread(
              type.place(),
              "repository of '%s', which is no entity that we read".formatted(domain.name()));
        }
        return;
      }
      Set<String> seen = new LinkedHashSet<>();
      for (JavaType each : declaring(type)) {
        for (JavaMethod method : each.methods()) {
          boolean query =
              !method.hasBody()
                  && !method.isStatic()
                  && !RepositoryVerbs.isInherited(method, code)
                  && code.implementations(method).isEmpty()
                  && seen.add(method.name() + method.parameters().size() + method.line());
          if (query) {
            declared(method, entity, type);
          }
        }
      }
    }

    /** The repository and the bases of the system's own whose queries it has. */
    private List<JavaType> declaring(JavaType type) {
      return madeOf(type, each -> !each.variableNames().isEmpty());
    }

    /** The repository and some of the system's interfaces that it is made of. */
    private List<JavaType> madeOf(JavaType type, Predicate<JavaType> some) {
      List<JavaType> all = new ArrayList<>();
      all.add(type);
      for (int i = 0; i < all.size() && i < 50; i++) {
        for (TypeRef each : all.get(i).interfaces()) {
          JavaType parent = code.project(each.name());
          if (parent != null && some.test(parent) && !all.contains(parent)) {
            all.add(parent);
          }
        }
      }
      return all;
    }

    private void declared(JavaMethod method, Entity entity, JavaType repository) {
      // of a base of repositories, each below has its own query
      Site site =
          method.owner() == repository
              ? Site.of(method)
              : new Site(repository.name(), method.name(), method.place());
      Annotation query =
          method.annotation(
              DATA + "jpa.repository.Query",
              DATA + "jpa.repository.NativeQuery",
              DATA + "jdbc.repository.query.Query",
              DATA + "r2dbc.repository.Query",
              DATA + "cassandra.repository.Query");
      if (query != null && query.has("name") && !query.has("value")) {
        NamedQuery byName = named.find(String.valueOf(query.text("name")));
        if (byName != null) {
          named(byName, entity, site);
          return;
        }
      }
      if (query != null) {
        boolean isSql =
            query.flag("nativeQuery", false) || !query.name().equals(DATA + "jpa.repository.Query");
        annotated(query, isSql, entity, site);
        graph(method, entity, site);
        return;
      }
      if (mongo(method, entity, site)
          || method.annotation(DATA + "jpa.repository.query.Procedure") != null) {
        return;
      }
      NamedQuery byConvention = named.find(entity.name() + "." + method.name());
      if (byConvention != null) {
        named(byConvention, entity, site);
        return;
      }
      Optional<DerivedQuery> derived = DerivedQuery.parse(method.name());
      if (derived.isPresent()) {
        derived(derived.get(), entity, site);
        if (RepositoryVerbs.givesEntities(method.name())) {
          statements.fetched(entity, site);
        }
        graph(method, entity, site);
        return;
      }
      Operation op = RepositoryVerbs.operationOf(method.name());
      if (op != null) {
        statements.entity(entity, op, Storing.of(method.name()), site, AccessVia.SPRING_DATA);
        if (RepositoryVerbs.givesEntities(method.name())) {
          statements.fetched(entity, site);
        }
        graph(method, entity, site);
      } else {
        statements.unread(
            site.place(),
            "method '%s' of repository %s describes no query"
                .formatted(method.name(), repository.simpleName()));
      }
    }

    private void annotated(Annotation query, boolean isSql, Entity entity, Site site) {
      Site at = site.at(new dev.msvc.model.Place(site.place().file(), query.line()));
      List<String> texts = new ArrayList<>();
      for (String key : List.of("value", "countQuery")) {
        String text = query.text(key);
        if (text != null && !text.isBlank()) {
          texts.add(text);
        }
      }
      if (texts.isEmpty()) {
        statements.unread(at.place(), "text of the query is not known");
      } else if (isSql) {
        statements.sql(texts, at, AccessVia.NATIVE_QUERY);
      } else {
        statements.jpql(texts, entity, at);
      }
    }

    private void named(NamedQuery query, Entity entity, Site site) {
      if (query.isSql()) {
        statements.sql(List.of(query.text()), site.at(query.place()), AccessVia.NATIVE_QUERY);
      } else {
        statements.jpql(List.of(query.text()), entity, site.at(query.place()));
      }
    }

    private boolean mongo(JavaMethod method, Entity entity, Site site) {
      Annotation update = method.annotation(DATA + "mongodb.repository.Update");
      Annotation query =
          method.annotation(
              DATA + "mongodb.repository.Query",
              DATA + "mongodb.repository.Aggregation",
              DATA + "elasticsearch.annotations.Query");
      if (update == null && query == null) {
        return false;
      }
      Operation op = Operation.SELECT;
      if (update != null) {
        op = Operation.UPDATE;
      } else if (query != null && query.flag("delete", false)) {
        op = Operation.DELETE;
      }
      statements.entity(entity, op, Storing.ANY, site, AccessVia.SPRING_DATA);
      return true;
    }

    private void derived(DerivedQuery query, Entity entity, Site site) {
      statements.entity(entity, query.operation(), Storing.ANY, site, AccessVia.SPRING_DATA);
      Set<String> together = new LinkedHashSet<>(model.tables(entity));
      for (String each : query.properties()) {
        List<String> names = DerivedQuery.path(each, entity.className(), this::typeOf);
        if (names.isEmpty()) {
          statements.unread(
              site.place(), "'%s' is no property of %s".formatted(each, entity.name()));
        } else {
          together.addAll(joined(names, entity, site));
        }
      }
      statements.join(together, site);
    }

    /** Tables that a path joins are read. */
    private List<String> joined(List<String> names, Entity entity, Site site) {
      Path path = model.path(entity, names, EntityModel.Joining.INNER);
      for (String each : path.tables()) {
        statements.access(
            each, Operation.SELECT, List.of(), site, AccessVia.SPRING_DATA, Certainty.INFERRED);
      }
      return path.tables();
    }

    private void graph(JavaMethod method, Entity entity, Site site) {
      Annotation graph = method.annotation(DATA + "jpa.repository.EntityGraph");
      if (graph != null) {
        Set<String> together = new LinkedHashSet<>(model.tables(entity));
        for (String each : graph.texts("attributePaths")) {
          Path path = model.path(entity, List.of(each.split("\\.", -1)), EntityModel.Joining.ALL);
          for (String table : path.tables()) {
            statements.access(
                table,
                Operation.SELECT,
                List.of(),
                site,
                AccessVia.SPRING_DATA,
                Certainty.INFERRED);
            together.add(table);
          }
        }
        statements.join(together, site);
      }
    }

    /** A type is a class, and behind a {@code #} the path of the embedded part that is meant. */
    private Optional<String> typeOf(String type, String property) {
      int mark = type.indexOf('#');
      Entity entity = model.of(mark < 0 ? type : type.substring(0, mark));
      if (entity == null) {
        return Optional.empty();
      }
      String path = (mark < 0 ? "" : type.substring(mark + 1)) + property;
      Property found = entity.properties().get(path);
      if (found == null) {
        return path.equals("id") && entity.idColumns().isEmpty()
            ? Optional.of("")
            : Optional.empty();
      }
      if (found.mapping() == Mapping.EMBEDDED) {
        return Optional.of(entity.className() + "#" + path + ".");
      }
      return Optional.of(found.mapping() == Mapping.RELATION ? found.type() : "");
    }

    // ---- methods that a repository inherits, where they are called

    private void inherited(JavaType type) {
      for (JavaMethod method : type.methods()) {
        method.calls().forEach(this::inherited);
      }
      for (JavaMethod initializer : type.initializers()) {
        initializer.calls().forEach(this::inherited);
      }
    }

    private void inherited(Call call) {
      if (!call.receiver().known() || call.name().equals("<init>")) {
        return;
      }
      Operation op = RepositoryVerbs.operationOf(call.name());
      boolean declared =
          call.target() != null
              && call.target().owner().isProject()
              && !RepositoryVerbs.isInherited(call.target(), code);
      if (op == null || declared) {
        return;
      }
      TypeRef domain = repositories.entityOf(call.receiver());
      JavaType repository = code.project(call.receiver().name());
      if (domain == null || (repository != null && declares(repository, call.name()))) {
        return;
      }
      open.note(
          call,
          RepositoryVerbs.done(op, call.name()),
          RepositoryVerbs.stored(call, domain, model, code),
          null);
    }

    private void access(Entity entity, RepositoryVerbs.Done what, Site site) {
      statements.entity(entity, what.op(), what.storing(), site, AccessVia.SPRING_DATA);
      if (what.whole()) {
        statements.fetched(entity, site);
      }
    }

    /** Whether a repository has a query of that name, or a fragment of it code of its own. */
    private boolean declares(JavaType repository, String method) {
      return repository.kind() == TypeKind.INTERFACE
          && (declaring(repository).stream()
                  .flatMap(each -> each.methods(method).stream())
                  .anyMatch(each -> !RepositoryVerbs.isInherited(each, code))
              || madeOf(repository, any -> true).stream()
                  .flatMap(each -> each.methods(method).stream())
                  .anyMatch(each -> !code.implementations(each).isEmpty()));
    }
  }
}
