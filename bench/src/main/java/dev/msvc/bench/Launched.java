package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end in a process of its own.
 *
 * @param cpuSeconds of all its threads, to within the last twentieth of a second; 0 where the
 *     system does not tell
 * @param peakBytes of resident memory; 0 where the system does not tell
 */
record Launched(int exitCode, double seconds, double cpuSeconds, long peakBytes) {

  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Runs a command with its standard output in a file. */
  static Launched run(List<String> command, Map<String, String> environment, Path output)
      throws IOException, InterruptedException {
    return run(command, environment, Path.of(""), output);
  }

  /** Runs a command in a folder with its standard output in a file. */
  static Launched run(
      List<String> command, Map<String, String> environment, Path folder, Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectOutput(output.toFile())
            .redirectError(output.resolveSibling(output.getFileName() + ".err").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("MSVC_JAVA", JAVA);
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    long peak = 0;
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, residentBytes(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Launched(process.exitValue(), seconds, cpu.toMillis() / 1e3, peak);
  }

  /** A run that left out what it was asked for is not quick. */
  static void require(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("it was not made: " + file);
    }
  }

  /** As {@link #run}, without watching the memory: for what ends within milliseconds. */
  static double milliseconds(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MSVC_JAVA", JAVA);
    long start = System.nanoTime();
    Process process = builder.start();
    int exitCode = process.waitFor();
    double milliseconds = (System.nanoTime() - start) / 1e6;
    if (exitCode != 0) {
      throw new IOException(command + " ended with " + exitCode);
    }
    return milliseconds;
  }

  /** The most it has had so far on Linux; elsewhere what it has now, as ps says. */
  private static long residentBytes(long pid) throws IOException, InterruptedException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (Files.exists(status)) {
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
          }
        }
      } catch (IOException ended) {
        return 0;
      }
      return 0;
    }
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    String kilobytes =
        new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
    ps.waitFor();
    return kilobytes.isBlank() ? 0 : Long.parseLong(kilobytes.strip()) * 1024;
  }
}
