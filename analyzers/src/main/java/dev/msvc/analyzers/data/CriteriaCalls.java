package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.EntityModel.Joining;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries that are built with JPA's criteria: roots, joins and paths. */
final class CriteriaCalls {
  private final CodeBase code;
  private final EntityModel model;
  private final Statements statements;
  private final EntityCalls entities;

  CriteriaCalls(CodeBase code, EntityModel model, Statements statements, EntityCalls entities) {
    this.code = code;
    this.model = model;
    this.statements = statements;
    this.entities = entities;
  }

  /** Reads a call of one of the types of criteria. */
  void read(Call call) {
    switch (call.name()) {
      case "from" -> from(call);
      case "join", "fetch" -> path(call, List.of(call.arguments().get(0)), Joining.ALL);
      case "get" -> get(call);
      default -> {}
    }
  }

  private void from(Call call) {
    String receiver = call.receiver().name();
    TypeRef given = call.argumentTypes().get(0);
    TypeRef meant = given.name().equals("java.lang.Class") ? given.argument(0) : given;
    Operation op =
        switch (receiver.substring(receiver.lastIndexOf('.') + 1)) {
          case "CriteriaUpdate" -> Operation.UPDATE;
          case "CriteriaDelete" -> Operation.DELETE;
          default -> Operation.SELECT;
        };
    boolean whole = op == Operation.SELECT && meant.equals(call.receiver().argument(0));
    entities.ofClass(call, new EntityCalls.Done(op, AccessVia.CRITERIA, whole), 0);
  }

  /** {@code root.get("customer").get("name")}: only the first call is typed by its root. */
  private void get(Call call) {
    List<Expr> names = new ArrayList<>(call.arguments());
    Expr.Call next = following(call.expression(), call);
    while (next != null) {
      names.add(next.arguments().get(0));
      next = following(next, call);
    }
    if (names.size() > 1) {
      path(call, names, Joining.NEEDED);
    }
  }

  private static Expr.@Nullable Call following(Expr before, Call call) {
    for (Call each : call.caller().calls()) {
      if (each.expression() instanceof Expr.Call next
          && next.scope() == before
          && next.name().equals("get")
          && next.arguments().size() == 1) {
        return next;
      }
    }
    return null;
  }

  /** Notes the tables that a path leads to from what a call is made on. */
  private void path(Call call, List<Expr> written, Joining joining) {
    List<TypeRef> arguments = call.receiver().arguments();
    Entity entity = arguments.isEmpty() ? null : model.of(arguments.get(arguments.size() - 1));
    List<String> names = new ArrayList<>();
    for (Expr each : written) {
      String name = property(each, call);
      if (name == null) {
        break;
      }
      names.add(name);
    }
    if (entity == null || names.isEmpty()) {
      return;
    }
    List<String> joined = model.path(entity, names, joining).tables();
    for (String table : joined) {
      statements.access(
          table,
          Operation.SELECT,
          List.of(),
          Site.of(call),
          AccessVia.CRITERIA,
          Certainty.INFERRED);
    }
    if (joining == Joining.ALL || !joined.isEmpty()) {
      List<String> together = new ArrayList<>(joined);
      together.addAll(model.tables(entity));
      statements.join(together, Site.of(call));
    }
  }

  /** The property of a text, or of the metamodel: {@code "customer"}, {@code Order_.customer}. */
  private @Nullable String property(Expr written, Call call) {
    if (written instanceof Expr.Select member
        && member.scope() instanceof Expr.Name type
        && type.id().endsWith("_")) {
      return member.id();
    }
    return code.constantText(written, call.caller().owner());
  }
}
