package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.rehearse.Rehearsed;
import dev.msvc.cluster.rehearse.Rehearsed.Row;
import dev.msvc.cluster.rehearse.Rehearsed.State;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalScreenTest {
  private static final Rehearsed BROKEN =
      new Rehearsed(
          "a local proxy at 127.0.0.1:4711",
          List.of(
              new Row("requests", "no request is lost", State.HELD, 118, 0, ""),
              new Row(
                  "P15",
                  "one record a change",
                  State.BROKEN,
                  118,
                  3,
                  "killed after the weights of stage 2: changes were [a], and the journal has []"),
              new Row("P2", "all else stays", State.NOT_TRIED, 0, 0, "needs a route")),
          36,
          118,
          12_345,
          0,
          0);

  private static Run shown(Rehearsed rehearsed, String... options) {
    StringWriter out = new StringWriter();
    int code =
        new RehearsalScreen(List.of("gates were not asked"))
            .show(
                "orders",
                rehearsed,
                Duration.ofMillis(20_540),
                List.of(options).contains("json") ? Format.JSON : Format.TEXT,
                new Console(out, new StringWriter(), Terminal.NONE, Map.of()));
    return new Run(code, out.toString(), "");
  }

  @Test
  void whatBrokeIsToldWithTheFirstThatBrokeItAndTheExitCodeIsOne() {
    Run run = shown(BROKEN);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            rehearsal of shift orders, before a local proxy at 127.0.0.1:4711
            ID        WHAT                 RESULT  CASES
            requests  no request is lost   held      118
            P15       one record a change  BROKEN    118
            not tried here:
              P2   all else stays: needs a route
            P15 broke in 3 of 118, first killed after the weights of stage 2: changes were [a], and the\
             journal has []
            118 attempts, killed before and after each of 36 writes, and without its answer; 12,345 requests, 0 lost, 0 answered\
             twice; 20.5 s
            gates were not asked
            """);
  }

  @Test
  void forProgramsItSaysTheSame() throws Exception {
    Run run = shown(BROKEN, "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(ServiceSchemaTest.accepts("rehearsal", run.out())).isTrue();
    assertThat(run.out())
        .contains("\"held\": false", "\"result\": \"broken\"", "\"broken\": 3", "stage 2");
  }
}
