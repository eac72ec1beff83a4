package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tables that Kotlin's Exposed and Scala's Slick declare as objects, and the queries on them. */
public final class TableObjects implements Analyzer {
  private static final String EXPOSED = "org.jetbrains.exposed.";
  private static final Set<String> EXPOSED_TABLES =
      Set.of(
          "IntIdTable",
          "LongIdTable",
          "UUIDTable",
          "UIntIdTable",
          "ULongIdTable",
          "CompositeIdTable");
  private static final Map<Operation, Set<String>> VERBS =
      Map.of(
          Operation.INSERT,
          Set.of("insert", "insertAndGetId", "insertIgnore", "insertIgnoreAndGetId", "batchInsert"),
          Operation.UPDATE,
          Set.of("update"),
          Operation.DELETE,
          Set.of("delete", "deleteWhere", "deleteAll", "deleteIgnoreWhere"),
          Operation.MERGE,
          Set.of("upsert", "batchUpsert", "replace", "insertOrUpdate"),
          Operation.SELECT,
          Set.of(
              "select",
              "selectAll",
              "selectBatched",
              "slice",
              "filter",
              "map",
              "sortBy",
              "result",
              "list",
              "join",
              "innerJoin",
              "leftJoin",
              "joinLeft",
              "joinRight",
              "groupBy"));

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    Map<String, String> tables = new TreeMap<>();
    for (JavaType each : code.types()) {
      String table = isRead(each) ? table(each, code) : null;
      if (table != null) {
        tables.put(each.simpleName(), table);
        facts.mapping(true);
        facts.add(
            new TableFact(
                table,
                TableKind.UNDEFINED,
                List.of(),
                List.of(),
                List.of(),
                List.of(each.name()),
                List.of(),
                List.of(each.place())));
      }
    }
    if (tables.isEmpty()) {
      return;
    }
    for (JavaType each : code.types()) {
      if (isRead(each)) {
        each.bodies().forEach(method -> accesses(method, tables, facts));
      }
    }
  }

  private static boolean isRead(JavaType type) {
    SourceLanguage language = SourceLanguage.of(type.file());
    return language == SourceLanguage.KOTLIN || language == SourceLanguage.SCALA;
  }

  /** The table that a type declares by what it gives its superclass; null for none. */
  private static @Nullable String table(JavaType type, CodeBase code) {
    TypeRef above = type.superclass();
    if (above == null) {
      return null;
    }
    String simple = above.name().substring(above.name().lastIndexOf('.') + 1);
    List<String> texts = new ArrayList<>();
    int arguments = 0;
    for (JavaMethod each : type.methods("<init>")) {
      for (Expr argument : toSuper(each)) {
        arguments++;
        String text = code.constantText(argument, type);
        if (text != null) {
          texts.add(text);
        }
      }
    }
    if (SourceLanguage.of(type.file()) == SourceLanguage.SCALA) {
      boolean slick = simple.equals("Table") && arguments >= 2 && !texts.isEmpty();
      return slick ? texts.get(texts.size() - 1) : null;
    }
    boolean exposed =
        EXPOSED_TABLES.contains(simple)
            || (above.name().startsWith(EXPOSED)
                && (simple.equals("Table") || simple.equals("IdTable")));
    if (!exposed) {
      return null;
    }
    String name = type.simpleName();
    return !texts.isEmpty()
        ? texts.get(0)
        : name.endsWith("Table") ? name.substring(0, name.length() - "Table".length()) : name;
  }

  private static List<Expr> toSuper(JavaMethod constructor) {
    if (constructor.body() instanceof Stmt.Block block) {
      for (Stmt each : block.statements()) {
        if (each instanceof Stmt.Eval eval
            && eval.value() instanceof Expr.ConstructorCall call
            && call.ofSuper()) {
          return call.arguments();
        }
      }
    }
    return List.of();
  }

  private static void accesses(JavaMethod method, Map<String, String> tables, FactCollector facts) {
    IdentityHashMap<Expr.Name, Set<String>> chains = new IdentityHashMap<>();
    IdentityHashMap<Expr.Name, Call> first = new IdentityHashMap<>();
    for (Call each : method.calls()) {
      if (each.expression() instanceof Expr.Call call) {
        Expr.Name root = root(call);
        if (root != null && tables.containsKey(root.id())) {
          chains.computeIfAbsent(root, ignored -> new TreeSet<>()).add(call.name());
          first.putIfAbsent(root, each);
        }
        for (Expr argument : call.arguments()) {
          if (argument instanceof Expr.Name name
              && tables.containsKey(name.id())
              && call.name().toLowerCase(Locale.ROOT).contains("join")) {
            chains.computeIfAbsent(name, ignored -> new TreeSet<>()).add("join");
            first.putIfAbsent(name, each);
          }
        }
      }
    }
    chains.forEach(
        (root, names) -> {
          Operation op = operation(names);
          Call call = first.get(root);
          String table = tables.get(root.id());
          if (op != null && call != null && table != null) {
            facts.add(
                new Access(
                    table,
                    method.owner().name(),
                    method.name().equals("<clinit>") ? "" : method.name(),
                    op,
                    List.of(),
                    call.place(),
                    AccessVia.CRITERIA,
                    Certainty.INFERRED));
          }
        });
  }

  /** A chain that writes reads only to find what it writes. */
  private static @Nullable Operation operation(Set<String> names) {
    for (Operation each :
        List.of(
            Operation.MERGE,
            Operation.INSERT,
            Operation.UPDATE,
            Operation.DELETE,
            Operation.SELECT)) {
      if (VERBS.getOrDefault(each, Set.of()).stream().anyMatch(names::contains)) {
        return each;
      }
    }
    return null;
  }

  private static Expr.@Nullable Name root(Expr.Call call) {
    Expr at = call.scope();
    while (at instanceof Expr.Call || at instanceof Expr.Select) {
      at = at instanceof Expr.Call inner ? inner.scope() : ((Expr.Select) at).scope();
    }
    return at instanceof Expr.Name name ? name : null;
  }
}
