package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A deployment beside {@code kubectl diff} and {@code kubectl apply} on the same API server. */
final class DeployBench implements Benchmark {
  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public String what() {
    return "msvc deploy --no-wait beside kubectl diff and apply: 100 and 1,000 objects"
        + " (needs test-cluster/build; --only 100 or 1000)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path launcher = Installed.of(bench, "deploy");
    try (Cluster cluster = Cluster.started(bench, "deploy")) {
      if (bench.wants("100")) {
        measure(bench, cluster, launcher, 100, ROUNDS, 2);
      }
      if (bench.wants("1000")) {
        measure(bench, cluster, launcher, 1_000, 2, 1);
      }
    }
  }

  /** What is measured of a folder of manifests, one after the other. */
  private enum Step {
    FIRST,
    NO_CHANGE,
    ONE_CHANGE
  }

  private static void measure(
      Bench bench, Cluster cluster, Path launcher, int objects, int rounds, double bar)
      throws IOException, InterruptedException, SkippedException {
    Map<Step, List<Double>> ratios = new EnumMap<>(Step.class);
    // the first round warms what both need: the API server, and files that are read
    for (int round = 0; round <= rounds; round++) {
      Side ours = new Side(bench, cluster, "msvc-%d-%d".formatted(objects, round), objects);
      Side theirs = new Side(bench, cluster, "kubectl-%d-%d".formatted(objects, round), objects);
      for (Step step : Step.values()) {
        boolean first = round % 2 == 0;
        double one = first ? ours.msvc(launcher, step) : theirs.kubectl(step);
        double other = first ? theirs.kubectl(step) : ours.msvc(launcher, step);
        double our = first ? one : other;
        double their = first ? other : one;
        bench.detail("%d, %s: msvc %.2f s, kubectl %.2f s".formatted(objects, step, our, their));
        if (round > 0) {
          ratios.computeIfAbsent(step, each -> new ArrayList<>()).add(our / their);
        }
      }
      ours.delete();
      theirs.delete();
    }
    ratios.forEach(
        (step, measured) -> {
          Ratios all = new Ratios(measured);
          String name = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
          bench.figure(
              Figure.atMost(
                  bar, "deploy.%d.%s".formatted(objects, name), all.median(), all.spread()));
        });
  }

  /** A namespace and a folder of manifests for it. */
  private record Side(Bench bench, Cluster cluster, String namespace, int objects) {
    double msvc(Path launcher, Step step)
        throws IOException, InterruptedException, SkippedException {
      prepare(step);
      return seconds(
          List.of(
              launcher.toString(),
              "-C",
              folder().toString(),
              "deploy",
              "-f",
              ".",
              "--release",
              "bench",
              "--no-wait",
              "-y",
              "-n",
              namespace));
    }

    double kubectl(Step step) throws IOException, InterruptedException, SkippedException {
      prepare(step);
      return seconds(
          List.of(
              "bash",
              "-c",
              "kubectl diff -n \"$0\" -f \"$1\"; test $? -le 1"
                  + " && kubectl apply -n \"$0\" --server-side -f \"$1\"",
              namespace,
              folder().toString()));
    }

    private Path folder() throws IOException {
      return bench.scratch("deploy").resolve(namespace);
    }

    private void prepare(Step step) throws IOException, InterruptedException, SkippedException {
      if (step == Step.FIRST) {
        cluster.kubectl("create", "namespace", namespace);
        Folders.delete(folder());
        Files.createDirectories(folder());
        for (int i = 0; i < objects; i++) {
          Files.writeString(folder().resolve("object-%04d.yaml".formatted(i)), object(i, "one"));
        }
      } else if (step == Step.ONE_CHANGE) {
        Files.writeString(folder().resolve("object-0000.yaml"), object(0, "two"));
      }
    }

    private double seconds(List<String> command)
        throws IOException, InterruptedException, SkippedException {
      Path output = folder().resolveSibling(namespace + ".out");
      Launched launched = cluster.run(command, output);
      if (launched.exitCode() != 0) {
        throw new SkippedException(
            "%s ended with %d, see %s.err".formatted(command.get(0), launched.exitCode(), output));
      }
      return launched.seconds();
    }

    void delete() throws IOException, InterruptedException, SkippedException {
      cluster.kubectl("delete", "namespace", namespace, "--wait=true");
      Folders.delete(folder());
    }
  }

  /** Of ten: five that hold configuration, two names, two of access, and pods. */
  private static String object(int number, String value) {
    String manifest =
        switch (number % 10) {
          case 5, 6 ->
              """
              apiVersion: v1
              kind: Service
              metadata: {name: object-%1$d}
              spec: {selector: {app: object-%1$d}, ports: [{port: 80, targetPort: 8080}]}
              """;
          case 7 ->
              """
              apiVersion: v1
              kind: ServiceAccount
              metadata: {name: object-%1$d}
              """;
          case 8 ->
              """
              apiVersion: rbac.authorization.k8s.io/v1
              kind: Role
              metadata: {name: object-%1$d}
              rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
              """;
          case 9 ->
              """
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: object-%1$d}
              spec:
                selector: {matchLabels: {app: object-%1$d}}
                template:
                  metadata: {labels: {app: object-%1$d}}
                  spec: {containers: [{name: app, image: "app:%2$s"}]}
              """;
          default ->
              """
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: object-%1$d}
              data: {a: %2$s, b: "0123456789"}
              """;
        };
    return manifest.formatted(number, value);
  }
}
