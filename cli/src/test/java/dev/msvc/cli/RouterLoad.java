package dev.msvc.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Requests through a proxy to two servers, which write down each one by its id. */
final class RouterLoad implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<HttpServer> servers = new ArrayList<>();
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> answered = new ConcurrentHashMap<>();
  private final UnderWay sent = new UnderWay();
  private final AtomicLong failed = new AtomicLong();
  private final List<Future<?>> clients = new ArrayList<>();
  private volatile String why = "";
  private volatile boolean ends;

  /** A server that answers with its name, and with 404 what ends in "/none". */
  String origin(String name) throws IOException {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    AtomicLong count = answered.computeIfAbsent(name, none -> new AtomicLong());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String id = exchange.getRequestHeaders().getFirst("x-id");
          if (id != null) {
            seen.merge(id, 1, Integer::sum);
            count.incrementAndGet();
          }
          exchange.getRequestBody().readAllBytes();
          boolean head = exchange.getRequestMethod().equals("HEAD");
          int status = exchange.getRequestURI().getPath().endsWith("/none") ? 404 : 200;
          exchange.sendResponseHeaders(status, head ? -1 : text.length);
          if (!head) {
            exchange.getResponseBody().write(text);
          }
          exchange.close();
        });
    server.start();
    servers.add(server);
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Clients that ask until the end, each with connections of its own. */
  void start(int count, String url, String... headers) {
    for (int i = 0; i < count; i++) {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      clients.add(
          threads.submit(
              () -> {
                while (!ends) {
                  ask(client, url, headers);
                }
              }));
    }
  }

  private void ask(HttpClient client, String url, String... headers) {
    long number = sent.begin();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).header("x-id", "r" + number);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        failed.incrementAndGet();
        why = answer.statusCode() + " " + answer.body();
      }
    } catch (IOException lost) {
      failed.incrementAndGet();
      why = lost.toString();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      sent.end(number);
    }
  }

  /** Waits for the answers to what is on its way. */
  void settle() throws InterruptedException {
    sent.settle();
  }

  /** What a server answered of those with an id. */
  long answered(String name) {
    return answered.getOrDefault(name, new AtomicLong()).get();
  }

  long sent() {
    return sent.begun();
  }

  long failed() {
    return failed.get();
  }

  String why() {
    return why;
  }

  /** Requests that reached a server twice, or two of them. */
  long twice() {
    return seen.values().stream().filter(times -> times > 1).count();
  }

  /** Waits for so many more answers of both. */
  void more(long requests) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    long before = all();
    while (all() < before + requests) {
      if (System.nanoTime() > until) {
        throw new AssertionError("%d of %d requests; %s".formatted(all() - before, requests, why));
      }
      Thread.sleep(5);
    }
  }

  private long all() {
    return answered.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** Waits for each client's last answer. */
  void end() throws Exception {
    ends = true;
    for (Future<?> each : clients) {
      each.get(60, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    ends = true;
    threads.shutdownNow();
    servers.forEach(each -> each.stop(0));
  }
}
