package dev.msvc.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Flux as processes of this machine: it brings what a repository has into one namespace. */
final class RealFlux implements AutoCloseable {
  private static final int SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private final TestNamespace namespace;
  private final Path folder;

  private RealFlux(TestNamespace namespace, Path folder) {
    this.namespace = namespace;
    this.folder = folder;
  }

  /** The test is skipped where its programs are not made. */
  static RealFlux start(TestNamespace namespace, Path folder) throws Exception {
    Cluster.Ran part =
        Cluster.run(
            Map.of(), "bash", "-c", ". test-cluster/parts; has_part flux && part flux || true");
    if (part.out().isBlank()) {
      System.err.println("skipped: tests of Flux; to run them, type: test-cluster/build --flux");
      Assumptions.abort("there is no Flux");
    }
    Path programs = Path.of(part.out().strip());
    RealFlux flux = new RealFlux(namespace, folder);
    try {
      flux.kinds(programs);
      String artifacts = "127.0.0.1:" + freePort();
      flux.run(
          programs,
          "source-controller",
          "--storage-path=" + Files.createDirectory(folder.resolve("artifacts")),
          "--storage-addr=" + artifacts,
          "--storage-adv-addr=" + artifacts);
      flux.run(programs, "kustomize-controller");
      return flux;
    } catch (Exception failed) {
      flux.close();
      throw failed;
    }
  }

  /** Those that are there stay as they are. */
  private void kinds(Path programs) throws Exception {
    Cluster.Ran made = namespace.kubectl("create", "-f", programs.resolve("crds.yaml").toString());
    if (made.exitCode() != 0 && !made.err().contains("AlreadyExists")) {
      throw new IllegalStateException(made.err());
    }
    namespace.out(
        "wait",
        "--for=condition=Established",
        "--timeout=60s",
        "crd/gitrepositories.source.toolkit.fluxcd.io",
        "crd/kustomizations.kustomize.toolkit.fluxcd.io");
  }

  private void run(Path programs, String name, String... more) throws Exception {
    String health = "127.0.0.1:" + freePort();
    List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
    command.addAll(
        List.of(
            "--watch-all-namespaces=false",
            "--metrics-addr=127.0.0.1:" + freePort(),
            "--health-addr=" + health));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("KUBECONFIG", namespace.cluster().kubeconfig());
    builder.environment().put("RUNTIME_NAMESPACE", namespace.name());
    builder
        .environment()
        .put("TMPDIR", Files.createDirectory(folder.resolve(name + "-files")).toString());
    processes.add(builder.start());
    await("http://%s/readyz".formatted(health));
  }

  /**
   * Syncs a folder of a branch from now on.
   *
   * @param interval after which it applies anew what is in Git
   */
  void syncs(String repository, String path, String interval) throws Exception {
    namespace.apply(
        """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: deploy}
        spec: {url: "%s", ref: {branch: main}, interval: 1s, timeout: 10s}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: shop}
        spec:
          sourceRef: {kind: GitRepository, name: deploy}
          path: %s
          targetNamespace: %s
          prune: true
          interval: %s
          retryInterval: 1s
        """
            .formatted(repository, path, namespace.name(), interval));
  }

  /** As {@code flux reconcile kustomization shop} asks for it. */
  void reconcile() throws Exception {
    namespace.out(
        "annotate",
        "--overwrite",
        "kustomization",
        "shop",
        "reconcile.fluxcd.io/requestedAt=" + System.nanoTime());
  }

  /** As {@code flux suspend} and {@code flux resume} do it. */
  void suspend(boolean suspended) throws Exception {
    namespace.out(
        "patch",
        "kustomization",
        "shop",
        "--type=merge",
        "-p",
        "{\"spec\":{\"suspend\":%s}}".formatted(suspended));
  }

  /** The commit that it applied last. */
  String applied() throws Exception {
    return namespace
        .out("get", "kustomization", "shop", "-o", "jsonpath={.status.lastAppliedRevision}")
        .replaceFirst(".*:", "");
  }

  private void await(String address) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    while (true) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // it starts
      }
      if (System.nanoTime() > end || processes.stream().anyMatch(each -> !each.isAlive())) {
        throw new IllegalStateException(address + " does not answer: " + logs());
      }
      Thread.sleep(100);
    }
  }

  /** Their last lines. */
  String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String each : List.of("source-controller", "kustomize-controller")) {
      Path log = folder.resolve(each + ".log");
      if (Files.exists(log)) {
        List<String> lines = Files.readAllLines(log);
        lines
            .subList(Math.max(0, lines.size() - 15), lines.size())
            .forEach(line -> all.append("\n").append(each).append(": ").append(line));
      }
    }
    return all.toString();
  }

  @Override
  public void close() throws Exception {
    // what has a finalizer of theirs would keep the namespace for ever
    namespace.kubectl(
        "delete", "kustomizations,gitrepositories", "--all", "--ignore-not-found", "--timeout=30s");
    for (Process each : processes) {
      each.destroy();
      if (!each.waitFor(10, TimeUnit.SECONDS)) {
        each.destroyForcibly().waitFor();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
