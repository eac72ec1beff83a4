package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchedulesTest {
  @Test
  void springSchedulesTellWhen() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.scheduling.annotation.*;
                    class Jobs {
                      static final String NIGHTLY = "0 0 2 * * *";
                      static final long MINUTE = 60_000L;
                      @Scheduled(cron = NIGHTLY) void nightly() {}
                      @Scheduled(fixedDelayString = "${jobs.delay:500}") void often() {}
                      @Scheduled(fixedRate = MINUTE) void rate() {}
                      @Schedules({@Scheduled(cron = "1"), @Scheduled(cron = "2")}) void twice() {}
                      void never() {}
                    }
                    """)
                .resource("", "src/main/resources/application.properties", "jobs.delay=900")
                .entryPoints(new Schedules()))
        .containsExactly(
            "schedule app.Jobs.nightly -> app.Jobs.nightly on 0 0 2 * * *",
            "schedule app.Jobs.often -> app.Jobs.often on fixedDelay 900",
            "schedule app.Jobs.rate -> app.Jobs.rate on fixedRate 60000",
            "schedule app.Jobs.twice -> app.Jobs.twice on 1",
            "schedule app.Jobs.twice (2) -> app.Jobs.twice on 2");
  }

  @Test
  void micronautSchedulesTellWhen() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import io.micronaut.scheduling.annotation.*;
                    class Jobs {
                      @Scheduled(fixedRate = "8h") void rate() {}
                      @Schedules({@Scheduled(cron = "1"), @Scheduled(cron = "2")}) void twice() {}
                      @Nightly void nightly() {}
                    }
                    @Scheduled(cron = "0 0 2 * * *") @interface Nightly {}
                    """)
                .entryPoints(new Schedules()))
        .containsExactly(
            "schedule app.Jobs.nightly -> app.Jobs.nightly on 0 0 2 * * *",
            "schedule app.Jobs.rate -> app.Jobs.rate on fixedRate 8h",
            "schedule app.Jobs.twice -> app.Jobs.twice on 1",
            "schedule app.Jobs.twice (2) -> app.Jobs.twice on 2");
  }

  @Test
  void aScheduleThatIsOffByDefaultIsOnWhatItsSettingSays() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.scheduling.annotation.*;
                    class Jobs {
                      @Scheduled(cron = "${sitemap.cron:-}") void sitemap() {}
                      @Scheduled(cron = "${clean.cron:-}") void clean() {}
                    }
                    """)
                .resource("", "src/main/resources/application.properties", "clean.cron=0 1 * * * *")
                .entryPoints(new Schedules()))
        .containsExactly(
            "schedule app.Jobs.clean -> app.Jobs.clean on 0 1 * * * *",
            "schedule app.Jobs.sitemap -> app.Jobs.sitemap on ${sitemap.cron:-}");
  }

  @Test
  void timersOfBeansAndQuartzJobsAreSchedules() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import javax.ejb.*;
                    @Singleton class Timers {
                      @Schedule(second = "0", minute = "*/5", hour = "*") void tick() {}
                      @Timeout void late(Timer timer) {}
                    }
                    """)
                .java(
                    """
                    class Export implements org.quartz.Job {
                      public void execute(org.quartz.JobExecutionContext context) {}
                      public void execute() {}
                    }
                    """)
                .entryPoints(new Schedules()))
        .containsExactly(
            "schedule app.Export.execute -> app.Export.execute",
            "schedule app.Timers.late -> app.Timers.late",
            "schedule app.Timers.tick -> app.Timers.tick on second=0 minute=*/5 hour=*");
  }

  @Test
  void mainMethodsAreThoseThatAJvmStarts() {
    assertThat(
            new Fixture()
                .java("class App { public static void main(String[] args) {} }")
                .java("class Varargs { public static void main(String... args) {} }")
                .java("class Private { private static void main(String[] args) {} }")
                .java("class Other { public void main(String[] args) {} }")
                .java("class One { public static void main(String arg) {} }")
                .entryPoints(new Mains()))
        .containsExactly(
            "main app.App.main -> app.App.main", "main app.Varargs.main -> app.Varargs.main");
  }

  @Test
  void supertypesAreFoundThroughPackagesImportedAsAWhole() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.quartz.*;
                    public class Nightly implements Job {
                      public void execute(JobExecutionContext context) {}
                    }
                    """)
                .java(
                    """
                    import other.scheduler.*;
                    public class Another implements Job { public void execute(Object context) {} }
                    """)
                .entryPoints(new Schedules()))
        .containsExactly("schedule app.Nightly.execute -> app.Nightly.execute");
  }

  @Test
  void jobsOfXxlJobAndSchedulesThatAreInherited() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import com.xxl.job.core.handler.annotation.XxlJob;
                    class Jobs { @XxlJob("expire") public void expire() {} }
                    """)
                .java(
                    """
                    abstract class Polling {
                      @org.springframework.scheduling.annotation.Scheduled(cron = "1") void poll() {}
                    }
                    """)
                .java("class Mail extends Polling {}")
                .entryPoints(new Schedules()))
        .containsExactly(
            "schedule app.Jobs.expire -> app.Jobs.expire",
            "schedule app.Mail.poll -> app.Mail.poll on 1");
  }
}
