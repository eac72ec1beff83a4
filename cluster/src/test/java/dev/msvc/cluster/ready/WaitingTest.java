package dev.msvc.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waiting on a cluster that is made of what each look at it finds. */
class WaitingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Scripted sight = new Scripted();
  private final List<List<Progress>> told = new ArrayList<>();
  private long now;

  @Test
  void allReadyAtTheFirstLookIsOneLook() throws Exception {
    sight.then(ready("web"), ready("db"));

    Outcome outcome = until(MINUTE, "web", "db");

    assertThat(outcome.end()).isEqualTo(Outcome.End.READY);
    assertThat(sight.looks).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void onlyWhatIsNotReadyIsLookedAtUntilAllSeemReadyAndThenAllOnceMore() throws Exception {
    sight.then(ready("web"), starting("db"));
    sight.then(ready("db"));
    sight.then(ready("web"), ready("db"));

    Outcome outcome = until(MINUTE, "web", "db");

    assertThat(outcome.isReady()).isTrue();
    assertThat(sight.looks)
        .containsExactly(List.of("web", "db"), List.of("db"), List.of("web", "db"));
  }

  @Test
  void whoFellBackMeanwhileIsWaitedForAgain() throws Exception {
    sight.then(ready("web"), starting("db"));
    sight.then(ready("db"));
    sight.then(starting("web"), ready("db"));
    sight.then(ready("web"));
    sight.then(ready("web"), ready("db"));

    assertThat(until(MINUTE, "web", "db").isReady()).isTrue();
    assertThat(sight.looks).hasSize(5);
  }

  @Test
  void noNewsEndsNothingAndKeepsThePicture() throws Exception {
    sight.then(starting("web"));
    sight.then();
    sight.then();
    sight.then(ready("web"));

    assertThat(until(MINUTE, "web").isReady()).isTrue();
    assertThat(told)
        .extracting(each -> each.get(0).readiness().why())
        .containsExactly("0 of 1 new pods are ready", "1 pod is ready");
  }

  @Test
  void aServerThatNeverAnswersIsWaitedForUntilTheTimeIsOver() throws Exception {
    Outcome outcome = until(Duration.ofSeconds(10), "web");

    assertThat(outcome.end()).isEqualTo(Outcome.End.TIMED_OUT);
    assertThat(outcome.unready().get(0).readiness())
        .isEqualTo(Readiness.waiting("cannot be looked at: 503 busy"));
    assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whenTheTimeIsOverAllThatAreNotReadyAreExplained() throws Exception {
    for (int i = 0; i < 60; i++) {
      sight.then(starting("web"), ready("db"));
    }

    Outcome outcome = until(Duration.ofSeconds(1), "web", "db");

    assertThat(outcome.end()).isEqualTo(Outcome.End.TIMED_OUT);
    assertThat(outcome.unready())
        .singleElement()
        .extracting(Progress::details)
        .isEqualTo(List.of("web is explained"));
    assertThat(told.get(told.size() - 1)).isEqualTo(outcome.objects());
  }

  @Test
  void aFailureEndsTheWaitingAndIsExplained() throws Exception {
    sight.then(starting("web"), starting("job"));
    sight.then(
        starting("web"),
        Trees.object(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: job, namespace: shop}
            status: {conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded, message: too often}]}
            """));

    Outcome outcome =
        waiting()
            .until(
                List.of(wanted("Deployment", "apps", "web"), wanted("Job", "batch", "job")),
                MINUTE,
                told::add);

    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.objects().get(1).readiness().why())
        .isEqualTo("failed: too often (BackoffLimitExceeded)");
    assertThat(outcome.objects().get(1).details()).containsExactly("job is explained");
    assertThat(Duration.ofNanos(now)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void whatHadFailedBeforeMayBeMendedByWhatWasApplied() throws Exception {
    sight.then(stuck("web"));
    sight.then(stuck("web"));
    sight.then(ready("web"));

    assertThat(until(MINUTE, "web").isReady()).isTrue();
  }

  @Test
  void whatHadFailedBeforeAndStaysSoFailsAfterAMinute() throws Exception {
    for (int i = 0; i < 200; i++) {
      sight.then(stuck("web"));
    }

    assertThat(until(Duration.ofMinutes(5), "web").end()).isEqualTo(Outcome.End.FAILED);
    assertThat(Duration.ofNanos(now)).isBetween(MINUTE, MINUTE.plusSeconds(2));
  }

  @Test
  void looksAreASecondApartAndLaterTwo() throws Exception {
    for (int i = 0; i < 200; i++) {
      sight.then(starting("web"));
    }

    until(Duration.ofSeconds(60), "web");

    assertThat(sight.looks).hasSizeBetween(45, 48);
  }

  @Test
  void whatIsReadyAtOnceIsNotLookedAt() throws Exception {
    Outcome outcome =
        waiting().until(List.of(wanted("ConfigMap", "", "settings")), MINUTE, told::add);

    assertThat(outcome.isReady()).isTrue();
    assertThat(sight.looks.stream().flatMap(List::stream)).isEmpty();
  }

  @Test
  void whatSomebodyDeletedIsMissed() throws Exception {
    sight.missing.add("web");

    assertThat(until(Duration.ofSeconds(3), "web").unready().get(0).readiness().why())
        .isEqualTo("is not there");
  }

  @Test
  void anInterruptEndsItAtOnce() {
    sight.then(starting("web"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                new Waiting(sight, System::nanoTime, time -> Thread.sleep(time.toMillis()))
                    .until(List.of(wanted("Deployment", "apps", "web")), MINUTE, told::add))
        .isInstanceOf(InterruptedException.class);
  }

  private Outcome until(Duration time, String... names) throws InterruptedException {
    List<Wanted> wanted = new ArrayList<>();
    for (String each : names) {
      wanted.add(wanted("Deployment", "apps", each));
    }
    return waiting().until(wanted, time, told::add);
  }

  private Waiting waiting() {
    return new Waiting(sight, () -> now, time -> now += time.toNanos());
  }

  private static Wanted wanted(String kind, String group, String name) {
    return new Wanted(
        new ResourceKind(group, "v1", kind, kind.toLowerCase(java.util.Locale.ROOT) + "s", true),
        new ObjectKey(group, kind, "shop", name));
  }

  private static KubeObject ready(String name) {
    return deployment(name, "availableReplicas: 1");
  }

  private static KubeObject starting(String name) {
    return deployment(name, "unavailableReplicas: 1");
  }

  private static KubeObject stuck(String name) {
    return deployment(
        name,
        "conditions: [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]");
  }

  private static KubeObject deployment(String name, String status) {
    return Trees.object(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, namespace: shop, generation: 1, annotations: {deployment.kubernetes.io/revision: '1'}}
        spec: {replicas: 1}
        status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1, %s}
        """
            .formatted(name, status));
  }

  /** What each look finds; of what it does not find there is no news. */
  private static final class Scripted implements Sight {
    private final List<List<KubeObject>> coming = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private final List<List<String>> looks = new ArrayList<>();

    void then(KubeObject... found) {
      coming.add(List.of(found));
    }

    @Override
    public Look look(Collection<Wanted> wanted, Duration within) {
      looks.add(wanted.stream().map(each -> each.key().name()).toList());
      Map<ObjectKey, KubeObject> found = new HashMap<>();
      Set<ObjectKey> gone = new HashSet<>();
      Map<ObjectKey, String> silent = new HashMap<>();
      List<KubeObject> these = coming.isEmpty() ? List.of() : coming.remove(0);
      for (Wanted each : wanted) {
        if (missing.contains(each.key().name())) {
          gone.add(each.key());
        } else {
          silent.put(each.key(), "503 busy");
        }
      }
      for (KubeObject each : these) {
        silent.remove(each.key());
        found.put(each.key(), each);
      }
      return new Look(found, gone, silent, Set.of());
    }

    @Override
    public Map<ObjectKey, List<String>> explain(Collection<KubeObject> lives, Duration within) {
      Map<ObjectKey, List<String>> lines = new HashMap<>();
      lives.forEach(each -> lines.put(each.key(), List.of(each.name() + " is explained")));
      return lines;
    }
  }
}
