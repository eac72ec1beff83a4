package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.yaml.ShiftDocument;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real proxies with what {@code strangle finish} writes for them, before two real servers. */
@Timeout(60)
class FinishedRouteIT {
  @TempDir Path folder;

  private final RouterLoad load = new RouterLoad();
  private final List<Process> proxies = new ArrayList<>();
  private int port;

  @BeforeEach
  void port() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    load.close();
    for (Process each : proxies) {
      each.destroyForcibly().waitFor();
    }
  }

  private PlannedFile finished(String router) throws IOException {
    String text =
        """
        router: {%s}
        monolith: %s
        service: %s
        routes:
        - {prefix: /orders, methods: [GET, HEAD]}
        - {path: /orders/new.html, methods: [GET]}
        canary: {cookie: canary, value: "o.1"}
        stages:
        - {canary: true, soak: 1s}
        - {weight: 100, soak: 1s}
        ungated: a test
        """
            .formatted(router, load.origin("monolith"), load.origin("service"));
    ShiftPlan plan = ShiftDocument.read("orders", "orders.yaml", text);
    List<PlannedFile> files = RouterFiles.finished(plan, "orders.yaml");
    assertThat(files).hasSize(1);
    Files.writeString(folder.resolve(files.get(0).path()), files.get(0).text());
    return files.get(0);
  }

  private Process started(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
            .start();
    proxies.add(process);
    return process;
  }

  /** The program is content with the file, warnings included. */
  private void accepted(String... command) throws Exception {
    Process process = started(command);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("out"));
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).doesNotContainIgnoringCase("warning").doesNotContain("[warn]", "[emerg]");
  }

  private void answers() throws Exception {
    assertThat(answer("GET", "/orders/1")).isEqualTo("service");
    assertThat(answer("GET", "/orders/new.html")).isEqualTo("service");
    assertThat(answer("POST", "/orders/1")).isEqualTo("monolith");
    assertThat(answer("GET", "/ordersmith")).isEqualTo("monolith");
    assertThat(answer("GET", "/products")).isEqualTo("monolith");
  }

  private String answer(String method, String path) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    for (int i = 0; i < 600; i++) {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError(Files.readString(folder.resolve("out")));
  }

  @Test
  void haproxyTakesItAndSendsAllOfTheRoutesToTheService() throws Exception {
    Path program = Path.of("/usr/sbin/haproxy");
    Assumptions.assumeTrue(
        Files.isExecutable(program), "SKIPPED: there is no haproxy on this machine");
    String file =
        finished(
                "haproxy: {socket: /run/a.sock, listen: \"127.0.0.1:%d\", state-file: /run/state}"
                    .formatted(port))
            .path();

    accepted(program.toString(), "-c", "-f", file);
    started(program.toString(), "-db", "-f", file);
    answers();
  }

  @Test
  void nginxTakesItAndSendsAllOfTheRoutesToTheService() throws Exception {
    Path program = Path.of("/usr/sbin/nginx");
    Assumptions.assumeTrue(
        Files.isExecutable(program), "SKIPPED: there is no nginx on this machine");
    String file =
        finished(
                ("nginx: {include: %s/w.conf, listen: \"127.0.0.1:%d\","
                        + " status: \"http://127.0.0.1:%d/-/msvc/orders\"}")
                    .formatted(folder, port, port))
            .path();
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          include %1$s/%2$s;
        }
        """
            .formatted(folder, file));
    String conf = folder.resolve("nginx.conf").toString();
    String log = folder.resolve("error.log").toString();

    accepted(program.toString(), "-t", "-c", conf, "-e", log);
    started(program.toString(), "-c", conf, "-e", log);
    answers();
  }
}
