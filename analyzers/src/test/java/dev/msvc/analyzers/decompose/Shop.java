package dev.msvc.analyzers.decompose;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Coverage;
import dev.msvc.model.Database;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RelationFact;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Facts of a system that a test describes line by line. */
final class Shop {
  private final List<TypeFact> types = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<TableFact> tables = new ArrayList<>();
  private final List<Access> accesses = new ArrayList<>();
  private final List<EntryPoint> entryPoints = new ArrayList<>();
  private final List<TransactionFact> transactions = new ArrayList<>();
  private final List<RelationFact> relations = new ArrayList<>();

  Shop type(String name, String... methods) {
    return annotated(name, List.of(), methods);
  }

  Shop module(String module, String... names) {
    for (String name : names) {
      type(name);
      TypeFact type = types.remove(types.size() - 1);
      types.add(
          new TypeFact(
              type.name(),
              module,
              type.topLevel(),
              type.kind(),
              type.place(),
              type.lines(),
              type.annotations(),
              type.superclass(),
              type.interfaces(),
              type.methods(),
              type.fields(),
              type.generated()));
    }
    return this;
  }

  Shop lines(String name, int lines) {
    return annotated(name, lines, List.of());
  }

  Shop annotated(String name, List<String> annotations, String... methods) {
    return annotated(name, 50, annotations, methods);
  }

  private Shop annotated(String name, int lines, List<String> annotations, String... methods) {
    List<MethodFact> facts = new ArrayList<>();
    for (String method : methods) {
      facts.add(new MethodFact(method, List.of(), 1, 5, List.of()));
    }
    types.add(
        new TypeFact(
            name,
            "",
            name,
            TypeKind.CLASS,
            place(name),
            lines,
            annotations,
            null,
            List.of(),
            facts,
            List.of(),
            false));
    return this;
  }

  Shop nested(String outer, String name) {
    types.add(
        new TypeFact(
            outer + "." + name,
            "",
            outer,
            TypeKind.CLASS,
            place(outer),
            5,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            false));
    return this;
  }

  Shop refers(String from, String member, String to, ReferenceKind kind) {
    references.add(new Reference(from, member, to, "", kind, references.size() + 1));
    return this;
  }

  Shop calls(String from, String... targets) {
    for (String to : targets) {
      refers(from, "run", to, ReferenceKind.CALL);
    }
    return this;
  }

  Shop table(String name, String... references) {
    return mapped(name, List.of(), references);
  }

  /** A table that is no type's own, and that mappings of some use. */
  Shop linked(String name, List<String> types) {
    tables.add(
        new TableFact(
            name,
            TableKind.TABLE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            types,
            List.of(),
            List.of(new Place("schema.sql", 1))));
    return this;
  }

  Shop mapped(String name, List<String> entities, String... references) {
    List<ForeignKey> keys = new ArrayList<>();
    for (String other : references) {
      keys.add(
          new ForeignKey(
              List.of(other + "_id"),
              other,
              List.of(),
              new Place("schema.sql", 1),
              Certainty.PARSED));
    }
    tables.add(
        new TableFact(
            name,
            TableKind.TABLE,
            List.of(),
            List.of(),
            keys,
            entities,
            List.of(),
            List.of(new Place("schema.sql", 1))));
    return this;
  }

  Shop accesses(String type, String method, Operation op, String table) {
    return accesses(type, method, op, table, AccessVia.JDBC);
  }

  Shop accesses(String type, String method, Operation op, String table, AccessVia via) {
    accesses.add(
        new Access(table, type, method, op, List.of(), place(type), via, Certainty.PARSED));
    return this;
  }

  /** A list of parts, removed with what holds them or not. */
  Shop holds(String type, String part, boolean removes) {
    relations.add(
        new RelationFact(
            type,
            "parts",
            part,
            RelationFact.Kind.ENTITY,
            true,
            false,
            removes,
            removes,
            false,
            false,
            List.of(),
            "",
            place(type)));
    return this;
  }

  /** A class with a main method. */
  Shop starts(String type) {
    entryPoints.add(
        new EntryPoint(
            "main " + type,
            EntryPointKind.MAIN,
            "",
            "",
            type,
            "main",
            place(type),
            Certainty.PARSED));
    return this;
  }

  Shop serves(String type, String path) {
    entryPoints.add(
        new EntryPoint(
            "GET " + path,
            EntryPointKind.HTTP,
            "GET",
            path,
            type,
            "handle",
            place(type),
            Certainty.PARSED));
    return this;
  }

  Shop transaction(String type, List<String> reads, List<String> writes) {
    transactions.add(
        new TransactionFact(
            type,
            "run",
            place(type),
            false,
            "REQUIRED",
            reads,
            writes,
            List.of(type),
            Certainty.PARSED));
    return this;
  }

  /** A controller, a service, a repository and an entity with its table, in one package. */
  Shop aggregate(String name, String table) {
    String base = "shop.app.";
    String controller = base + "web." + name + "Controller";
    String service = base + "service." + name + "Service";
    String repository = base + "dao." + name + "Repository";
    String entity = base + "model." + name;
    return type(controller, "show")
        .type(service, "find" + name, "save" + name)
        .type(repository, "find")
        .type(entity, "getId")
        .refers(controller, "", service, ReferenceKind.INJECTED)
        .refers(service, "", repository, ReferenceKind.INJECTED)
        .calls(controller, service, entity)
        .calls(service, repository, entity)
        .refers(repository, "", entity, ReferenceKind.TYPE_ARGUMENT)
        .mapped(table, List.of(entity))
        .accesses(repository, "find", Operation.SELECT, table)
        .accesses(repository, "save", Operation.MERGE, table)
        .serves(controller, "/" + table);
  }

  Facts facts() {
    return facts(types, references, tables, accesses, entryPoints, transactions, relations);
  }

  /** The same facts in another order. */
  Facts shuffled(long seed) {
    return facts(
        shuffled(types, seed),
        shuffled(references, seed),
        shuffled(tables, seed),
        shuffled(accesses, seed),
        shuffled(entryPoints, seed),
        shuffled(transactions, seed),
        shuffled(relations, seed));
  }

  private static <T> List<T> shuffled(List<T> list, long seed) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  private static Facts facts(
      List<TypeFact> types,
      List<Reference> references,
      List<TableFact> tables,
      List<Access> accesses,
      List<EntryPoint> entryPoints,
      List<TransactionFact> transactions,
      List<RelationFact> relations) {
    return new Facts(
        new SourceSummary(types.size(), 0, types.size(), 1, 0, 0),
        types,
        references,
        tables,
        List.of(),
        relations,
        accesses,
        List.of(),
        List.of(),
        Database.NONE,
        entryPoints,
        transactions,
        List.of(),
        Coverage.of(Share.NONE, Share.NONE, Share.NONE, Share.NONE, Share.NONE, Map.of()),
        List.of());
  }

  private static Place place(String type) {
    return new Place(type.replace('.', '/') + ".java", 1);
  }
}
