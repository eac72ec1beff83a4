package dev.msvc.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Programs that read what is generated: of {@code test-cluster/}, else of this machine. */
final class Checker {
  private static final String FIND =
      ". test-cluster/parts; has_part checks && PATH=$(part checks)/bin:$PATH; command -v \"$0\"";

  private Checker() {}

  /** Where one is; where it is not to be had, the test is skipped, and one line says so. */
  static String find(String program) throws IOException, InterruptedException {
    String found = Cluster.run(Map.of(), "bash", "-c", FIND, program).out().strip();
    if (found.isEmpty()) {
      System.err.printf(
          "skipped: tests that need %s; to run them, type: test-cluster/build --checks && mvn verify%n",
          program);
    }
    assumeTrue(!found.isEmpty(), program + " is here");
    return found;
  }

  /** Runs one in a folder, if it is to be had. */
  static Cluster.Ran run(Path folder, String program, String... arguments)
      throws IOException, InterruptedException {
    String found = find(program);
    String[] command = new String[arguments.length + 5];
    command[0] = "bash";
    command[1] = "-c";
    command[2] = "cd \"$0\" && exec \"$@\"";
    command[3] = folder.toString();
    command[4] = found;
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    return Cluster.run(Map.of(), command);
  }
}
