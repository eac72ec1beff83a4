package dev.msvc.cluster.nginx;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program nginx, which tests its files and tells the one that runs to read them anew.
 *
 * @param path by which it is called
 * @param conf its main file; empty for the usual one
 */
record Program(String path, Optional<String> conf) {
  private static final int SECONDS = 20;
  private static final int LONGEST = 2_000;

  /** What is wrong with its files; empty where nothing is. */
  String test() {
    return run(List.of("-t", "-q"));
  }

  /** Why it does not read them anew; empty where it does. */
  String reload() {
    return run(List.of("-s", "reload"));
  }

  private String run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(path));
    command.addAll(arguments);
    conf.ifPresent(each -> command.addAll(List.of("-c", each)));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        String said = new String(out.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return "it takes more than %d s".formatted(SECONDS);
        }
        int code = process.exitValue();
        return code == 0 ? "" : said.isEmpty() ? "exit code " + code : said;
      }
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while nginx was called", "run it again", 8);
    }
  }
}
