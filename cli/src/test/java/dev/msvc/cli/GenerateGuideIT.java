package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/generate.md}, as they stand there. */
class GenerateGuideIT {
  private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

  @TempDir Path folder;

  @Test
  void theCommandsLeadToAServiceThatAnswers() throws Exception {
    assumeThat(Buf.find())
        .as(
            "SKIPPED: docs/generate.md is not run: there is no buf on PATH or in"
                + " ~/.cache/msvc-test-cluster; run test-cluster/build")
        .isNotNull();
    for (int port : List.of(8080, 8081, 9090)) {
      assumeThat(isFree(port))
          .as("SKIPPED: docs/generate.md is not run: something listens on port %d; stop it", port)
          .isTrue();
    }
    String guide = Files.readString(Path.of("../docs/generate.md"));
    Path script = folder.resolve("guide.sh");
    Files.writeString(script, script(guide));

    String out = bash(script);

    assertThat(out).contains("\"number\":\"A-1\"", "\"number\": \"A-1\"");
    assertThat(out).contains("\"amount\":\"12.50\"", "\"units\": \"12\"");
  }

  private static String script(String guide) {
    return "set -eu\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n"
        + COMMANDS
            .matcher(guide)
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.joining());
  }

  private String bash(Path script) throws Exception {
    Path log = folder.resolve("guide.log");
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Path bin = folder.resolve("bin");
    Shell.script(
        bin.resolve("mvn"),
        "JAVA_TOOL_OPTIONS='%s' exec '%s' \"$@\""
            .formatted(Maven.JVM, String.join("' '", Maven.command())));
    Path msvc = Path.of("target/msvc/bin").toAbsolutePath();
    Shell.script(bin.resolve("buf"), "exec '%s' \"$@\"".formatted(Buf.find()));
    builder.environment().merge("PATH", bin + ":" + msvc, (there, ours) -> ours + ":" + there);
    Process process = builder.start();
    if (!process.waitFor(15, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      throw new IOException("the guide did not end\n" + Files.readString(log));
    }
    String out = Files.readString(log);
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
