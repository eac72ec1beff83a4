package dev.msvc.cli;

import dev.msvc.model.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs beside this process, and never longer than it. */
final class ChildProgram implements AutoCloseable {
  private static final int SECONDS = 5;

  private final Process process;
  private final Thread atExit;

  private ChildProgram(Process process) {
    this.process = process;
    this.atExit = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts it.
   *
   * @param said where it may write what it has to say
   * @throws UserError with exit code 8 where it does not start
   */
  static ChildProgram start(List<String> command, Path folder, File said) {
    try {
      return new ChildProgram(
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said)
              .start());
    } catch (IOException e) {
      throw new UserError(
          "%s cannot be started: %s".formatted(command.get(0), e.getMessage()),
          "see whether you may run it",
          8);
    }
  }

  boolean ended() {
    return !process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // this process ends, and its hook does the rest
      return;
    }
  }
}
