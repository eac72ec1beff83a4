package dev.msvc.cluster.proxy;

import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.Weights;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A proxy before a monolith and a service, all of them real and on loopback. */
final class Rig implements AutoCloseable {
  static final Rule ORDERS = reads("orders", "/orders");
  private static final String TOKEN = "a-token-of-the-tests";

  final Vertx vertx = Vertx.vertx();
  final List<Weights> persisted = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> closing = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>(List.of(ORDERS));
  private InetSocketAddress monolith = unused();
  private InetSocketAddress service = unused();
  private Optional<StickyKey> sticky = Optional.empty();
  private Duration drain = Duration.ofMillis(100);
  private Optional<MirrorSetup> mirror = Optional.empty();
  private LocalProxy proxy;
  private LocalRouter router;

  static Rule reads(String id, String path) {
    return new Rule(id, new Match(path, false, new TreeSet<>(), Optional.empty()), Rule.Kind.READ);
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Where nothing listens. */
  static InetSocketAddress unused() {
    return loopback(1);
  }

  Rig rules(Rule... all) {
    rules.clear();
    rules.addAll(List.of(all));
    return this;
  }

  Rig sticky(Selector.In in, String name) {
    sticky = Optional.of(new StickyKey(in, name));
    return this;
  }

  Rig drain(Duration time) {
    drain = time;
    return this;
  }

  /** Copies so many of what the monolith answers. */
  Rig mirror(double share, String... writes) {
    mirror = Optional.of(new MirrorSetup(share, Set.of(writes), false, List.of()));
    return this;
  }

  /** The same of all of it, and the monolith is asked once more. */
  Rig mirrorWithNoise(String... writes) {
    mirror = Optional.of(new MirrorSetup(1, Set.of(writes), true, List.of()));
    return this;
  }

  Rig monolith(Handler<HttpServerRequest> handler) throws Exception {
    monolith = origin(handler);
    return this;
  }

  Rig monolithAt(int port) {
    monolith = loopback(port);
    return this;
  }

  Rig service(Handler<HttpServerRequest> handler) throws Exception {
    service = origin(handler);
    return this;
  }

  Rig serviceAt(int port) {
    service = loopback(port);
    return this;
  }

  private InetSocketAddress origin(Handler<HttpServerRequest> handler) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(false))
            .requestHandler(handler)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return loopback(server.actualPort());
  }

  Rig start(int weight) {
    Weights initial = new Weights(new TreeMap<>(Map.of(rules.get(0).id(), weight)));
    proxy =
        LocalProxy.start(
            new ProxySetup(
                loopback(0),
                loopback(0),
                TOKEN,
                rules,
                monolith,
                service,
                initial,
                persisted::add,
                sticky,
                OptionalLong.of(1),
                drain,
                mirror));
    router = new LocalRouter(proxy.admin(), TOKEN);
    return this;
  }

  LocalProxy proxy() {
    return proxy;
  }

  LocalRouter router() {
    return router;
  }

  int port() {
    return proxy.address().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  Wire wire() throws Exception {
    Wire wire = new Wire(port());
    closing.add(wire);
    return wire;
  }

  void weight(int percent) {
    Sight now = router.look();
    router.write(now, now.weights().with(rules.get(0).id(), percent));
  }

  long failures(Arm arm) {
    return router.look().count(rules.get(0).id(), arm).failures();
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : closing) {
      each.close();
    }
    if (proxy != null) {
      proxy.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
