package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.EntityModel.Joining;
import dev.msvc.analyzers.mapping.EntityModel.Path;
import dev.msvc.analyzers.sql.JpqlReader;
import dev.msvc.analyzers.sql.JpqlStatement;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads statements of JPQL and HQL: the tables behind the entities and paths that they name. */
final class JpqlStatements {
  private static final JpqlReader JPQL = new JpqlReader();

  private static final Pattern FROM_FIRST =
      Pattern.compile("\\s*from\\b", Pattern.CASE_INSENSITIVE);

  /** Goes on as a query does, where a sentence might begin so: {@code from Order to Customer}. */
  private static final Pattern HQL =
      Pattern.compile(
          "\\s*from\\s+[\\w.$]+(?:\\s+(?:as\\s+)?\\w+)?\\s*(?:$|,"
              + "|(?<=\\s)(?:where|order\\s+by|group\\s+by|(?:left|right|inner|full|cross)\\s|join)\\b.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern LOADED =
      Pattern.compile(
          "\\b(?:join\\s+(?:fetch\\s+)?|select\\s+(?:distinct\\s+)?)((?:\\w+\\.)+\\w+)",
          Pattern.CASE_INSENSITIVE);

  private final EntityModel model;
  private final SchemaFunctions functions;

  JpqlStatements(EntityModel model, SchemaFunctions functions) {
    this.model = model;
    this.functions = functions;
  }

  /** Whether a text is HQL without SELECT that reads an entity: {@code from Order where ...}. */
  boolean isHql(String text) {
    if (model.entities().isEmpty() || !HQL.matcher(text).lookingAt()) {
      return false;
    }
    JpqlStatement read = JPQL.read(text);
    return read.certainty() == Certainty.PARSED
        && model.named(read.entities().get(0).name()) != null;
  }

  /** Whether a text names an entity that is mapped. */
  boolean namesEntity(String text) {
    return JPQL.read(text).entities().stream().anyMatch(each -> model.named(each.name()) != null);
  }

  /** Whether an entity is selected as a whole, as no row of a table is. */
  boolean selectsEntity(String text) {
    JpqlStatement read = JPQL.read(text);
    return read.entities().stream()
        .filter(each -> each.op() == Operation.SELECT && model.named(each.name()) != null)
        .anyMatch(each -> isSelected(read, each, text));
  }

  /**
   * Adds what one text of a statement touches.
   *
   * @param owner the entity that {@code #{#entityName}} stands for
   */
  void read(String text, @Nullable Entity owner, FoundAccesses found) {
    JpqlStatement statement = JPQL.read(text);
    if (!statement.isStatement()) {
      found.problem("not understood as JPQL");
      return;
    }
    if (statement.dynamic()) {
      found.problem("dynamic entity name");
    } else if (statement.certainty() == Certainty.GUESSED) {
      found.problem("JPQL not fully understood");
    }
    Set<String> together = new LinkedHashSet<>();
    Set<String> fetched = new LinkedHashSet<>();
    for (JpqlStatement.Entity each : statement.entities()) {
      Entity entity = entity(each.name(), owner);
      if (entity == null) {
        found.problem("'%s' is no entity that we read".formatted(each.name()));
        continue;
      }
      List<String> own = model.tables(entity);
      if (each.op() == Operation.UPDATE) {
        changed(statement, each.name(), entity)
            .forEach(
                (table, columns) ->
                    found.add(
                        table,
                        each.op(),
                        List.copyOf(columns),
                        AccessVia.JPQL,
                        statement.certainty()));
      } else {
        for (String table : own) {
          found.add(table, each.op(), List.of(), AccessVia.JPQL, statement.certainty());
        }
      }
      together.addAll(own);
      boolean isRun = !found.site().method().isEmpty();
      if (isRun && each.op() == Operation.SELECT && isSelected(statement, each, text)) {
        fetched.addAll(model.fetched(entity));
      }
    }
    for (JpqlStatement.Path each : statement.paths()) {
      Entity entity = entity(each.entity(), owner);
      if (entity != null) {
        List<String> names = List.of(each.path().split("\\.", -1));
        boolean loaded = isLoaded(text, statement, names);
        Path path = model.path(entity, names, loaded ? Joining.ALL : Joining.NEEDED);
        for (String table : path.tables()) {
          found.add(table, Operation.SELECT, List.of(), AccessVia.JPQL, statement.certainty());
          together.add(table);
        }
      }
    }
    // last, since what the query itself names is surer
    for (String table : fetched) {
      found.add(table, Operation.SELECT, List.of(), AccessVia.FETCH, Certainty.INFERRED);
    }
    found.join(List.copyOf(together));
    functions.calledIn(text).forEach(each -> found.routine(each, statement.certainty()));
  }

  private @Nullable Entity entity(String name, @Nullable Entity owner) {
    if (name.equals("#{#entityName}")) {
      return owner;
    }
    Entity named = model.named(name);
    return named == null ? model.behind(name) : named;
  }

  /** Whether a query gives this entity as a whole: it selects its alias, or nothing by name. */
  private static boolean isSelected(
      JpqlStatement statement, JpqlStatement.Entity entity, String text) {
    boolean unnamed = FROM_FIRST.matcher(text).lookingAt();
    return unnamed
        ? entity.equals(statement.entities().get(0))
        : !entity.alias().isEmpty()
            && Pattern.compile(
                    "\\s*select\\s+(?:distinct\\s+)?"
                        + Pattern.quote(entity.alias())
                        + "\\b(?!\\s*\\.)",
                    Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .lookingAt();
  }

  /** Whether a path is joined or selected, rather than compared by its key. */
  private static boolean isLoaded(String text, JpqlStatement statement, List<String> path) {
    Matcher loaded = LOADED.matcher(text);
    while (loaded.find()) {
      List<String> named = List.of(loaded.group(1).split("\\.", -1));
      List<String> steps = named.subList(1, named.size());
      boolean ofEntity =
          statement.entities().stream()
              .anyMatch(each -> each.alias().equalsIgnoreCase(named.get(0)));
      int from = path.size() - steps.size();
      if (ofEntity ? from == 0 && path.equals(steps) : from > 0 && endsWith(path, steps)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(List<String> path, List<String> steps) {
    return path.subList(path.size() - steps.size(), path.size()).equals(steps);
  }

  /** The tables that an update changes, of a hierarchy only those of the properties it sets. */
  private Map<String, Set<String>> changed(JpqlStatement statement, String name, Entity entity) {
    Map<String, Set<String>> changed = new TreeMap<>();
    for (JpqlStatement.Path each : statement.paths()) {
      if (each.op() == Operation.UPDATE && each.entity().equals(name)) {
        List<String> names = List.of(each.path().split("\\.", -1));
        Property property = entity.properties().get(names.get(0));
        if (property != null) {
          changed
              .computeIfAbsent(model.tableOf(entity, property), table -> new TreeSet<>())
              .addAll(model.path(entity, names, Joining.NEEDED).columns());
        }
      }
    }
    if (changed.isEmpty()) {
      model.tables(entity).forEach(table -> changed.put(table, Set.of()));
    }
    return changed;
  }
}
