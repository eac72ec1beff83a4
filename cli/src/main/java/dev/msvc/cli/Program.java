package dev.msvc.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of others, on this machine. */
record Program(Path file) {
  private static final int MOST = 16 * 1024 * 1024;

  /**
   * How it ended.
   *
   * @param code exit code
   * @param output what it wrote, both of its outputs where they were not asked for apart; up to 16
   *     MiB
   * @param said what else it wrote to its second output
   */
  record Ended(int code, String output, String said) {}

  /** The first of that name on the PATH; null where there is none. */
  static @Nullable Program find(String name, Map<String, String> env) {
    for (String folder : env.getOrDefault("PATH", "").split(File.pathSeparator)) {
      // a relative folder would run what the analysed tree holds
      if (!folder.isEmpty() && Path.of(folder).isAbsolute()) {
        Path file = Path.of(folder, name);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return new Program(file);
        }
      }
    }
    return null;
  }

  /**
   * Runs it until it ends.
   *
   * @param env added to what msvc itself was given
   * @param input what it reads; nothing where that is empty
   * @throws IOException where it cannot be started or does not end in time
   */
  Ended run(List<String> arguments, Map<String, String> env, byte[] input, Duration most)
      throws IOException {
    return run(arguments, env, input, most, true);
  }

  /** As above, with the second output by itself. */
  Ended runApart(List<String> arguments, Map<String, String> env, Duration most)
      throws IOException {
    return run(arguments, env, new byte[0], most, false);
  }

  private Ended run(
      List<String> arguments,
      Map<String, String> env,
      byte[] input,
      Duration most,
      boolean together)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(together);
    builder.environment().putAll(env);
    Process process = builder.start();
    try {
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      CompletableFuture<byte[]> said =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      feed(process, input);
      if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it did not end within " + most.toSeconds() + " s");
      }
      return new Ended(process.exitValue(), text(output), text(said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(CompletableFuture<byte[]> bytes) {
    return new String(bytes.join(), StandardCharsets.UTF_8);
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
    } catch (IOException e) {
      // it ended without reading all; its exit code and its words say why
      process.descendants().forEach(ProcessHandle::destroy);
    }
  }

  private static byte[] read(InputStream from) {
    try {
      byte[] bytes = from.readNBytes(MOST);
      from.skip(Long.MAX_VALUE);
      return bytes;
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
