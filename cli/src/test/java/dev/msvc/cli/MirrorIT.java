package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that copies what the monolith answers, through the local proxy. */
class MirrorIT {
  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  private Run status(String... more) {
    return Run.msvc(
        Run.there(
            folder,
            more.length == 0
                ? new String[] {"strangle", "status", "orders"}
                : new String[] {"strangle", "status", "orders", more[0], more[1]}));
  }

  @Test
  void p17StatusCountsCopiesOfReadsAloneAndSaysWhereTheyDiffer() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Origin monolith = new Origin("monolith");
        Origin service = new Origin("service")) {
      Files.createDirectory(folder.resolve("strangle"));
      Files.writeString(
          folder.resolve("strangle/orders.yaml"),
          """
          router: {local: {listen: "127.0.0.1:%d"}}
          monolith: %s
          service: %s
          routes:
          - {prefix: /orders, methods: [GET, HEAD]}
          - {prefix: /orders, methods: [POST], writes: Order}
          stages: [{weight: 100, soak: 1s}]
          ungated: a test
          mirror: {share: 100%%}
          """
              .formatted(port, monolith.address(), service.address()));
      threads.submit(() -> Run.msvc(Run.there(folder, "strangle", "proxy", "orders")));
      for (int i = 0; i < 1200 && !status().out().contains("orders-writes "); i++) {
        Thread.sleep(50);
      }
      HttpClient client = HttpClient.newHttpClient();
      for (int i = 0; i < 20; i++) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/orders/1".formatted(port)));
        HttpRequest made =
            i % 2 == 0
                ? request.build()
                : request.POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(client.send(made, HttpResponse.BodyHandlers.ofString()).body())
            .isEqualTo("monolith");
      }
      String mirrored = "mirrored 10, differing 10, dropped 0: body 10";
      for (int i = 0; i < 1200 && !status().out().contains(mirrored); i++) {
        Thread.sleep(50);
      }

      assertThat(status().out()).contains(mirrored);
      assertThat(status("-o", "json").out()).contains("\"mirrored\": 10");
      assertThat(service.answered()).isEqualTo(10);
      assertThat(monolith.answered()).isEqualTo(20);
    }
  }
}
