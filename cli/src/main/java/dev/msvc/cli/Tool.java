package dev.msvc.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of others.
 *
 * @param versionArguments that make it print its version and contact nothing
 * @param install what to type where it is missing, and what for
 */
record Tool(String name, List<String> versionArguments, String install) {
  private static final int SECONDS = 10;
  private static final int MOST = 4096;

  Check check(Map<String, String> env) {
    Path program = find(env.getOrDefault("PATH", ""));
    if (program == null) {
      return Check.missing(name, "not on the PATH", install);
    }
    String version = version(program);
    return version.isEmpty()
        ? Check.missing(name, program + " does not say its version", "see why: " + program)
        : Check.found(name, version + " (" + program + ")");
  }

  private @Nullable Path find(String path) {
    for (String folder : path.split(File.pathSeparator)) {
      // a relative folder would run what the analysed tree holds
      if (!folder.isEmpty() && Path.of(folder).isAbsolute()) {
        Path program = Path.of(folder, name);
        if (Files.isRegularFile(program) && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }

  private String version(Path program) {
    try {
      Process process =
          new ProcessBuilder(command(program))
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      byte[] said = process.getInputStream().readNBytes(MOST);
      String text = new String(said, StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 ? text.lines().findFirst().orElse("") : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private List<String> command(Path program) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(versionArguments);
    return command;
  }
}
