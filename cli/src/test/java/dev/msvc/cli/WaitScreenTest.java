package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.ready.Progress;
import dev.msvc.cluster.ready.Readiness;
import dev.msvc.model.kube.ObjectKey;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitScreenTest {
  private final StringWriter err = new StringWriter();

  private WaitScreen screen(Terminal terminal, Map<String, String> env) {
    return new WaitScreen(new Console(new StringWriter(), err, terminal, env));
  }

  private static Progress pods(String name, Readiness.State state, String why, String... details) {
    return new Progress(
        new ObjectKey("apps", "Deployment", "shop", name),
        new Readiness(state, why),
        List.of(details));
  }

  private static List<Progress> waiting(String why) {
    return List.of(
        pods("a", Readiness.State.WAITING, why, "pod a-1 is pulled"),
        pods("b", Readiness.State.READY, "2 of 2"));
  }

  @Test
  void linesAreDrawnOverOnATerminal() {
    WaitScreen screen = screen(new Terminal(true, true), Map.of("NO_COLOR", "1"));

    screen.accept(waiting("0 of 2 are ready"));
    screen.accept(waiting("1 of 2 are ready"));

    assertThat(Drawn.of(err.toString()))
        .containsExactly(
            "1 of 2 objects are ready",
            "  Deployment/a: 1 of 2 are ready",
            "    pod a-1 is pulled");
    // lines are wiped, and none is coloured
    assertThat(err.toString()).contains("\u001b[1A").doesNotContainPattern("\u001b\\[[0-9;]*m");

    screen.accept(List.of(pods("a", Readiness.State.READY, "2 of 2")));
    assertThat(Drawn.of(err.toString())).containsExactly("1 of 1 objects are ready");

    screen.finish();
    assertThat(Drawn.of(err.toString())).as("room for the result").isEmpty();
  }

  @Test
  void noLineIsWiderThanTheTerminalAndNoTreeIsHigher() {
    WaitScreen screen = screen(new Terminal(true, true), Map.of());
    List<Progress> many =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> pods("p" + i, Readiness.State.WAITING, "\u001b[2J why ".repeat(50)))
            .toList();

    screen.accept(many);
    screen.accept(many);

    assertThat(Drawn.of(err.toString()))
        .hasSize(20)
        .allMatch(each -> each.length() <= 100)
        .noneMatch(each -> each.indexOf('\u001b') >= 0);
    // a terminal of 80 columns cuts at its edge, and so each line stays one
    assertThat(err.toString()).contains("\u001b[?7l").endsWith("\u001b[?7h");
  }

  @Test
  void newsAreLinesWhereNobodyLooks() {
    for (Map<String, String> env : List.of(Map.<String, String>of(), Map.of("CI", "true"))) {
      err.getBuffer().setLength(0);
      WaitScreen screen = screen(new Terminal(false, !env.isEmpty()), env);

      screen.accept(waiting("0 of 2 are ready"));
      screen.accept(waiting("0 of 2 are ready"));
      screen.accept(waiting("1 of 2 are ready"));
      screen.finish();

      assertThat(err.toString())
          .isEqualTo(
              """
              Deployment/a in shop: 0 of 2 are ready
                pod a-1 is pulled
              Deployment/a in shop: 1 of 2 are ready
                pod a-1 is pulled
              """);
    }
  }
}
