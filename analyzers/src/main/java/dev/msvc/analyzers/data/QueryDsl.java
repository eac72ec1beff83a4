package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of Querydsl over entities: its classes are generated and not there to be read, but each
 * is called as its entity is, with a Q before it.
 */
public final class QueryDsl implements Analyzer {
  private static final Map<String, Operation> CLAUSES =
      Map.of(
          "from", Operation.SELECT,
          "selectFrom", Operation.SELECT,
          "join", Operation.SELECT,
          "innerJoin", Operation.SELECT,
          "leftJoin", Operation.SELECT,
          "rightJoin", Operation.SELECT,
          "update", Operation.UPDATE,
          "delete", Operation.DELETE,
          "insert", Operation.INSERT);
  private static final Map<String, Operation> CONSTRUCTED =
      Map.of(
          "JPAUpdateClause", Operation.UPDATE,
          "HibernateUpdateClause", Operation.UPDATE,
          "JPADeleteClause", Operation.DELETE,
          "HibernateDeleteClause", Operation.DELETE,
          "JPAInsertClause", Operation.INSERT);

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    if (!model.entities().isEmpty()) {
      Statements statements = new Statements(model, facts);
      // a type of the system that is called as a generated one is none
      Set<String> own = new HashSet<>();
      for (JavaType each : sources.code().types()) {
        if (each.simpleName().startsWith("Q") && !each.isGenerated()) {
          own.add(each.simpleName());
        }
      }
      Workers.each(
          sources.code().types(),
          type -> {
            type.bodies()
                .forEach(each -> each.calls().forEach(call -> read(call, own, model, statements)));
          });
    }
  }

  private static void read(Call call, Set<String> own, EntityModel model, Statements statements) {
    Operation op =
        call.name().equals("<init>")
            ? CONSTRUCTED.get(simple(call.receiver().name()))
            : CLAUSES.get(call.name());
    if (op == null || call.arguments().isEmpty()) {
      return;
    }
    List<String> together = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      String name = generated(call, i);
      Entity entity = name == null || own.contains(name) ? null : model.named(name.substring(1));
      if (entity != null) {
        for (String table : model.tables(entity)) {
          statements.access(
              table, op, List.of(), Site.of(call), AccessVia.CRITERIA, Certainty.INFERRED);
          together.add(table);
        }
      }
    }
    statements.join(together, Site.of(call));
  }

  /** The simple name of the generated class that an argument is of; null for none. */
  private static @Nullable String generated(Call call, int argument) {
    Expr given = call.arguments().get(argument);
    TypeRef type =
        argument < call.argumentTypes().size()
            ? call.argumentTypes().get(argument)
            : TypeRef.UNKNOWN;
    String name = type.known() ? simple(type.name()) : "";
    if (name.isEmpty() && given instanceof Expr.Select select) {
      Expr owner = select.scope();
      name = owner instanceof Expr.Name written ? written.id() : "";
    }
    boolean isGenerated =
        name.length() > 2 && name.charAt(0) == 'Q' && Character.isUpperCase(name.charAt(1));
    return isGenerated ? name : null;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
