package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Arm;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What one event loop has for itself, so that requests share nothing but the counters. */
final class Lane {
  final Routes routes;
  final Live live;
  final Counters counters;
  final SplittableRandom random;
  final @Nullable Mirror mirror;
  private final Origin monolith;
  private final Origin service;
  private final Map<Tunnel, Integer> serviceTunnels = new HashMap<>();
  private volatile int underWay;
  private volatile boolean ending;

  Lane(
      Routes routes,
      Live live,
      Counters counters,
      SplittableRandom random,
      Origin monolith,
      Origin service,
      @Nullable Mirror mirror) {
    this.routes = routes;
    this.live = live;
    this.counters = counters;
    this.random = random;
    this.monolith = monolith;
    this.service = service;
    this.mirror = mirror;
  }

  Origin origin(Arm arm) {
    return arm == Arm.SERVICE ? service : monolith;
  }

  void handle(HttpServerRequest request) {
    new Exchange(this, request).begin();
  }

  void sweep() {
    monolith.sweep();
    service.sweep();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // of the loop's own thread only
  void entered() {
    underWay++;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void left() {
    underWay--;
  }

  int underWay() {
    return underWay;
  }

  boolean ending() {
    return ending;
  }

  void end() {
    ending = true;
  }

  void opened(Tunnel tunnel, int rule) {
    serviceTunnels.put(tunnel, rule);
  }

  void closed(Tunnel tunnel) {
    serviceTunnels.remove(tunnel);
  }

  /** Closes what was upgraded, and is now of an arm that gets nothing. */
  void closeStray() {
    List<Integer> percents = live.now().percents();
    List<Tunnel> stray = new ArrayList<>();
    serviceTunnels.forEach(
        (tunnel, rule) -> {
          if (percents.get(rule) == 0) {
            stray.add(tunnel);
          }
        });
    stray.forEach(Tunnel::close);
  }
}
