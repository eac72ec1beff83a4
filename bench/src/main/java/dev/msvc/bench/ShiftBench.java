package dev.msvc.bench;

import dev.msvc.bench.load.Count;
import dev.msvc.bench.load.Load;
import dev.msvc.cluster.gate.Interval;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests through real routers while msvc moves their weights: none lost, none answered twice. */
final class ShiftBench implements Benchmark {
  private static final int REQUESTS = 1_000_000;
  private static final int CLIENTS = 16;
  private static final List<Integer> WEIGHTS = List.of(0, 1, 5, 20, 50, 100, 50, 0);
  private static final double LEVEL = 0.9997;

  /** A share outside its interval is measured again, so often in all. */
  private static final int WINDOWS = 3;

  private static final String STEPS =
      """
      stages:
      - {weight: 1, soak: 1d}
      - {weight: 5, soak: 1d}
      - {weight: 20, soak: 1d}
      - {weight: 50, soak: 1d}
      - {weight: 100, soak: 1d}
      gates:
      - success-rate: {min: 99.9%, requests: 200}
      """;

  private static final String ROW = "    %-8s %5s %6s  %-13s %9s %9s %9s  %-18s %7s %6s %5s %9s";

  @Override
  public String name() {
    return "shift";
  }

  @Override
  public String what() {
    return "a million requests each through the local proxy, HAProxy and Envoy while msvc moves"
        + " weights, and how quick a rollback is (--requests N, --only local, haproxy, envoy"
        + " or rollback)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Map<String, Stand.Maker> makers = new LinkedHashMap<>();
    makers.put("local", Stand::local);
    makers.put("haproxy", Stand::haproxy);
    makers.put("envoy", Stand::envoy);
    boolean first = true;
    for (Map.Entry<String, Stand.Maker> each : makers.entrySet()) {
      if (bench.wants(each.getKey())) {
        if (first) {
          bench.line(
              ROW.formatted(
                  "ROUTER",
                  "STAGE",
                  "WEIGHT",
                  "MOVED BY",
                  "REQUESTS",
                  "SERVICE",
                  "SHARE",
                  "99.97 % INTERVAL",
                  "WINDOWS",
                  "FAILED",
                  "TWICE",
                  "REQUESTS/S"));
          first = false;
        }
        try {
          shift(bench, each.getKey(), each.getValue());
        } catch (SkippedException e) {
          bench.skipped("shift." + each.getKey(), e);
        }
      }
    }
    if (bench.wants("rollback")) {
      new RollbackTimes(bench).run(makers.get("local"), "local");
      new RollbackTimes(bench).run(makers.get("haproxy"), "haproxy");
    }
  }

  private static void shift(Bench bench, String name, Stand.Maker maker)
      throws IOException, InterruptedException, SkippedException {
    try (Load load = new Load();
        Stand stand = maker.start(bench, load, STEPS)) {
      long began = System.nanoTime();
      load.start(CLIENTS, stand.port());
      int outside = 0;
      for (int i = 0; i < WEIGHTS.size(); i++) {
        outside += stage(bench, name, stand, load, i) ? 0 : 1;
      }
      load.end();
      double seconds = (System.nanoTime() - began) / 1e9;
      long answered = load.sent() - load.failed();
      bench.figure(
          Figure.atLeast(
              bench.requests(REQUESTS),
              "shift." + name + ".requests",
              (double) answered,
              String.format(Locale.ROOT, "answered, %,.0f/s", answered / seconds)));
      String of = String.format(Locale.ROOT, "of %,d", load.sent());
      bench.figure(
          Figure.atMost(0, "shift." + name + ".failed", (double) load.failed(), of + why(load)));
      bench.figure(Figure.atMost(0, "shift." + name + ".twice", (double) load.twice(), of));
      // what a server had and nobody was told of was lost on its way back
      bench.figure(
          Figure.atMost(
              0,
              "shift." + name + ".unaccounted",
              (double) Math.abs(load.reached() - answered),
              of));
      bench.figure(
          Figure.atMost(
              0, "shift." + name + ".outside", outside, "of %d stages".formatted(WEIGHTS.size())));
    }
  }

  private static String why(Load load) {
    return load.failed() == 0 ? "" : ", the last: " + load.why();
  }

  /** Whether the share is that of the weight. */
  private static boolean stage(Bench bench, String name, Stand stand, Load load, int stage)
      throws IOException, InterruptedException {
    int weight = WEIGHTS.get(stage);
    long failed = load.failed();
    long twice = load.twice();
    String by = stand.mover().move(weight);
    boolean within = false;
    for (int window = 1; window <= WINDOWS && !within; window++) {
      load.begin();
      long began = System.nanoTime();
      Count count = load.await(bench.requests(REQUESTS) / WEIGHTS.size());
      double rate = count.all() / ((System.nanoTime() - began) / 1e9);
      long all = count.service() + count.monolith();
      Interval interval = Interval.exact(count.service(), all, LEVEL);
      within = interval.contains(weight / 100.0);
      bench.line(
          ROW.formatted(
              name,
              stage + 1,
              weight + " %",
              by,
              String.format(Locale.ROOT, "%,d", count.all()),
              String.format(Locale.ROOT, "%,d", count.service()),
              percent((double) count.service() / all),
              percent(interval.least()) + " - " + percent(interval.most()),
              within ? window : window + " outside",
              load.failed() - failed,
              load.twice() - twice,
              String.format(Locale.ROOT, "%,.0f", rate)));
    }
    return within;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f %%", share * 100);
  }
}
