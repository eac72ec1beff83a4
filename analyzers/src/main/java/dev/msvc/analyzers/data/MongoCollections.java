package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collections that code reaches by MongoDB's own drivers, with no class mapped to them. */
public final class MongoCollections implements Analyzer {
  private static final Set<String> DATABASES =
      Set.of(
          "com.mongodb.client.MongoDatabase",
          "com.mongodb.async.client.MongoDatabase",
          "com.mongodb.reactivestreams.client.MongoDatabase",
          "com.mongodb.DB");
  private static final Set<String> COLLECTIONS =
      Set.of(
          "com.mongodb.client.MongoCollection",
          "com.mongodb.async.client.MongoCollection",
          "com.mongodb.reactivestreams.client.MongoCollection",
          "com.mongodb.DBCollection");

  /** Vert.x names the collection in each call. */
  private static final String NAMING_CLIENT = ".ext.mongo.MongoClient";

  /** Whether a call gets a collection from its database. */
  static boolean opens(Call call) {
    return call.name().equals("getCollection")
        && !call.arguments().isEmpty()
        && DATABASES.contains(call.receiver().name());
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Statements statements = new Statements(EntityModel.of(sources, facts.tables()), facts);
    HeldCollections held = new HeldCollections(code);
    Workers.each(
        code.types(),
        type -> {
          for (JavaMethod method : type.bodies()) {
            for (Call each : method.calls()) {
              read(each, code, held, statements, facts);
            }
          }
        });
  }

  private static void read(
      Call call, CodeBase code, HeldCollections held, Statements statements, FactCollector facts) {
    if (opens(call)) {
      Set<String> names = names(code.texts(call.arguments().get(0), call.caller()));
      List<String> entities = entities(call, code);
      names.forEach(each -> facts.add(collection(each, entities, call)));
      return;
    }
    String on = call.receiver().name();
    if (COLLECTIONS.contains(on)) {
      Operation op = operation(call.name());
      if (op != null && call.expression() instanceof Expr.Call written) {
        note(call, op, names(held.names(written.scope(), call.caller())), statements);
      }
    } else if (on.endsWith(NAMING_CLIENT) && !call.arguments().isEmpty()) {
      Operation op = operation(call.name());
      if (op != null) {
        Set<String> names = names(code.texts(call.arguments().get(0), call.caller()));
        names.forEach(each -> facts.add(collection(each, List.of(), call)));
        note(call, op, names, statements);
      }
    }
  }

  private static void note(Call call, Operation op, Set<String> names, Statements statements) {
    if (names.isEmpty()) {
      statements.unread(call.place(), "a collection of MongoDB whose name is not seen");
      return;
    }
    for (String each : names) {
      statements.access(
          each, op, List.of(), Site.of(call), AccessVia.MONGO_DRIVER, Certainty.INFERRED);
    }
  }

  /** Names that are known as a whole. */
  private static Set<String> names(Collection<String> texts) {
    Set<String> names = new TreeSet<>(texts);
    names.removeIf(each -> each.isBlank() || each.indexOf(SqlReader.HOLE) >= 0);
    return names;
  }

  /** The type of the system whose objects a collection holds, where the call says it. */
  private static List<String> entities(Call call, CodeBase code) {
    TypeRef held = call.argumentTypes().size() == 2 ? call.argumentTypes().get(1) : TypeRef.UNKNOWN;
    JavaType type = code.project(held.argument(0).name());
    return type == null ? List.of() : List.of(type.name());
  }

  private static TableFact collection(String name, List<String> entities, Call call) {
    return new TableFact(
        name,
        TableKind.COLLECTION,
        List.of(),
        List.of(),
        List.of(),
        entities,
        List.of(),
        List.of(call.place()));
  }

  /** What a method of a collection does; null where it touches no documents. */
  private static @Nullable Operation operation(String name) {
    if (name.startsWith("find")) {
      return name.contains("AndDelete") || name.contains("AndRemove")
          ? Operation.DELETE
          : name.contains("And") ? Operation.UPDATE : Operation.SELECT;
    }
    if (name.startsWith("insert")) {
      return Operation.INSERT;
    }
    if (name.startsWith("update") || name.startsWith("replace")) {
      return Operation.UPDATE;
    }
    if (name.startsWith("delete") || name.startsWith("remove")) {
      return Operation.DELETE;
    }
    if (name.equals("save") || name.startsWith("bulkWrite")) {
      return Operation.MERGE;
    }
    if (name.equals("drop") || name.equals("dropCollection")) {
      return Operation.TRUNCATE;
    }
    boolean reads =
        name.startsWith("count")
            || name.startsWith("estimatedDocumentCount")
            || name.startsWith("aggregate")
            || name.startsWith("distinct")
            || name.equals("mapReduce")
            || name.equals("group")
            || name.equals("watch");
    return reads ? Operation.SELECT : null;
  }
}
