package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code DeployFaultsIT} at every request and with many seeds. */
final class DeployFaultsBench implements Benchmark {
  @Override
  public String name() {
    return "deploy-faults";
  }

  @Override
  public String what() {
    return "msvc deploy killed at every request, and a fifth of all requests failing: how many"
        + " converge (needs Maven and test-cluster/build)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path scratch = bench.scratch("deploy-faults");
    Path figures = scratch.resolve("figures.tsv");
    Files.deleteIfExists(figures);
    List<String> maven =
        List.of(
            "mvn",
            "-f",
            bench.project().resolve("pom.xml").toString(),
            "-o",
            "-B",
            "-pl",
            "cli",
            "-am",
            "verify",
            "-Dspotless.check.skip=true",
            "-Dtest=NoTest",
            "-Dit.test=DeployFaultsIT",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dfailsafe.failIfNoSpecifiedTests=false",
            "-Dmsvc.faults=all",
            "-Dmsvc.figures=" + figures);
    Path output = scratch.resolve("maven.out");
    int exitCode = Launched.run(maven, Map.of(), output).exitCode();
    if (!Files.exists(figures)) {
      throw new SkippedException("Maven ended with %d, see %s".formatted(exitCode, output));
    }
    for (String line : Files.readAllLines(figures)) {
      String[] parts = line.split("\t", -1);
      double right = Double.parseDouble(parts[1]);
      double all = Double.parseDouble(parts[2]);
      String of = "%.0f of %.0f".formatted(right, all);
      String name = "deploy-faults." + parts[0].replaceAll("[^a-z]+", "-");
      bench.figure(
          name.endsWith("converged")
              ? Figure.atLeast(1, name, right / all, of)
              : Figure.told(name, right / all, of));
    }
    if (exitCode != 0) {
      // a case that fails ends its test, and has no figure
      bench.figure(Figure.atMost(0, "deploy-faults.failed", exitCode, "see " + output));
    }
  }
}
