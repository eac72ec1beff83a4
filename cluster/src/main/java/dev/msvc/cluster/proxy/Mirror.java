package dev.msvc.cluster.proxy;

import dev.msvc.cluster.traffic.Mirrored;
import dev.msvc.model.compare.Comparison;
import dev.msvc.model.shift.Rule;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Copies requests that the monolith answers to the service, and compares what it says. The client's
 * request never waits for any of it: a copy begins when the client's answer has ended, takes
 * connections of its own, and is dropped and counted where too many are under way. Where that is
 * wanted the monolith is asked once more, too, so that what its own answers differ in is known.
 */
final class Mirror {
  /** Says to whoever is asked that nobody gets the answer; what has it is not copied again. */
  static final String MARK = "x-msvc-mirror";

  private static final int AT_ONCE = 32;
  private static final int CONNECT_MILLIS = 1_000;

  private static final List<String> PARTIAL =
      List.of(
          MARK,
          "range",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since");

  final Vertx vertx;
  final HttpClient client;
  final SocketAddress monolith;
  final SocketAddress service;
  final WorkerExecutor comparing;
  final Comparison comparison;
  private final MirrorSetup setup;
  private final List<Rule> rules;
  private final List<MirrorCounters> counters = new ArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();

  Mirror(
      Vertx vertx,
      MirrorSetup setup,
      List<Rule> rules,
      SocketAddress monolith,
      SocketAddress service) {
    this.vertx = vertx;
    this.setup = setup;
    this.rules = rules;
    this.monolith = monolith;
    this.service = service;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(1)
                .setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(AT_ONCE));
    // of its own, so that weights are never kept waiting for it
    this.comparing = vertx.createSharedWorkerExecutor("msvc-mirror", 1);
    this.comparison = new Comparison(setup.ignore(), false);
    for (int i = 0; i < rules.size(); i++) {
      counters.add(new MirrorCounters());
    }
  }

  /**
   * Begins the copy of a request that the monolith is to answer; null for none.
   *
   * @param percent of the service: at 100 there is nothing left to be tried
   */
  @Nullable MirrorCopy begin(
      int rule,
      int percent,
      String method,
      MultiMap headers,
      boolean body,
      SplittableRandom random) {
    if (percent == 100
        || !setup.copies(rules.get(rule), method)
        || (body && !setup.writes().contains(rules.get(rule).id()))
        || PARTIAL.stream().anyMatch(headers::contains)
        || random.nextDouble() >= setup.share()) {
      return null;
    }
    if (underWay.incrementAndGet() > AT_ONCE) {
      underWay.decrementAndGet();
      counters.get(rule).dropped();
      return null;
    }
    return new MirrorCopy(this, counters.get(rule), setup.asksAgain(rules.get(rule), method));
  }

  void ended() {
    underWay.decrementAndGet();
  }

  /** By the names of rules. */
  Map<String, Mirrored> now() {
    Map<String, Mirrored> all = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      all.put(rules.get(i).id(), counters.get(i).now());
    }
    return all;
  }
}
