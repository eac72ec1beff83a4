package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.msvc.cli.ApiProxy.Action;
import dev.msvc.cli.ApiProxy.Answer;
import dev.msvc.cli.ApiProxy.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code msvc deploy} while somebody else works on the same, and when it is interrupted. */
@ExtendWith(TestCluster.class)
class DeployRacesIT {
  private static final String LEASE = "lease/msvc-release-web";

  @TempDir Path folder;
  private Faulty faulty;

  @BeforeEach
  void deployOnce(Cluster cluster) throws Exception {
    faulty = Faulty.fresh(cluster, folder);
  }

  @AfterEach
  void close() throws Exception {
    faulty.close();
  }

  @Test
  void theSecondRunOfOneReleaseLeavesAndSaysWhoIsThere() throws Exception {
    CompletableFuture<Run> second = new CompletableFuture<>();
    once(
        call -> call.writes() && call.path().contains("/configmaps/config-3"),
        () -> second.complete(faulty.direct().tried("--no-wait")));

    Process first = faulty.start(List.of("--no-wait"));

    assertThat(second.get(1, TimeUnit.MINUTES).exitCode()).isEqualTo(5);
    assertThat(second.get().err())
        .containsPattern(
            "release web is being changed by tester@\\S+ \\(process "
                + first.pid()
                + " of \\d+\\), last seen \\d+ s ago");
    assertThat(first.waitFor()).as(faulty.said()).isZero();
    faulty.assertConverged();
  }

  @Test
  void twoReleasesInOneNamespaceAreDeployedAtOnce() throws Exception {
    Path elsewhere = Files.createDirectory(faulty.folder().resolve("other"));
    Deployed other = new Deployed(elsewhere, faulty.direct().namespace());
    other.write("web.yaml", Deployed.web("1"));
    CompletableFuture<Run> second = new CompletableFuture<>();
    once(
        call -> call.writes() && call.path().contains("/configmaps/config-3"),
        () ->
            second.complete(
                other.msvc("deploy", "-f", ".", "--release", "other", "-y", "--no-wait")));

    Run first = faulty.run(List.of("--no-wait"));

    assertThat(second.get(1, TimeUnit.MINUTES).exitCode()).as(second.get().err()).isZero();
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(other.msvc("release", "delete", "other", "-y").exitCode()).isZero();
    faulty.assertConverged();
  }

  @Test
  void whoDiedOnAnotherMachineIsWaitedForAsLongAsItSaid() throws Exception {
    lease(Instant.now().minusSeconds(1));
    Run early = faulty.run(List.of("--no-wait"));
    assertThat(early.exitCode()).isEqualTo(5);
    assertThat(early.err())
        .contains("is being changed by ann@elsewhere (process 7 of 1), last seen ")
        .containsPattern("if it died, this is free in 2\\d s");

    lease(Instant.now().minusSeconds(31));
    Run late = faulty.run(List.of("--no-wait"));
    assertThat(late.exitCode()).as(late.err()).isZero();
    faulty.assertConverged();
  }

  private void lease(Instant renewed) throws Exception {
    faulty
        .direct()
        .namespace()
        .out(
            "patch",
            LEASE,
            "--type=merge",
            "--patch",
            """
            {"spec": {"holderIdentity": "ann@elsewhere (process 7 of 1)", "leaseDurationSeconds": 30, "renewTime": "%s"}}
            """
                .formatted(
                    renewed.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000000Z")));
  }

  @Test
  void anObjectThatMovedSinceItWasLookedAtIsNotWritten() throws Exception {
    String moved =
        assertNotWritten(
            "/configmaps/config-3",
            "patch",
            "configmap/config-3",
            "-p",
            "{\"data\": {\"a\": \"theirs\"}}");

    assertThat(moved).contains("ConfigMap/config-3").contains("changed by somebody since");
    assertThat(faulty.direct().field("configmap/config-3", ".data.a")).isEqualTo("theirs");
  }

  @Test
  void anObjectThatSomebodyMakesMeanwhileIsNotTaken() throws Exception {
    assertNotWritten(
        "/configmaps/config-8", "create", "configmap", "config-8", "--from-literal=b=theirs");

    assertThat(faulty.direct().field("configmap/config-8", ".data"))
        .isEqualTo("{\"b\":\"theirs\"}");
    assertThat(faulty.direct().field("configmap/config-8", ".metadata.annotations")).isEmpty();
  }

  @Test
  void anObjectThatSomebodyDeletesMeanwhileDoesNotComeBack() throws Exception {
    assertNotWritten("/configmaps/config-3", "delete", "configmap", "config-3");

    assertThat(faulty.direct().namespace().kubectl("get", "configmap/config-3").exitCode())
        .isNotZero();
  }

  @Test
  void anObjectThatSomebodyClaimsBeforeItGoesStays() throws Exception {
    once(
        call -> call.method().equals("DELETE") && call.path().contains("/configmaps/config-9"),
        () ->
            faulty
                .direct()
                .namespace()
                .out("annotate", "configmap/config-9", "msvc.dev/prune=never"));

    Run run = faulty.run(List.of("--no-wait"));

    assertThat(run.exitCode()).as(run.out()).isEqualTo(5);
    assertThat(run.err()).contains("ConfigMap/config-9").contains("changed by somebody since");
    Run again = faulty.run(List.of("--no-wait"));
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("says msvc.dev/prune: never, so it is left");
    assertThat(faulty.direct().field("configmap/config-9", ".data.a")).isEqualTo("one");
  }

  @Test
  void whatControllersWriteMeanwhileStopsNothing() throws Exception {
    TestNamespace namespace = faulty.direct().namespace();
    once(
        call -> call.writes() && call.path().contains("/deployments/app-1"),
        () -> {
          // as an autoscaler does, of a field that the manifest leaves alone, and a controller
          namespace.out("scale", "deployment/app-1", "--replicas=3");
          namespace.out(
              "patch",
              "deployment/app-1",
              "--subresource=status",
              "--type=merge",
              "-p",
              "{\"status\": {\"collisionCount\": 1}}");
          namespace.out("annotate", "service/app-9", "somebody.else/was=here");
        });

    Run run = faulty.run(List.of("--no-wait"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(faulty.direct().field("deployment/app-1", ".spec.replicas")).isEqualTo("3");
    faulty.assertConverged();
  }

  /** What msvc says when kubectl does that between the look at an object and the write to it. */
  private String assertNotWritten(String path, String... kubectl) throws Exception {
    once(
        call -> call.writes() && call.path().contains(path),
        () -> faulty.direct().namespace().out(kubectl));
    faulty.proxy().forget();

    Run run = faulty.run(List.of("--no-wait"));

    assertThat(run.exitCode()).as(run.out()).isEqualTo(5);
    assertThat(faulty.proxy().answers())
        .filteredOn(each -> each.call().writes() && each.call().path().contains(path))
        .extracting(Answer::status)
        .isNotEmpty()
        .containsOnly(409);
    return run.err();
  }

  @Test
  void interruptedWhileItAppliesItEndsWith130AndGoesOnNextTime() throws Exception {
    assertResumed(
        List.of("--no-wait"),
        call -> call.writes() && call.path().contains("/configmaps/config-7"));
  }

  @Test
  void interruptedWhileItWaitsItEndsWith130AndGoesOnNextTime() throws Exception {
    AtomicBoolean begun = new AtomicBoolean();
    assertResumed(
        List.of("--timeout", "2m"),
        call -> {
          // the first look after all was applied
          begun.compareAndSet(false, call.writes() && call.path().contains("/ingresses/app"));
          return begun.get() && call.method().equals("GET");
        });
  }

  private void assertResumed(List<String> options, Predicate<Call> when) throws Exception {
    // a shell's background jobs ignore SIGINT, and so do their children
    assumeThat(ProcessTest.isInterruptIgnored()).isFalse();
    CompletableFuture<Process> process = new CompletableFuture<>();
    once(
        when,
        () -> {
          Process started = process.get();
          new ProcessBuilder("kill", "-INT", Long.toString(started.pid())).start().waitFor();
          started.waitFor(10, TimeUnit.SECONDS);
        });

    process.complete(faulty.start(options));

    assertThat(process.get().waitFor()).as(faulty.said()).isEqualTo(130);
    Run again = faulty.run(options);
    assertThat(again.exitCode()).as(again.err()).isZero();
    faulty.assertConverged();
  }

  /** Runs a step before the first request that is meant is passed on. */
  private void once(Predicate<Call> when, ApiProxy.Step step) {
    AtomicBoolean done = new AtomicBoolean();
    faulty
        .proxy()
        .rule(
            call ->
                when.test(call) && done.compareAndSet(false, true)
                    ? Action.FORWARD.first(step)
                    : Action.FORWARD);
  }
}
