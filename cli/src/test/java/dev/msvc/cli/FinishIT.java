package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a shift behind the local proxy, with what is left of the monolith compiled. */
class FinishIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer monolith;
  private HttpServer service;
  private int port;
  private volatile boolean ends;

  @BeforeEach
  void shop() throws Exception {
    monolith = origin("monolith");
    service = origin("service");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String web = "org.springframework.web.bind.annotation";
    for (String each : List.of("RestController", "GetMapping")) {
      java(
          web + "." + each,
          each.equals("GetMapping")
              ? "public @interface GetMapping { String value(); }"
              : "public @interface RestController { }");
    }
    java(
        "a.OrderApi",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController public class OrderApi {
          private final Orders orders = new Orders();
          @GetMapping("/orders/{id}") public String show(String id) { return orders.show(id); }
        }
        """);
    java("a.Orders", "class Orders { String show(String id) { return id; } }");
    java(
        "b.ProductApi",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController public class ProductApi {
          @GetMapping("/products") public String list() { return ""; }
        }
        """);
    Files.createDirectory(folder.resolve("strangle"));
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        schema: msvc/shift/v1
        router: {local: {listen: "127.0.0.1:%d"}}
        monolith: http://127.0.0.1:%d
        service: http://127.0.0.1:%d
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        stages:
        - {weight: 100, soak: 1s}
        ungated: a test
        tolerance: {window: 1s}
        """
            .formatted(port, monolith.getAddress().getPort(), service.getAddress().getPort()));
  }

  @AfterEach
  void stop() throws Exception {
    ends = true;
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    monolith.stop(0);
    service.stop(0);
  }

  private static HttpServer origin(String name) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = name.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void java(String type, String body) throws Exception {
    Path file = folder.resolve("src/main/java/%s.java".formatted(type.replace('.', '/')));
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "package %s;\n%s\n".formatted(type.substring(0, type.lastIndexOf('.')), body));
  }

  private Run strangle(String... args) {
    List<String> all = new ArrayList<>(List.of("strangle"));
    all.addAll(List.of(args));
    return Run.on(folder, all.toArray(String[]::new));
  }

  private void shifted() throws Exception {
    threads.submit(() -> strangle("proxy", "orders"));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/orders/1".formatted(port))).build();
    threads.submit(
        () -> {
          while (!ends) {
            client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
            Thread.sleep(20);
          }
          return null;
        });
    for (int i = 0; i < 1200 && !isUp(client, request); i++) {
      Thread.sleep(50);
    }
    Run run = strangle("start", "orders", "-y");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private static boolean isUp(HttpClient client, HttpRequest request) throws Exception {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String git(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    return said;
  }

  /** What the compiler says to what is left; empty where it is content. */
  private String compiled() throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(folder.resolve("src/main/java"))) {
      List<Path> sources = all.filter(each -> each.toString().endsWith(".java")).toList();
      boolean good =
          javac
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-d", Files.createDirectories(folder.resolve("target")).toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return good ? "" : "failed: " + said;
    }
  }

  @Test
  void whatNobodyAsksAnyMoreGoesAndWhatIsLeftCompiles() throws Exception {
    Run early = strangle("finish", "orders");
    assertThat(early.exitCode()).isEqualTo(8);

    shifted();
    assertThat(strangle("status", "orders").out())
        .contains("shift orders: all stages passed", "next: msvc strangle finish orders")
        .doesNotContain("nobody watches");
    assertThat(strangle("status", "orders", "-o", "json").out())
        .contains("\"phase\": \"passed\"", "\"watched\": true");
    Run first = strangle("finish", "orders", "--over", "2s");
    assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(7);
    // a week, as is usual
    Run usual = strangle("finish", "orders", "--diff");
    assertThat(usual.exitCode()).as(usual.out() + usual.err()).isEqualTo(7);
    Thread.sleep(2_200);
    Run shown = strangle("finish", "orders", "--over", "2s", "--diff");
    assertThat(shown.out()).contains("deleted file mode", "src/main/java/a/Orders.java");
    assertThat(folder.resolve("strangle/orders.finish")).doesNotExist();

    Run run = strangle("finish", "orders", "--over", "2s", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    git("apply", "strangle/orders.finish/monolith.patch");
    assertThat(folder.resolve("src/main/java/a/OrderApi.java")).doesNotExist();
    assertThat(folder.resolve("src/main/java/b/ProductApi.java")).exists();
    assertThat(compiled()).isEmpty();
    assertThat(strangle("status", "orders").out()).contains("finished");
    assertThat(strangle("rollback", "orders").exitCode()).isEqualTo(3);
    assertThat(strangle("audit", "orders", "--verify").exitCode()).isZero();
    assertThat(strangle("rollback", "orders", "--finished").exitCode()).isZero();
  }

  @Test
  void oneWhoAsksTheMonolithPastTheRouterIsSeenInItsAccessLog() throws Exception {
    shifted();
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    Instant now = Instant.now();
    String before = time.format(now.minusSeconds(3600));
    Path log = folder.resolve("access.log");
    Files.writeString(
        log, "10.0.0.1 - - [%s] \"GET /products HTTP/1.1\" 200 1\n".formatted(time.format(now)));
    Files.writeString(
        folder.resolve("access.log.1"),
        "10.0.0.1 - - [%s] \"GET /orders/7 HTTP/1.1\" 200 1\n".formatted(before));
    Run half = strangle("finish", "orders", "--over", "5m", "--access-log", "access.log", "--diff");
    Run quiet =
        strangle(
            "finish",
            "orders",
            "--over",
            "5m",
            "--access-log",
            "access.log.1",
            "--access-log",
            "access.log",
            "--diff");
    Files.writeString(
        log,
        Files.readString(log)
            + "10.0.0.9 - - [%s] \"GET /orders/8?x=1 HTTP/1.1\" 200 1\n"
                .formatted(time.format(now)));
    Run asked = strangle("finish", "orders", "--over", "5m", "--access-log", "access.log", "-y");

    assertThat(half.exitCode()).as(half.out() + half.err()).isEqualTo(7);
    assertThat(quiet.exitCode()).as(quiet.out() + quiet.err()).isZero();
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.out()).contains("1 request of these routes", "GET /orders/8");
    assertThat(folder.resolve("strangle/orders.finish")).doesNotExist();
  }
}
