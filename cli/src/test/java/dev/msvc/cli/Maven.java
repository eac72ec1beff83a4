package dev.msvc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Maven that runs these tests, and its repository. */
final class Maven {
  /**
   * For Maven and the tests that it runs, in {@code JAVA_TOOL_OPTIONS}: none lives long enough for
   * the thorough compiler, which takes as much time as all else.
   */
  static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private Maven() {}

  static boolean isOffline() {
    return System.getProperty("maven.offline", "").endsWith("true");
  }

  /** What begins every call of it. */
  static List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("maven.home"), "bin/mvn").toString(), "-B", "-ntp"));
    if (isOffline()) {
      command.add("-o");
    }
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repository"));
    return command;
  }

  /** What a build in a folder printed; fails with its end where it failed. */
  static String run(Path folder, int minutes, String... arguments) throws Exception {
    List<String> command = command();
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("maven", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", JVM);
    Process process = builder.start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      throw new IOException(
          "%s did not end in %d minutes%n%s".formatted(command, minutes, end(log)));
    }
    if (process.exitValue() != 0) {
      throw new IOException("%s in %s failed%n%s".formatted(command, folder, end(log)));
    }
    return Files.readString(log);
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 200), lines.size()));
  }
}
