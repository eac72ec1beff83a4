package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void bareMachineIsToldWhatToType() {
    Run run = doctor(Map.of("PATH", folder.toString(), "HOME", folder.toString()));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("ok   java        " + System.getProperty("java.version"))
        .contains("ok   memory", "-    git         not on the PATH", "apt install git")
        .contains("-    kubeconfig  none");
  }

  @Test
  void toolsSayVersionAndPlace() throws IOException {
    Path git = tool("git", "#!/bin/sh\necho git version 2.99\n");

    assertThat(doctor(Map.of("PATH", folder.toString())).out())
        .contains("ok   git         git version 2.99 (" + git + ")");
  }

  @Test
  void toolThatFailsIsNotThere() throws IOException {
    tool("helm", "#!/bin/sh\nexit 3\n");

    assertThat(doctor(Map.of("PATH", folder.toString())).out())
        .contains("-    helm        " + folder.resolve("helm") + " does not say its version");
  }

  @Test
  void currentContextIsNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config"), "current-context: staging\ncontexts: [{name: staging}]\n");

    assertThat(doctor(Map.of("KUBECONFIG", file.toString())).out())
        .contains("ok   kubeconfig  current context staging (" + file + ")")
        .contains("-    cluster     the kubeconfig has no cluster for the context 'staging'");
  }

  @Test
  void aClusterThatIsAwayIsOneLineAndAnErrorOnlyWhereItIsNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: c
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            users: [{name: u, user: {token: a}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            """);

    Run run = doctor(Map.of("KUBECONFIG", file.toString()));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("-    cluster     the API server cannot be reached: https://127.0.0.1:1: ")
        .contains("-> see whether it is up");
    assertThat(Run.msvc("doctor", "--kubeconfig", file.toString(), "--context", "c").exitCode())
        .isEqualTo(8);
  }

  @Test
  void programsGetTheSame() {
    Run run = msvc("doctor", "-o", "json");

    assertThat(run.out())
        .startsWith(
            "{\n  \"schema\": \"msvc/doctor/v1\",\n  \"checks\": [ {\n    \"name\": \"java\"");
  }

  private static Run doctor(Map<String, String> env) {
    return msvc((root, inputs, progress) -> Shop.small(), Terminal.NONE, env, "doctor");
  }

  private Path tool(String name, String script) throws IOException {
    Path tool = Files.writeString(folder.resolve(name), script);
    return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
