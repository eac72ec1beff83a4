package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own shows. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void readerThatGoesAwayIsNoError() throws Exception {
    Path err = folder.resolve("err");
    Process process = start(err, "completion", "bash");

    process.getInputStream().read();
    process.getInputStream().close();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(err).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  void signalsEndWithTheirCode(String signal, int exitCode) throws Exception {
    // a shell's background jobs ignore SIGINT, and so do their children
    assumeThat(signal.equals("INT") && isInterruptIgnored()).isFalse();
    Path begun = folder.resolve("begun");
    Path git = folder.resolve("git");
    Files.writeString(git, "#!/bin/sh\n: > " + begun + "\nexec /bin/sleep 30\n");
    Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process process = start(folder.resolve("err"), "doctor");
    while (!Files.exists(begun) && process.isAlive()) {
      Thread.sleep(20);
    }

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
  }

  static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigIgn:")) {
        return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0;
      }
    }
    return false;
  }

  private Process start(Path err, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.msvc.cli.Msvc"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("PATH", folder.toString());
    return builder.start();
  }
}
