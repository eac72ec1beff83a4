package dev.msvc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that are typed one after the other in a shell, each shown with what it says. */
final class Story implements AutoCloseable {
  private static final int END_SECONDS = 20;
  private static final int START_SECONDS = 600;

  private final Bench bench;
  private final Path folder;
  private final Path program;
  private final List<Process> running = new ArrayList<>();

  /**
   * In a folder that is its own.
   *
   * @param program what {@code msvc} stands for
   */
  Story(Bench bench, Path folder, Path program) {
    this.bench = bench;
    this.folder = folder;
    this.program = program;
    // also where somebody stops the bench
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Runs a command to its end, and shows what it says. */
  void type(String command) throws IOException, InterruptedException {
    bench.line("$ " + command.replace("\n", "\n> "));
    Process process = process(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    said.lines().forEach(bench::line);
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IOException("it ended with %d: %s".formatted(exitCode, command));
    }
  }

  /** Whether a command that says nothing to anybody ends well. */
  boolean holds(String command) throws IOException, InterruptedException {
    return process(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  void note(String words) {
    bench.line("# " + words);
  }

  /** Starts what goes on in the background, with what it says in a file. */
  void begin(String command, String log) throws IOException {
    bench.line("$ %s > %s &".formatted(command, log));
    running.add(
        process("exec " + command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile())
            .start());
  }

  /** Waits until a log says something; answers with what is in the pattern's first group. */
  String until(String log, Pattern pattern) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < end) {
      Matcher found = pattern.matcher(Files.readString(folder.resolve(log)));
      if (found.find()) {
        return found.group(1);
      }
      for (Process each : running) {
        if (!each.isAlive()) {
          throw new IOException("something ended that was to go on, see " + folder);
        }
      }
      Thread.sleep(50);
    }
    throw new IOException("%s says not what it was to say".formatted(folder.resolve(log)));
  }

  private ProcessBuilder process(String command) {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
    String programs = String.valueOf(program.getParent());
    builder.environment().merge("PATH", programs, (path, ours) -> ours + ":" + path);
    builder.environment().put("MSVC_JAVA", Launched.JAVA);
    // Maven ends before the thorough compiler pays
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    return builder;
  }

  /** Ends what was begun, the last first; each may take a moment to put its things away. */
  @Override
  public void close() {
    for (int i = running.size() - 1; i >= 0; i--) {
      List<ProcessHandle> all = new ArrayList<>(running.get(i).descendants().toList());
      all.add(0, running.get(i).toHandle());
      all.forEach(ProcessHandle::destroy);
      for (ProcessHandle each : all) {
        try {
          each.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          each.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
          each.destroyForcibly();
        }
      }
    }
  }
}
