package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.EntityModel.Touched;
import dev.msvc.analyzers.mapping.RepositoryTypes;
import dev.msvc.analyzers.mapping.Storing;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What data access objects inherit from generic ones of a library that is not in the sources, as of
 * a company's own: by their names, and the entity that they are given.
 *
 * <p>Such a method has no place of its own: it accesses the table where it is called.
 */
public final class LibraryDaos implements Analyzer {
  /** What a generic data access object is called. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\w*(?:Dao|DAO|Repository|Crud|Persister|EntityHome)"
              + "(?:Impl|Support|Base|Template|Hibernate|Jpa|JPA)?");

  /** What gives or counts all rows, or removes them, without being told which. */
  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?:find|get|load|list|read|query|select|fetch|count|delete|remove)All|list|count");

  /** Beside those that Spring Data's own interfaces use. */
  private static final Map<String, Operation> MORE =
      Map.of(
          "store", Operation.MERGE,
          "makePersistent", Operation.MERGE,
          "create", Operation.INSERT,
          "makeTransient", Operation.DELETE,
          "load", Operation.SELECT,
          "list", Operation.SELECT,
          "isExist", Operation.SELECT,
          "refresh", Operation.SELECT);

  private static final Pattern NO_ENTITY =
      Pattern.compile(
          "(?:get|create|find).*(?:Session|Template|EntityManager|Factory|Class|Type|Query|Criteria|Builder|Connection)");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    if (!model.entities().isEmpty()) {
      new Reading(sources.code(), model, new Statements(model, facts)).all();
    }
  }

  private static final class Reading {
    private final CodeBase code;
    private final EntityModel model;
    private final Statements statements;
    private final RepositoryTypes repositories;
    private final MapperBases mappers;
    private final OpenEntities<RepositoryVerbs.Done> open;

    Reading(CodeBase code, EntityModel model, Statements statements) {
      this.code = code;
      this.model = model;
      this.statements = statements;
      this.repositories = new RepositoryTypes(code);
      this.mappers = new MapperBases(code);
      this.open = new OpenEntities<>(code, model, this::access);
    }

    void all() {
      Workers.each(
          code.types(),
          type -> {
            type.methods().forEach(method -> method.calls().forEach(this::read));
            type.initializers().forEach(method -> method.calls().forEach(this::read));
          });
      open.settle();
    }

    private void read(Call call) {
      if (call.target() != null || call.name().equals("<init>")) {
        return;
      }
      Operation op = operation(call);
      TypeRef receiver = op == null ? null : receiver(call);
      TypeRef entity = receiver == null ? null : entityOf(receiver);
      if (op == null
          || receiver == null
          || entity == null
          || InheritedCall.isOverridden(receiver, call, code, JavaMethod::hasBody)) {
        return;
      }
      open.note(
          call,
          RepositoryVerbs.done(op, call.name()),
          RepositoryVerbs.stored(call, entity, model, code),
          null);
    }

    private static @Nullable Operation operation(Call call) {
      String name = call.name();
      if (NO_ENTITY.matcher(name).matches()
          || (call.arguments().isEmpty() && !OF_ALL.matcher(name).matches())) {
        return null;
      }
      Operation op = RepositoryVerbs.operationOf(name);
      if (op == null) {
        for (Map.Entry<String, Operation> each : MORE.entrySet()) {
          if (name.startsWith(each.getKey())) {
            return each.getValue();
          }
        }
      }
      return op;
    }

    /** What a call is made on, the class itself where it names nothing. */
    private @Nullable TypeRef receiver(Call call) {
      TypeRef receiver = call.receiver();
      if (receiver.variable()) {
        return call.caller().bound(receiver.name());
      }
      if (receiver.known()) {
        return receiver;
      }
      return call.expression() instanceof Expr.Call && InheritedCall.isOnItself(call)
          ? call.caller().owner().self()
          : null;
    }

    /** The entity that a library's data access object is given; null where there is none. */
    private @Nullable TypeRef entityOf(TypeRef receiver) {
      if (repositories.entityOf(receiver) != null || mappers.of(receiver) != null) {
        return null;
      }
      Deque<TypeRef> above = new ArrayDeque<>(List.of(receiver));
      Set<String> seen = new HashSet<>();
      while (!above.isEmpty()) {
        TypeRef each = above.remove();
        if (!seen.add(each.name())) {
          continue;
        }
        TypeRef entity = isOfLibrary(each) ? argument(each) : null;
        if (entity != null) {
          return entity;
        }
        above.addAll(code.supertypes(each));
      }
      return null;
    }

    /** The argument that is an entity, or else one that may become one. */
    private @Nullable TypeRef argument(TypeRef type) {
      TypeRef open = null;
      for (TypeRef each : type.arguments()) {
        if (model.of(each) != null) {
          return each;
        }
        open = open == null && each.variable() ? each : open;
      }
      return open;
    }

    private boolean isOfLibrary(TypeRef type) {
      return code.project(type.name()) == null
          && !type.name().startsWith("java.")
          && NAME.matcher(type.simpleName()).matches();
    }

    private void access(Entity entity, RepositoryVerbs.Done what, Site site) {
      for (Touched each : model.touched(entity, what.op(), Storing.ANY)) {
        statements.access(
            each.table(),
            each.op(),
            List.of(),
            site,
            each.own() ? AccessVia.JPA : AccessVia.CASCADE,
            Certainty.GUESSED);
      }
      if (what.whole()) {
        statements.fetched(entity, site);
      }
    }
  }
}
