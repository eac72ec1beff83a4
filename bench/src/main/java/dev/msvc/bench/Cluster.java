package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A control plane of {@code test-cluster/} on loopback, with kubectl. */
record Cluster(Bench bench, Path folder, Map<String, String> environment) implements AutoCloseable {

  static Cluster started(Bench bench, String scratch)
      throws IOException, InterruptedException, SkippedException {
    Path folder = bench.scratch(scratch).resolve("cluster");
    Path told = bench.scratch(scratch).resolve("cluster.out");
    List<String> up =
        List.of(
            "bash",
            "-c",
            "told=$(\"$0/up\" --dir \"$1\" --while \"$2\") && eval \"$told\" && printf '%s\\n"
                + "%s\\n"
                + "' \"$KUBECONFIG\" \"$PATH\"",
            scripts(bench).toString(),
            folder.toString(),
            String.valueOf(ProcessHandle.current().pid()));
    if (Launched.run(up, Map.of(), told).exitCode() != 0) {
      throw new SkippedException(Files.readString(Path.of(told + ".err")).strip());
    }
    List<String> lines = Files.readAllLines(told);
    return new Cluster(bench, folder, Map.of("KUBECONFIG", lines.get(0), "PATH", lines.get(1)));
  }

  Launched run(List<String> command, Path output) throws IOException, InterruptedException {
    // the search for a program uses this process's PATH, and not that of the new one
    List<String> through = new ArrayList<>(List.of("env"));
    through.addAll(command);
    return Launched.run(through, environment, output);
  }

  void kubectl(String... arguments) throws IOException, InterruptedException, SkippedException {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(arguments));
    Path output = folder.resolveSibling("kubectl.out");
    if (run(command, output).exitCode() != 0) {
      throw new SkippedException("kubectl failed, see " + output + ".err");
    }
  }

  private static Path scripts(Bench bench) {
    return bench.project().resolve("test-cluster");
  }

  @Override
  public void close() throws IOException {
    List<String> down =
        List.of(scripts(bench).resolve("down").toString(), "--dir", folder.toString());
    try {
      Launched.run(down, Map.of(), folder.resolveSibling("down.out"));
    } catch (InterruptedException e) {
      // it goes down when this process ends
      Thread.currentThread().interrupt();
    }
  }
}
