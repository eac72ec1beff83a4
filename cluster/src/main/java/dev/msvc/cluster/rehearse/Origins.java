package dev.msvc.cluster.rehearse;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Tally;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two small servers in the place of the monolith and the service, on free ports of loopback. */
public final class Origins implements AutoCloseable {
  static final String ID = "x-rehearsal-id";
  static final String RULE = "x-rehearsal-rule";
  static final String ARM = "x-rehearsal-arm";

  /** What the local proxy says of copies. */
  private static final String COPY = "x-msvc-mirror";

  private static final int SECONDS = 20;

  private final Vertx vertx;
  private final Map<Arm, Integer> ports = new EnumMap<>(Arm.class);
  private final Map<String, Integer> arrived = new ConcurrentHashMap<>();
  private final Queue<Seen.Copy> copies = new ConcurrentLinkedQueue<>();
  private final Map<String, Map<Arm, Tally>> counts = new ConcurrentHashMap<>();
  private volatile boolean failing;

  private Origins(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Starts both.
   *
   * @throws UserError with exit code 8 where there is no port for them
   */
  public static Origins start() {
    Origins origins =
        new Origins(
            Vertx.vertx(
                new VertxOptions()
                    .setEventLoopPoolSize(1)
                    .setWorkerPoolSize(1)
                    .setInternalBlockingPoolSize(1)));
    for (Arm each : Arm.values()) {
      origins.ports.put(each, origins.listen(each));
    }
    return origins;
  }

  private int listen(Arm arm) {
    HttpServer server = vertx.createHttpServer().requestHandler(request -> handle(arm, request));
    try {
      return server
          .listen(0, InetAddress.getLoopbackAddress().getHostAddress())
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS, TimeUnit.SECONDS)
          .actualPort();
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new UserError(
          "nothing can listen on loopback: " + e.getMessage(), "see what takes all its ports", 8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while it was begun", "run it again", 8);
    }
  }

  private void handle(Arm arm, HttpServerRequest request) {
    String id = String.valueOf(request.getHeader(ID));
    if (request.getHeader(COPY) != null) {
      copies.add(new Seen.Copy(String.valueOf(request.getHeader(RULE)), request.method().name()));
    } else {
      arrived.merge(id, 1, Integer::sum);
      counts
          .computeIfAbsent(
              String.valueOf(request.getHeader(RULE)), none -> new ConcurrentHashMap<>())
          .merge(arm, new Tally(1, failing && arm == Arm.SERVICE ? 1 : 0), Tally::plus);
    }
    String name = arm.name().toLowerCase(Locale.ROOT);
    request.response().putHeader(ARM, name);
    if (failing && arm == Arm.SERVICE) {
      request.response().setStatusCode(503);
    }
    request.response().end(name);
  }

  /** Where one listens. */
  public InetSocketAddress address(Arm arm) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.getOrDefault(arm, 0));
  }

  /** Whether the service answers 503 from now on. */
  void failing(boolean fails) {
    failing = fails;
  }

  int arrivals(String id) {
    return arrived.getOrDefault(id, 0);
  }

  List<Seen.Copy> copies() {
    return List.copyOf(copies);
  }

  /** What both answered since they began, for routers that do not count. */
  Map<String, Map<Arm, Tally>> counts() {
    Map<String, Map<Arm, Tally>> now = new TreeMap<>();
    counts.forEach((rule, arms) -> now.put(rule, Map.copyOf(arms)));
    return now;
  }

  /** Forgets what came. */
  void clear() {
    arrived.clear();
    copies.clear();
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // it ends with this process
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
