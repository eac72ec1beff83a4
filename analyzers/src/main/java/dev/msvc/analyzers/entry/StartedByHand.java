package dev.msvc.analyzers.entry;

import static java.util.stream.Collectors.toSet;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Transactions that methods start themselves, by a call of a library.
 *
 * @param methods that start one
 * @param givers methods that start one for whoever calls them, and have none themselves: what they
 *     do comes before it
 */
record StartedByHand(Set<JavaMethod> methods, Set<JavaMethod> givers) {
  /** The simple name of the receiver, and methods of it that start one. */
  private static final Map<String, List<String>> STARTS =
      Map.ofEntries(
          Map.entry("TransactionTemplate", List.of("execute", "executeWithoutResult")),
          Map.entry("TransactionOperations", List.of("execute", "executeWithoutResult")),
          Map.entry("TransactionalOperator", List.of("execute", "transactional")),
          Map.entry("PlatformTransactionManager", List.of("getTransaction")),
          Map.entry("JpaTransactionManager", List.of("getTransaction")),
          Map.entry("HibernateTransactionManager", List.of("getTransaction")),
          Map.entry("DataSourceTransactionManager", List.of("getTransaction")),
          Map.entry("UserTransaction", List.of("begin")),
          Map.entry("TransactionManager", List.of("begin")),
          Map.entry("EntityTransaction", List.of("begin")),
          Map.entry("Transaction", List.of("begin")),
          Map.entry("Session", List.of("beginTransaction")),
          Map.entry("StatelessSession", List.of("beginTransaction")),
          Map.entry("SharedSessionContract", List.of("beginTransaction")),
          Map.entry("SqlMapClient", List.of("startTransaction")),
          Map.entry("DSLContext", List.of("transaction", "transactionResult")),
          Map.entry("Jdbi", List.of("inTransaction", "useTransaction")),
          Map.entry("DBI", List.of("inTransaction", "useTransaction")),
          Map.entry("IDBI", List.of("inTransaction", "useTransaction")),
          Map.entry("Handle", List.of("inTransaction", "useTransaction", "begin")),
          Map.entry("QuarkusTransaction", List.of("begin", "run", "call")));

  /** Methods that hand on a connection that they were given. */
  private static final int LEVELS = 3;

  private static final List<String> MIXED_IN = List.of("inTransaction", "useTransaction", "begin");
  private static final List<String> MIXINS =
      List.of(
          "org.skife.jdbi.v2.sqlobject.mixins.Transactional",
          "org.jdbi.v3.sqlobject.transaction.Transactional");

  private static final Set<String> NAMES =
      STARTS.values().stream().flatMap(List::stream).collect(toSet());

  /** Of all methods of the system, looked for once. */
  static StartedByHand of(Sources sources) {
    return sources.shared(StartedByHand.class, each -> read(each.code()));
  }

  private static StartedByHand read(CodeBase code) {
    Set<JavaMethod> all = ConcurrentHashMap.newKeySet();
    Workers.each(
        code.types(),
        type -> type.methods().stream().filter(method -> in(code, method)).forEach(all::add));
    Set<JavaMethod> givers = givers(code, all);
    all.removeAll(givers);
    return new StartedByHand(all, givers);
  }

  /**
   * Methods that start one and give its connection away: whoever takes the connection has it, and
   * ends it, and is added.
   */
  private static Set<JavaMethod> givers(CodeBase code, Set<JavaMethod> all) {
    Set<JavaMethod> open = all.stream().filter(StartedByHand::givesAway).collect(toSet());
    Set<JavaMethod> giving = new HashSet<>();
    for (int level = 0; level < LEVELS && !open.isEmpty(); level++) {
      giving.addAll(open);
      Set<JavaMethod> taking = ConcurrentHashMap.newKeySet();
      Set<JavaMethod> given = open;
      Workers.each(
          code.types(),
          type ->
              type.methods().stream()
                  .filter(each -> !giving.contains(each) && takes(each, given))
                  .forEach(taking::add));
      if (level == 0 && taking.isEmpty()) {
        return Set.of();
      }
      all.addAll(taking);
      open = taking.stream().filter(StartedByHand::givesAway).collect(toSet());
    }
    return giving;
  }

  private static boolean givesAway(JavaMethod method) {
    return method.result().name().equals("java.sql.Connection")
        && method.calls().stream().noneMatch(each -> each.name().equals("commit"));
  }

  private static boolean takes(JavaMethod method, Set<JavaMethod> given) {
    return method.calls().stream()
        .anyMatch(each -> each.target() != null && given.contains(each.target()));
  }

  /** Whether one of these methods starts its transaction by this call of it. */
  boolean starts(CodeBase code, Call call) {
    return starts(call)
        || isMixin(code, call)
        || (call.target() != null && givers.contains(call.target()));
  }

  private static boolean in(CodeBase code, JavaMethod method) {
    for (Call each : method.calls()) {
      if (starts(each) || isMixin(code, each)) {
        return true;
      }
    }
    return false;
  }

  /** A call of an SQL object that can start one: by a method that it has of Jdbi. */
  private static boolean isMixin(CodeBase code, Call call) {
    return MIXED_IN.contains(call.name())
        && code.project(call.receiver().name()) != null
        && MIXINS.stream().anyMatch(each -> code.isA(call.receiver(), each));
  }

  static boolean starts(Call call) {
    // most calls are told apart by their names alone
    if (!NAMES.contains(call.name()) && !call.name().equals("setAutoCommit")) {
      return false;
    }
    String receiver = call.receiver().name();
    if (call.name().equals("setAutoCommit")) {
      return receiver.equals("java.sql.Connection")
          && call.arguments().size() == 1
          && call.arguments().get(0) instanceof Expr.Literal literal
          && literal.text().equals("false");
    }
    if (call.name().equals("begin") && !call.receiver().known()) {
      return call.expression() instanceof Expr.Call written
          && written.scope() instanceof Expr.Call before
          && before.name().equals("getTransaction")
          && before.arguments().isEmpty();
    }
    List<String> starts = STARTS.get(receiver.substring(receiver.lastIndexOf('.') + 1));
    return starts != null && starts.contains(call.name());
  }
}
