package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.Entity;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.EntityModel.Touched;
import dev.msvc.analyzers.mapping.Storing;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.analyzers.sql.SqlStatement;
import dev.msvc.analyzers.sql.TableUse;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Join;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Trait;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns statements and entity operations into accesses and joins of the code that runs them. */
final class Statements {
  private static final SqlReader SQL = SqlReader.shared();

  private static final Pattern GLUED = Pattern.compile("(?:where|and|or|order|group|left|join)");

  private final EntityModel model;
  private final JpqlStatements jpql;
  private final FactCollector facts;
  private final SchemaFunctions functions;
  private final SchemaNames schema;
  private final Set<String> withNames;

  Statements(EntityModel model, FactCollector facts) {
    this(model, facts, Set.of());
  }

  /**
   * @param withNames names of {@link WithNames}
   */
  Statements(EntityModel model, FactCollector facts, Set<String> withNames) {
    this.withNames = withNames;
    this.model = model;
    this.facts = facts;
    this.functions = new SchemaFunctions(facts.databaseObjects());
    this.jpql = new JpqlStatements(model, functions);
    this.schema = new SchemaNames(facts.tables());
  }

  /** Who runs a statement, and where it is written. */
  record Site(String className, String method, Place place) {
    static Site of(Call call) {
      return new Site(call.caller().owner().name(), methodName(call.caller()), call.place());
    }

    static Site of(JavaMethod method) {
      return new Site(method.owner().name(), methodName(method), method.place());
    }

    Site at(Place other) {
      return new Site(className, method, other);
    }

    /** An initializer is the type as a whole. */
    private static String methodName(JavaMethod method) {
      return method.name().equals("<clinit>") ? "" : method.name();
    }
  }

  /** Whether a text is SQL that is understood as a whole. */
  static boolean parses(String text) {
    SqlStatement read = SQL.read(text);
    return read.isStatement() && read.certainty() == Certainty.PARSED;
  }

  /** Notes that a text could not be understood. */
  void unread(Place place, String reason) {
    facts.add(new Unread(place.file(), place.line(), reason));
  }

  /**
   * Counts a statement; notes why it could not be understood as a whole, where there is a reason.
   */
  void counted(Place place, @Nullable String problem) {
    facts.statement(problem == null);
    if (problem != null) {
      unread(place, problem);
    }
  }

  /** Notes what a statement shows beside its tables. */
  void trait(Trait trait) {
    facts.add(trait);
  }

  /** Notes what was found to be done to a table. */
  void access(Access access) {
    facts.add(access);
  }

  /** Notes a statement of which not even the text is known. */
  void unknown(Place place, String reason) {
    facts.statement(false);
    unread(place, reason);
  }

  /** Notes one statement of SQL by the texts it can have. */
  void sql(Collection<String> texts, Site site, AccessVia via) {
    sql(texts, site, via, Certainty.PARSED);
  }

  /**
   * The same of a statement of which it is less sure that it is run.
   *
   * @param best how sure its tables are at most
   */
  void sql(Collection<String> texts, Site site, AccessVia via, Certainty best) {
    read(texts, new FoundAccesses(site, best), via).finish(this);
  }

  /**
   * Notes one statement of SQL whose tables no mapping renames, by the texts it can have.
   *
   * @param best how sure its tables are at most
   * @param first whether it is counted now, rather than again for other code that runs it, too
   */
  void mapped(Collection<String> texts, Site site, AccessVia via, Certainty best, boolean first) {
    FoundAccesses found = new FoundAccesses(site, best).in(texts);
    List<SqlStatement> all = texts.stream().map(SQL::read).toList();
    Set<String> sure = new HashSet<>();
    for (SqlStatement each : all) {
      if (each.isStatement() && each.certainty() == Certainty.PARSED) {
        each.tables().forEach(table -> sure.add(TableName.key(table)));
      }
    }
    for (SqlStatement each : all) {
      boolean nothingNew =
          !sure.isEmpty()
              && each.certainty() == Certainty.GUESSED
              && each.tables().stream().allMatch(table -> sure.contains(TableName.key(table)));
      if (!nothingNew) {
        sql(each, via, found);
      }
    }
    if (first) {
      found.finish(this);
    } else {
      found.addFacts(this);
    }
  }

  /** What one statement of SQL does that a class completes, by the texts it can have. */
  FoundAccesses completed(Collection<String> texts, Site site, AccessVia via) {
    return read(texts, new FoundAccesses(site, Certainty.INFERRED), via);
  }

  private FoundAccesses read(Collection<String> texts, FoundAccesses found, AccessVia via) {
    found.in(texts);
    List<String> sure =
        texts.stream()
            .filter(each -> !isJpql(each))
            .filter(each -> SQL.read(each).certainty() == Certainty.PARSED)
            .filter(each -> SQL.read(each).isStatement())
            .toList();
    Set<String> named = new HashSet<>();
    texts.forEach(
        each -> SQL.read(each).tables().forEach(table -> named.add(TableName.key(table))));
    for (String each : texts) {
      if (isJpql(each)) {
        jpql.read(each, null, found);
      } else {
        SqlStatement read = SQL.read(each);
        boolean guessed = read.certainty() == Certainty.GUESSED;
        sql(
            guessed && !sure.isEmpty()
                ? known(read)
                : guessed && texts.size() > 1 ? withoutGlued(read, named) : read,
            via,
            found);
      }
    }
    return found;
  }

  /** A way to put a statement together that does not parse where others do, with known tables. */
  private SqlStatement known(SqlStatement read) {
    return read.with(
        read.uses().stream().filter(each -> schema.has(each.table())).toList(), Certainty.PARSED);
  }

  /** Without names to which a way that does not parse glued the word behind them. */
  private SqlStatement withoutGlued(SqlStatement read, Set<String> named) {
    List<TableUse> uses = new ArrayList<>();
    for (TableUse each : read.uses()) {
      String key = TableName.key(each.table());
      boolean glued =
          !schema.has(key)
              && Stream.concat(named.stream(), schema.tables().stream())
                  .filter(name -> name.length() < key.length() && key.startsWith(name))
                  .map(name -> key.substring(name.length()))
                  .anyMatch(rest -> GLUED.matcher(rest).lookingAt());
      if (!glued) {
        uses.add(each);
      }
    }
    return read.with(uses, Certainty.GUESSED);
  }

  /**
   * Notes one statement of JPQL by the texts it can have.
   *
   * @param owner the entity that {@code #{#entityName}} stands for
   */
  void jpql(Collection<String> texts, @Nullable Entity owner, Site site) {
    jpql(texts, owner, site, Certainty.PARSED);
  }

  /**
   * The same of a statement of which it is less sure that it is run.
   *
   * @param best how sure its tables are at most
   */
  void jpql(Collection<String> texts, @Nullable Entity owner, Site site, Certainty best) {
    jpql(texts, owner, new FoundAccesses(site, best)).finish(this);
  }

  /** What one statement of JPQL does that a class completes. */
  FoundAccesses completedJpql(Collection<String> texts, Site site) {
    return jpql(texts, null, new FoundAccesses(site, Certainty.INFERRED));
  }

  private FoundAccesses jpql(
      Collection<String> texts, @Nullable Entity owner, FoundAccesses found) {
    found.in(texts);
    for (String each : texts) {
      jpql.read(each, owner, found);
    }
    return found;
  }

  /** Notes one statement of JPQL; of SQL where it names no entity. */
  void query(Collection<String> texts, Site site) {
    if (texts.stream().anyMatch(jpql::namesEntity)) {
      jpql(texts, null, site);
    } else {
      sql(texts, site, AccessVia.JDBC);
    }
  }

  /**
   * Notes what an operation on an entity touches.
   *
   * @param storing by what it is stored, if it is
   */
  void entity(Entity entity, Operation op, Storing storing, Site site, AccessVia via) {
    for (Touched each : model.touched(entity, op, storing)) {
      access(
          each.table(),
          each.op(),
          List.of(),
          site,
          each.own() ? via : AccessVia.CASCADE,
          Certainty.INFERRED);
    }
  }

  /** Notes what is fetched with an entity where it is read. */
  void fetched(Entity entity, Site site) {
    for (String each : model.fetched(entity)) {
      access(each, Operation.SELECT, List.of(), site, AccessVia.FETCH, Certainty.INFERRED);
    }
  }

  /** Notes that tables are read or written together. */
  void join(Collection<String> together, Site site) {
    join(together, site, "");
  }

  void join(Collection<String> together, Site site, String text) {
    Map<String, String> distinct = new LinkedHashMap<>();
    together.forEach(each -> distinct.putIfAbsent(TableName.key(each), each));
    if (distinct.size() > 1) {
      facts.add(
          new Join(
              List.copyOf(new TreeSet<>(distinct.values())),
              site.className(),
              site.method(),
              site.place(),
              text));
    }
  }

  /** Notes the call of a stored procedure or function. */
  void call(String routine, Site site, Certainty certainty) {
    facts.add(new RoutineCall(routine, site.className(), site.method(), site.place(), certainty));
  }

  void access(
      String table,
      Operation op,
      List<String> columns,
      Site site,
      AccessVia via,
      Certainty certainty) {
    facts.add(
        new Access(
            table, site.className(), site.method(), op, columns, site.place(), via, certainty));
  }

  /** Whether a text is HQL without SELECT that reads an entity: {@code from Order where ...}. */
  boolean isHql(String text) {
    return jpql.isHql(text);
  }

  /** Whether a text names entities where SQL would name tables. */
  private boolean isJpql(String text) {
    if (model.entities().isEmpty()) {
      return false;
    }
    SqlStatement read = SQL.read(text);
    if (read.uses().isEmpty() || jpql.selectsEntity(text)) {
      return jpql.namesEntity(text);
    }
    for (TableUse each : read.uses()) {
      Entity entity = model.named(each.table());
      boolean isTable =
          schema.has(each.table())
              || (entity != null
                  && entity.tables().stream().anyMatch(table -> table.equals(each.table())));
      if (entity != null && !isTable) {
        return true;
      }
    }
    return false;
  }

  private void sql(SqlStatement statement, AccessVia via, FoundAccesses found) {
    if (!statement.isStatement()) {
      found.problem("not understood as SQL");
      return;
    }
    if (statement.dynamic()) {
      found.problem("dynamic table name");
    } else if (statement.certainty() == Certainty.INFERRED
        && !statement.tables().stream().allMatch(schema::isPrefixed)) {
      found.problem("dynamic prefix of a table name");
    } else if (statement.certainty() == Certainty.GUESSED) {
      found.problem("SQL that does not parse as a whole: tables are guessed");
    }
    if (statement.kind() == SqlStatement.Kind.CALL) {
      if (statement.procedure().isEmpty() || statement.procedure().indexOf(SqlReader.HOLE) >= 0) {
        found.problem("dynamic name of a procedure");
      } else {
        found.routine(statement.procedure(), Certainty.PARSED);
      }
    }
    for (String each : statement.functions()) {
      if (functions.knows(each)) {
        found.routine(each, statement.certainty());
      }
    }
    for (TableUse each : statement.uses()) {
      String table =
          statement.certainty() == Certainty.INFERRED
              ? schema.prefixed(each.table())
              : each.table();
      if (!isPart(table)) {
        found.add(table, each.op(), schema.columnsOf(each), via, statement.certainty());
      }
    }
    found.join(statement.joined().stream().filter(each -> !isPart(each)).toList());
  }

  /** Whether a name is that of a part of a statement, and of no table. */
  private boolean isPart(String table) {
    return withNames.contains(TableName.key(table)) && !schema.has(table);
  }
}
