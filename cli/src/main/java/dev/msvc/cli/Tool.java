package dev.msvc.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of others that msvc uses where it is there.
 *
 * @param versionArguments that make it print its version and contact nothing
 * @param install what to type where it is missing, and what for
 */
record Tool(String name, List<String> versionArguments, String install) {
  private static final Duration MOST = Duration.ofSeconds(10);

  Check check(Map<String, String> env) {
    Program program = Program.find(name, env);
    if (program == null) {
      return Check.missing(name, "not on the PATH", install);
    }
    String version = version(program);
    return version.isEmpty()
        ? Check.missing(
            name, program.file() + " does not say its version", "see why: " + program.file())
        : Check.found(name, version + " (" + program.file() + ")");
  }

  private String version(Program program) {
    try {
      Program.Ended ended = program.run(versionArguments, Map.of(), new byte[0], MOST);
      return ended.code() == 0 ? ended.output().strip().lines().findFirst().orElse("") : "";
    } catch (IOException e) {
      return "";
    }
  }
}
