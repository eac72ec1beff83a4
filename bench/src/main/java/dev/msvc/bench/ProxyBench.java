package dev.msvc.bench;

import dev.msvc.cluster.proxy.LocalProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local proxy beside HAProxy, both before the same two origins on the same processors. */
final class ProxyBench implements Benchmark {
  private static final int PAIRS = 5;
  private static final int CLIENTS = 64;
  private static final int SECONDS = 5;
  private static final long TEN_GIGABYTES = 10L * 1000 * 1000 * 1000;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern SUCCEEDED = Pattern.compile("(\\d+) total, .* (\\d+) succeeded");

  @Override
  public String name() {
    return "proxy";
  }

  @Override
  public String what() {
    return "the local proxy beside HAProxy: requests a second, latency, 10 GB through it"
        + " (needs haproxy, wrk and h2load; --only rate or stream)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    if (bench.wants("stream")) {
      stream(bench, false);
      stream(bench, true);
    }
    if (bench.wants("rate")) {
      for (String program : List.of("haproxy", "wrk", "h2load")) {
        if (Launched.run(
                    List.of("bash", "-c", "command -v " + program), Map.of(), out(bench, "which"))
                .exitCode()
            != 0) {
          throw new SkippedException(
              program + " is not here: apt-get install haproxy wrk nghttp2-client");
        }
      }
      rate(bench);
    }
  }

  private static void rate(Bench bench) throws IOException, InterruptedException, SkippedException {
    int monolith = Running.freePort();
    int service = Running.freePort();
    int theirs = Running.freePort();
    int ours = Running.freePort();
    Path origins = bench.scratch("proxy").resolve("origins.cfg");
    Files.writeString(origins, ORIGINS.formatted(monolith, service));
    Path proxy = bench.scratch("proxy").resolve("haproxy.cfg");
    Files.writeString(proxy, HAPROXY.formatted(theirs, monolith, service));
    try (Running first = haproxy(bench, origins, monolith);
        Running second = haproxy(bench, proxy, theirs);
        Running third = ours(bench, ours, monolith, service)) {
      bench.detail("%s, %s, %s".formatted(first.process(), second.process(), third.process()));
      requests(bench, ours);
      requests(bench, ours);
      requests(bench, theirs);
      List<Double> rates = new ArrayList<>();
      List<Double> half = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        boolean before = pair % 2 == 0;
        double one = requests(bench, before ? ours : theirs);
        double other = requests(bench, before ? theirs : ours);
        double our = before ? one : other;
        double their = before ? other : one;
        bench.detail("ours %.0f/s, HAProxy %.0f/s".formatted(our, their));
        rates.add(our / their);
        half.add(their / 2);
      }
      Ratios ratios = new Ratios(rates);
      bench.figure(Figure.atLeast(0.6, "proxy.rate", ratios.median(), ratios.spread()));
      int rate = (int) (new Ratios(half).median() / CLIENTS);
      List<Double> latencies = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        boolean before = pair % 2 == 0;
        double one = p99(bench, before ? ours : theirs, rate);
        double other = p99(bench, before ? theirs : ours, rate);
        double our = before ? one : other;
        double their = before ? other : one;
        bench.detail(
            "p99 at %d/s: ours %.2f ms, HAProxy %.2f ms".formatted(rate * CLIENTS, our, their));
        latencies.add(our / their);
      }
      Ratios p99 = new Ratios(latencies);
      bench.figure(Figure.atMost(3, "proxy.p99-at-half", p99.median(), p99.spread()));
      bench.figure(
          Figure.told("proxy.peak-mb", third.peakBytes() / 1e6, "of the process, after all that"));
    }
  }

  private static double requests(Bench bench, int port)
      throws IOException, InterruptedException, SkippedException {
    String told =
        run(
            bench,
            List.of(
                "wrk",
                "-t2",
                "-c" + CLIENTS,
                "-d" + SECONDS + "s",
                "http://127.0.0.1:" + port + "/orders/1"));
    Matcher rate = RATE.matcher(told);
    if (!rate.find() || told.contains("Non-2xx") || told.contains("Socket errors")) {
      throw new IOException("requests failed on port " + port + ": " + told);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** Milliseconds within which 99 of 100 were answered, at so many a second of each client. */
  private static double p99(Bench bench, int port, int rate)
      throws IOException, InterruptedException, SkippedException {
    Path log = bench.scratch("proxy").resolve("latencies.tsv");
    Files.deleteIfExists(log);
    String told =
        run(
            bench,
            List.of(
                "h2load",
                "--h1",
                "-t1",
                "-c" + CLIENTS,
                "--rps=" + rate,
                "-D" + SECONDS,
                "--log-file=" + log,
                "http://127.0.0.1:" + port + "/orders/1"));
    Matcher succeeded = SUCCEEDED.matcher(told);
    if (!succeeded.find() || !succeeded.group(1).equals(succeeded.group(2))) {
      throw new IOException("requests failed on port " + port + ": " + told);
    }
    double wanted = (double) rate * CLIENTS * SECONDS;
    if (Long.parseLong(succeeded.group(1)) < 0.98 * wanted) {
      bench.detail("only %s of %.0f were sent".formatted(succeeded.group(1), wanted));
    }
    // start, status, microseconds
    List<Long> micros =
        Files.readAllLines(log).stream()
            .map(line -> Long.parseLong(line.split("\t", -1)[2]))
            .sorted()
            .toList();
    return micros.get((int) (micros.size() * 0.99)) / 1e3;
  }

  private static void stream(Bench bench, boolean up) throws IOException, InterruptedException {
    int port = Running.freePort();
    try (Pourer origin = new Pourer(TEN_GIGABYTES);
        Running proxy = ours(bench, port, origin.port(), origin.port())) {
      double seconds = Pourer.through(port, up, TEN_GIGABYTES);
      String name = "proxy.stream-" + (up ? "up" : "down");
      bench.figure(
          Figure.atMost(
              400,
              name + ".peak-mb",
              proxy.peakBytes() / 1e6,
              String.format(Locale.ROOT, "of the process, 10 GB in %.0f s", seconds)));
    }
  }

  private static String run(Bench bench, List<String> command)
      throws IOException, InterruptedException, SkippedException {
    Path output = out(bench, command.get(0));
    if (Launched.run(command, Map.of(), output).exitCode() != 0) {
      throw new SkippedException("%s failed, see %s".formatted(command.get(0), output));
    }
    return Files.readString(output);
  }

  private static Path out(Bench bench, String name) throws IOException {
    return bench.scratch("proxy").resolve(name + ".out");
  }

  private static Running haproxy(Bench bench, Path configuration, int port)
      throws IOException, InterruptedException {
    return Running.started(
        out(bench, "haproxy"), List.of("haproxy", "-db", "-f", configuration.toString()), port);
  }

  private static Running ours(Bench bench, int port, int monolith, int service)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Launched.JAVA));
    command.addAll(LocalProxy.JVM_OPTIONS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ProxyAlone.class.getName(),
            Integer.toString(port),
            Integer.toString(monolith),
            Integer.toString(service)));
    return Running.started(out(bench, "ours"), command, port);
  }

  private static final String DEFAULTS =
      """
      global
        maxconn 2000
        nbthread 2
      defaults
        mode http
        timeout client 60s
        timeout server 60s
        timeout connect 5s
      """;

  private static final String ORIGINS =
      DEFAULTS
          + """
          frontend monolith
            bind 127.0.0.1:%d
            http-request return status 200 content-type application/json string '{"arm":"monolith"}'
          frontend service
            bind 127.0.0.1:%d
            http-request return status 200 content-type application/json string '{"arm":"service"}'
          """;

  private static final String HAPROXY =
      DEFAULTS
          + """
          frontend all
            bind 127.0.0.1:%d
            option forwardfor
            default_backend arms
          backend arms
            balance random
            server monolith 127.0.0.1:%d weight 50
            server service 127.0.0.1:%d weight 50
          """;
}
