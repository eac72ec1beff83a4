package dev.msvc.bench;

import java.io.IOException;
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

/**
 * An istiod that reads a cluster of {@code test-cluster/}, and the Envoy that it tells what to do.
 */
final class Mesh implements AutoCloseable {
  private static final int START_SECONDS = 90;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Running> running = new ArrayList<>();
  private final Path programs;
  private final Path folder;
  private final int port;

  private Mesh(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  static Mesh started(Bench bench, Cluster cluster, Path folder)
      throws IOException, InterruptedException, SkippedException {
    Path told = folder.resolve("part.out");
    List<String> part =
        List.of("bash", "-c", ". test-cluster/parts; has_part mesh && part mesh || true");
    Launched.run(part, Map.of(), bench.project(), told);
    String programs = Files.readString(told).strip();
    if (programs.isEmpty()) {
      throw new SkippedException("there is no istiod and no Envoy: test-cluster/build --mesh");
    }
    Mesh mesh = new Mesh(Path.of(programs), folder, Running.freePort());
    try {
      int grpc = Running.freePort();
      mesh.istiod(cluster, grpc);
      mesh.envoy(grpc);
      return mesh;
    } catch (IOException | InterruptedException failed) {
      mesh.close();
      throw failed;
    }
  }

  /** Where clients reach its gateway. */
  int port() {
    return port;
  }

  private void istiod(Cluster cluster, int grpc) throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("mesh.yaml"), "enableAutoMtls: false\n");
    int http = Running.freePort();
    List<String> command =
        List.of(
            programs.resolve("istiod").toString(),
            "discovery",
            "--kubeconfig",
            String.valueOf(cluster.environment().get("KUBECONFIG")),
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
            "127.0.0.1:" + Running.freePort());
    Map<String, String> environment =
        Map.of(
            "PILOT_ENABLE_METADATA_EXCHANGE", "false",
            "PILOT_ENABLE_ALPN_FILTER", "false",
            "PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER", "false",
            "POD_NAMESPACE", "istio-system",
            "POD_NAME", "istiod-0",
            "CLUSTER_ID", "Kubernetes",
            "REVISION", "default");
    running.add(Running.started(folder.resolve("istiod.log"), command, environment, http));
    await("http://127.0.0.1:%d/ready".formatted(http));
  }

  private void envoy(int grpc) throws IOException, InterruptedException {
    int admin = Running.freePort();
    Path config =
        Files.writeString(folder.resolve("envoy.yaml"), ENVOY.formatted(port, admin, grpc));
    List<String> command =
        List.of(
            programs.resolve("envoy").toString(),
            "-c",
            config.toString(),
            "--concurrency",
            "2",
            "--use-dynamic-base-id");
    running.add(Running.started(folder.resolve("envoy.log"), command, admin));
  }

  /** A gateway of it, names of the mesh for both servers, and a route with nothing for one yet. */
  String objects(int monolith, int service) {
    return OBJECTS.formatted(port, port)
        + ENTRY.formatted("shop", "shop", monolith)
        + ENTRY.formatted("orders", "orders", service);
  }

  /** Until something answers 200. */
  void await(String address) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    while (System.nanoTime() < end) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // it starts
      }
      Thread.sleep(100);
    }
    throw new IOException("%s does not answer, see %s".formatted(address, folder));
  }

  @Override
  public void close() {
    running.forEach(Running::close);
  }

  private static final String ENVOY =
      """
      node:
        id: router~127.0.0.1~gw-0.istio-system~istio-system.svc.cluster.local
        cluster: istio-ingressgateway.istio-system
        metadata: {NAMESPACE: istio-system, CLUSTER_ID: Kubernetes, ISTIO_VERSION: 1.31.0, LABELS: {istio: msvc-%d}}
      admin: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}
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
      """;

  private static final String OBJECTS =
      """
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge}
      spec:
        selector: {istio: msvc-%d}
        servers: [{bind: 127.0.0.1, port: {number: %d, name: http, protocol: HTTP}, hosts: ["*"]}]
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: shop}
      spec:
        hosts: ["*"]
        gateways: [edge]
        http:
        - name: orders
          match: [{uri: {prefix: /orders}, method: {exact: GET}}]
          route:
          - {destination: {host: orders.mesh, port: {number: 8080}}, weight: 0}
          - {destination: {host: shop.mesh, port: {number: 8080}}, weight: 100}
          # Istio's own default sends a request again that was not answered: none of this bench is
          retries: {attempts: 0}
        - route: [{destination: {host: shop.mesh, port: {number: 8080}}}]
      """;

  private static final String ENTRY =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata: {name: %s}
      spec:
        hosts: [%s.mesh]
        location: MESH_INTERNAL
        resolution: STATIC
        ports: [{number: 8080, name: http, protocol: HTTP}]
        endpoints: [{address: 127.0.0.1, ports: {http: %d}}]
      """;
}
