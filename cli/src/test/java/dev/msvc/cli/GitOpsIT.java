package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shifts whose steps are commits, on a real API server, a real repository behind {@code git
 * http-backend} and a real Prometheus. The test applies the file at the branch's head as Argo CD
 * does, and heals what others change where it is told to.
 */
@ExtendWith(TestCluster.class)
class GitOpsIT {
  @TempDir Path folder;

  private GitServer git;
  private CommittedShop shop;
  private volatile boolean syncs = true;
  private volatile boolean heals;
  private volatile String applied;
  private Future<?> argo;

  @BeforeEach
  void start() throws Exception {
    git = new GitServer(Files.createDirectory(folder.resolve("git")));
  }

  private void shop(String kind, TestNamespace namespace, boolean http) throws Exception {
    shop = CommittedShop.start(folder, kind, namespace, git, http);
    String begun = git.head();
    argo = shop.loop(() -> argo(begun));
  }

  @AfterEach
  void stop() throws Exception {
    if (shop != null) {
      shop.close();
    }
    git.close();
  }

  /** Applies the file of each new head; and all the time where it heals. */
  private Void argo(String begun) throws Exception {
    String last = begun;
    while (!shop.ends()) {
      String head = git.head();
      if (syncs && (heals || !head.equals(last))) {
        Cluster.Ran ran =
            shop.routed()
                .namespace()
                .cluster()
                .fed(
                    routes(),
                    "kubectl",
                    "--namespace",
                    shop.routed().namespace().name(),
                    "apply",
                    "--server-side",
                    "--force-conflicts",
                    "--field-manager=argocd-controller",
                    "-f",
                    "-");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        last = head;
        applied = head;
      }
      Thread.sleep(100);
    }
    return null;
  }

  /** Waits until the branch's head is applied, so that nothing older is on its way any more. */
  private void headIsApplied() throws Exception {
    String head = git.head();
    for (int i = 0; i < 600 && !head.equals(applied); i++) {
      if (argo.isDone()) {
        argo.get();
      }
      Thread.sleep(100);
    }
    assertThat(applied).isEqualTo(head);
  }

  private String routes() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String each : shop.files()) {
      all.append(git.git("-C", "deploy.git", "show", "main:" + each)).append("\n---\n");
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void aShiftGoesToItsEndByCommitsAndBack(String kind, TestNamespace namespace) throws Exception {
    shop(kind, namespace, kind.equals("gateway-api"));
    heals = true;
    String before = git.file();

    Run run = shop.strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("not live yet: commit ", " is live", "reads 20 % is effective")
        .contains("reads 100 % is effective", "all stages passed");
    assertThat(shop.weight()).isEqualTo(100);
    String log = git.git("-C", "deploy.git", "log", "--format=%an <%ae>%n%B", "main");
    assertThat(log)
        .contains("orders: stage 1 of 2, reads 20 %", "orders: 0 -> 20 % for the service")
        .contains("orders: stage 2 of 2, reads 100 %", "orders: 20 -> 100 % for the service")
        .contains("Reason: stage 1 passed", "Msvc-Shift: orders", "Msvc-By: tester@")
        .contains(
            shop.routed().isGateway() ? "msvc strangle <tester@" : "Deploy <deploy@shop.example>");
    assertThat(git.git("-C", "deploy.git", "log", "--format=%H", "main").lines()).hasSize(3);
    // P2: two numbers, and nothing else of the file
    assertThat(git.file())
        .isEqualTo(
            shop.routed().isGateway()
                ? before
                    .replace("weight:   0}", "weight:   100}")
                    .replace("weight: 100  ", "weight: 0  ")
                : before
                    .replace("weight: 100 #", "weight: # #")
                    .replace("weight: 0\n", "weight: 100\n")
                    .replace("weight: # #", "weight: 0 #"));
    assertThat(shop.strangle("status", "orders").out())
        .contains("service 100 %", "commit " + git.head().substring(0, 7), " is live");

    Run back = shop.strangle("rollback", "orders", "--reason", "it is enough");

    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    assertThat(git.file()).isEqualTo(before);
    headIsApplied();
    assertThat(shop.weight()).isZero();
    Run audit = shop.strangle("audit", "orders", "--verify");
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).contains("orders 0->20", "orders 20->100", "it is enough");
  }

  @Test
  void p13WithGitDownAllGoesBackInTheClusterAndTheCommitFollows(TestNamespace namespace)
      throws Exception {
    shop("gateway-api", namespace, true);
    while (shop.weight() != 20) {
      shop.strangle("start", "orders", "--once", "-y");
    }
    git.stop();

    Run run = shop.strangle("rollback", "orders", "--reason", "it fails");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
    assertThat(run.out() + run.err())
        .contains("all is the monolith's in the cluster and not in Git", "cannot be reached");
    assertThat(shop.weight()).isZero();

    // Argo CD still reads the repository, and puts back what it says
    heals = true;
    shop.soon(20);
    Run again = shop.strangle("start", "orders", "--once", "-y");
    assertThat(again.exitCode()).isEqualTo(8);
    assertThat(again.out()).contains("that is live again: orders is 20 and was to be 0");
    assertThat(shop.strangle("status", "orders").out()).contains("the file in Git cannot be read");

    git.start();
    Run then = shop.strangle("rollback", "orders", "--reason", "it fails");
    assertThat(then.exitCode()).as(then.out() + then.err()).isZero();
    headIsApplied();
    assertThat(shop.weight()).isZero();
    assertThat(git.ours()).endsWith("orders: all back to the monolith");
    assertThat(shop.strangle("audit", "orders").out()).contains("direct", "it fails");
    assertThat(shop.strangle("start", "orders", "--once", "-y").exitCode()).isEqualTo(6);
  }

  @Test
  void othersWhoPushAllTheTimeLoseNothingAndHoldNothingUp(TestNamespace namespace)
      throws Exception {
    shop("gateway-api", namespace, true);
    int[] pushed = {0};
    AtomicBoolean enough = new AtomicBoolean();
    Future<?> others =
        shop.loop(
            () -> {
              while (!enough.get() && pushed[0] < 60) {
                git.commit("prod/other-%d.yaml".formatted(pushed[0]), "a: 1\n");
                pushed[0]++;
                Thread.sleep(100);
              }
              return null;
            });

    Run run = shop.strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    enough.set(true);
    others.get();
    assertThat(pushed[0]).isGreaterThan(5);
    assertThat(git.ours())
        .containsExactly("orders: stage 1 of 2, reads 20 %", "orders: stage 2 of 2, reads 100 %");
    assertThat(git.git("-C", "deploy.git", "log", "--author=ann", "--format=%s", "main").lines())
        .hasSize(pushed[0] + 1);
  }

  @Test
  void p18WeightsThatSomebodyCommitsAreToldAndNotFought(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    while (shop.weight() != 20) {
      shop.strangle("start", "orders", "--once", "-y");
    }
    String theirs =
        git.file().replace("weight:   20}", "weight:   37}").replace("weight: 80 ", "weight: 63 ");
    git.commit(GitServer.FILE, theirs);
    String head = git.head();
    shop.soon(37);

    Run run = shop.strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(5);
    assertThat(run.out())
        .contains("somebody else changed the weights in Git", "orders is 37 and was to be 20");
    shop.strangle("start", "orders", "--once", "-y");
    assertThat(git.head()).isEqualTo(head);
    assertThat(
            shop.strangle("audit", "orders")
                .out()
                .lines()
                .filter(each -> each.contains(" outside ")))
        .hasSize(1);
  }

  @Test
  void aCommitThatNobodyBringsInIsHeldAndTold(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    syncs = false;

    Run run = shop.strangle("start", "orders", "--once", "-y");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("not live yet: commit ");
    Thread.sleep(6_000);
    run = shop.strangle("start", "orders", "--once", "-y");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).contains("is not live for more than 5 s: see what Argo CD or Flux says");
    assertThat(shop.strangle("status", "orders").out())
        .contains("is not live: Git says {orders=20}");
    assertThat(git.ours()).hasSize(1);
  }

  @Test
  void p7AKilledProcessFindsItsCommitAndMakesNoSecondOne(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    syncs = false;
    String before = git.head();
    List<String> command =
        Faulty.ownProcess(
            List.of(
                "strangle",
                "start",
                "orders",
                "-y",
                "-C",
                folder.toString(),
                "--kubeconfig",
                shop.routed().namespace().cluster().kubeconfig()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("GIT_USER", "shifter", "GIT_TOKEN", GitServer.PASSWORD));
    builder.redirectOutput(folder.resolve("killed.log").toFile());
    Process process = builder.start();
    Path branch = git.repository().resolve("refs/heads/main");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Files.readString(branch).strip().equals(before) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    assertThat(git.head()).as(Files.readString(folder.resolve("killed.log"))).isNotEqualTo(before);
    syncs = true;

    Run run = shop.strangle("start", "orders", "-y");
    for (int i = 0; i < 80 && run.err().contains("is being changed by"); i++) {
      // its lease ends by itself
      Thread.sleep(500);
      run = shop.strangle("start", "orders", "-y");
    }

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(git.ours())
        .containsExactly("orders: stage 1 of 2, reads 20 %", "orders: stage 2 of 2, reads 100 %");
  }

  @Test
  void whoSaysYesSeesTheCommitBeforeItIsMade(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    String before = git.head();
    Terminal terminal = new Terminal(true, true, new BufferedReader(new StringReader("n\n")));

    Run run = shop.strangle(terminal, "start", "orders");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains("weights are written to prod/route.yaml of branch main of " + git.url())
        .contains("-      - {name: orders, port: 8080, weight:   0}    # the service")
        .contains("+      - {name: orders, port: 8080, weight:   20}    # the service")
        .contains("+        weight: 80        # and the monolith");
    Run diff = shop.strangle("start", "orders", "--diff");
    assertThat(diff.exitCode()).isZero();
    assertThat(diff.out()).startsWith("--- a/prod/route.yaml");
    assertThat(git.head()).isEqualTo(before);
    assertThat(run.out() + diff.out()).doesNotContain(GitServer.PASSWORD);
  }

  @Test
  void p13WhatComesAfterGoesBackFirstByACommitOfItsOwn(TestNamespace namespace) throws Exception {
    shop("gateway-api", namespace, true);
    shop.customersFirst();
    assertThat(shop.strangle("start", "orders", "--once", "-y").err())
        .contains("orders comes after it");
    for (String each : List.of("customers", "orders")) {
      Run run = shop.strangle("start", each, "--once", "-y");
      for (int i = 0; i < 200 && !run.out().contains("reads 20 % is effective"); i++) {
        run = shop.strangle("start", each, "--once", "-y");
      }
      assertThat(run.out()).as(run.err()).contains("reads 20 % is effective");
    }

    Run run = shop.strangle("rollback", "customers", "--reason", "it fails");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("orders goes back first: it is after customers");
    assertThat(git.ours())
        .endsWith("orders: all back to the monolith", "customers: all back to the monolith");
    assertThat(git.git("-C", "deploy.git", "log", "-1", "--format=%B", "main~1"))
        .contains("Reason: customers goes back: it fails");
    headIsApplied();
    assertThat(shop.weight()).isZero();
    assertThat(shop.routed().weight("customers", "customers")).isZero();
  }
}
