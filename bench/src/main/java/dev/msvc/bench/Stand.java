package dev.msvc.bench;

import dev.msvc.bench.load.Load;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.haproxy.HaproxyRouter;
import dev.msvc.cluster.proxy.LocalRouter;
import dev.msvc.cluster.router.IstioRouter;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ProxyState;
import dev.msvc.model.yaml.ProxyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A router that runs before the two servers of a load.
 *
 * @param port where clients reach it
 * @param running its processes
 */
record Stand(
    ShiftProject project, int port, Router router, Mover mover, List<AutoCloseable> running)
    implements AutoCloseable {
  private static final int TRIES = 200;

  /** It gathers changes for a tenth of a second before it tells Envoy, and for ten at most. */
  private static final Duration ISTIOD = Duration.ofSeconds(2);

  /** Makes one. */
  interface Maker {
    /**
     * A new one.
     *
     * @param steps the plan's stages, gates and tolerance
     */
    Stand start(Bench bench, Load load, String steps)
        throws IOException, InterruptedException, SkippedException;
  }

  /** {@code msvc strangle proxy}. */
  static Stand local(Bench bench, Load load, String steps)
      throws IOException, InterruptedException {
    int port = Running.freePort();
    ShiftProject project =
        ShiftProject.of(
            bench,
            "local",
            plan("{local: {listen: \"127.0.0.1:%d\"}}".formatted(port), load, steps));
    Running proxy = Running.started(project.output("proxy"), project.command("proxy"), port);
    // it is written once it listens
    for (int i = 0; i < TRIES && !Files.exists(project.beside(".proxy.json")); i++) {
      Thread.sleep(50);
    }
    ProxyState state =
        ProxyDocument.read("orders.proxy.json", Files.readString(project.beside(".proxy.json")));
    Router router =
        new LocalRouter(
            ProxyAlone.loopback(
                Integer.parseInt(state.admin().substring(state.admin().lastIndexOf(':') + 1))),
            state.token());
    return new Stand(project, port, router, new ProgramMover(project, router), List.of(proxy));
  }

  /** HAProxy with what {@code msvc strangle route} prints. */
  static Stand haproxy(Bench bench, Load load, String steps)
      throws IOException, InterruptedException, SkippedException {
    require(bench, "haproxy", "apt-get install haproxy");
    int port = Running.freePort();
    // a socket's path must be short
    Path socket = Files.createTempDirectory("msvc").resolve("s");
    ShiftProject project =
        ShiftProject.of(
            bench,
            "haproxy",
            plan(
                "{haproxy: {socket: \"%s\", listen: \"127.0.0.1:%d\"}}".formatted(socket, port),
                load,
                steps));
    if (project.run("route") != 0) {
      throw new IOException("msvc strangle route: " + project.said("route"));
    }
    Running haproxy =
        Running.started(
            project.output("haproxy"),
            List.of("haproxy", "-db", "-f", project.output("route").toString()),
            port);
    Router router = HaproxyRouter.of(project.plan(), "orders.yaml", none -> {});
    for (int i = 0; i < TRIES && router.look().ready(Arm.SERVICE).orElse(0) == 0; i++) {
      Thread.sleep(50);
    }
    AutoCloseable place =
        () -> {
          Files.deleteIfExists(socket);
          Files.deleteIfExists(socket.resolveSibling(""));
        };
    return new Stand(
        project, port, router, new ProgramMover(project, router), List.of(haproxy, place));
  }

  /** Envoy, told by istiod, which reads a VirtualService of a test cluster. */
  static Stand envoy(Bench bench, Load load, String steps)
      throws IOException, InterruptedException, SkippedException {
    String plan =
        """
        schema: msvc/shift/v1
        router: {istio: {namespace: shop, virtual-service: shop}}
        monolith: http://shop.mesh:8080
        service: http://orders.mesh:8080
        routes:
        - {prefix: /orders, methods: [GET]}
        metrics: {url: "http://127.0.0.1:9", source: istio, service: {app: orders}, monolith: {app: shop}}
        %s\
        """
            .formatted(steps);
    ShiftProject project = ShiftProject.of(bench, "envoy", plan);
    Cluster cluster = Cluster.started(bench, "shift");
    try {
      cluster.kubectl("create", "namespace", "istio-system");
      cluster.kubectl("create", "namespace", "shop");
      Mesh mesh = Mesh.started(bench, cluster, project.folder());
      Path objects = project.folder().resolve("objects.yaml");
      Files.writeString(objects, mesh.objects(load.monolith().port(), load.service().port()));
      cluster.kubectl("apply", "-n", "shop", "-f", objects.toString());
      mesh.await("http://127.0.0.1:%d/orders/1".formatted(mesh.port()));
      ApiServer api =
          ApiServer.at(
              new Target(String.valueOf(cluster.environment().get("KUBECONFIG")), "", Map.of()));
      Router router = new IstioRouter(api, new Kinds(api), "shop", "shop", project.plan());
      Mover mover = new RouterMover(router, project.plan(), ISTIOD);
      return new Stand(project, mesh.port(), router, mover, List.of(api, mesh, cluster));
    } catch (IOException | InterruptedException | SkippedException | RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  static void require(Bench bench, String program, String how)
      throws IOException, InterruptedException, SkippedException {
    Path told = bench.scratch("shift").resolve("which.out");
    if (Launched.run(List.of("bash", "-c", "command -v " + program), Map.of(), told).exitCode()
        != 0) {
      throw new SkippedException(program + " is not here: " + how);
    }
  }

  static String plan(String router, Load load, String steps) {
    return """
    schema: msvc/shift/v1
    router: %s
    monolith: %s
    service: %s
    routes:
    - {prefix: /orders, methods: [GET, HEAD]}
    %s\
    """
        .formatted(router, load.monolith().url(), load.service().url(), steps);
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable each : running) {
      try {
        each.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
