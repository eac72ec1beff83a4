package dev.msvc.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A real Prometheus, which scrapes what a test shows it. */
final class RealPrometheus implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer shown;
  private final Process process;
  private final URI url;
  private volatile String series = "";
  private volatile int scrapes;

  private RealPrometheus(HttpServer shown, Process process, URI url) {
    this.shown = shown;
    this.process = process;
    this.url = url;
    shown.createContext(
        "/metrics",
        exchange -> {
          byte[] body = series.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
          scrapes++;
        });
    shown.start();
  }

  /** Starts one that scrapes five times a second; the test is skipped where there is none. */
  static RealPrometheus start(Path folder) throws IOException, InterruptedException {
    String program = Checker.find("prometheus");
    HttpServer shown =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 200ms, scrape_timeout: 200ms}
        scrape_configs:
          - job_name: shown
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(shown.getAddress().getPort()));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                program,
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    RealPrometheus started =
        new RealPrometheus(shown, process, URI.create("http://127.0.0.1:" + port));
    started.await("time()", "scalar");
    return started;
  }

  URI url() {
    return url;
  }

  /** Shows this from now on, and waits for nothing. */
  void shows(String... lines) {
    series = String.join("\n", lines) + "\n";
  }

  /** Shows this from now on, and returns when it was scraped: a moment between then and now. */
  Instant show(String... lines) throws IOException, InterruptedException {
    int before = scrapes;
    series = String.join("\n", lines) + "\n";
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    // one may have been under way, the last has to be written, and a window lasts a second at
    // least; one that was answered too late leaves a gap
    while (scrapes < before + 8 || !ask("min_over_time(up[1600ms]) == 1").contains("\"value\"")) {
      if (System.currentTimeMillis() > end) {
        throw new IllegalStateException("nothing is scraped");
      }
      Thread.sleep(20);
    }
    return Instant.now();
  }

  /** Until a query is answered with something. */
  private void await(String query, String wanted) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      try {
        if (ask(query).contains(wanted)) {
          return;
        }
      } catch (IOException notYet) {
        // it starts
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("Prometheus does not start");
  }

  /** What it says to a query, as JSON. */
  String ask(String query) throws IOException, InterruptedException {
    URI uri =
        URI.create(url + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    return client
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Ends Prometheus, as a crash would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    shown.stop(0);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
