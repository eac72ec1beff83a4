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

/** An istiod that reads a cluster, and an Envoy that it tells what to do, both on loopback. */
final class RealMesh implements AutoCloseable {
  private static final int SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private final Path folder;
  private final int admin;
  private final int port;

  private RealMesh(Path folder, int admin, int port) {
    this.folder = folder;
    this.admin = admin;
    this.port = port;
  }

  /** The test is skipped where their programs are not made. */
  static RealMesh start(Cluster cluster, Path folder) throws Exception {
    Cluster.Ran part =
        Cluster.run(
            Map.of(), "bash", "-c", ". test-cluster/parts; has_part mesh && part mesh || true");
    if (part.out().isBlank()) {
      System.err.println(
          "skipped: tests of the mesh; to run them, type: test-cluster/build --mesh");
      Assumptions.abort("there is no mesh");
    }
    Path programs = Path.of(part.out().strip());
    int grpc = freePort();
    RealMesh mesh = new RealMesh(folder, freePort(), freePort());
    try {
      mesh.istiod(cluster, programs, grpc);
      mesh.envoy(programs, grpc);
      return mesh;
    } catch (Exception failed) {
      mesh.close();
      throw failed;
    }
  }

  private void istiod(Cluster cluster, Path programs, int grpc) throws Exception {
    cluster.run("kubectl", "create", "namespace", "istio-system");
    Path config = Files.writeString(folder.resolve("mesh.yaml"), "enableAutoMtls: false\n");
    int http = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            programs.resolve("istiod").toString(),
            "discovery",
            "--kubeconfig",
            cluster.kubeconfig(),
            "--meshConfig",
            config.toString(),
            "--httpAddr",
            "127.0.0.1:" + http,
            "--grpcAddr",
            "127.0.0.1:" + grpc,
            "--secureGRPCAddr",
            "",
            "--httpsAddr",
            "",
            "--monitoringAddr",
            "127.0.0.1:" + freePort());
    builder
        .environment()
        .putAll(
            Map.of(
                "PILOT_ENABLE_METADATA_EXCHANGE", "false",
                "PILOT_ENABLE_ALPN_FILTER", "false",
                "PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER", "false",
                "POD_NAMESPACE", "istio-system",
                "POD_NAME", "istiod-0",
                "CLUSTER_ID", "Kubernetes",
                "REVISION", "default"));
    run(builder, "istiod");
    await("http://127.0.0.1:%d/ready".formatted(http));
  }

  private void envoy(Path programs, int grpc) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("envoy.yaml"),
            """
            node:
              id: router~127.0.0.1~gw-0.istio-system~istio-system.svc.cluster.local
              cluster: istio-ingressgateway.istio-system
              metadata: {NAMESPACE: istio-system, CLUSTER_ID: Kubernetes, ISTIO_VERSION: 1.31.0, LABELS: {istio: msvc-%d}}
            admin: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}
            # as Istio's own start of Envoy says it: the whole name of a cluster is its label
            stats_config:
              use_all_default_tags: false
              stats_tags:
              - {tag_name: envoy.cluster_name, regex: '^cluster\\.((outbound\\|[^;]+;|[^.]+)\\.)'}
              - {tag_name: envoy.response_code_class}
            dynamic_resources:
              ads_config: {api_type: GRPC, transport_api_version: V3, grpc_services: [{envoy_grpc: {cluster_name: xds}}]}
              cds_config: {ads: {}, resource_api_version: V3}
              lds_config: {ads: {}, resource_api_version: V3}
            static_resources:
              clusters:
              - name: xds
                type: STATIC
                typed_extension_protocol_options:
                  envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                    "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                    explicit_http_config: {http2_protocol_options: {}}
                load_assignment: {cluster_name: xds, endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}}]}]}
            """
                .formatted(port, admin, grpc));
    run(
        new ProcessBuilder(
            programs.resolve("envoy").toString(),
            "-c",
            config.toString(),
            "--concurrency",
            "1",
            "--use-dynamic-base-id"),
        "envoy");
    await("http://127.0.0.1:%d/server_info".formatted(admin));
  }

  /** A gateway of it, in whose namespace rules stand. */
  String gateway() {
    return """
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: edge}
    spec:
      selector: {istio: msvc-%d}
      servers: [{bind: 127.0.0.1, port: {number: %d, name: http, protocol: HTTP}, hosts: ["*"]}]
    ---
    """
        .formatted(port, port);
  }

  /** A name of the mesh for what answers at an address of this machine. */
  static String entry(String name, String address) {
    return """
    apiVersion: networking.istio.io/v1
    kind: ServiceEntry
    metadata: {name: %s}
    spec:
      hosts: [%s.mesh]
      location: MESH_INTERNAL
      resolution: STATIC
      ports: [{number: 8080, name: http, protocol: HTTP}]
      endpoints: [{address: 127.0.0.1, ports: {http: %d}}]
    ---
    """
        .formatted(name, name, URI.create(address).getPort());
  }

  /** Where clients reach it. */
  URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
  }

  /** What Envoy counted, as Prometheus reads it: of the clusters of the mesh. */
  String[] counted() throws IOException, InterruptedException {
    String uri = "http://127.0.0.1:%d/stats/prometheus?filter=upstream_rq".formatted(admin);
    return client
        .send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("envoy_cluster_upstream_rq_xx"))
        .toArray(String[]::new);
  }

  private void run(ProcessBuilder builder, String name) throws IOException {
    processes.add(
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start());
  }

  /** Until something answers 200. */
  void await(String address) throws Exception {
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
      if (System.nanoTime() > end) {
        throw new IllegalStateException(address + " does not answer: " + logs());
      }
      Thread.sleep(100);
    }
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String each : List.of("istiod", "envoy")) {
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
