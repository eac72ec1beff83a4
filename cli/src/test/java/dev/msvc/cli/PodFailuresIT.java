package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods of the test cluster fail as those of a real node do. */
@ExtendWith(TestCluster.class)
class PodFailuresIT {
  private static final String APP = "{.status.containerStatuses[0]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image  | Pending | ImagePullBackOff           | Back-off pulling image "shop:1": ErrImagePull: rpc error: code = NotFound
          crash  | Running | CrashLoopBackOff           | restarting failed container=app pod=shop_
          memory | Running | CrashLoopBackOff           | restarting failed container=app pod=shop_
          config | Pending | CreateContainerConfigError | secret "passwords" not found
          """)
  void aContainerWaitsForAReason(
      String fails, String phase, String reason, String message, TestNamespace namespace)
      throws Exception {
    pod(namespace, fails, "");

    String state =
        namespace.soon(
            each -> each.startsWith(phase + " " + reason),
            get("{.status.phase} ", ".state.waiting.reason} ", ".state.waiting.message}"));

    assertThat(state).contains(message);
    assertThat(ready(namespace)).isEqualTo("False ContainersNotReady");
  }

  @Test
  void aCrashIsCountedAndLeavesItsCodeAndItsLastLines(TestNamespace namespace) throws Exception {
    pod(namespace, "crash", "");

    String last =
        namespace.soon(
            each -> each.matches("([2-9]|\\d\\d) .*"),
            get(
                "",
                ".restartCount} ",
                ".lastState.terminated.exitCode} ",
                ".lastState.terminated.reason}"));

    assertThat(last).endsWith(" 1 Error");
    assertThat(namespace.out("logs", "--previous", "shop", "--tail", "3"))
        .contains("password authentication failed");
    assertThat(events(namespace))
        .contains(
            "Warning BackOff kubelet spec.containers{app} Back-off restarting failed container app in pod shop_");
  }

  @Test
  void whatRunsOutOfMemoryIsKilled(TestNamespace namespace) throws Exception {
    pod(namespace, "memory", "");

    namespace.soon(
        "137 OOMKilled"::equals,
        get("", ".lastState.terminated.exitCode} ", ".lastState.terminated.reason}"));
  }

  @Test
  void aProbeThatFailsLeavesAPodRunningAndNotReady(TestNamespace namespace) throws Exception {
    pod(namespace, "unready", "");

    namespace.soon(
        each -> each.contains("Readiness probe failed: HTTP probe failed with statuscode: 503"),
        "get",
        "events",
        "-o",
        "jsonpath={.items[*].message}");

    assertThat(namespace.out("get", "pod", "shop", "-o", "jsonpath={.status.phase}"))
        .isEqualTo("Running");
    assertThat(ready(namespace)).isEqualTo("False ContainersNotReady");
  }

  @Test
  void aSlowPodIsReadyWhenItsTimeHasCome(TestNamespace namespace) throws Exception {
    pod(namespace, "slow", "test-cluster/after: 6s");

    namespace.soon(
        each -> each.equals("Running False ContainersNotReady"),
        "get",
        "pod",
        "shop",
        "-o",
        "jsonpath={.status.phase}{range .status.conditions[?(@.type==\"Ready\")]} {.status} {.reason}{end}");
    namespace.out("wait", "pod/shop", "--for=condition=Ready", "--timeout=60s");
  }

  @Test
  void aVolumeThatIsNotThereIsAnEvent(TestNamespace namespace) throws Exception {
    pod(namespace, "mount", "");

    namespace.soon(
        each ->
            each.contains(
                "MountVolume.SetUp failed for volume \"passwords\" : configmap \"passwords\" not found"),
        "get",
        "events",
        "-o",
        "jsonpath={.items[*].message}");
  }

  @Test
  void whatComesFirstMayFailToo(TestNamespace namespace) throws Exception {
    pod(namespace, "crash", "test-cluster/container: migrate");

    assertThat(namespace.soon(each -> each.contains("Init:CrashLoopBackOff"), "get", "pod", "shop"))
        .contains("0/1");
    assertThat(
            namespace.out("get", "pod", "shop", "-o", "jsonpath=" + APP + ".state.waiting.reason}"))
        .isEqualTo("PodInitializing");
  }

  @ParameterizedTest
  @CsvSource({"Never", "OnFailure"})
  void aJobWhosePodsFailFails(String restart, TestNamespace namespace) throws Exception {
    assumeTrue(namespace.cluster().pretends(), "a real cluster does not read the annotation");
    namespace.apply(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec:
          backoffLimit: 0
          template:
            metadata: {annotations: {test-cluster/fails: crash}}
            spec: {restartPolicy: %s, containers: [{name: app, image: "shop:1"}]}
        """
            .formatted(restart));

    namespace.out("wait", "job/migrate", "--for=condition=Failed", "--timeout=60s");
    assertThat(
            namespace.out("get", "job", "migrate", "-o", "jsonpath={.status.conditions[*].reason}"))
        .contains("BackoffLimitExceeded");
  }

  @Test
  void aQuotaStopsReplicasAndTheDeploymentSaysSo(TestNamespace namespace) throws Exception {
    namespace.out("create", "quota", "few", "--hard=pods=1");
    namespace.out("wait", "quota/few", "--for=jsonpath={.status.hard.pods}=1", "--timeout=60s");
    deployment(namespace, "", "1");

    assertThat(
            namespace.soon(
                each -> each.contains("FailedCreate"),
                "get",
                "deployment",
                "shop",
                "-o",
                "jsonpath={.status.conditions[?(@.type==\"ReplicaFailure\")]['reason', 'message']}"))
        .contains("exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssd  | 1     | didn't match Pod's node affinity/selector",
        "none | 1000k | Insufficient cpu"
      })
  void aPodThatFitsNowhereIsSaidToBeUnschedulable(
      String disk, String cpu, String message, TestNamespace namespace) throws Exception {
    deployment(namespace, disk.equals("none") ? "" : "nodeSelector: {disk: " + disk + "}", cpu);

    namespace.soon(
        each -> each.contains("Unschedulable") && each.contains(message),
        "get",
        "pods",
        "-o",
        "jsonpath={.items[*].status.conditions[?(@.type==\"PodScheduled\")]['reason', 'message']}");
  }

  @Test
  void aClaimIsBoundOnlyToAVolumeThatIsThere(TestNamespace namespace) throws Exception {
    assumeTrue(namespace.cluster().pretends(), "a real cluster may make volumes");
    String of = "labels: {%s: %s}".formatted(TestNamespace.LABEL, namespace.name());
    namespace.apply(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: first-%1$s, %2$s}
        provisioner: kubernetes.io/no-provisioner
        volumeBindingMode: WaitForFirstConsumer
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: volume-%1$s, %2$s}
        spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: by-hand-%1$s, hostPath: {path: /x}}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: waits}
        spec: {accessModes: [ReadWriteOnce], storageClassName: first-%1$s, resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: bound}
        spec: {accessModes: [ReadWriteOnce], storageClassName: by-hand-%1$s, resources: {requests: {storage: 1Gi}}}
        """
            .formatted(namespace.name(), of));

    namespace.out("wait", "pvc/bound", "--for=jsonpath={.status.phase}=Bound", "--timeout=60s");
    namespace.soon(
        each -> each.contains("waiting for first consumer"),
        "get",
        "events",
        "-o",
        "jsonpath={.items[*].message}");
    assertThat(namespace.out("get", "pvc", "waits", "-o", "jsonpath={.status.phase}"))
        .isEqualTo("Pending");
  }

  @Test
  void anAutoscalerSaysWhetherItCanScale(TestNamespace namespace) throws Exception {
    deployment(namespace, "", "1");
    namespace.out("autoscale", "deployment", "shop", "--max=3");

    String conditions =
        namespace.soon(
            each -> each.contains("AbleToScale"),
            "get",
            "hpa",
            "shop",
            "-o",
            "jsonpath={range .status.conditions[*]}{.type}={.status} {end}");

    assertThat(conditions).contains("AbleToScale=True");
  }

  private static void pod(TestNamespace namespace, String fails, String annotation)
      throws Exception {
    assumeTrue(namespace.cluster().pretends(), "a real cluster does not read the annotation");
    namespace.apply(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: shop
          annotations:
            test-cluster/fails: %s
            test-cluster/missing: passwords
            %s
        spec:
          initContainers: [{name: migrate, image: "migrate:1"}]
          containers: [{name: app, image: "shop:1"}]
        """
            .formatted(fails, annotation));
  }

  private static void deployment(TestNamespace namespace, String spec, String cpu)
      throws Exception {
    namespace.apply(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: shop}}
          template:
            metadata: {labels: {app: shop}}
            spec:
              %s
              containers: [{name: app, image: "shop:1", resources: {requests: {cpu: "%s"}}}]
        """
            .formatted(spec, cpu));
  }

  private static String[] get(String before, String... ofTheApp) {
    StringBuilder path = new StringBuilder("jsonpath=").append(before);
    for (String each : ofTheApp) {
      path.append(APP).append(each);
    }
    return new String[] {"get", "pod", "shop", "-o", path.toString()};
  }

  private static String ready(TestNamespace namespace) throws Exception {
    return namespace.out(
        "get",
        "pod",
        "shop",
        "-o",
        "jsonpath={range .status.conditions[?(@.type==\"Ready\")]}{.status} {.reason}{end}");
  }

  private static String events(TestNamespace namespace) throws Exception {
    return namespace.out(
        "get",
        "events",
        "-o",
        "jsonpath={range .items[*]}{.type} {.reason} {.source.component} {.involvedObject.fieldPath} {.message}{\"\\n\"}{end}");
  }
}
