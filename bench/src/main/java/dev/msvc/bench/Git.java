package dev.msvc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program git, in processes of its own; hooks of anybody don't run. */
final class Git {
  private Git() {}

  /** The lines that it writes. */
  static List<String> run(Path scratch, Path folder, String... arguments)
      throws IOException, InterruptedException, SkippedException {
    Path output = scratch.resolve("git.txt");
    launched(output, folder, arguments);
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }

  static double seconds(Path scratch, Path folder, String... arguments)
      throws IOException, InterruptedException, SkippedException {
    return launched(scratch.resolve("git.txt"), folder, arguments).seconds();
  }

  private static Launched launched(Path output, Path folder, String... arguments)
      throws IOException, InterruptedException, SkippedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Launched launched = Launched.run(command, Map.of("GIT_CONFIG_NOSYSTEM", "1"), output);
    if (launched.exitCode() != 0) {
      throw new SkippedException(
          "git ended with %d, see %s.err".formatted(launched.exitCode(), output));
    }
    return launched;
  }
}
