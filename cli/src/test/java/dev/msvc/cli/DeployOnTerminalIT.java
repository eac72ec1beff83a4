package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees while pods take their time, and what a file gets of it. */
@ExtendWith(TestCluster.class)
class DeployOnTerminalIT {
  private static final String PODS = "metadata: {labels: {app: web}}";

  @TempDir Path folder;

  private Deployed web;

  @BeforeEach
  void use(TestNamespace namespace) {
    web = new Deployed(folder, namespace);
  }

  private Run seen(Terminal terminal, Map<String, String> env, String fails, String timeout)
      throws Exception {
    web.write(
        "web.yaml",
        Deployed.web("1")
            .replace(
                PODS,
                "metadata: {labels: {app: web}, annotations: {test-cluster/fails: %s}}"
                    .formatted(fails)));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        terminal,
        env,
        List.of(
                "deploy",
                "-f",
                ".",
                "--release",
                "web",
                "-y",
                "--timeout",
                timeout,
                "-C",
                folder.toString(),
                "-n",
                web.namespace().name(),
                "--kubeconfig",
                web.namespace().cluster().kubeconfig())
            .toArray(String[]::new));
  }

  @Test
  void slowPodsAreATreeThatIsDrawnOverAndMakesRoomForTheResult() throws Exception {
    Run run = seen(new Terminal(true, true), Map.of("NO_COLOR", "1"), "slow", "60s");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("2 of 3 objects are ready\n  Deployment/web: ", "\u001b[1A");
    assertThat(run.out() + run.err()).doesNotContainPattern("\u001b\\[[0-9;]*m");
    assertThat(Drawn.of(run.err())).noneMatch(each -> each.contains("objects are ready"));
    assertThat(run.out()).endsWith("revision 1 of web is deployed, and ready\n");
  }

  @Test
  void theLastStateOfWhatDoesNotComeIsInTheResult() throws Exception {
    Run run = seen(new Terminal(true, true), Map.of(), "unready", "10s");

    assertThat(run.exitCode()).isEqualTo(9);
    assertThat(run.out()).contains("Deployment/web in ", "readiness probe fails");
  }

  @Test
  void aFileGetsALineForEachNewsAndNothingElse() throws Exception {
    Run run = seen(Terminal.NONE, Map.of(), "slow", "60s");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("\u001b");
    assertThat(run.err())
        .contains(": 0 of 2 new pods are ready\n", ": all 2 pods are ready\n")
        .as("news, and not a line for each look")
        .satisfies(err -> assertThat(err.lines().count()).isLessThan(12));
  }
}
