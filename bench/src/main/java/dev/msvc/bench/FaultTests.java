package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tests that a benchmark has Maven run. */
final class FaultTests {
  private FaultTests() {}

  /**
   * What a test counted.
   *
   * @param name as the test tells it
   * @param right of all cases
   */
  record Counted(String name, double right, double all) {
    double share() {
      return right / all;
    }

    String words() {
      return "%,.0f of %,.0f".formatted(right, all);
    }
  }

  /**
   * What an integration test of the command line counted.
   *
   * @param exitCode of Maven: a case that fails ends its test, and is not counted
   * @param output of Maven
   */
  record Result(List<Counted> counted, int exitCode, Path output) {}

  /** Runs an integration test of the command line. */
  static Result inCli(Bench bench, Path scratch, String test, List<String> options)
      throws IOException, InterruptedException, SkippedException {
    Path figures = scratch.resolve("figures.tsv");
    Files.deleteIfExists(figures);
    Path output = scratch.resolve(test + ".out");
    List<String> all =
        new ArrayList<>(
            List.of(
                "-Dtest=NoTest",
                "-Dit.test=" + test,
                "-Dfailsafe.failIfNoSpecifiedTests=false",
                "-Dmsvc.figures=" + figures));
    all.addAll(options);
    int exitCode = maven(bench, output, "cli", "verify", all);
    if (!Files.exists(figures)) {
      throw new SkippedException("Maven ended with %d, see %s".formatted(exitCode, output));
    }
    List<Counted> counted = new ArrayList<>();
    for (String line : Files.readAllLines(figures)) {
      String[] parts = line.split("\t", -1);
      counted.add(
          new Counted(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
    }
    return new Result(List.copyOf(counted), exitCode, output);
  }

  /** Runs Maven to a phase of one module, and returns how it ended. */
  static int maven(Bench bench, Path output, String module, String phase, List<String> options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "mvn",
                "-f",
                bench.project().resolve("pom.xml").toString(),
                "-o",
                "-B",
                "-pl",
                module,
                "-am",
                phase,
                "-Dspotless.check.skip=true",
                "-Dsurefire.failIfNoSpecifiedTests=false"));
    command.addAll(options);
    return Launched.run(command, Map.of(), output).exitCode();
  }
}
