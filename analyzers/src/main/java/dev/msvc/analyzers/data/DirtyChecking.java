package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.Mutators.Change;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.entry.WritingTransactions;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Changes of managed entities in a transaction, which the persistence provider writes by itself:
 * who calls the setter writes the table; and the relations of such entities that are followed
 * there. Comes after all that find and store entities.
 */
public final class DirtyChecking implements Analyzer {
  private static final String[] SUPERCLASS = {
    "jakarta.persistence.MappedSuperclass", "javax.persistence.MappedSuperclass"
  };

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    if (model.entities().isEmpty()) {
      return;
    }
    WritingTransactions writing =
        sources.shared(WritingTransactions.class, WritingTransactions::of);
    if (OwnUnits.isLikely(sources.code(), writing, facts.accesses())) {
      new Reading(sources.code(), model, new Statements(model, facts), facts, Certainty.GUESSED)
          .all(OwnUnits.anywhere(sources.code(), writing));
    } else if (!writing.methods().isEmpty()) {
      new Reading(sources.code(), model, new Statements(model, facts), facts, Certainty.INFERRED)
          .all(writing);
    }
  }

  private static final class Reading {
    private final CodeBase code;
    private final EntityModel model;
    private final Statements statements;
    private final Mutators mutators;
    private final LazyReads lazy;
    private final Certainty certainty;
    private final Set<String> written = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    Reading(
        CodeBase code,
        EntityModel model,
        Statements statements,
        FactCollector facts,
        Certainty certainty) {
      this.code = code;
      this.model = model;
      this.statements = statements;
      this.mutators = new Mutators(code, model);
      this.certainty = certainty;
      this.lazy = new LazyReads(model, statements, facts.accesses());
      for (Access each : facts.accesses()) {
        if (each.op().writes()) {
          Set<String> kind = each.op() == Operation.DELETE ? deleted : written;
          kind.add(key(each.className(), each.method(), each.table()));
        }
      }
    }

    private static String key(String type, String method, String table) {
      return type + "#" + method + " " + TableName.key(table);
    }

    void all(WritingTransactions writing) {
      ManagedFlow flow = new ManagedFlow(code, model, writing);
      Workers.each(
          flow.inTransaction(),
          each -> {
            if (!isModel(each.owner()) && flow.handles(each)) {
              ManagedValues values = flow.of(each);
              if (certainty != Certainty.GUESSED) {
                lazy.read(each, values);
              }
              Stored stored = new Stored(each, values, model);
              for (Call call : each.calls()) {
                if (call.expression() instanceof Expr.Call written
                    && !stored.does(call, values.roots(written.scope()))) {
                  read(call, values);
                }
              }
            }
          });
    }

    /** What entities do to each other belongs to whoever calls them. */
    private boolean isModel(JavaType type) {
      return model.of(type.name()) != null || type.annotation(SUPERCLASS) != null;
    }

    private void read(Call call, ManagedValues values) {
      if (!(call.expression() instanceof Expr.Call syntax) || syntax.scope() == null) {
        return;
      }
      Entity entity = model.of(call.receiver().name());
      if (entity != null) {
        if (call.target() == null) {
          return;
        }
        Set<Change> changes = mutators.of(call.target(), entity);
        if (!changes.isEmpty() && values.isManaged(syntax.scope())) {
          boolean known = call.arguments().stream().anyMatch(values::isManaged);
          Written written = new Written(call);
          changes.forEach(each -> change(entity, each, known, written));
          written.note();
        }
      } else if (call.name().equals("copyProperties")) {
        copied(call, values);
      } else if (syntax.scope() instanceof Expr.Call getter) {
        ofProperty(call, getter, values);
      }
    }

    /** {@code order.getLines().add(line)}, {@code order.getAddress().setCity(city)}. */
    private void ofProperty(Call call, Expr.Call getter, ManagedValues values) {
      Call got = values.call(getter);
      Entity entity = got == null ? null : model.of(got.receiver().name());
      String name = Mutators.property(getter.name());
      Property property = entity == null || name == null ? null : entity.properties().get(name);
      if (entity == null || property == null) {
        return;
      }
      Change.Kind kind = null;
      if (call.receiver().name().startsWith("java.util.")) {
        kind = Mutators.ofCollection(call.name());
      } else if (property.mapping() == Mapping.EMBEDDED && call.name().startsWith("set")) {
        kind = Change.Kind.SETS;
      }
      if (kind != null && values.isManaged(getter.scope())) {
        boolean known = call.arguments().stream().anyMatch(values::isManaged);
        Written written = new Written(call);
        change(entity, new Change(property.name(), kind), known, written);
        written.note();
      }
    }

    /** {@code BeanUtils.copyProperties}: Spring's gives the target last, the other's first. */
    private void copied(Call call, ManagedValues values) {
      boolean spring = call.receiver().name().startsWith("org.springframework.");
      int target = spring ? 1 : 0;
      if (!call.receiver().name().contains("BeanUtils") || call.arguments().size() < 2) {
        return;
      }
      Entity entity = model.of(call.argumentTypes().get(target));
      if (entity != null
          && !entity.tables().isEmpty()
          && values.isManaged(call.arguments().get(target))) {
        Written written = new Written(call);
        written.add(entity.tables().get(0), Operation.UPDATE, List.of());
        written.note();
      }
    }

    /**
     * Notes what is written for a change.
     *
     * @param known whether what is added is in the database already
     */
    private void change(Entity entity, Change change, boolean known, Written to) {
      Property property = entity.properties().get(change.property());
      if (property == null || entity.tables().isEmpty()) {
        return;
      }
      boolean adds = change.kind() != Change.Kind.REMOVES;
      boolean removes = change.kind() != Change.Kind.ADDS;
      if (!property.table().isEmpty()) {
        if (property.owning()) {
          if (adds) {
            to.add(property.table(), Operation.INSERT, List.of());
          }
          if (removes) {
            to.add(property.table(), Operation.DELETE, List.of());
          }
        }
      } else if (!property.many()) {
        if (property.owning() || property.mapping() != Mapping.RELATION) {
          to.add(model.tableOf(entity, property), Operation.UPDATE, property.columns());
        }
        return;
      }
      Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
      if (target == null) {
        return;
      }
      if (property.owning() && property.table().isEmpty()) {
        target.tables().forEach(each -> to.add(each, Operation.UPDATE, property.ownerColumns()));
      }
      if (adds && property.persists() && !known) {
        target.tables().forEach(each -> to.add(each, Operation.INSERT, List.of()));
      }
      if (removes && property.orphans()) {
        target.tables().forEach(each -> to.add(each, Operation.DELETE, List.of()));
      }
    }

    /** What one call changes, each table once. */
    private final class Written {
      private final Call call;
      private final Map<Operation, Map<String, Set<String>>> columns = new TreeMap<>();

      Written(Call call) {
        this.call = call;
      }

      void add(String table, Operation op, List<String> changed) {
        columns
            .computeIfAbsent(op, each -> new TreeMap<>())
            .computeIfAbsent(table, each -> new TreeSet<>())
            .addAll(changed);
      }

      /** What the method also stores outright is not said again. */
      void note() {
        Site site = Site.of(call);
        columns.forEach(
            (op, byTable) ->
                byTable.forEach(
                    (table, changed) -> {
                      String key = key(site.className(), site.method(), table);
                      boolean said =
                          written.contains(key)
                              || (op == Operation.DELETE && deleted.contains(key));
                      if (!said) {
                        statements.access(
                            table,
                            op,
                            List.copyOf(changed),
                            site,
                            AccessVia.DIRTY_CHECKING,
                            certainty);
                      }
                    }));
      }
    }
  }
}
