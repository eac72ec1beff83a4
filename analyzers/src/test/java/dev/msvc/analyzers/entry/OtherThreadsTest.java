package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherThreadsTest {
  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import org.springframework.transaction.annotation.*;
      import org.springframework.transaction.support.TransactionTemplate;
      import org.springframework.core.task.*;
      import org.springframework.scheduling.TaskScheduler;
      import org.springframework.scheduling.annotation.Async;
      import jakarta.enterprise.concurrent.ManagedExecutorService;
      """;
  private static final String FIELDS =
      """
        Stock stock; Log log; ExecutorService pool; ThreadPoolExecutor own; Timer timer;
        TaskExecutor spring; ManagedExecutorService managed; TaskScheduler scheduler;
        ScheduledExecutorService clock; Helper helper; TransactionTemplate template;
        CompletableFuture<String> future; SyncTaskExecutor same;
      """;

  private final FactCollector facts = new FactCollector();

  private void access(String className, String method, String table, Place place) {
    facts.add(
        new Access(
            table,
            className,
            method,
            Operation.UPDATE,
            List.of(),
            place,
            AccessVia.JDBC,
            Certainty.PARSED));
  }

  /** What each transaction of a class with these members writes. */
  private List<String> writes(String members, String... others) {
    access("app.Stock", "take", "stock", new Place("x", 1));
    access("app.Log", "add", "log", new Place("x", 1));
    Fixture fixture =
        new Fixture()
            .java("class Stock { void take() {} }")
            .java("class Log { void add() {} }")
            .java(IMPORTS + "class Shop {\n" + FIELDS + members + "\n}");
    for (String each : others) {
      fixture.java(IMPORTS + each);
    }
    fixture.run(facts, new Transactions());
    return facts.transactions().stream().map(each -> each.method() + " " + each.writes()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pool.execute(() -> stock.take());",
        "pool.submit(stock::take);",
        "own.execute(new Runnable() { public void run() { stock.take(); } });",
        "pool.invokeAll(List.of(() -> { stock.take(); return 1; }));",
        "spring.execute(() -> stock.take());",
        "managed.submit(() -> stock.take());",
        "scheduler.schedule(() -> stock.take(), new Date());",
        "clock.scheduleAtFixedRate(() -> stock.take(), 1, 1, TimeUnit.DAYS);",
        "CompletableFuture.runAsync(() -> stock.take());",
        "CompletableFuture.supplyAsync(() -> 1, pool).thenAccept(n -> stock.take());",
        "future.thenRunAsync(() -> stock.take());",
        "new Thread(() -> stock.take()).start();",
        "new Thread() { public void run() { stock.take(); } }.start();",
        "Thread.startVirtualThread(() -> stock.take());",
        "Thread.ofVirtual().name(\"later\").start(() -> stock.take());",
        "timer.schedule(new TimerTask() { public void run() { stock.take(); } }, 1);",
        "pool.execute(new FutureTask<Void>(() -> stock.take(), null));",
        "Runnable later = () -> stock.take(); pool.execute(later);",
        "var all = new ArrayList<Callable<Integer>>();"
            + " all.add(() -> { stock.take(); return 1; }); pool.invokeAll(all);",
        "pool.execute(Wraps.wrap(() -> stock.take()));",
        "for (int i = 0; i < 3; i++) { pool.execute(() -> { stock.take(); }); }",
      })
  void whatAnotherThreadDoesIsInNoTransactionOfTheCaller(String handedOver) {
    assertThat(
            writes(
                "@Transactional void place() throws Exception { log.add(); %s }"
                    .formatted(handedOver)))
        .containsExactly("place [log]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runnable now = () -> stock.take(); now.run();",
        "Runnable both = () -> stock.take(); pool.execute(both); both.run();",
        "List.of(1).forEach(n -> stock.take());",
        "same.execute(() -> stock.take());",
        "future.thenRun(() -> stock.take());",
        "pool.execute(() -> {}); stock.take();",
        "pool.submit(take());",
        "template.execute(status -> { stock.take(); return 1; });",
      })
  void whatTheCallersThreadDoesStaysInItsTransaction(String done) {
    assertThat(
            writes(
                "Runnable take() { stock.take(); return null; }"
                    + "@Transactional void place() { log.add(); %s }".formatted(done)))
        .containsExactly("place [log, stock]");
  }

  @Test
  void theSystemsOwnHelpersThatPassOnWhatTheyAreGivenAreFollowed() {
    assertThat(
            writes(
                """
                @Transactional void a() { helper.later(() -> stock.take()); }
                @Transactional void b() { helper.inside(() -> stock.take()); }
                @Transactional void c() { helper.either(true, () -> stock.take()); }
                @Transactional void d() { helper.twice(() -> stock.take()); }
                @Transactional void e() { helper.now(() -> stock.take()); }
                @Transactional void f() { helper.async(() -> stock.take()); }
                @Transactional void g(Runs runs) { runs.it(() -> stock.take()); }
                @Transactional void h(Direct direct) { direct.execute(() -> stock.take()); }
                """,
                """
                class Helper {
                  ExecutorService pool;
                  void later(Runnable task) { pool.execute(task); }
                  void inside(Runnable task) { pool.execute(() -> { task.run(); }); }
                  void either(boolean now, Runnable task) {
                    if (now) { task.run(); } else { pool.execute(task); }
                  }
                  void twice(Runnable task) { later(task); }
                  void now(Runnable task) { task.run(); }
                  @Async public void async(Runnable task) { task.run(); }
                }
                """,
                "interface Runs { void it(Runnable task); }",
                """
                class InPool implements Runs {
                  ExecutorService pool;
                  public void it(Runnable task) { pool.execute(task); }
                }
                """,
                """
                class Direct implements Executor {
                  public void execute(Runnable task) { task.run(); }
                }
                """))
        .containsExactly(
            "a []", "b []", "c [stock]", "d []", "e [stock]", "f []", "g []", "h [stock]");
  }

  @Test
  void aTransactionThatStartsInAnotherThreadIsOfWhatRunsThere() {
    assertThat(
            writes(
                """
                void start() {
                  log.add();
                  new Thread(new Runnable() {
                    public void run() {
                      template.execute(status -> { stock.take(); return 1; });
                      pool.execute(() -> log.add());
                    }
                  }).start();
                }
                """))
        .containsExactly("start [stock]");
  }

  @Test
  void accessesThatAMethodMakesItselfAreToldApartByTheirLines() {
    String file = "/F0.java";
    access("app.Desk", "a", "here", new Place(file, 5));
    access("app.Desk", "a", "there", new Place(file, 7));
    access("app.Desk", "b", "one", new Place(file, 10));
    Fixture fixture =
        new Fixture()
            .java(
                """
                class Desk { java.util.concurrent.Executor pool; Rows rows;
                  @org.springframework.transaction.annotation.Transactional
                  void a() {
                    rows.insert("here");
                    pool.execute(() -> {
                        rows.insert("there"); });
                  }
                  @org.springframework.transaction.annotation.Transactional
                  void b() { pool.execute(() -> rows.insert("one")); }
                }
                """);
    fixture.run(facts, new Transactions());

    assertThat(facts.transactions())
        .extracting(each -> each.method() + " " + each.writes())
        .containsExactly("a [here]", "b []");
  }

  @Test
  void dataThatIsHandedToAnotherThreadIsMadeInTheCallers() {
    assertThat(
            writes(
                """
                @Transactional void a() { mails.send(template.execute(s -> taken())); }
                @Transactional void b() { pool.submit(new Mail(taken())); }
                Mails mails; Sent taken() { stock.take(); return null; }
                """,
                "interface Sent { String to(); String text(); }",
                "class Mail implements Runnable { Mail(Sent sent) {} public void run() {} }",
                "class Mails { @Async public void send(Sent sent) {} }"))
        .containsExactly("a [stock]", "b [stock]");
  }

  @Test
  void aThreadOfKotlinIsAnother() {
    access("app.Stock", "take", "stock", new Place("x", 1));
    new Fixture()
        .kotlin(
            """
            import kotlin.concurrent.thread
            import org.springframework.transaction.annotation.Transactional
            class Stock { fun take() {} }
            class Shop(val stock: Stock) {
              @Transactional fun later() { thread { stock.take() } }
              @Transactional fun now() { run { stock.take() } }
            }
            """)
        .run(facts, new Transactions());

    assertThat(facts.transactions())
        .extracting(each -> each.method() + " " + each.writes())
        .containsExactly("later []", "now [stock]");
  }
}
