package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.Storing;
import dev.msvc.model.Operation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What methods do to an entity by the words that Spring Data's own interfaces use. */
final class RepositoryVerbs {
  private static final Set<String> OF_OBJECT =
      Set.of("getClass", "equals", "hashCode", "toString", "notify", "notifyAll", "wait");
  private static final Set<String> REFERENCES = Set.of("getReferenceById", "getById", "getOne");

  private static final Set<String> OF_BASE =
      Set.of(
          "save",
          "saveAll",
          "saveAndFlush",
          "saveAllAndFlush",
          "findById",
          "findOne",
          "findAll",
          "findAllById",
          "getOne",
          "getById",
          "getReferenceById",
          "existsById",
          "count",
          "delete",
          "deleteById",
          "deleteAll",
          "deleteAllById",
          "deleteInBatch",
          "deleteAllInBatch",
          "deleteAllByIdInBatch");

  /** What gives a method a query of its own, or more to load. */
  private static final Set<String> QUERIES =
      Set.of("Query", "NativeQuery", "Aggregation", "Update", "Procedure", "EntityGraph");

  private static final Set<String> MANY = Set.of("Iterable", "Collection", "List", "Set");

  /** None begins with another one, so that their order tells nothing. */
  private static final Map<String, Operation> BY_PREFIX =
      Map.ofEntries(
          Map.entry("find", Operation.SELECT),
          Map.entry("get", Operation.SELECT),
          Map.entry("read", Operation.SELECT),
          Map.entry("query", Operation.SELECT),
          Map.entry("search", Operation.SELECT),
          Map.entry("stream", Operation.SELECT),
          Map.entry("count", Operation.SELECT),
          Map.entry("exists", Operation.SELECT),
          Map.entry("save", Operation.MERGE),
          Map.entry("merge", Operation.MERGE),
          Map.entry("insert", Operation.INSERT),
          Map.entry("persist", Operation.INSERT),
          Map.entry("update", Operation.UPDATE),
          Map.entry("delete", Operation.DELETE),
          Map.entry("remove", Operation.DELETE));

  private RepositoryVerbs() {}

  /**
   * What an inherited method does.
   *
   * @param whole whether it gives whole entities
   * @param storing by what it stores, if it does
   */
  record Done(Operation op, boolean whole, Storing storing) {}

  static Done done(Operation op, String method) {
    return new Done(op, givesEntities(method), Storing.of(method));
  }

  /**
   * Whether a method of a repository is declared anew, as for an annotation, and the base class's
   * runs, which takes the key.
   */
  static boolean isInherited(JavaMethod method, CodeBase code) {
    return OF_BASE.contains(method.name())
        && code.implementations(method).isEmpty()
        && takesKeys(method)
        && method.annotations().stream()
            .noneMatch(
                each ->
                    each.name().startsWith("org.springframework.data.")
                        && QUERIES.contains(each.simpleName()));
  }

  /** Else a method by key is a query that is told by its name. */
  private static boolean takesKeys(JavaMethod method) {
    if (!method.name().endsWith("ById")) {
      return true;
    }
    boolean one = method.parameters().size() == 1;
    return one
        && (!method.name().equals("findAllById")
            || MANY.contains(method.parameters().get(0).type().simpleName()));
  }

  /** What a method does; null for nothing. */
  static @Nullable Operation operationOf(String method) {
    if (OF_OBJECT.contains(method)) {
      return null;
    }
    for (Map.Entry<String, Operation> each : BY_PREFIX.entrySet()) {
      if (method.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }

  /** Whether a method gives whole entities, rather than their number or a mere reference. */
  static boolean givesEntities(String method) {
    return operationOf(method) == Operation.SELECT
        && !method.startsWith("count")
        && !method.startsWith("exists")
        && !REFERENCES.contains(method);
  }

  /** The subclass that is stored or removed where the argument's type is one; else the entity. */
  static TypeRef stored(Call call, TypeRef declared, EntityModel model, CodeBase code) {
    TypeRef argument = call.argumentTypes().isEmpty() ? declared : call.argumentTypes().get(0);
    Entity narrower = model.of(argument);
    Entity entity = model.of(declared);
    return narrower != null
            && entity != null
            && code.isA(TypeRef.of(narrower.className()), entity.className())
        ? argument
        : declared;
  }
}
