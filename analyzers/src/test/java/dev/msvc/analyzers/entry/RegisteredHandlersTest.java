package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredHandlersTest {
  private static List<String> handlers(String... files) {
    Fixture fixture = new Fixture();
    for (String each : files) {
      fixture.java(each);
    }
    return fixture.facts(new Schedules(), new RegisteredHandlers()).entryPoints().stream()
        .map(RegisteredHandlersTest::shown)
        .toList();
  }

  private static String shown(EntryPoint each) {
    return each.certainty() == Certainty.INFERRED
        ? each.id()
        : each.id() + " " + each.certainty().name();
  }

  @Test
  void whatALibrarysQueueOrSchedulerIsGivenIsCalledByIt() {
    assertThat(
            handlers(
                """
                import org.killbill.notificationq.api.NotificationQueueService;
                import org.killbill.notificationq.api.NotificationQueueService.NotificationQueueHandler;
                abstract class Dunning {
                  NotificationQueueService queues; Mails mails;
                  void start() {
                    NotificationQueueHandler handler = new NotificationQueueHandler() {
                      public void handleReadyNotification(String key) { mails.remind(); }
                    };
                    NotificationQueueHandler again = new RetryableHandler(this, handler);
                    queues.createNotificationQueue("dunning", name(), again);
                  }
                  abstract String name();
                }
                """,
                "class Mails { void remind() {} void clean() {} void index() {} void read() {} }",
                """
                import com.github.kagkarlsson.scheduler.task.helper.Tasks;
                import org.jobrunr.scheduling.JobScheduler;
                class Clock {
                  JobScheduler jobs; Mails mails; javax.jms.MessageConsumer consumer;
                  void start() {
                    jobs.scheduleRecurrently("clean", "0 1 * * *", () -> mails.clean());
                    consumer.setMessageListener(message -> mails.read());
                  }
                  Object task() {
                    return Tasks.recurring("index", daily()).onFailure(log())
                        .execute((instance, context) -> mails.index());
                  }
                  Object daily() { return null; }
                  Object log() { return null; }
                }
                """))
        .containsExactly(
            "listener app.Mails.read",
            "schedule app.Mails.clean",
            "schedule app.Mails.index",
            "schedule app.Mails.remind");
  }

  @Test
  void aFunctionThatDoesSeveralThingsIsThatOfEachClassBelowTheOneThatRegistersIt() {
    assertThat(
            handlers(
                """
                import org.killbill.notificationq.api.NotificationQueueService;
                abstract class Retries {
                  NotificationQueueService queues;
                  void start() { queues.createNotificationQueue("a", key -> { one(); two(); }); }
                  void one() {} void two() {}
                }
                """,
                "class Payments extends Retries {}"))
        .containsExactly("schedule app.Payments.start");
  }

  @Test
  void handlersOfOtherLibrariesAreGuessed() {
    assertThat(
            handlers(
                """
                import org.acme.queue.*;
                class Inbox implements MessageHandler {
                  WorkQueue queue; org.acme.Runtime runtime;
                  void start() {
                    queue.subscribe(this);
                    queue.registerJob(new Cleaner());
                    queue.scheduleEvery(5, () -> index());
                    runtime.registerTask(new Task() { public void run() { renew(); } });
                  }
                  @Override public void handleMessage(String text) {}
                  @Override public String toString() { return ""; }
                  void index() {} void renew() {}
                }
                """,
                """
                class Cleaner implements org.acme.queue.Job {
                  @Override public void execute() {}
                  void helper() {}
                }
                """))
        .containsExactly(
            "listener app.Cleaner.execute GUESSED",
            "listener app.Inbox.handleMessage GUESSED",
            "listener app.Inbox.renew GUESSED",
            "schedule app.Inbox.index GUESSED");
  }

  @Test
  void pagesStreamsAndOwnRegistriesAreNoQueues() {
    assertThat(
            handlers(
                """
                class Page implements org.acme.queue.MessageHandler {
                  javax.swing.JButton button; reactor.core.publisher.Flux<String> texts;
                  Own own; org.acme.Text text; org.acme.queue.WorkQueue queue;
                  void start() {
                    button.addListener(new org.acme.Handler() { public void on() { show(); } });
                    texts.subscribe(each -> show());
                    own.registerHandler(this);
                    text.subscribe(each -> show());
                    queue.send(this);
                  }
                  @Override public void handleMessage(String text) {}
                  void show() {}
                }
                """,
                "class Own { void registerHandler(Object handler) {} }"))
        .isEmpty();
  }
}
