package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.EntryPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredJobsTest {
  private static Fixture handlers(String runner) {
    return new Fixture()
        .java("public interface Handler { String execute(String parameter); }")
        .java("class Expire implements Handler { public String execute(String p) { return p; } }")
        .java("class Clean extends Base { protected void clean() {} }")
        .java(
            "abstract class Base implements Handler { public String execute(String p)"
                + " { clean(); return p; } protected abstract void clean(); }")
        .java(
            "import java.util.*; import org.springframework.context.ApplicationContext;\n"
                + runner);
  }

  private static List<String> jobs(Fixture fixture) {
    return fixture.facts(new Schedules(), new RegisteredJobs()).entryPoints().stream()
        .map(EntryPoint::id)
        .toList();
  }

  private static final String QUARTZ =
      """
      class Runner extends org.springframework.scheduling.quartz.QuartzJobBean {
        ApplicationContext context;
        protected void executeInternal(org.quartz.JobExecutionContext job) { run("x"); }
        private void run(String name) {
          Handler handler = context.getBean(name, Handler.class);
          handler.execute("");
        }
      }
      """;

  @Test
  void whatAJobTakesByItsNameIsAJobItself() {
    assertThat(jobs(handlers(QUARTZ)))
        .containsExactlyInAnyOrder(
            "schedule app.Runner.executeInternal",
            "schedule app.Expire.execute",
            "schedule app.Clean.execute");
  }

  @Test
  void whatAScheduledMethodRunsOfAMapOrEachOfAListIsAJob() {
    assertThat(
            jobs(
                handlers(
                    """
                    class Runner {
                      List<Handler> all;
                      @org.springframework.scheduling.annotation.Scheduled(cron = "1")
                      void run() { for (Handler each : all) { each.execute(""); } }
                    }
                    """)))
        .contains("schedule app.Expire.execute", "schedule app.Clean.execute");
    assertThat(
            jobs(
                handlers(
                    """
                    class Runner {
                      Map<String, Handler> all;
                      @org.springframework.scheduling.annotation.Scheduled(cron = "1")
                      void run() { start("x"); }
                      void start(String name) { all.get(name).execute(""); }
                    }
                    """)))
        .contains("schedule app.Expire.execute", "schedule app.Clean.execute");
  }

  @Test
  void whatRequestsAskForIsNoJob() {
    assertThat(
            jobs(
                handlers(QUARTZ)
                    .java("class Pages { Handler one; void show() { one.execute(\"\"); } }")))
        .containsExactly("schedule app.Runner.executeInternal");
  }

  private static final String CLOCK =
      """
      class Clock {
        Registry registry; Service service;
        @org.springframework.scheduling.annotation.Scheduled(cron = "1") void run() { due("x"); }
        void due(String name) { registry.of(name).execute(name); service.calendar(); }
      }
      """;

  private static Fixture registry(String found) {
    return handlers(CLOCK)
        .java("interface Registry { Handler of(String name); }")
        .java(
            """
            import java.util.*; import org.springframework.context.ApplicationContext;
            class Handlers implements Registry {
              ApplicationContext context; Map<String, Handler> known = new HashMap<>();
              List<Handler> all;
              public Handler of(String name) { %s }
            }
            """
                .formatted(found));
  }

  @Test
  void whatAScheduledMethodAsksARegistryForIsAJob() {
    for (String each :
        List.of(
            "return known.get(name);",
            "return all.stream().findFirst().orElse(null);",
            "return context.getBean(name, Handler.class);",
            "Handler one = known.get(name); return one;",
            "return known.computeIfAbsent(name, any -> context.getBeansOfType(Handler.class)"
                + ".values().stream().findFirst().orElse(null));")) {
      assertThat(jobs(registry(each)))
          .as(each)
          .containsExactlyInAnyOrder(
              "schedule app.Clock.run",
              "schedule app.Expire.execute",
              "schedule app.Clean.execute");
    }
    assertThat(jobs(registry("return new Expire();"))).containsExactly("schedule app.Clock.run");
  }

  @Test
  void whatAServiceForAllTakesFromAMapIsNoJob() {
    String service =
        """
        class Service {
          java.util.Map<String, Calendar> all;
          void calendar() { all.get("x").%s("y"); }
        }
        """;
    Fixture setter =
        registry("return null;")
            .java("interface Calendar { void setFormat(String format); void print(String to); }")
            .java(
                "class Iso implements Calendar { public void setFormat(String format) {}"
                    + " public void print(String to) {} }")
            .java(service.formatted("setFormat"));
    Fixture asked =
        registry("return null;")
            .java("interface Calendar { void print(String to); }")
            .java("class Iso implements Calendar { public void print(String to) {} }")
            .java(service.formatted("print"))
            .java("class Pages { Service service; void show() { service.calendar(); } }");

    assertThat(jobs(setter)).containsExactly("schedule app.Clock.run");
    assertThat(jobs(asked)).containsExactly("schedule app.Clock.run");
  }
}
