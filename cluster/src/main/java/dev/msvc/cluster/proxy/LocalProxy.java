package dev.msvc.cluster.proxy;

import dev.msvc.model.UserError;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpClientInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A proxy in front of a monolith and a service, that sends each request to one of them by rules and
 * weights. It runs until it is closed, on one event loop for each processor.
 *
 * <p>It speaks HTTP/1.1 and HTTP/2 without TLS to clients and HTTP/1.1 to origins, streams bodies
 * both ways, and never sends a request twice unless it is one that changes nothing and no answer
 * came.
 *
 * <p>It is to run in a JVM of its own, with {@link #JVM_OPTIONS}.
 */
public final class LocalProxy implements AutoCloseable {
  /**
   * What its JVM is told. It wants both compilers: what is right for a command that ends within a
   * second, {@code -XX:TieredStopAtLevel=1}, slows a proxy down. Hardly an object outlives its
   * request, which a simple collector is good at; of the heap, a slow reader of a big answer holds
   * an eighth of a megabyte.
   */
  public static final List<String> JVM_OPTIONS =
      List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC");

  private static final int CONNECT_MILLIS = 3_000;
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final int CHUNK = 64 * 1024;
  private static final int SWEEP_MILLIS = 250;
  private static final int STREAMS = 1_000;
  private static final int START_SECONDS = 20;

  private final Vertx vertx;
  private final ProxySetup setup;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Context> loops = new ArrayList<>();
  private final List<HttpServer> servers = new ArrayList<>();
  private int port;
  private int adminPort;

  private LocalProxy(Vertx vertx, ProxySetup setup) {
    this.vertx = vertx;
    this.setup = setup;
  }

  /**
   * Starts one, and returns when it answers.
   *
   * @throws UserError with exit code 8 where it can't listen on its addresses
   */
  public static LocalProxy start(ProxySetup setup) {
    int cores = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(cores)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setPreferNativeTransport(true)
                // a laptop that slept is no reason to print stacks
                .setBlockedThreadCheckInterval(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    LocalProxy proxy = new LocalProxy(vertx, setup);
    try {
      proxy.listen(cores);
      return proxy;
    } catch (UserError e) {
      vertx.close();
      throw e;
    }
  }

  private void listen(int cores) {
    Live live =
        new Live(setup.rules(), setup.initial(), setup.persist(), setup.sticky().isPresent());
    Counters counters = new Counters(setup.rules());
    Routes routes = new Routes(setup.rules(), setup.sticky());
    Mirror mirror =
        setup
            .mirror()
            .map(
                each ->
                    new Mirror(
                        vertx,
                        each,
                        setup.rules(),
                        address(setup.monolith()),
                        address(setup.service())))
            .orElse(null);
    SplittableRandom seeds =
        setup.seed().isPresent()
            ? new SplittableRandom(setup.seed().getAsLong())
            : new SplittableRandom();
    // a negative one has Vert.x choose, and all event loops share what it chose
    int wanted = setup.listen().getPort() == 0 ? -1 : setup.listen().getPort();
    for (int i = 0; i < cores; i++) {
      Context loop = ((VertxInternal) vertx).createEventLoopContext();
      Lane lane =
          new Lane(
              routes,
              live,
              counters,
              seeds.split(),
              new Origin(client(), address(setup.monolith())),
              new Origin(client(), address(setup.service())),
              mirror);
      lanes.add(lane);
      loops.add(loop);
      loop.runOnContext(v -> vertx.setPeriodic(SWEEP_MILLIS, each -> lane.sweep()));
      HttpServer server =
          vertx
              .createHttpServer(serverOptions())
              .connectionHandler(RequestTrailers::watch)
              .exceptionHandler(e -> {})
              .requestHandler(lane::handle);
      servers.add(server);
      port = bound(loop, server, setup.listen(), wanted);
    }
    AdminApi api = new AdminApi(vertx, setup, live, counters, mirror, this::weightsChanged);
    Context loop = ((VertxInternal) vertx).createEventLoopContext();
    HttpServer admin = vertx.createHttpServer().requestHandler(api::handle);
    adminPort = bound(loop, admin, setup.admin(), setup.admin().getPort());
  }

  private static int bound(Context loop, HttpServer server, InetSocketAddress at, int port) {
    var listening = io.vertx.core.Promise.<HttpServer>promise();
    String host = at.isUnresolved() ? at.getHostString() : at.getAddress().getHostAddress();
    loop.runOnContext(v -> server.listen(port, host).onComplete(listening));
    try {
      return listening
          .future()
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS)
          .actualPort();
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UserError(
          "the proxy cannot listen on %s:%d: %s".formatted(host, port, cause.getMessage()),
          "name another address, or end what listens there",
          8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("the proxy was interrupted while it started", "start it again", 8);
    }
  }

  private HttpClientInternal client() {
    return (HttpClientInternal)
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(0)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setMaxInitialLineLength(LONGEST_HEAD)
                .setMaxChunkSize(CHUNK)
                .setDecompressionSupported(false));
  }

  private static HttpServerOptions serverOptions() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxHeaderSize(LONGEST_HEAD)
            .setMaxInitialLineLength(LONGEST_HEAD)
            .setMaxChunkSize(CHUNK)
            .setHandle100ContinueAutomatically(false)
            .setCompressionSupported(false)
            .setDecompressionSupported(false);
    options
        .getInitialSettings()
        .setMaxConcurrentStreams(STREAMS)
        .setMaxHeaderListSize(LONGEST_HEAD);
    return options;
  }

  static SocketAddress address(InetSocketAddress address) {
    return SocketAddress.inetSocketAddress(
        address.getPort(),
        address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress());
  }

  /** Where clients reach it. */
  public InetSocketAddress address() {
    return new InetSocketAddress(host(setup.listen()), port);
  }

  /** Where its weights are read and written. */
  public InetSocketAddress admin() {
    return new InetSocketAddress(host(setup.admin()), adminPort);
  }

  private static InetAddress host(InetSocketAddress address) {
    return address.isUnresolved() ? InetAddress.getLoopbackAddress() : address.getAddress();
  }

  private void weightsChanged() {
    vertx.setTimer(Math.max(1, setup.drain().toMillis()), timer -> closeStrays());
  }

  /** Ends connections to the arm that gets nothing any more; nothing where all end anyway. */
  void closeStrays() {
    try {
      for (int i = 0; i < lanes.size(); i++) {
        Lane lane = lanes.get(i);
        loops.get(i).runOnContext(v -> lane.closeStray());
      }
    } catch (RejectedExecutionException closed) {
      // the proxy ended within the time to drain, and its connections with it
      return;
    }
  }

  /** Lets requests under way end for as long as it was told to wait, and stops. */
  @Override
  public void close() {
    lanes.forEach(Lane::end);
    long deadline = System.nanoTime() + setup.drain().toNanos();
    try {
      while (lanes.stream().anyMatch(lane -> lane.underWay() > 0) && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      Future<Void> closed = vertx.close();
      closed.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      vertx.close();
    } catch (ExecutionException | TimeoutException e) {
      // nothing is left to be done: the process ends with it
      vertx.close();
    }
  }
}
