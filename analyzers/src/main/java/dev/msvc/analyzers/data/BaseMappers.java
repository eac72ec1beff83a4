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
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.Storing;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * What methods read and write that mappers, services, repositories and records inherit from a
 * framework: MyBatis-Plus, tk.mybatis, MyBatis-Flex, Panache, Micronaut Data.
 *
 * <p>A mapper's method has no place of its own: it accesses the table where it is called. What a
 * service inherits is code, so that the service does it, unless its caller gives it the query.
 */
public final class BaseMappers implements Analyzer {
  /** Methods of services that begin a query or change, which the caller then writes and runs. */
  private static final Set<String> BUILDERS =
      Set.of(
          "lambdaQuery",
          "lambdaUpdate",
          "query",
          "ktQuery",
          "ktUpdate",
          "queryChain",
          "updateChain");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    MapperBases bases = new MapperBases(sources.code());
    if (!bases.any()) {
      return;
    }
    EntityModel model = EntityModel.of(sources, facts.tables());
    MapperEntities entities = new MapperEntities(sources);
    Map<String, JavaType> mapped = new TreeMap<>();
    entities.annotated().forEach(each -> mapped.put(each.name(), each));
    bases.entities().forEach(each -> mapped.put(each.name(), each));
    for (JavaType each : mapped.values()) {
      if (model.of(each.name()) == null) {
        facts.add(entities.fact(each));
        facts.add(entities.mapping(each));
        facts.mapping(true);
      }
    }
    Statements statements = new Statements(model, facts);
    DeclaredAgain again =
        new DeclaredAgain(sources.code(), bases, MapperFiles.of(sources).statements().keySet());
    Reading reading =
        new Reading(
            sources.code(),
            bases,
            model,
            entities,
            mapped,
            statements,
            new MapperCalls(sources.code(), bases, again),
            new ConcurrentLinkedQueue<>(),
            ConcurrentHashMap.newKeySet());
    Workers.each(sources.code().types(), reading::read);
    reading.settle();
  }

  /** What a service does by a method that it inherits, however many call it. */
  private record Served(JavaType entity, Operation op, Site site) {}

  /** What a generic class does to its variable, which its subclasses tell. */
  private record Left(MapperBases.Base base, Operation op, Call call) {}

  private record Reading(
      CodeBase code,
      MapperBases bases,
      EntityModel model,
      MapperEntities entities,
      Map<String, JavaType> mapped,
      Statements statements,
      MapperCalls calls,
      Queue<Left> left,
      Set<Served> served) {
    void read(JavaType type) {
      MapperBases.Base own = bases.of(type);
      if (own != null && own.via() == AccessVia.MICRONAUT_DATA) {
        type.methods().stream()
            .filter(each -> !each.hasBody() && !each.isStatic() && !each.isConstructor())
            .forEach(each -> declared(each, own));
      }
      for (JavaMethod method : type.methods()) {
        method.calls().forEach(this::read);
      }
      for (JavaMethod initializer : type.initializers()) {
        initializer.calls().forEach(this::read);
      }
    }

    private static boolean isJpa(JavaType type) {
      return type.annotation("javax.persistence.Entity", "jakarta.persistence.Entity") != null;
    }

    /** A method of a repository of Micronaut, by its query or its name. */
    private void declared(JavaMethod method, MapperBases.Base own) {
      JavaType type = code.project(own.entity().name());
      if (type == null || own.entity().variable()) {
        return;
      }
      Annotation query = method.annotation("io.micronaut.data.annotation.Query");
      Operation op = own.operation(method.name());
      if (query != null) {
        String text = query.text("value");
        if (text == null || text.isBlank()) {
          statements.unread(method.place(), "text of the query is not known");
        } else if (!isJpa(type) || query.flag("nativeQuery", false)) {
          statements.mapped(List.of(text), Site.of(method), own.via(), Certainty.PARSED, true);
        } else {
          statements.jpql(List.of(text), model.of(type.name()), Site.of(method));
        }
      } else if (op != null) {
        access(type, op, Storing.of(method.name()), own.via(), Site.of(method));
      } else {
        statements.unread(
            method.place(), "method '%s' describes no query".formatted(method.name()));
      }
    }

    private void read(Call call) {
      if (joins(call)) {
        return;
      }
      MapperCalls.Does does = calls.of(call);
      if (does == null) {
        return;
      }
      does.operations().forEach(each -> done(does.base(), each, call));
      if (does.base().via() == AccessVia.PANACHE && !call.arguments().isEmpty()) {
        does.operations().forEach(each -> query(call, each));
      }
    }

    private void done(MapperBases.Base base, Operation op, Call call) {
      if (!base.entity().variable()) {
        JavaType entity = code.project(base.entity().name());
        if (entity != null) {
          access(base, op, call, entity, Site.of(call));
        }
      } else if (!calls.isToldByCallers(call.caller())) {
        left.add(new Left(base, op, call));
      }
    }

    /** Hands what generic classes do to the subclasses on whose objects code calls that. */
    void settle() {
      Set<JavaMethod> methods =
          left.stream().map(each -> each.call().caller()).collect(Collectors.toSet());
      CalledHeirs called = CalledHeirs.of(methods, code);
      for (Left each : left) {
        meant(each.base().entity(), each.call(), called)
            .forEach((entity, site) -> access(each.base(), each.op(), each.call(), entity, site));
      }
    }

    private void access(
        MapperBases.Base base, Operation op, Call call, JavaType entity, Site site) {
      List<JavaType> services =
          isLeftToService(base, call) ? bases.services(base, entity) : List.of();
      if (services.isEmpty()) {
        access(entity, op, Storing.of(call.name()), base.via(), site);
      }
      for (JavaType service : services) {
        Site own = new Site(service.name(), call.name(), service.place());
        if (served.add(new Served(entity, op, own))) {
          access(entity, op, Storing.ANY, base.via(), own);
        }
      }
    }

    /** Whether a call leaves all to a service: it is another object's, and is given no query. */
    private boolean isLeftToService(MapperBases.Base base, Call call) {
      if (!base.serves() || InheritedCall.isOnItself(call)) {
        return false;
      }
      boolean byKey = call.name().contains("ById") || call.name().startsWith("save");
      boolean begins =
          BUILDERS.contains(call.name())
              || (call.name().equals("update") && call.arguments().isEmpty());
      return !begins
          && call.argumentTypes().stream()
              .noneMatch(each -> bases.isWrapper(each) || (!byKey && !each.known()));
    }

    /** The entities that a variable stands for, with the class that accesses each. */
    private Map<JavaType, Site> meant(TypeRef variable, Call call, CalledHeirs called) {
      Map<JavaType, Site> all = new TreeMap<>(Comparator.comparing(JavaType::name));
      Site site = Site.of(call);
      JavaType owner = call.caller().owner();
      int index = owner.variableNames().indexOf(variable.name());
      for (JavaType each : index < 0 ? List.<JavaType>of() : code.subtypes(owner.name())) {
        TypeRef seen = code.asSuper(TypeRef.of(each.name()), owner.name());
        JavaType given =
            seen == null || each.isAbstract() ? null : code.project(seen.argument(index).name());
        if (given != null && called.isCalled(call.caller(), each)) {
          all.putIfAbsent(given, new Site(each.name(), site.method(), site.place()));
        }
      }
      return all;
    }

    private void access(JavaType type, Operation op, Storing storing, AccessVia via, Site site) {
      Entity entity = model.of(type.name());
      if (entity != null) {
        statements.entity(entity, op, storing, site, via);
        return;
      }
      Operation done =
          op == Operation.DELETE && entities.marksRemoved(type) ? Operation.UPDATE : op;
      statements.access(entities.table(type), done, List.of(), site, via, Certainty.INFERRED);
    }

    /** A query that is given as JPQL, rather than as a condition. */
    private void query(Call call, Operation op) {
      Set<String> texts = new LinkedHashSet<>();
      for (String each : code.texts(call.arguments().get(0), call.caller())) {
        String start = each.stripLeading().toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("from ")
            || start.startsWith("select ")
            || start.startsWith("update ")
            || start.startsWith("delete ")) {
          boolean deletes = op == Operation.DELETE && start.startsWith("from ");
          texts.add(deletes ? "delete " + each : each);
        }
      }
      if (!texts.isEmpty()) {
        statements.jpql(texts, null, Site.of(call));
      }
    }

    /** A join by the class of another entity. */
    private boolean joins(Call call) {
      boolean join =
          call.name().endsWith("Join")
              && !call.argumentTypes().isEmpty()
              && call.argumentTypes().get(0).name().equals("java.lang.Class")
              && (!call.receiver().known() || bases.isWrapper(call.receiver()));
      JavaType type = join ? mapped.get(call.argumentTypes().get(0).argument(0).name()) : null;
      if (type == null) {
        return false;
      }
      access(type, Operation.SELECT, Storing.ANY, AccessVia.MYBATIS_BASE, Site.of(call));
      return true;
    }
  }
}
