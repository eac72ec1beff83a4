package dev.msvc.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.kube.KubeObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pods as kubelets describe them, and what is told of them. */
class PodTroublesTest {
  @Test
  void registrysWordsAreToldWithoutWhatWasPutBeforeThem() {
    KubeObject pod =
        pod(
            """
            {name: app, image: 'registry.example/shop:1', ready: false, restartCount: 0, state: {waiting: {reason: ImagePullBackOff,
              message: 'Back-off pulling image "registry.example/shop:1": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "registry.example/shop:1": failed to resolve reference "registry.example/shop:1": registry.example/shop:1: not found'}}}
            """);

    assertThat(lines(List.of(pod)))
        .containsExactly(
            "1 pod: image registry.example/shop:1 cannot be pulled (container app): registry.example/shop:1: not found",
            "  check its name and tag, and that it has been pushed");
  }

  @Test
  void olderNodesSayInAnEventWhyAnImageDoesNotCome() {
    KubeObject pod =
        pod(
            """
            {name: app, image: shop, ready: false, state: {waiting: {reason: ImagePullBackOff, message: Back-off pulling image "shop"}}}
            """);
    KubeObject event =
        event(
            "Failed",
            "Failed to pull image \"shop\": rpc error: code = Unknown desc = unauthorized: access to the requested resource is not authorized");

    assertThat(lines(List.of(pod), event))
        .containsExactly(
            "1 pod: image shop cannot be pulled (container app): unauthorized: access to the requested resource is not authorized",
            "  does it exist, and may the cluster read it? Private ones need imagePullSecrets");
    assertThat(lines(List.of(pod)))
        .as("without the event")
        .startsWith("1 pod: image shop cannot be pulled (container app)");
  }

  @Test
  void equalTroublesOfManyPodsAreOneLine() {
    String crashing =
        """
        {name: app, ready: false, restartCount: %d, state: {waiting: {reason: CrashLoopBackOff, message: back-off}},
         lastState: {terminated: {exitCode: 1, reason: Error}}}
        """;

    assertThat(
            lines(
                List.of(
                    pod(crashing.formatted(5)),
                    pod(crashing.formatted(6)),
                    pod(crashing.formatted(7)))))
        .containsExactly("3 pods: container app crashes (exit code 1), again and again");
  }

  @Test
  void logOfACrashIsThatOfTheRunBefore() {
    KubeObject waits =
        pod(
            "{name: app, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1}}}");
    KubeObject ended = pod("{name: app, state: {terminated: {exitCode: 3, reason: Error}}}");

    assertThat(PodTroubles.of(List.of(waits), Map.of()).get(0).log())
        .isEqualTo(new Trouble.LogOf("web-1", "app", true));
    assertThat(PodTroubles.of(List.of(ended), Map.of()).get(0).log())
        .as("of a pod that is not started again")
        .isEqualTo(new Trouble.LogOf("web-1", "app", false));
  }

  @Test
  void whoNeedsTooMuchMemoryIsToldItsLimit() {
    KubeObject pod =
        pod(
            "{name: app, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 137, reason: OOMKilled}}}");

    assertThat(lines(List.of(pod)))
        .containsExactly(
            "1 pod: container app needed more memory than it may have (limit 64Mi) and was killed (OOMKilled)",
            "  raise resources.limits.memory, or have it need less");
  }

  @Test
  void aLivenessProbeThatKillsIsToldInsteadOfTheExitCode() {
    KubeObject pod =
        pod(
            "{name: app, restartCount: 4, ready: false, state: {running: {}}, lastState: {terminated: {exitCode: 143, reason: Error}}}");

    assertThat(
            lines(
                List.of(pod),
                event("BackOff", "Back-off restarting failed container app in pod web-1_shop(1)"),
                event("Killing", "Container app failed liveness probe, will be restarted"),
                event(
                    "Unhealthy", "Liveness probe failed: HTTP probe failed with statuscode: 500")))
        .containsExactly(
            "1 pod: container app is restarted again and again, as its liveness probe fails: HTTP probe failed with statuscode: 500",
            "  give it longer (livenessProbe.failureThreshold, timeoutSeconds), or mend what it asks");
  }

  @Test
  void whichProbeFailsIsTold() {
    KubeObject runs = pod("{name: app, ready: false, started: true, state: {running: {}}}");
    KubeObject starts = pod("{name: app, ready: false, started: false, state: {running: {}}}");

    assertThat(
            lines(
                List.of(runs),
                event(
                    "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503")))
        .containsExactly(
            "1 pod: container app runs, but its readiness probe fails (GET /ready on 8081): HTTP probe failed with statuscode: 503");
    assertThat(
            lines(
                List.of(starts),
                event(
                    "Unhealthy",
                    "Startup probe failed: dial tcp 10.0.0.8:8081: connect: connection refused")))
        .containsExactly(
            "1 pod: container app runs, but its startup probe fails: dial tcp 10.0.0.8:8081: connect: connection refused");
    assertThat(lines(List.of(runs)))
        .containsExactly("1 pod: container app runs, and is not ready yet (GET /ready on 8081)");
  }

  @Test
  void whatIsMissingIsNamed() {
    KubeObject pod =
        pod(
            "{name: app, state: {waiting: {reason: CreateContainerConfigError, message: secret \"orders-db\" not found}}}");
    KubeObject mounts = pod("{name: app, state: {waiting: {reason: ContainerCreating}}}");

    assertThat(lines(List.of(pod)))
        .containsExactly(
            "1 pod: container app cannot be made: secret \"orders-db\" not found (CreateContainerConfigError)",
            "  make what is missing, or mend the name by which it is asked for");
    assertThat(
            lines(
                List.of(mounts),
                event(
                    "FailedMount",
                    "MountVolume.SetUp failed for volume \"config\" : configmap \"orders\" not found")))
        .containsExactly(
            "1 pod: a volume cannot be mounted: MountVolume.SetUp failed for volume \"config\" : configmap \"orders\" not found");
  }

  @Test
  void aFailingInitContainerIsToldAndNotThoseThatWaitForIt() {
    KubeObject pod =
        Trees.object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1, uid: web-1, namespace: shop}
            spec: {initContainers: [{name: migrate}, {name: proxy, restartPolicy: Always}], containers: [{name: app}]}
            status:
              phase: Pending
              initContainerStatuses:
              - {name: migrate, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {exitCode: 2, reason: Error}}}
              - {name: proxy, state: {waiting: {reason: PodInitializing}}}
              containerStatuses: [{name: app, state: {waiting: {reason: PodInitializing}}}]
            """);

    assertThat(lines(List.of(pod)))
        .containsExactly(
            "1 pod: init container migrate crashes (exit code 2)",
            "1 pod: container proxy waits for the init containers");
  }

  @Test
  void aSidecarThatIsNotReadyIsTold() {
    KubeObject pod =
        Trees.object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1, uid: web-1, namespace: shop}
            spec: {initContainers: [{name: proxy, restartPolicy: Always}], containers: [{name: app}]}
            status:
              phase: Running
              initContainerStatuses: [{name: proxy, ready: false, started: true, state: {running: {}}}]
              containerStatuses: [{name: app, ready: true, state: {running: {}}}]
            """);

    assertThat(
            lines(List.of(pod), event("Unhealthy", "Readiness probe failed: connection refused")))
        .containsExactly(
            "1 pod: container proxy runs, but its readiness probe fails: connection refused");
  }

  @Test
  void schedulersWordsAreTold() {
    KubeObject pod =
        Trees.object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1, uid: web-1, namespace: shop}
            status:
              phase: Pending
              conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '0/3 nodes are available: 3 Insufficient memory.'}]
            """);

    assertThat(lines(List.of(pod)))
        .containsExactly(
            "1 pod: fits on no node: 0/3 nodes are available: 3 Insufficient memory.",
            "  ask for less in resources.requests, or add nodes");
  }

  @Test
  void aPodOfAnOlderRevisionThatHoldsUpAStatefulSetIsNamed() {
    KubeObject set = Trees.object("{kind: StatefulSet, status: {updateRevision: db-2}}");
    String pod =
        "{metadata: {name: db-0, namespace: shop, labels: {controller-revision-hash: %s}}, status: {phase: Running}}";

    assertThat(PodTroubles.blocking(set, List.of(Trees.object(pod.formatted("db-1")))))
        .containsExactly(
            "pod db-0 is of an older revision, and is replaced only when it is ready",
            "  if it will not be: kubectl delete pod db-0 -n shop");
    assertThat(PodTroubles.blocking(set, List.of(Trees.object(pod.formatted("db-2"))))).isEmpty();
    assertThat(
            PodTroubles.blocking(
                set.with("Parallel", "spec", "podManagementPolicy"),
                List.of(Trees.object(pod.formatted("db-1")))))
        .as("where pods do not come in order")
        .isEmpty();
  }

  @Test
  void podsThatAreReadyDoneOrOnTheirWayOutAreNoTrouble() {
    assertThat(
            List.of(
                Trees.object(
                    "{kind: Pod, status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}"),
                Trees.object("{kind: Pod, status: {phase: Succeeded}}"),
                Trees.object(
                    "{kind: Pod, metadata: {deletionTimestamp: now}, status: {phase: Running}}")))
        .noneMatch(PodTroubles::has);
  }

  @Test
  void marksForTerminalsAreTakenOutOfWhatOthersSay() {
    assertThat(Words.plain("\u001B[31mERROR\u001B[0m\tdown\u0007")).isEqualTo("ERROR down");
  }

  private static KubeObject pod(String status) {
    return Trees.object(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web-1, uid: web-1, namespace: shop}
        spec:
          nodeName: node-1
          containers:
          - {name: app, image: shop, resources: {limits: {memory: 64Mi}}, readinessProbe: {httpGet: {path: /ready, port: 8081}}}
        status:
          phase: Running
          conditions: [{type: PodScheduled, status: 'True'}, {type: Ready, status: 'False', reason: ContainersNotReady}]
          containerStatuses: [%s]
        """
            .formatted(status.strip()));
  }

  private static KubeObject event(String reason, String message) {
    return Trees.object("{kind: Event, type: Warning}")
        .with(reason, "reason")
        .with(message, "message");
  }

  private static List<String> lines(List<KubeObject> pods, KubeObject... events) {
    return PodTroubles.of(pods, Map.of("web-1", Happened.of(List.of(events)))).stream()
        .flatMap(each -> each.lines().stream())
        .toList();
  }
}
