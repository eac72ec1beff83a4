package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
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
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries that are put together from classes which stand for tables: jOOQ, MyBatis Dynamic SQL.
 *
 * <p>Where the classes are generated and not in the tree, the name of a constant tells the table's.
 */
public final class TableClasses implements Analyzer {
  private static final Map<String, Operation> OF_TABLES = ofTables();
  private static final Map<String, Operation> OF_RECORDS =
      Map.of(
          "store", Operation.MERGE,
          "merge", Operation.MERGE,
          "insert", Operation.INSERT,
          "update", Operation.UPDATE,
          "delete", Operation.DELETE,
          "refresh", Operation.SELECT);
  private static final Map<String, Operation> GIVEN_RECORDS =
      Map.of(
          "executeInsert", Operation.INSERT,
          "batchInsert", Operation.INSERT,
          "executeUpdate", Operation.UPDATE,
          "batchUpdate", Operation.UPDATE,
          "executeDelete", Operation.DELETE,
          "batchDelete", Operation.DELETE,
          "batchStore", Operation.MERGE,
          "batchMerge", Operation.MERGE);

  /** Where generated records are, whether in the tree or not. */
  private static final String RECORDS = ".tables.records.";

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_?");

  private static Map<String, Operation> ofTables() {
    Map<String, Operation> all = new HashMap<>();
    for (String each :
        List.of(
            "from",
            "selectFrom",
            "join",
            "innerJoin",
            "leftJoin",
            "leftOuterJoin",
            "rightJoin",
            "rightOuterJoin",
            "fullJoin",
            "fullOuterJoin",
            "crossJoin",
            "naturalJoin",
            "straightJoin",
            "leftSemiJoin",
            "leftAntiJoin",
            "fetchCount",
            "fetchExists",
            "fetch",
            "fetchOne",
            "fetchAny",
            "fetchOptional",
            "fetchSingle",
            "fetchStream",
            "using",
            "countFrom")) {
      all.put(each, Operation.SELECT);
    }
    all.put("insertInto", Operation.INSERT);
    all.put("loadInto", Operation.INSERT);
    all.put("update", Operation.UPDATE);
    all.put("delete", Operation.DELETE);
    all.put("deleteFrom", Operation.DELETE);
    all.put("mergeInto", Operation.MERGE);
    all.put("truncate", Operation.TRUNCATE);
    all.put("truncateTable", Operation.TRUNCATE);
    return all;
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    if (code.types().stream().noneMatch(Reading::mentions)) {
      return;
    }
    Reading reading =
        new Reading(code, new Statements(EntityModel.of(sources, facts.tables()), facts));
    Workers.each(code.types(), reading::read);
  }

  private record Reading(CodeBase code, Statements statements) {
    void read(JavaType type) {
      if (isTable(type.self()) || isRecord(type.self())) {
        return;
      }
      boolean uses = false;
      for (JavaMethod method : type.methods()) {
        uses |= method.calls().stream().anyMatch(this::isOfLibrary);
      }
      if (uses || uses(type)) {
        type.methods().forEach(this::read);
        type.initializers().forEach(this::read);
      }
    }

    /** Whether a type shows that the system uses such a library. */
    static boolean mentions(JavaType type) {
      TypeRef superclass = type.superclass();
      return (superclass != null && isLibrary(superclass.name()))
          || uses(type)
          || type.methods().stream()
              .flatMap(each -> each.calls().stream())
              .anyMatch(each -> isLibrary(each.receiver().name()));
    }

    private static boolean uses(JavaType type) {
      return type.fields().stream().anyMatch(each -> isLibrary(each.type().name()))
          || type.methods().stream()
              .flatMap(each -> each.parameters().stream())
              .anyMatch(each -> isLibrary(each.type().name()));
    }

    private boolean isOfLibrary(Call call) {
      return isLibrary(call.receiver().name())
          || call.argumentTypes().stream()
              .anyMatch(each -> isLibrary(each.name()) || isTable(each) || isRecord(each))
          || isRecord(call.receiver());
    }

    private static boolean isLibrary(String type) {
      return type.startsWith("org.jooq.") || type.startsWith("org.mybatis.dynamic.sql.");
    }

    private boolean isTable(TypeRef type) {
      return code.isA(type, "org.jooq.impl.TableImpl")
          || code.isA(type, "org.jooq.impl.CustomTable")
          || code.isA(type, "org.mybatis.dynamic.sql.SqlTable")
          || code.isA(type, "org.mybatis.dynamic.sql.AliasableSqlTable");
    }

    private boolean isRecord(TypeRef type) {
      boolean absent = type.name().contains(RECORDS) && code.project(type.name()) == null;
      return absent
          || code.isA(type, "org.jooq.impl.UpdatableRecordImpl")
          || code.isA(type, "org.jooq.impl.TableRecordImpl")
          || code.isA(type, "org.jooq.impl.CustomRecord");
    }

    private void read(JavaMethod method) {
      Set<String> together = new LinkedHashSet<>();
      for (Call call : method.calls()) {
        Operation op = OF_TABLES.get(call.name());
        boolean library =
            isLibrary(call.receiver().name())
                || (!call.receiver().known() && !call.name().startsWith("fetch"));
        if (op != null && library && !call.arguments().isEmpty()) {
          int last = call.name().equals("from") ? call.arguments().size() : 1;
          for (int i = 0; i < last; i++) {
            TypeRef type =
                i < call.argumentTypes().size() ? call.argumentTypes().get(i) : TypeRef.UNKNOWN;
            String table = table(call.arguments().get(i), type, method, 0);
            if (table != null) {
              access(table, op, call);
              if (op == Operation.SELECT) {
                together.add(table);
              }
            }
          }
        }
        records(call);
      }
      if (!together.isEmpty()) {
        statements.join(together, Site.of(method));
      }
    }

    private void access(String table, Operation op, Call call) {
      boolean dynamic = !isJooq(call);
      statements.access(
          table,
          op,
          List.of(),
          Site.of(call),
          dynamic ? AccessVia.MYBATIS_BASE : AccessVia.JOOQ,
          Certainty.INFERRED);
    }

    private boolean isJooq(Call call) {
      return call.argumentTypes().stream()
          .noneMatch(
              each ->
                  code.isA(each, "org.mybatis.dynamic.sql.SqlTable")
                      || code.isA(each, "org.mybatis.dynamic.sql.AliasableSqlTable"));
    }

    /** A record that stores itself, or is given to what stores it; a DAO of generated code. */
    private void records(Call call) {
      Operation own = OF_RECORDS.get(call.name());
      if (own != null && isRecord(call.receiver())) {
        storing(call.receiver(), own, call);
        return;
      }
      Operation given = GIVEN_RECORDS.get(call.name());
      if (given != null) {
        for (TypeRef each : call.argumentTypes()) {
          TypeRef element = each.arguments().isEmpty() ? each : each.argument(0);
          if (isRecord(element)) {
            storing(element, given, call);
          }
        }
      }
      JavaType receiver = code.project(call.receiver().name());
      boolean inherited = call.target() == null || !call.target().owner().isProject();
      if (receiver != null && inherited && code.isA(receiver, "org.jooq.impl.DAOImpl")) {
        Operation op = RepositoryVerbs.operationOf(call.name());
        TypeRef dao = code.asSuper(receiver.self(), "org.jooq.impl.DAOImpl");
        if (op != null && dao != null) {
          storing(dao.argument(0), op == Operation.MERGE ? Operation.UPDATE : op, call);
        }
      }
    }

    private void storing(TypeRef recordType, Operation op, Call call) {
      JavaType type = code.project(recordType.name());
      if (type == null) {
        String simple = recordType.simpleName();
        if (recordType.name().contains(RECORDS) && simple.endsWith("Record")) {
          access(MapperEntities.underlined(simple.substring(0, simple.length() - 6)), op, call);
        }
        return;
      }
      for (JavaMethod constructor : type.methods("<init>")) {
        String table = given(constructor);
        if (table != null) {
          access(table, op, call);
          return;
        }
      }
    }

    /** The table that a record's constructor names: {@code super(Orders.ORDERS)}. */
    private @Nullable String given(JavaMethod constructor) {
      for (Call each : constructor.calls()) {
        if (each.expression() instanceof Expr.ConstructorCall call
            && call.ofSuper()
            && !each.arguments().isEmpty()) {
          TypeRef type = each.argumentTypes().get(0);
          return table(each.arguments().get(0), type, constructor, 0);
        }
      }
      return null;
    }

    /** The table that an expression stands for; null for none. */
    private @Nullable String table(Expr expression, TypeRef type, JavaMethod method, int depth) {
      if (type.known() && isTable(type)) {
        JavaType declared = code.project(type.name());
        return declared == null ? null : named(declared);
      }
      if (expression instanceof Expr.Call call && depth < 4) {
        boolean named = call.name().equals("table") || call.name().equals("name");
        if (named && !call.arguments().isEmpty()) {
          return text(call, method, depth);
        }
        boolean alias = List.of("as", "forUpdate", "useIndex", "forceIndex").contains(call.name());
        return alias && call.scope() != null
            ? table(call.scope(), TypeRef.UNKNOWN, method, depth + 1)
            : null;
      }
      String constant = "";
      if (expression instanceof Expr.Name name) {
        constant = name.id();
      } else if (expression instanceof Expr.Select select) {
        boolean column =
            select.scope() instanceof Expr.Name of && CONSTANT.matcher(of.id()).matches();
        constant = column ? "" : select.id();
      }
      if (type.known() && !type.name().contains(".tables.")) {
        return null;
      }
      if (CONSTANT.matcher(constant).matches()) {
        // a table that is called as its schema gets a mark behind it
        return constant.endsWith("_") ? constant.substring(0, constant.length() - 1) : constant;
      }
      return type.known() ? MapperEntities.underlined(type.simpleName()) : null;
    }

    private @Nullable String text(Expr.Call call, JavaMethod method, int depth) {
      Expr first = call.arguments().get(0);
      if (first instanceof Expr.Call inner && inner.name().equals("name")) {
        return table(inner, TypeRef.UNKNOWN, method, depth + 1);
      }
      StringBuilder name = new StringBuilder();
      for (Expr each : call.name().equals("name") ? call.arguments() : List.of(first)) {
        String part = code.constantText(each, method.owner());
        if (part == null || part.isBlank() || part.indexOf(' ') >= 0 || part.indexOf('(') >= 0) {
          return null;
        }
        name.append(name.isEmpty() ? "" : ".").append(part);
      }
      return name.toString();
    }

    /** The name that a class of a table gives in its constructor. */
    private String named(JavaType type) {
      Set<String> names = new HashSet<>();
      for (JavaMethod constructor : type.methods("<init>")) {
        Bodies.expressions(
            constructor.body(),
            each -> {
              if (each instanceof Expr.ConstructorCall call && !call.arguments().isEmpty()) {
                Expr first = call.arguments().get(0);
                String text =
                    first instanceof Expr.Call name && name.name().equals("name")
                        ? text(name, constructor, 0)
                        : code.constantText(first, type);
                if (text != null && !text.isBlank()) {
                  names.add(text);
                }
              }
            });
      }
      return names.size() == 1
          ? names.iterator().next()
          : MapperEntities.underlined(type.simpleName());
    }
  }
}
