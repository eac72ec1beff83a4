package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters that nobody can reach, and kubeconfigs that lead nowhere: no server is needed. */
class DeployUnreachableIT {
  private static final Duration MOST = Duration.ofSeconds(15);

  /** Was good for the January of 2020. */
  private static final String OLD =
      "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJNakNCMnFBREFnRUNBZ2tBcytkS1FxaWpMQVV3Q2dZ"
          + "SUtvWkl6ajBFQXdJd0RqRU1NQW9HQTFVRUF4TUQNCmIyeGtNQjRYRFRJd01ERXdNVEl6TlRZMU4xb1hEVEl3"
          + "TURFek1USXpOVFkxTjFvd0RqRU1NQW9HQTFVRUF4TUQNCmIyeGtNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6"
          + "ajBEQVFjRFFnQUVPbGhDSTZ1SHZSWElqZjhDV0g2bXo4Y00NCkJlMzExZmwyaitGV3FsVUpPWnB0YWZqQ3Jn"
          + "ZHlrTVYzNHJORkZGQlRCbTZRYVdwTTdYblI1NXNQb3VXVGNLTWgNCk1COHdIUVlEVlIwT0JCWUVGQ0NUMVNP"
          + "bFNOWHRISzF0MHpGOEVZSWd3YmJQTUFvR0NDcUdTTTQ5QkFNQ0EwY0ENCk1FUUNJQlBwRzZvMkt2ME9CR0pL"
          + "d2w3bW1Vc1k4aXduQ2RXbGF1eGo2MzkyWTZZSUFpQUxaY0F3dzF5UEpYUWkNCmtNN2MxTmlkc3lmMTBVd2RF"
          + "aDUvRzBsSFpydkFJQT09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("web.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
  }

  private Run deploy(Map<String, String> env, String... more) {
    List<String> all = new ArrayList<>(List.of("deploy", "-f", "web.yaml", "--release", "web"));
    all.addAll(List.of("-y", "-C", folder.toString()));
    all.addAll(List.of(more));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        env,
        all.toArray(String[]::new));
  }

  private Run at(String server, String user) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: c
            clusters: [{name: c, cluster: {server: "%s"}}]
            users: [{name: u, user: {%s}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            """
                .formatted(server, user));
    return deploy(
        Map.of("KUBECONFIG", file.toString(), "PATH", folder + ":/usr/bin:/bin"), new String[0]);
  }

  @Test
  void aPortThatNobodyListensOnIsSaidAtOnce() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Instant began = Instant.now();

    Run run = at("https://127.0.0.1:" + port, "token: abc");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains("cannot be reached: https://127.0.0.1:" + port + ": connection refused")
        .contains("kubectl cluster-info");
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void anAddressThatTakesConnectionsAndSaysNothingIsGivenUpInTime() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Instant began = Instant.now();

      Run run = at("http://127.0.0.1:" + silent.getLocalPort(), "token: abc");

      assertThat(run.exitCode()).isEqualTo(8);
      assertThat(run.err()).contains("it does not answer in time");
      assertThat(Duration.between(began, Instant.now())).isLessThan(MOST);
    }
  }

  @Test
  void anAddressThatTakesNoConnectionsIsGivenUpInTime() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // the queue is full: what comes now is not answered, as behind a firewall
      for (int i = 0; i < 8; i++) {
        Socket each = new Socket();
        waiting.add(each);
        try {
          each.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 100);
        } catch (IOException unanswered) {
          break;
        }
      }
      Instant began = Instant.now();

      Run run = at("https://127.0.0.1:" + full.getLocalPort(), "token: abc");

      assertThat(run.exitCode()).isEqualTo(8);
      assertThat(run.err()).contains("cannot be reached: https://127.0.0.1:", "kubectl");
      assertThat(Duration.between(began, Instant.now())).isLessThan(MOST);
    } finally {
      for (Socket each : waiting) {
        each.close();
      }
    }
  }

  @Test
  void aHostThatThereIsNotIsNamed() throws Exception {
    Run run = at("https://nothing.invalid:6443", "token: abc");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("https://nothing.invalid:6443: ", "no such host");
  }

  @Test
  void aCertificateThatExpiredIsSaidWithItsDate() throws Exception {
    Run run = at("https://127.0.0.1:1", "client-certificate-data: %s".formatted(OLD));

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains("certificate in the kubeconfig expired", "2020", "get a new one");
  }

  @Test
  void aPluginThatGivesNoTokenIsHeard() throws Exception {
    Path plugin =
        Files.writeString(
            folder.resolve("login"), "#!/bin/sh\necho 'log in first: acme login' >&2\nexit 3\n");
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));

    Run run =
        at(
            "https://127.0.0.1:1",
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login}");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains("logs in with ./login, which gave no token: log in first: acme login");
  }

  @Test
  void aPluginThatIsNotInstalledIsNamedWithItsOwnHint() throws Exception {
    Run run =
        at(
            "https://127.0.0.1:1",
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: acme-login,"
                + " installHint: get it from acme.example}");

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err())
        .contains("logs in with acme-login, which cannot be started", "get it from acme.example");
  }

  @Test
  void kubeconfigsThatAreNotThereAreNamed() {
    Run named = deploy(Map.of(), "--kubeconfig", "nope");
    assertThat(named.exitCode()).isEqualTo(3);
    assertThat(named.err()).contains("there is no kubeconfig ", "nope");

    Run env = deploy(Map.of("KUBECONFIG", "/nope/config"));
    assertThat(env.exitCode()).isEqualTo(8);
    assertThat(env.err()).contains("KUBECONFIG names /nope/config, which is not there");

    Run none = deploy(Map.of("HOME", folder.toString()));
    assertThat(none.exitCode()).isEqualTo(8);
    assertThat(none.err()).contains("no cluster is known", "--kubeconfig FILE");
  }

  @Test
  void aContextOfANearNameIsProposedFromAllFiles() throws Exception {
    Path one = Files.writeString(folder.resolve("one"), "contexts: [{name: staging}]\n");
    Path two = Files.writeString(folder.resolve("two"), "contexts: [{name: production}]\n");

    Run run = deploy(Map.of("KUBECONFIG", one + ":" + two), "--context", "prodution");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("no context 'prodution'", "did you mean 'production'?");
  }

  @Test
  void programsThatAreMissingAreNamedWithWhatTheyAreFor() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: c
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            users: [{name: u, user: {token: a}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            """);
    Files.createDirectories(folder.resolve("chart"));
    Files.writeString(folder.resolve("chart/Chart.yaml"), "name: c\n");

    Run run =
        Run.msvc(
            (root, inputs, progress) -> {
              throw new AssertionError("nothing was to be analysed");
            },
            Terminal.NONE,
            Map.of("PATH", folder.toString(), "KUBECONFIG", config.toString()),
            "deploy",
            "--chart",
            "chart",
            "--release",
            "c",
            "-C",
            folder.toString());

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.err()).contains("helm is not on the PATH", "it is needed to render chart");
  }
}
