package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Relations of managed entities that code follows: the provider reads their tables by itself. */
final class LazyReads {
  /** What is put into a collection does not need to know the rest. */
  private static final Set<String> BLIND = Set.of("add", "addAll", "equals", "hashCode");

  private final EntityModel model;
  private final Statements statements;
  private final Set<String> known = new HashSet<>();

  /**
   * @param accesses known otherwise, which are not said again
   */
  LazyReads(EntityModel model, Statements statements, Collection<Access> accesses) {
    this.model = model;
    this.statements = statements;
    for (Access each : accesses) {
      if (!each.op().writes()) {
        known.add(key(each.className(), each.method(), each.table()));
      }
    }
  }

  private static String key(String type, String method, String table) {
    return type + "#" + method + " " + TableName.key(table);
  }

  /** Reads the calls of one method. */
  void read(JavaMethod method, ManagedValues values) {
    Set<Expr> looped = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Call call : method.calls()) {
      if (call.expression() instanceof Expr.Call getter
          && getter.arguments().isEmpty()
          && getter.scope() != null) {
        Entity entity = model.of(call.receiver().name());
        String name = Mutators.property(call.name());
        Property property = entity == null || name == null ? null : entity.properties().get(name);
        if (entity != null && property != null && leads(entity, property)) {
          if (looped.isEmpty()) {
            looped.addAll(looped(method));
          }
          boolean used = property.many() && looped.contains(getter);
          if ((used || uses(method, getter, property)) && values.isManaged(getter.scope())) {
            note(property, call);
          }
        }
      }
    }
  }

  /** Whether a property leads to other tables that are not read already, as a part's whole is. */
  private boolean leads(Entity entity, Property property) {
    if (property.mapping() == Mapping.ELEMENTS) {
      return true;
    }
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    if (target == null || property.many()) {
      return target != null;
    }
    return target.properties().values().stream()
        .noneMatch(
            each ->
                each.mapping() == Mapping.RELATION
                    && each.saves()
                    && (each.type().equals(entity.className())
                        || each.type().equals(property.declaredBy())));
  }

  private static List<Expr> looped(JavaMethod method) {
    List<Expr> all = new ArrayList<>();
    Stmt body = method.body();
    if (body != null) {
      Bodies.statements(
          body,
          each -> {
            if (each instanceof Stmt.ForEach loop) {
              all.add(loop.iterable());
            }
          });
    }
    return all;
  }

  /** Whether something is asked of what a getter gives, of a single one beyond its key. */
  private boolean uses(JavaMethod method, Expr.Call getter, Property property) {
    for (Call each : method.calls()) {
      if (each.expression() instanceof Expr.Call next && next.scope() == getter) {
        if (property.many()) {
          return !BLIND.contains(each.name());
        }
        Entity target = model.of(property.type());
        String name = Mutators.property(each.name());
        Property got = target == null || name == null ? null : target.properties().get(name);
        return got != null && !got.id();
      }
    }
    return false;
  }

  private void note(Property property, Call call) {
    Site site = Site.of(call);
    List<String> tables = new ArrayList<>();
    if (!property.table().isEmpty()) {
      tables.add(property.table());
    }
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    if (target != null) {
      tables.addAll(target.tables());
    }
    for (String each : tables) {
      if (!known.contains(key(site.className(), site.method(), each))) {
        statements.access(
            each, Operation.SELECT, List.of(), site, AccessVia.FETCH, Certainty.INFERRED);
      }
    }
  }
}
