package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Coverage;
import dev.msvc.model.Database;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Decomposition;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.Finding;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Grant;
import dev.msvc.model.Join;
import dev.msvc.model.Key;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Operation;
import dev.msvc.model.Ownership;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RelationFact;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import dev.msvc.model.Unread;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An analysis that a test describes line by line. */
final class Fixture {
  private final List<TypeFact> types = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<TableFact> tables = new ArrayList<>();
  private final List<Access> accesses = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<MappingFact> mappings = new ArrayList<>();
  private final List<RelationFact> relations = new ArrayList<>();
  private final List<DatabaseObject> objects = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private final List<EntryPoint> entries = new ArrayList<>();
  private final List<TransactionFact> transactions = new ArrayList<>();
  private final List<Trait> traits = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final SortedMap<String, List<String>> contexts = new TreeMap<>();
  private final SortedMap<String, Ownership> owners = new TreeMap<>();

  /** A class of a context; of none where the context is empty. */
  Fixture type(String context, String name) {
    return type(context, name, name + ".java");
  }

  Fixture type(String context, String name, String file) {
    return type(context, name, file, null);
  }

  /** A class of a context that extends another. */
  Fixture below(String superclass, String context, String name) {
    return type(context, name, name + ".java", superclass);
  }

  private Fixture type(String context, String name, String file, @Nullable String superclass) {
    types.add(
        new TypeFact(
            name,
            "",
            name,
            TypeKind.CLASS,
            new Place(file, 1),
            50,
            List.of(),
            superclass,
            List.of(),
            List.of(),
            List.of(),
            false));
    if (!context.isEmpty()) {
      contexts.computeIfAbsent(context, any -> new ArrayList<>()).add(name);
    }
    return this;
  }

  /** A table with a primary key {@code id} and these columns. */
  Fixture table(String owner, String name, String... columns) {
    return table(owner, name, List.of(new Key(Key.Kind.PRIMARY, List.of("id"))), columns);
  }

  Fixture table(String owner, String name, List<Key> keys, String... columns) {
    tables.add(
        new TableFact(
            name,
            TableKind.TABLE,
            Arrays.stream(columns).map(each -> new Column(each, "varchar")).toList(),
            keys,
            List.of(),
            List.of(),
            List.of(),
            List.of(new Place("db/V1__" + name + ".sql", 1))));
    owners.put(ContextMap.key(name), new Ownership(owner, List.of(), ""));
    return this;
  }

  /** A table that statements name and no schema defines. */
  Fixture undefined(String name) {
    tables.add(
        new TableFact(
            name,
            TableKind.UNDEFINED,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  Fixture unread(String file, String reason) {
    unread.add(new Unread(file, 1, reason));
    return this;
  }

  /** A column of a table that is there already refers to another table. */
  Fixture refers(String table, String column, String to) {
    ForeignKey key =
        new ForeignKey(
            List.of(column),
            to,
            List.of(),
            new Place("db/V1__" + table + ".sql", 1),
            Certainty.PARSED);
    return changed(
        table,
        old -> Stream.concat(old.foreignKeys().stream(), Stream.of(key)).toList(),
        TableFact::entities);
  }

  /** A table that is there already is that of classes. */
  Fixture entities(String table, String... classes) {
    return changed(table, TableFact::foreignKeys, old -> List.of(classes));
  }

  private Fixture changed(
      String table,
      Function<TableFact, List<ForeignKey>> foreignKeys,
      Function<TableFact, List<String>> entities) {
    tables.replaceAll(
        each ->
            each.name().equals(table)
                ? new TableFact(
                    table,
                    each.kind(),
                    each.columns(),
                    each.keys(),
                    foreignKeys.apply(each),
                    entities.apply(each),
                    each.dependsOn(),
                    each.places())
                : each);
    return this;
  }

  Fixture access(String className, String method, Operation op, String table) {
    accesses.add(
        new Access(
            table,
            className,
            method,
            op,
            List.of(),
            new Place(className + ".java", accesses.size() + 10),
            AccessVia.JPA,
            Certainty.PARSED));
    return this;
  }

  /** Another access of the last line. */
  Fixture alsoChanges(String className, String method, AccessVia via, String table) {
    changes(className, method, via, table);
    Access last = accesses.remove(accesses.size() - 1);
    Place place = accesses.get(accesses.size() - 1).place();
    accesses.add(
        new Access(
            last.table(),
            className,
            method,
            last.op(),
            last.columns(),
            place,
            via,
            last.certainty()));
    return this;
  }

  Fixture changes(String className, String method, AccessVia via, String table) {
    accesses.add(
        new Access(
            table,
            className,
            method,
            via == AccessVia.FETCH ? Operation.SELECT : Operation.UPDATE,
            List.of(),
            new Place(className + ".java", accesses.size() + 10),
            via,
            Certainty.INFERRED));
    return this;
  }

  Fixture join(String className, String method, String... joined) {
    joins.add(
        new Join(
            List.of(joined), className, method, new Place(className + ".java", joins.size() + 50)));
    return this;
  }

  /** A statement over these tables that a class runs once, as a migration. */
  Fixture migrates(String className, String method, String... joined) {
    join(className, method, joined);
    for (String each : joined) {
      accesses.add(
          new Access(
              each,
              className,
              method,
              Operation.UPDATE,
              List.of(),
              new Place(className + ".java", joins.size() + 49),
              AccessVia.MIGRATION,
              Certainty.PARSED));
    }
    return this;
  }

  Fixture ids(String className, String table) {
    mappings.add(
        new MappingFact(
            className,
            table,
            MappingRole.IDS,
            new Place(className + ".java", 3),
            Certainty.PARSED));
    return this;
  }

  Fixture maps(String className, String table) {
    mappings.add(
        new MappingFact(
            className,
            table,
            MappingRole.OWN,
            new Place(className + ".java", 2),
            Certainty.PARSED));
    return this;
  }

  /** A collection that a class holds; what is taken out of it is removed where it is told so. */
  Fixture holds(String className, String property, String target, boolean removes) {
    relations.add(
        new RelationFact(
            className,
            property,
            target,
            RelationFact.Kind.ENTITY,
            true,
            false,
            removes,
            removes,
            removes,
            false,
            List.of(),
            "",
            new Place(className + ".java", relations.size() + 20)));
    return this;
  }

  /** A job of the database that calls routines and does something to tables itself. */
  Fixture job(String name, List<String> calls, DatabaseObject.Use... uses) {
    objects.add(
        new DatabaseObject(
            name,
            DatabaseObjectKind.JOB,
            List.of(),
            List.of(),
            List.of(uses),
            calls,
            List.of(new Place("db/V1.sql", objects.size() + 1)),
            Certainty.PARSED));
    return this;
  }

  Fixture object(
      String name, DatabaseObjectKind kind, List<String> on, List<DatabaseObject.Use> uses) {
    objects.add(
        new DatabaseObject(
            name,
            kind,
            on,
            List.of(),
            uses,
            List.of(),
            List.of(new Place("db/logic.sql", objects.size() + 1)),
            Certainty.PARSED));
    return this;
  }

  Fixture defaultIds(String className, String detail) {
    return trait(TraitKind.DEFAULT_ID_SOURCE, "hibernate_sequence", detail, className, "");
  }

  Fixture grant(String grantee, String object) {
    grants.add(new Grant(grantee, List.of("SELECT"), object, new Place("db/grants.sql", 1)));
    return this;
  }

  Fixture schedule(String className, String method, String when) {
    entries.add(
        new EntryPoint(
            "schedule " + className + "." + method,
            EntryPointKind.SCHEDULE,
            null,
            when,
            className,
            method,
            new Place(className + ".java", 7),
            Certainty.PARSED));
    return this;
  }

  /** One method that calls another, both as {@code Class.method}. */
  Fixture calls(String from, String to) {
    references.add(
        new Reference(
            from.substring(0, from.lastIndexOf('.')),
            from.substring(from.lastIndexOf('.') + 1),
            to.substring(0, to.lastIndexOf('.')),
            to.substring(to.lastIndexOf('.') + 1),
            ReferenceKind.CALL,
            references.size() + 20));
    return this;
  }

  Fixture transaction(String className, String method, String... writes) {
    return transaction(className, method, "", List.of(writes));
  }

  Fixture transaction(String className, String method, String propagation, List<String> writes) {
    transactions.add(
        new TransactionFact(
            className,
            method,
            new Place(className + ".java", 7),
            false,
            propagation,
            List.of(),
            writes,
            List.of(),
            Certainty.PARSED));
    return this;
  }

  Fixture trait(TraitKind kind, String name, String detail, String className, String method) {
    return trait(kind, name, detail, className, method, Certainty.PARSED);
  }

  Fixture trait(
      TraitKind kind,
      String name,
      String detail,
      String className,
      String method,
      Certainty certainty) {
    traits.add(
        new Trait(
            kind,
            name,
            detail,
            className,
            method,
            new Place(className.isEmpty() ? "pom.xml" : className + ".java", traits.size() + 90),
            certainty));
    return this;
  }

  ContextMap map() {
    for (TableFact table : tables) {
      String key = ContextMap.key(table.name());
      Ownership owner = owners.get(key);
      List<String> writers =
          accesses.stream()
              .filter(each -> each.op().writes() && ContextMap.key(each.table()).equals(key))
              .flatMap(each -> contextsOf(each.className()).stream())
              .distinct()
              .sorted()
              .toList();
      owners.put(key, new Ownership(owner == null ? "" : owner.owner(), writers, ""));
    }
    Share all = new Share(10, 10);
    Facts facts =
        new Facts(
            new SourceSummary(10, 100, types.size(), 1, 0, 0),
            types,
            references,
            tables,
            mappings,
            relations,
            accesses,
            joins,
            List.of(),
            new Database(objects, grants, Vendor.UNKNOWN),
            entries,
            transactions,
            traits,
            Coverage.of(all, all, all, all, all, Map.of()),
            unread);
    List<BoundedContext> bounded = new ArrayList<>();
    contexts.forEach(
        (name, classes) ->
            bounded.add(
                new BoundedContext(
                    name,
                    classes,
                    List.of(),
                    List.of(),
                    new BoundedContext.Coupling(0, 0, 0, 0, 0, 0, 0))));
    Decomposition decomposition =
        new Decomposition(bounded, List.of(), List.of(), List.of(), owners, List.of());
    return new ContextMap(new Analysis(facts, decomposition, new Advice("", "", "", "")));
  }

  private List<String> contextsOf(String className) {
    return contexts.entrySet().stream()
        .filter(each -> each.getValue().contains(className))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Findings of a rule as {@code id severity: message}. */
  List<String> found(Rule rule) {
    return rule.find(new Ground(map())).stream()
        .map(each -> "%s %s: %s".formatted(each.id(), each.severity(), each.message()))
        .toList();
  }

  Finding only(Rule rule) {
    List<Finding> all = rule.find(new Ground(map()));
    if (all.size() != 1) {
      throw new AssertionError("one finding expected: " + all);
    }
    return all.get(0);
  }
}
