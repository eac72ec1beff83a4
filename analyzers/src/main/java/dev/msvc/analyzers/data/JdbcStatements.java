package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Completed;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
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
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQL in Java, whatever runs it: every text that is given to a method and reads as a statement.
 *
 * <p>A statement is accessed where its text is used. A text that nobody is seen to use, returned,
 * kept in a variable or a constant, is accessed by the method or the type that holds it.
 */
public final class JdbcStatements implements Analyzer {
  private static final Set<String> SINKS =
      Set.of(
          "query",
          "queryForObject",
          "queryForList",
          "queryForMap",
          "queryForRowSet",
          "queryForStream",
          "queryForInt",
          "queryForLong",
          "update",
          "batchUpdate",
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeLargeUpdate",
          "addBatch",
          "prepareStatement",
          "prepareCall",
          "sql");
  private static final Set<String> RUNNERS =
      Set.of(
          "org.springframework.jdbc.core.JdbcTemplate",
          "org.springframework.jdbc.core.JdbcOperations",
          "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
          "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
          "org.springframework.jdbc.core.simple.JdbcClient",
          "org.springframework.jdbc.core.simple.SimpleJdbcTemplate",
          "org.springframework.r2dbc.core.DatabaseClient",
          "java.sql.Connection",
          "java.sql.Statement");
  private static final Set<String> LOG_METHODS =
      Set.of("trace", "debug", "info", "warn", "error", "fatal", "fine", "finer", "finest");
  private static final Pattern BEGIN =
      Pattern.compile(
          "\\s*(?:select|insert|update|delete|merge|with|replace|truncate|upsert|call|[{(]|/\\*|--)",
          Pattern.CASE_INSENSITIVE);
  private static final SqlReader SQL = SqlReader.shared();
  private static final int SHORTEST_PIECE = 12;

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    Statements statements = new Statements(model, facts, WithNames.of(sources.code()));
    Reading reading = new Reading(sources.code(), statements, loaders(facts));
    Workers.each(sources.code().types(), reading::used);
    Workers.each(sources.code().types(), reading::unused);
  }

  /** Methods that load a script by its name: what they run is in it, and counted there. */
  private static Set<String> loaders(FactCollector facts) {
    return facts.accesses().stream()
        .filter(each -> each.via() == AccessVia.SQL_FILE)
        .map(each -> each.className() + "#" + each.method())
        .collect(Collectors.toSet());
  }

  private static final class Reading {
    private final CodeBase code;
    private final Statements statements;
    private final CompletedStatements completed;
    private final PreparedInserts inserts;
    private final QueryWrappers wrappers;
    private final Set<String> loaders;
    private final ReplacedNames replaced = new ReplacedNames();

    /** Texts that are used somewhere, so that what they are made of is not noted again. */
    private final ConcurrentLinkedQueue<Known> known = new ConcurrentLinkedQueue<>();

    /** A text that is used by a file's types. */
    private record Known(String text, String topLevel) {}

    Reading(CodeBase code, Statements statements, Set<String> loaders) {
      this.code = code;
      this.loaders = loaders;
      this.statements = statements;
      this.completed = new CompletedStatements(code, statements);
      this.inserts = new PreparedInserts(code, statements);
      this.wrappers = new QueryWrappers(code);
    }

    // ---- texts that are used

    void used(JavaType type) {
      String topLevel = type.topLevel().name();
      type.annotations().forEach(each -> remember(each, topLevel));
      for (JavaMethod method : type.methods()) {
        method.annotations().forEach(each -> remember(each, topLevel));
        calls(method);
      }
      type.initializers().forEach(this::calls);
    }

    private void remember(Collection<String> texts, String topLevel) {
      texts.forEach(each -> known.add(new Known(each, topLevel)));
    }

    private void remember(Annotation annotation, String topLevel) {
      for (String key : List.of("value", "query", "sql", "countQuery", "statement", "select")) {
        remember(annotation.texts(key).stream().filter(Reading::begins).toList(), topLevel);
      }
      annotation.annotations("value").forEach(each -> remember(each, topLevel));
    }

    /** Each text counts once a method, best at the call that runs it. */
    private void calls(JavaMethod method) {
      Set<List<String>> seen = new HashSet<>();
      for (boolean running : List.of(true, false)) {
        for (Call call : method.calls()) {
          if (runs(call) == running && !isOther(call)) {
            for (int i = 0; i < call.arguments().size(); i++) {
              argument(call, i, running && i == 0, seen);
            }
          }
        }
      }
      method.calls().stream()
          .filter(each -> each.name().equals("withTableName") && !each.arguments().isEmpty())
          .forEach(inserts::note);
    }

    private void argument(Call call, int i, boolean runs, Set<List<String>> seen) {
      TypeRef type =
          i < call.argumentTypes().size() ? call.argumentTypes().get(i) : TypeRef.UNKNOWN;
      boolean text =
          type.name().equals("java.lang.String")
              || !type.known()
              || type.name().equals("java.lang.Object");
      Expr expression = call.arguments().get(i);
      boolean array = Batches.isBatch(call, i);
      if (!text || !(array || mayBeText(expression, runs))) {
        return;
      }
      if (oneByOne(Batches.of(expression, array, runs, call.caller(), code), call, seen)) {
        return;
      }
      if (!JpaCalls.isQuery(call, code) && completed(call, i, runs)) {
        return;
      }
      List<String> all =
          replaced.opened(code.texts(expression, call.caller()), call.caller().owner());
      String topLevel = call.caller().owner().topLevel().name();
      if (JpaCalls.isQuery(call, code)) {
        remember(all, topLevel);
        return;
      }
      List<String> sql = all.stream().filter(runs ? Reading::isGiven : this::isStatement).toList();
      if (!sql.isEmpty()) {
        remember(sql, topLevel);
        if (seen.add(sql)) {
          if (wrappers.takesJpql(call, i)) {
            statements.query(sql, Site.of(call));
          } else {
            statements.sql(sql, Site.of(call), via(call.caller()));
          }
        }
      } else if (runs
          && type.known()
          && !Bodies.namesParameter(expression, call.caller())
          && !Bodies.isAnnotated(expression, call.caller())
          && !loaders.contains(call.caller().owner().name() + "#" + call.caller().name())) {
        statements.unknown(call.place(), "SQL is put together in a way that is not followed");
      }
    }

    /** Whether subclasses complete the statement, and it was noted as theirs. */
    private boolean completed(Call call, int i, boolean runs) {
      Map<JavaType, List<String>> by =
          completed.note(
              call,
              i,
              (texts, site) ->
                  statements.completed(
                      texts.stream().filter(runs ? Reading::isGiven : this::isStatement).toList(),
                      site,
                      via(call.caller())));
      if (by == null) {
        return false;
      }
      String topLevel = call.caller().owner().topLevel().name();
      by.forEach(
          (type, texts) -> {
            remember(texts, topLevel);
            remember(texts, type.topLevel().name());
          });
      return true;
    }

    /** Whether any of these is a statement: each counts for itself. */
    private boolean oneByOne(List<String> texts, Call call, Set<List<String>> seen) {
      List<String> sql = texts.stream().filter(this::isStatement).toList();
      remember(sql, call.caller().owner().topLevel().name());
      for (String each : sql) {
        if (seen.add(List.of(each))) {
          statements.sql(List.of(each), Site.of(call), via(call.caller()));
        }
      }
      return !sql.isEmpty();
    }

    private AccessVia via(JavaMethod method) {
      return CodedMigrations.is(method.owner(), code) ? AccessVia.MIGRATION : AccessVia.JDBC;
    }

    /** Whether the start of a text that is run is known: no sentence is run. */
    private static boolean isGiven(String text) {
      return !text.isBlank() && text.stripLeading().charAt(0) != SqlReader.HOLE;
    }

    /** Literals that cannot be a statement are most of all arguments. */
    private static boolean mayBeText(Expr expression, boolean runs) {
      if (expression instanceof Expr.Literal literal) {
        return literal.kind() == Expr.LiteralKind.STRING
            && (runs || begins(literal.text()) || beginsHql(literal.text()));
      }
      return expression instanceof Expr.Name
          || expression instanceof Expr.Select
          || expression instanceof Expr.Binary
          || expression instanceof Expr.Call
          || expression instanceof Expr.Conditional
          || expression instanceof Expr.Cast;
    }

    private boolean runs(Call call) {
      return SINKS.contains(call.name())
          && RUNNERS.stream().anyMatch(each -> code.isA(call.receiver(), each));
    }

    /** Calls that take texts and run none: of texts themselves, logs, exceptions. */
    private static boolean isOther(Call call) {
      String receiver = call.receiver().name();
      if (call.name().equals("<init>")) {
        return receiver.endsWith("Exception")
            || receiver.endsWith("Error")
            || receiver.startsWith("java.lang.String");
      }
      boolean ofTexts =
          receiver.startsWith("java.lang.String")
              || receiver.equals("java.lang.CharSequence")
              || receiver.startsWith("java.util.regex.");
      boolean logs =
          LOG_METHODS.contains(call.name())
              && (receiver.contains("Log") || !call.receiver().known());
      return ofTexts || logs || call.name().startsWith("validate");
    }

    // ---- texts that nobody is seen to use

    void unused(JavaType type) {
      for (JavaMethod method : type.methods()) {
        held(method, Site.of(method));
      }
      for (JavaMethod each : type.initializers()) {
        if (each.body() instanceof Stmt.Eval eval) {
          value(eval.value(), each, new Site(type.name(), "", each.place()), new HashSet<>());
        } else {
          held(each, new Site(type.name(), "", each.place()));
        }
      }
    }

    private void held(JavaMethod method, Site site) {
      Stmt body = method.body();
      if (body == null) {
        return;
      }
      Set<String> seen = new HashSet<>();
      Bodies.statements(
          body,
          each -> {
            if (each instanceof Stmt.Local local) {
              value(local.value(), method, site, seen);
            } else if (each instanceof Stmt.Return result) {
              value(result.value(), method, site, seen);
            } else if (each instanceof Stmt.Eval eval
                && eval.value() instanceof Expr.Assign assign) {
              value(assign.value(), method, site, seen);
            }
          });
    }

    private void value(@Nullable Expr value, JavaMethod method, Site site, Set<String> seen) {
      if (value == null || !begins(value)) {
        return;
      }
      Completed below = code.completed(value, method);
      boolean elsewhere =
          below != null
              && below.by().values().stream()
                  .flatMap(List::stream)
                  .allMatch(each -> !isSql(each) || isKnown(each, method));
      if (elsewhere) {
        return;
      }
      List<String> sql =
          code.texts(value, method).stream()
              .filter(Reading::isSql)
              .filter(each -> !seen.contains(each) && !isKnown(each, method) && seen.add(each))
              .toList();
      if (!sql.isEmpty()) {
        statements.sql(
            replaced.opened(sql, method.owner()),
            site.at(new Place(method.owner().file(), value.line())),
            via(method));
      }
    }

    /** Whether an expression's first piece begins as a statement does. */
    private static boolean begins(Expr expression) {
      Expr first = expression;
      while (first instanceof Expr.Binary binary) {
        first = binary.left();
      }
      return first instanceof Expr.Literal literal
          && literal.kind() == Expr.LiteralKind.STRING
          && begins(literal.text());
    }

    /**
     * Whether a text is used: a constant's anywhere, since compilers copy it to where it is used;
     * what a method puts together in its own file, since others only pass it on.
     */
    private boolean isKnown(String text, JavaMethod holder) {
      boolean constant = holder.name().equals("<clinit>");
      String topLevel = holder.owner().topLevel().name();
      List<String> pieces = new ArrayList<>();
      for (String each : text.split(String.valueOf(SqlReader.HOLE), -1)) {
        if (each.strip().length() >= SHORTEST_PIECE) {
          pieces.add(each.strip());
        }
      }
      pieces.sort(Comparator.comparingInt(String::length).reversed());
      return known.stream()
          .filter(each -> constant || each.topLevel().equals(topLevel))
          .anyMatch(each -> pieces.stream().allMatch(each.text()::contains));
    }

    private static boolean begins(String text) {
      return BEGIN.matcher(text).lookingAt();
    }

    /** Whether a text that any method is given is a statement; of HQL also one without SELECT. */
    private boolean isStatement(String text) {
      return isSql(text) || statements.isHql(text);
    }

    private static boolean beginsHql(String text) {
      return text.stripLeading().regionMatches(true, 0, "from ", 0, 5);
    }

    private static boolean isSql(String text) {
      return begins(text) && SqlReader.looksLikeSql(text) && !isSentence(text);
    }

    /** {@code Delete from bundle x bitstream y}: written as a sentence, and no grammar takes it. */
    private static boolean isSentence(String text) {
      String start = text.stripLeading();
      return start.length() > 1
          && Character.isUpperCase(start.charAt(0))
          && Character.isLowerCase(start.charAt(1))
          && SQL.read(text).certainty() == Certainty.GUESSED;
    }
  }
}
