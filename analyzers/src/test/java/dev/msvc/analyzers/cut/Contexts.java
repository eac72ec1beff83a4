package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Coverage;
import dev.msvc.model.Database;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.FieldFact;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Join;
import dev.msvc.model.Key;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.MethodFact;
import dev.msvc.model.OnDelete;
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
import dev.msvc.model.Unplaced;
import dev.msvc.model.Vendor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Contexts that a test describes line by line. */
public final class Contexts {
  private final SortedMap<String, SortedSet<String>> classes = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> tables = new TreeMap<>();
  private final Map<String, BoundedContext.Coupling> couplings = new LinkedHashMap<>();
  private final List<Unplaced> shared = new ArrayList<>();
  private final List<Unplaced> mustSplit = new ArrayList<>();
  private final List<Trait> traits = new ArrayList<>();
  private final List<TypeFact> types = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final Map<String, List<ForeignKey>> keys = new LinkedHashMap<>();
  private final Map<String, TableFact> readTables = new LinkedHashMap<>();
  private final Map<String, List<Key>> uniqueKeys = new LinkedHashMap<>();
  private final List<MappingFact> mappings = new ArrayList<>();
  private final List<RelationFact> relations = new ArrayList<>();
  private final List<Access> accesses = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<DatabaseObject> objects = new ArrayList<>();
  private Vendor vendor = Vendor.UNKNOWN;
  private final List<EntryPoint> entryPoints = new ArrayList<>();
  private final List<TransactionFact> transactions = new ArrayList<>();

  /** A class of a context with its methods. */
  public Contexts type(String context, String name, String... methods) {
    return type(context, name, List.of(), List.of(), methods);
  }

  public Contexts type(
      String context,
      String name,
      List<String> annotations,
      List<FieldFact> fields,
      String... methods) {
    return type(context, name, TypeKind.CLASS, null, List.of(), annotations, fields, methods);
  }

  /** A type of any kind, below others. */
  public Contexts type(
      String context,
      String name,
      TypeKind kind,
      @Nullable String superclass,
      List<String> interfaces,
      List<String> annotations,
      List<FieldFact> fields,
      String... methods) {
    List<MethodFact> all = new ArrayList<>();
    for (String each : methods) {
      all.add(new MethodFact(each, List.of(), 1, 5, List.of()));
    }
    types.add(
        new TypeFact(
            name,
            "",
            name,
            kind,
            place(name),
            50,
            annotations,
            superclass,
            interfaces,
            all,
            fields,
            false));
    if (context.isEmpty()) {
      shared.add(new Unplaced(name, "", "used by all"));
    } else {
      classes.computeIfAbsent(context, key -> new TreeSet<>()).add(name);
    }
    return this;
  }

  /** A class of no context that must be split, with its methods. */
  public Contexts toSplit(String name, String nearest, String... methods) {
    type("", name, methods);
    shared.remove(shared.size() - 1);
    mustSplit.add(new Unplaced(name, nearest, "does the work of several"));
    return this;
  }

  /** Something that a class does, seen in one of its methods. */
  public Contexts trait(TraitKind kind, String className, String method) {
    traits.add(new Trait(kind, "x", "", className, method, place(className), Certainty.PARSED));
    return this;
  }

  public Contexts trait(
      TraitKind kind, String name, String detail, String className, String method) {
    traits.add(
        new Trait(kind, name, detail, className, method, place(className), Certainty.PARSED));
    return this;
  }

  /** A method that only hands out an object of a type. */
  public Contexts handsOut(String className, String method, String given) {
    traits.add(
        new Trait(
            TraitKind.HANDS_OUT, given, "", className, method, place(className), Certainty.PARSED));
    return this;
  }

  /** What a container knows, and puts into others. */
  public Contexts bean(String context, String name, String... methods) {
    return type(
        context, name, List.of("org.springframework.stereotype.Service"), List.of(), methods);
  }

  public Contexts table(String context, String name) {
    tables.computeIfAbsent(context, key -> new TreeSet<>()).add(name);
    keys.putIfAbsent(name, new ArrayList<>());
    return this;
  }

  /** References of a context that cross its boundary and that stay inside; none if not said. */
  public Contexts coupled(String context, int crossing, int internal) {
    couplings.put(context, new BoundedContext.Coupling(crossing, 0, internal, 0, 0, 0, 0));
    return this;
  }

  /** A table as it was read. */
  public Contexts table(String context, TableFact read) {
    readTables.put(read.name(), read);
    return table(context, read.name());
  }

  public Contexts key(String table, String column, String references) {
    return key(table, column, references, OnDelete.REFUSE);
  }

  public Contexts key(String table, String column, String references, OnDelete onDelete) {
    keys.computeIfAbsent(table, name -> new ArrayList<>())
        .add(
            new ForeignKey(
                List.of(column),
                references,
                List.of(),
                new Place("V1.sql", 3),
                Certainty.PARSED,
                "",
                onDelete));
    return this;
  }

  public Contexts primaryKey(String table, String... columns) {
    uniqueKeys
        .computeIfAbsent(table, name -> new ArrayList<>())
        .add(new Key(Key.Kind.PRIMARY, List.of(columns)));
    return this;
  }

  public Contexts maps(String className, String table) {
    mappings.add(
        new MappingFact(className, table, MappingRole.OWN, place(className), Certainty.PARSED));
    return this;
  }

  public Contexts relation(String className, String property, String target, boolean composed) {
    return relation(className, property, target, RelationFact.Kind.ENTITY, composed);
  }

  public Contexts relation(
      String className, String property, String target, RelationFact.Kind kind, boolean composed) {
    relations.add(
        new RelationFact(
            className,
            property,
            target,
            kind,
            composed,
            true,
            composed,
            composed,
            composed,
            false,
            List.of(),
            "",
            place(className)));
    return this;
  }

  public Contexts access(
      String className, String method, Operation op, String table, String... columns) {
    accesses.add(
        new Access(
            table,
            className,
            method,
            op,
            List.of(columns),
            place(className),
            AccessVia.JDBC,
            Certainty.PARSED));
    return this;
  }

  public Contexts join(String className, String method, String text, String... joined) {
    joins.add(new Join(List.of(joined), className, method, place(className), text));
    return this;
  }

  /** Configuration says that production has this database. */
  public Contexts production(String name, Place place) {
    vendor = new Vendor(name, place);
    return this;
  }

  public Contexts view(String name, String... reads) {
    return object(name, DatabaseObjectKind.VIEW, List.of(), Operation.SELECT, reads);
  }

  public Contexts object(
      String name, DatabaseObjectKind kind, List<String> on, Operation op, String... uses) {
    List<DatabaseObject.Use> all = new ArrayList<>();
    for (String each : uses) {
      all.add(new DatabaseObject.Use(each, op));
    }
    objects.add(
        new DatabaseObject(
            name,
            kind,
            on,
            List.of(),
            all,
            List.of(),
            List.of(new Place("V2.sql", 1)),
            Certainty.PARSED));
    return this;
  }

  public Contexts transaction(
      String className, String method, List<String> writers, String... writes) {
    return transaction(className, method, writers, List.of(), writes);
  }

  public Contexts transaction(
      String className,
      String method,
      List<String> writers,
      List<String> uncertain,
      String... writes) {
    transactions.add(
        new TransactionFact(
            className,
            method,
            place(className),
            false,
            "REQUIRED",
            List.of(),
            List.of(writes),
            writers,
            Certainty.PARSED,
            new TreeMap<>(),
            uncertain));
    return this;
  }

  public Contexts refers(String from, String to, ReferenceKind kind) {
    String member = kind == ReferenceKind.CALL ? "run" : "";
    references.add(new Reference(from, "run", to, member, kind, 7));
    return this;
  }

  public Contexts calls(String from, String fromMethod, String to, String toMethod) {
    references.add(new Reference(from, fromMethod, to, toMethod, ReferenceKind.CALL, 7));
    return this;
  }

  public Contexts serves(String className, String path) {
    entryPoints.add(
        new EntryPoint(
            "GET " + path,
            EntryPointKind.HTTP,
            "GET",
            path,
            className,
            "handle",
            place(className),
            Certainty.PARSED));
    return this;
  }

  /** An entry point of any kind. */
  public Contexts answers(
      EntryPointKind kind, String httpMethod, String path, String className, String method) {
    entryPoints.add(
        new EntryPoint(
            httpMethod + " " + path,
            kind,
            httpMethod,
            path,
            className,
            method,
            place(className),
            Certainty.PARSED));
    return this;
  }

  public ContextMap map() {
    SortedMap<String, Ownership> owners = new TreeMap<>();
    List<TableFact> facts = new ArrayList<>();
    List<BoundedContext> contexts = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(classes.keySet());
    names.addAll(tables.keySet());
    names.remove("");
    for (String each : names) {
      contexts.add(
          new BoundedContext(
              each,
              List.copyOf(classes.getOrDefault(each, new TreeSet<>())),
              List.copyOf(tables.getOrDefault(each, new TreeSet<>())),
              List.of(),
              couplings.getOrDefault(each, new BoundedContext.Coupling(0, 0, 0, 0, 0, 0, 0))));
    }
    tables.forEach(
        (context, all) ->
            all.forEach(
                table -> {
                  owners.put(table, new Ownership(context, List.of(), ""));
                  List<String> entities =
                      mappings.stream()
                          .filter(each -> each.table().equals(table))
                          .map(MappingFact::className)
                          .toList();
                  facts.add(
                      readTables.getOrDefault(
                          table,
                          new TableFact(
                              table,
                              TableKind.TABLE,
                              List.of(),
                              uniqueKeys.getOrDefault(table, List.of()),
                              keys.getOrDefault(table, List.of()),
                              entities,
                              List.of(),
                              List.of(new Place("V1.sql", 1)))));
                }));
    return new ContextMap(
        new Analysis(
            new Facts(
                new SourceSummary(types.size(), 100, types.size(), 1, 0, 0),
                types,
                references,
                facts,
                mappings,
                relations,
                accesses,
                joins,
                List.of(),
                new Database(objects, List.of(), vendor),
                entryPoints,
                transactions,
                traits,
                Coverage.of(Share.NONE, Share.NONE, Share.NONE, Share.NONE, Share.NONE, Map.of()),
                List.of()),
            new Decomposition(contexts, shared, mustSplit, List.of(), owners, dependencies()),
            new Advice("", "", "", "")));
  }

  private List<Dependency> dependencies() {
    Map<List<String>, Map<ReferenceKind, Integer>> all = new LinkedHashMap<>();
    for (Reference each : references) {
      all.computeIfAbsent(List.of(each.from(), each.to()), pair -> new TreeMap<>())
          .merge(each.kind(), 1, Integer::sum);
    }
    List<Dependency> dependencies = new ArrayList<>();
    all.forEach(
        (pair, kinds) ->
            dependencies.add(new Dependency(pair.get(0), pair.get(1), kinds, place(pair.get(0)))));
    return dependencies;
  }

  private static Place place(String className) {
    return new Place(className.replace('.', '/') + ".java", 7);
  }
}
