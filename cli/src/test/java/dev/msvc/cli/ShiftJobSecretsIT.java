package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that push steps and ask databases with what Secrets of their namespace say. */
@ExtendWith(TestCluster.class)
class ShiftJobSecretsIT {
  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: shop}
      spec:
        hosts: [shop.example.com]
        http:
        - name: orders
          route:
          - {destination: {host: shop}, weight: 100}
          - {destination: {host: orders}, weight: 0}
        - name: orders-writes
          route:
          - {destination: {host: shop}, weight: 100}
          - {destination: {host: orders}, weight: 0}
      """;

  @TempDir private Path folder;
  @TempDir private Path mounted;
  private TestNamespace namespace;
  private GitServer git;

  @BeforeEach
  void shop(TestNamespace namespace) throws Exception {
    this.namespace = namespace;
    for (String each : List.of("shop", "orders")) {
      namespace.apply(Deployed.web("1").replace("web", each));
    }
    namespace.apply(ROUTE);
    Files.createDirectories(folder.resolve("strangle"));
    git = new GitServer(Files.createDirectory(folder.resolve("git")));
    git.begin(ROUTE);
    namespace.soon(
        each -> each.equals("2 2"),
        "get",
        "deployments",
        "-o",
        "jsonpath={.items[*].status.readyReplicas}");
  }

  @AfterEach
  void stop() {
    git.close();
  }

  private void plan(String more) throws IOException {
    Files.writeString(
        folder.resolve("strangle/orders.yaml"),
        """
        router: {istio: {namespace: %s, virtual-service: shop}}
        monolith: http://shop
        service: http://orders
        routes:
        - {prefix: /orders, methods: [GET]}
        - {prefix: /orders, methods: [POST], writes: Order}
        stages:
        - {weight: 20, soak: 1h}
        metrics:
          url: http://127.0.0.1:9
          source: istio
          service: {destination_service_name: orders}
          monolith: {destination_service_name: shop}
        ungated: a test of rights
        tolerance: {window: 1s, blind: 1h}
        """
                .formatted(namespace.name())
            + more);
  }

  private Run start(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("strangle", "start", "orders", "--in-cluster", "--image", "msvc:1", "-y"));
    all.addAll(List.of(more));
    all.addAll(List.of("-C", folder.toString(), "--kubeconfig", namespace.cluster().kubeconfig()));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        Map.of("PATH", System.getenv("PATH")),
        all.toArray(String[]::new));
  }

  private String job() throws Exception {
    return namespace
        .out("get", "jobs", "-l", "msvc.dev/shift=orders", "-o", "name")
        .lines()
        .filter(each -> !each.contains("watchdog"))
        .findFirst()
        .orElseThrow();
  }

  private void secret(String name, String... data) throws Exception {
    List<String> command = new ArrayList<>(List.of("create", "secret", "generic", name));
    for (String each : data) {
      command.add("--from-literal=" + each);
    }
    namespace.out(command.toArray(String[]::new));
  }

  /** Until it is, as long as the process lives. */
  private void commits(Process moves, JobPod pod, String... subjects) throws Exception {
    for (int i = 0; i < 600 && moves.isAlive() && git.ours().size() < subjects.length; i++) {
      Thread.sleep(100);
    }
    assertThat(git.ours()).as(pod.said()).containsExactly(subjects);
  }

  @Test
  void aJobPushesItsStepsByATokenAndTheWatchdogItsWayBack() throws Exception {
    plan(
        "git: {repository: \"%s\", branch: main, path: %s, userEnv: GIT_USER, passwordEnv: GIT_TOKEN}\n"
            .formatted(git.url(), GitServer.FILE));
    Run without = start();
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("orders.yaml:16: steps are commits", "--git-secret NAME");
    assertThat(start("--git-secret", "deploy").err())
        .contains("there is no Secret deploy in " + namespace.name());
    secret("deploy", "username=shifter", "token=" + GitServer.PASSWORD);
    assertThat(start("--git-secret", "deploy").err())
        .contains("Secret deploy in", "has no key password", "it has: token, username");
    namespace.out("delete", "secret", "deploy");
    secret("deploy", "username=shifter", "password=" + GitServer.PASSWORD);

    Run started = start("--git-secret", "deploy", "--rollback-unwatched", "2s");

    assertThat(started.exitCode()).as(started.err()).isZero();
    assertThat(started.out() + started.err()).doesNotContain(GitServer.PASSWORD);
    assertThat(namespace.out("get", "jobs,cronjobs,configmaps", "-o", "yaml"))
        .contains("secretKeyRef")
        .doesNotContain(GitServer.PASSWORD);
    assertThat(
            namespace
                .kubectl(
                    "auth",
                    "can-i",
                    "get",
                    "secrets",
                    "--as",
                    "system:serviceaccount:%s:msvc-shift-orders".formatted(namespace.name()))
                .out())
        .startsWith("no");
    JobPod pod = new JobPod(namespace, folder, mounted);
    Process moves = pod.of(job(), "/spec/template/spec");
    commits(moves, pod, "orders: stage 1 of 1, reads 20 %");
    namespace.apply(git.file());
    for (int i = 0; i < 600 && !pod.said().contains(" is live"); i++) {
      Thread.sleep(100);
    }
    assertThat(pod.said()).contains(" is live");
    moves.destroyForcibly().waitFor();
    Thread.sleep(3_000);

    Process back =
        pod.of("cronjob/msvc-shift-orders-watchdog", "/spec/jobTemplate/spec/template/spec");

    assertThat(back.waitFor(1, TimeUnit.MINUTES)).isTrue();
    for (int i = 0; i < 60 && pod.said().contains("is being changed by"); i++) {
      // the Lease of the one that was killed ends by itself
      Thread.sleep(1_000);
      back = pod.of("cronjob/msvc-shift-orders-watchdog", "/spec/jobTemplate/spec/template/spec");
      assertThat(back.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(back.exitValue()).as(pod.said()).isZero();
    assertThat(git.ours()).endsWith("orders: all back to the monolith");
    assertThat(git.file()).isEqualTo(ROUTE);
  }

  @Test
  void aJobPushesThroughSshWithTheKeyAndTheKnownHostsOfASecretOfArgoCd() throws Exception {
    plan(
        "git: {repository: \"ssh://git@git.example%s\", branch: main, path: %s}\n"
            .formatted(git.repository(), GitServer.FILE));
    secret("repo", "sshPrivateKey=a key", "url=ssh://git@git.example/deploy.git");
    Run unknown = start("--git-secret", "repo");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).contains("no key known_hosts", "ssh-keyscan git.example");
    namespace.out("delete", "secret", "repo");
    secret("repo", "sshPrivateKey=a key", "known_hosts=git.example ssh-ed25519 AAAA");

    Run started = start("--git-secret", "repo");

    assertThat(started.exitCode()).as(started.err()).isZero();
    Path programs = Files.createDirectory(folder.resolve("programs"));
    // a program of the test's, which goes no further than this machine
    Path ssh =
        Files.writeString(
            programs.resolve("ssh"),
            """
            #!/bin/sh
            echo "$@" >>%1$s/asked
            cat %1$s/identity >>%1$s/asked
            for last; do :; done
            exec sh -c "$last"
            """
                .formatted(mounted));
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    JobPod pod = new JobPod(namespace, folder, mounted);
    Process moves = pod.of(job(), "/spec/template/spec", programs + ":" + System.getenv("PATH"));
    commits(moves, pod, "orders: stage 1 of 1, reads 20 %");
    moves.destroyForcibly().waitFor();

    assertThat(Files.readString(mounted.resolve("asked")))
        .contains("BatchMode=yes", "-i %s/identity -o IdentitiesOnly=yes".formatted(mounted))
        .contains(
            "UserKnownHostsFile=%s/known_hosts -o StrictHostKeyChecking=yes".formatted(mounted))
        .contains("git@git.example git-receive-pack", "a key");
    assertThat(Files.readString(mounted.resolve("known_hosts"))).startsWith("git.example");
  }

  @Test
  void aJobAsksDatabasesAsWhomASecretSays() throws Exception {
    EmbeddedPostgres postgres;
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException cannot) {
      String loud = "NOT TESTED: no PostgreSQL starts here, so no Job asked one";
      System.err.println("\n*** " + loud + ": " + cannot + "\n");
      assumeTrue(false, loud);
      return;
    }
    try (postgres;
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table outbox (id int)");
      statement.execute("create role watcher login");
      String url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
      plan(
          """
          sync:
            lag: {sql: select count(*) from outbox, at: monolith, below: 5}
            databases:
              monolith: {url: "%s", userEnv: SHOP_USER, passwordEnv: SHOP_PASSWORD}
          """
              .formatted(url));
      Path file = folder.resolve("strangle/orders.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "- {weight: 20, soak: 1h}",
                  "- {weight: 20, soak: 1h}\n- {writes: all, soak: 1h}"));
      String plan = Files.readString(file);
      Files.writeString(file, plan.replace("jdbc:postgresql:", "jdbc:mariadb:"));
      assertThat(start("--database-secret", "databases").err())
          .contains("a Job has no driver but PostgreSQL's");
      Files.writeString(file, plan);
      Run without = start();
      assertThat(without.exitCode()).isEqualTo(2);
      assertThat(without.err())
          .contains("a Job has no SHOP_PASSWORD, SHOP_USER", "--database-secret NAME");
      secret("databases", "SHOP_USER=watcher", "SHOP_PASSWORD=s3cret", "OTHER=1");

      Run started = start("--database-secret", "databases");

      assertThat(started.exitCode()).as(started.err()).isZero();
      assertThat(namespace.out("get", job(), "-o", "yaml"))
          .contains("key: SHOP_USER")
          .doesNotContain("OTHER", "s3cret");
      JobPod pod = new JobPod(namespace, folder, mounted);
      // who asks is the role that the Secret names, and nobody else
      Process refused = pod.of(job(), "/spec/template/spec");
      assertThat(refused.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(refused.exitValue()).isEqualTo(8);
      assertThat(pod.said()).contains("permission denied");
      statement.execute("grant select on outbox to watcher");

      Process moves = pod.of(job(), "/spec/template/spec");
      try {
        namespace.soon(
            each -> each.equals("80 20"),
            "get",
            "virtualservice",
            "shop",
            "-o",
            "jsonpath={.spec.http[0].route[*].weight}");
      } finally {
        moves.destroyForcibly().waitFor();
      }
    }
  }
}
