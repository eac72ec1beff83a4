package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeSchedulesTest {
  private static final String TIMES =
      "import java.util.*; import java.util.concurrent.*;"
          + " import org.springframework.scheduling.*;\n";

  @Test
  void whatATimerOrPoolIsGivenIsAJob() {
    assertThat(
            new Fixture()
                .java(
                    TIMES
                        + """
                        class Starter {
                          static final long PERIOD = 15;
                          ScheduledExecutorService pool; Store store;
                          void start(Timer timer, TaskScheduler clock, Trigger trigger) {
                            pool.scheduleAtFixedRate(this::flush, 1, PERIOD, TimeUnit.MINUTES);
                            pool.scheduleWithFixedDelay(new Cleaner(), 1, delay(), TimeUnit.HOURS);
                            timer.schedule(new Index(), 0, 1000);
                            clock.schedule(() -> store.drop(), trigger);
                            Runnable safe = new Safe(() -> { log(store.size()); store.keep(); });
                            pool.scheduleAtFixedRate(safe, 0, 5, TimeUnit.SECONDS);
                          }
                          void once() { pool.schedule(this::later, 1, TimeUnit.HOURS); }
                          void unknown(Runnable given) {
                            pool.scheduleAtFixedRate(given, 1, 1, TimeUnit.HOURS);
                          }
                          void flush() {} void later() {} void log(int size) {}
                          long delay() { return 1; }
                        }
                        class Store { void drop() {} void keep() {} int size() { return 0; } }
                        class Safe implements Runnable {
                          Safe(Runnable inner) {} public void run() {}
                        }
                        class Cleaner implements Runnable { public void run() {} }
                        class Index extends TimerTask { public void run() {} }
                        """)
                .entryPoints(new CodeSchedules()))
        .containsExactly(
            "schedule app.Cleaner.run -> app.Cleaner.run",
            "schedule app.Index.run -> app.Index.run on fixed-delay 1000 ms",
            "schedule app.Starter.flush -> app.Starter.flush on fixed-rate 15 minutes",
            "schedule app.Starter.start -> app.Starter.start on fixed-rate 5 seconds",
            "schedule app.Store.drop -> app.Store.drop");
  }

  @Test
  void anObjectThatSchedulesItselfIsAJobInEachOfItsClasses() {
    assertThat(
            new Fixture()
                .java(
                    TIMES
                        + """
                        abstract class Task implements Runnable {
                          void start(ScheduledExecutorService pool) {
                            pool.scheduleAtFixedRate(this, 1, 2, TimeUnit.HOURS);
                          }
                        }
                        class Mails extends Task { public void run() {} }
                        class Bills extends Task { public void run() {} }
                        """)
                .entryPoints(new CodeSchedules()))
        .containsExactly(
            "schedule app.Bills.run -> app.Bills.run on fixed-rate 2 hours",
            "schedule app.Mails.run -> app.Mails.run on fixed-rate 2 hours");
  }

  @Test
  void aUnitThatIsNotWrittenThereIsNotSaid() {
    assertThat(
            new Fixture()
                .java(
                    TIMES
                        + """
                        class Starter {
                          void start(ScheduledExecutorService pool, TimeUnit unit) {
                            pool.scheduleAtFixedRate(new Mails(), 1, 15, unit);
                          }
                        }
                        class Mails implements Runnable { public void run() {} }
                        """)
                .entryPoints(new CodeSchedules()))
        .containsExactly("schedule app.Mails.run -> app.Mails.run");
  }

  @Test
  void whatIsRunIsItsRunWhateverElseItHas() {
    assertThat(
            new Fixture()
                .java(
                    TIMES
                        + """
                        class Starter {
                          void start(ScheduledExecutorService pool) {
                            pool.scheduleAtFixedRate(new Mails(), 1, 15, TimeUnit.HOURS);
                          }
                        }
                        class Mails implements Runnable {
                          Object call() { return null; }
                          public void run() { call(); }
                        }
                        """)
                .entryPoints(new CodeSchedules()))
        .containsExactly("schedule app.Mails.run -> app.Mails.run on fixed-rate 15 hours");
  }
}
