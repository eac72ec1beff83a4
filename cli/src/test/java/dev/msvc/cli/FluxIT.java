package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shifts whose steps are commits that the real controllers of Flux bring into a real API server,
 * and what becomes of them where somebody writes into Git or into the cluster.
 */
@ExtendWith(TestCluster.class)
@Timeout(240)
class FluxIT {
  /** So long that nothing is applied anew before it is asked for. */
  private static final String SELDOM = "10m";

  private static final String OFTEN = "2s";

  @TempDir Path folder;

  private GitServer git;
  private RealFlux flux;
  private CommittedShop shop;

  @BeforeEach
  void start(TestNamespace namespace) throws Exception {
    flux = RealFlux.start(namespace, Files.createDirectory(folder.resolve("flux")));
    git = new GitServer(Files.createDirectory(folder.resolve("git")), true);
    shop = CommittedShop.start(folder, "gateway-api", namespace, git, true);
  }

  @AfterEach
  void stop() throws Exception {
    if (shop != null) {
      shop.close();
    }
    if (flux != null) {
      flux.close();
    }
    if (git != null) {
      git.close();
    }
  }

  /** From now on it has the route as Git says it. */
  private void synced(String interval) throws Exception {
    flux.syncs(git.url(), "./prod", interval);
    applied();
  }

  /** Until the branch's head is in the cluster. */
  private void applied() throws Exception {
    String head = git.head();
    for (int i = 0; i < 600 && !flux.applied().equals(head); i++) {
      Thread.sleep(100);
    }
    assertThat(flux.applied()).as(flux.logs()).isEqualTo(head);
  }

  /** Its commit is live and measured. */
  private void toTheFirstStage() throws Exception {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 300 && said.indexOf("reads 20 % is effective") < 0; i++) {
      said.append(shop.strangle("start", "orders", "--once", "-y").out());
    }
    assertThat(said).as(flux.logs()).contains("not live yet: commit ", " is live", "is effective");
    assertThat(shop.weight()).isEqualTo(20);
  }

  private void kubectlSays(int service) throws Exception {
    shop.routed()
        .namespace()
        .out(
            "patch",
            shop.routed().resource(),
            "shop",
            "--type=json",
            "-p",
            "[{\"op\":\"replace\",\"path\":\"/spec/rules/0/backendRefs/0/weight\",\"value\":%d},{\"op\":\"replace\",\"path\":\"/spec/rules/0/backendRefs/1/weight\",\"value\":%d}]"
                .formatted(service, 100 - service));
  }

  @Test
  void aShiftGoesToItsEndByCommitsThatFluxAppliesAndBack() throws Exception {
    synced(OFTEN);
    String before = git.file();

    Run run = shop.strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err() + flux.logs()).isZero();
    assertThat(run.out())
        .contains("not live yet: commit ", " is live", "reads 20 % is effective")
        .contains("reads 100 % is effective", "all stages passed");
    assertThat(shop.weight()).isEqualTo(100);
    assertThat(git.ours())
        .containsExactly("orders: stage 1 of 2, reads 20 %", "orders: stage 2 of 2, reads 100 %");
    applied();
    assertThat(writers()).contains("kustomize-controller").doesNotContain("msvc-strangle");

    Run back = shop.strangle("rollback", "orders", "--reason", "it is enough");

    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    applied();
    shop.soon(0);
    assertThat(git.file()).isEqualTo(before);
    // two more of its intervals
    Thread.sleep(5_000);
    assertThat(shop.weight()).isZero();
    assertThat(shop.strangle("audit", "orders", "--verify").exitCode()).isZero();
    System.out.printf("Flux applied %d commits of a shift%n", git.ours().size());
  }

  private List<String> writers() throws Exception {
    return shop.routed()
        .namespace()
        .out(
            "get",
            shop.routed().resource(),
            "shop",
            "--show-managed-fields",
            "-o",
            "jsonpath={.metadata.managedFields[*].manager}")
        .lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .toList();
  }

  @Test
  void p18AStepThatSomebodyRevertsIsToldAndNotFought() throws Exception {
    synced(OFTEN);
    toTheFirstStage();
    Path clone = Files.createTempDirectory(folder, "clone");
    git.git("clone", "--quiet", git.repository().toString(), clone.toString());
    git.git("-C", clone.toString(), "revert", "--no-edit", "HEAD");
    git.git("-C", clone.toString(), "push", "--quiet");
    String head = git.head();
    applied();
    assertThat(shop.weight()).isZero();

    Run run = shop.strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(5);
    assertThat(run.out())
        .contains("somebody else changed the weights in Git", "orders is 0 and was to be 20");
    shop.strangle("start", "orders", "--once", "-y");
    assertThat(git.head()).isEqualTo(head);
    assertThat(outside()).isEqualTo(1);
    assertThat(shop.weight()).isZero();
  }

  private long outside() {
    return shop.strangle("audit", "orders")
        .out()
        .lines()
        .filter(e -> e.contains(" outside "))
        .count();
  }

  @Test
  void p18AWeightSetByKubectlIsToldAndFluxPutsItBack() throws Exception {
    synced(SELDOM);
    toTheFirstStage();
    String head = git.head();
    kubectlSays(37);

    Run run = shop.strangle("start", "orders", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(5);
    assertThat(run.out())
        .contains("somebody else changed the weights in the cluster, and commit ")
        .contains("orders is 37 and was to be 20");
    assertThat(shop.weight()).isEqualTo(37);
    assertThat(git.head()).isEqualTo(head);

    flux.reconcile();
    shop.soon(20);
    Run then = shop.strangle("start", "orders", "-y");

    assertThat(then.exitCode()).as(then.out() + then.err()).isZero();
    assertThat(shop.weight()).isEqualTo(100);
    assertThat(outside()).isEqualTo(1);
  }

  @Test
  void p13WithGitDownAllGoesBackAndFluxPutsBackWhatWasUntilItIsSuspended() throws Exception {
    synced(OFTEN);
    toTheFirstStage();
    git.stop();

    Run run = shop.strangle("rollback", "orders", "--reason", "it fails");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
    assertThat(run.out() + run.err())
        .contains("all is the monolith's in the cluster and not in Git", "cannot be reached");
    // it has what it fetched
    shop.soon(20);
    Run again = shop.strangle("start", "orders", "--once", "-y");
    assertThat(again.out()).contains("that is live again: orders is 20 and was to be 0");

    flux.suspend(true);
    Thread.sleep(1_000);
    run = shop.strangle("rollback", "orders", "--reason", "it fails");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
    Thread.sleep(5_000);
    assertThat(shop.weight()).isZero();

    git.start();
    Run then = shop.strangle("rollback", "orders", "--reason", "it fails");
    assertThat(then.exitCode()).as(then.out() + then.err()).isZero();
    flux.suspend(false);
    applied();
    assertThat(shop.weight()).isZero();
    assertThat(git.ours()).endsWith("orders: all back to the monolith");
  }
}
