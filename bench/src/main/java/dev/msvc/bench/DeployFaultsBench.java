package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
    FaultTests.Result result =
        FaultTests.inCli(bench, scratch, "DeployFaultsIT", List.of("-Dmsvc.faults=all"));
    for (FaultTests.Counted each : result.counted()) {
      String name = "deploy-faults." + each.name().replaceAll("[^a-z]+", "-");
      bench.figure(
          name.endsWith("converged")
              ? Figure.atLeast(1, name, each.share(), each.words())
              : Figure.told(name, each.share(), each.words()));
    }
    if (result.exitCode() != 0) {
      // a case that fails ends its test, and has no figure
      bench.figure(
          Figure.atMost(0, "deploy-faults.failed", result.exitCode(), "see " + result.output()));
    }
  }
}
