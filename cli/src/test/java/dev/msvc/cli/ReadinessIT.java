package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.ready.Outcome;
import dev.msvc.cluster.ready.Progress;
import dev.msvc.cluster.ready.Waiting;
import dev.msvc.cluster.ready.Wanted;
import dev.msvc.model.kube.ObjectKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for objects of a real API server, whose controllers are real, and whose pods pretend. */
@ExtendWith(TestCluster.class)
class ReadinessIT {
  @TempDir Path folder;

  private TestNamespace namespace;

  @BeforeEach
  void use(TestNamespace fresh) {
    namespace = fresh;
  }

  @Test
  void allKindsOfADeploymentBecomeReady() throws Exception {
    apply(
        deployment("web", 3, ""),
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 2
          serviceName: db
          selector: {matchLabels: {app: db}}
          template: {metadata: {labels: {app: db}}, spec: {containers: [{name: app, image: shop}]}}
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template: {metadata: {labels: {app: agent}}, spec: {containers: [{name: app, image: shop}]}}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec: {template: {spec: {restartPolicy: Never, containers: [{name: app, image: shop}]}}}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          minReplicas: 3
          maxReplicas: 5
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        """);

    Outcome outcome =
        waited(
            kubeconfig(),
            60,
            "apps/v1 Deployment web",
            "apps/v1 StatefulSet db",
            "apps/v1 DaemonSet agent",
            "batch/v1 Job migrate",
            "policy/v1 PodDisruptionBudget web",
            "autoscaling/v2 HorizontalPodAutoscaler web",
            "v1 Service web",
            "v1 ConfigMap web");

    assertThat(outcome.end()).as(told(outcome)).isEqualTo(Outcome.End.READY);
    assertThat(told(outcome))
        .contains("Deployment/web READY all 3 pods are ready")
        .contains("StatefulSet/db READY all 2 pods are ready")
        .contains("Job/migrate READY has run: 1 pod succeeded")
        .contains("HorizontalPodAutoscaler/web READY can scale");
  }

  @Test
  void aDefinitionIsReadyWhenItsKindIsServed() throws Exception {
    apply(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: carts.ready.example.com, labels: {test-cluster/of: %s}}
        spec:
          group: ready.example.com
          scope: Namespaced
          names: {kind: Cart, plural: carts}
          versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
        """
            .formatted(namespace.name()));

    Outcome outcome =
        waited(
            kubeconfig(),
            60,
            "apiextensions.k8s.io/v1 CustomResourceDefinition carts.ready.example.com");

    assertThat(told(outcome)).contains("carts.ready.example.com READY is served");
    assertThat(namespace.kubectl("get", "carts.ready.example.com").exitCode()).isZero();
  }

  @Test
  void aClaimIsReadyWithoutAVolumeWhereItsClassWaitsForAPod() throws Exception {
    String claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: %1$s}
        spec: {storageClassName: %3$s-%1$s, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: %3$s-%1$s, labels: {test-cluster/of: %3$s}}
        provisioner: example.com/nobody
        volumeBindingMode: %2$s
        """;
    apply(
        claim.formatted("late", "WaitForFirstConsumer", namespace.name()),
        claim.formatted("soon", "Immediate", namespace.name()));

    Outcome outcome =
        waited(kubeconfig(), 3, "v1 PersistentVolumeClaim late", "v1 PersistentVolumeClaim soon");

    assertThat(told(outcome))
        .contains(
            "/late READY gets its volume when the first pod uses it (class %s-late)"
                .formatted(namespace.name()))
        .contains("/soon WAITING has no volume yet (class %s-soon)".formatted(namespace.name()));
    assertThat(outcome.end()).isEqualTo(Outcome.End.TIMED_OUT);
  }

  @Test
  void aRouteThatNobodyTakesUpStaysWaiting() throws Exception {
    apply(
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: web}
        spec:
          parentRefs: [{name: public, namespace: gateway}]
          rules: [{backendRefs: [{name: web, port: 80}]}]
        """);

    Outcome outcome = waited(kubeconfig(), 2, "gateway.networking.k8s.io/v1 HTTPRoute web");

    assertThat(told(outcome))
        .contains(
            "HTTPRoute/web WAITING no controller has accepted it for Gateway/public in gateway");
  }

  @Test
  void aQuotaIsToldWithItsNumbers() throws Exception {
    apply(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: few}
        spec: {hard: {pods: "1"}}
        """);
    // before that it counts for nothing
    namespace.out("wait", "quota/few", "--for=jsonpath={.status.hard.pods}=1", "--timeout=60s");
    apply(deployment("web", 3, ""));

    soonTold(
        kubeconfig(),
        4,
        List.of("apps/v1 Deployment web"),
        "WAITING 1 of 3 new pods made; more are refused: the quota few is used up",
        "the quota few of the namespace is used up: asked for pods=1, used pods=1 of pods=1");
  }

  @Test
  void podsThatAreNotAdmittedAreToldWithWhatTheyLack() throws Exception {
    namespace.out(
        "label", "namespace", namespace.name(), "pod-security.kubernetes.io/enforce=restricted");
    apply(deployment("web", 1, ""));

    soonTold(
        kubeconfig(),
        3,
        List.of("apps/v1 Deployment web"),
        "the namespace admits pods by Pod Security \"restricted:latest\" only",
        "must set securityContext.runAsNonRoot=true");
  }

  @Test
  void podsThatFitOnNoNodeFailWithTheSchedulersWordsWhenTheirTimeIsOver() throws Exception {
    apply(
        deployment("web", 2, "")
            .replace("containers:", "nodeSelector: {disk: none}, containers:")
            .replace("replicas:", "progressDeadlineSeconds: 3\n  replicas:"));

    Outcome outcome = waited(kubeconfig(), 60, "apps/v1 Deployment web");

    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(told(outcome))
        .contains("FAILED made no progress for 3 s, its progressDeadlineSeconds")
        .contains("2 pods: fits on no node: 0/")
        .contains("didn't match Pod's node affinity/selector");
  }

  @Test
  void podsThatFailAreExplained() throws Exception {
    assumeTrue(
        namespace.cluster().pretends(), "pods of a real cluster do not fail as they are told to");
    apply(
        deployment("pulls", 2, "image"),
        deployment("crashes", 2, "crash"),
        deployment("bursts", 1, "memory"),
        deployment("idles", 1, "unready"),
        deployment("misses", 1, "config"));

    Outcome outcome =
        soonTold(
            kubeconfig(),
            8,
            List.of(
                "apps/v1 Deployment pulls",
                "apps/v1 Deployment crashes",
                "apps/v1 Deployment bursts",
                "apps/v1 Deployment idles",
                "apps/v1 Deployment misses"),
            "2 pods: image registry.example/shop:1 cannot be pulled (container app): ",
            "2 pods: container app crashes (exit code 1)",
            "FATAL: password authentication failed for user \"orders\"",
            "needed more memory than it may have (limit 64Mi)",
            "its readiness probe fails (GET /ready on 8081)",
            "secret \"missing\" not found");

    assertThat(outcome.end()).isEqualTo(Outcome.End.TIMED_OUT);
  }

  @Test
  void aJobThatFailsEndsTheWaiting() throws Exception {
    assumeTrue(
        namespace.cluster().pretends(), "pods of a real cluster do not fail as they are told to");
    apply(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec:
          backoffLimit: 0
          template:
            metadata: {annotations: {test-cluster/fails: crash}}
            spec: {restartPolicy: Never, containers: [{name: app, image: shop}]}
        """);

    Outcome outcome = waited(kubeconfig(), 60, "batch/v1 Job migrate");

    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(told(outcome))
        .contains("FAILED failed: Job has reached the specified backoff limit")
        .contains("1 pod: container app crashes (exit code 1)")
        .contains("last lines of its log:");
  }

  @Test
  void aNewVersionThatCrashesIsToldWhileTheOldOneServes() throws Exception {
    assumeTrue(
        namespace.cluster().pretends(), "pods of a real cluster do not fail as they are told to");
    apply(deployment("web", 3, ""));
    assertThat(waited(kubeconfig(), 60, "apps/v1 Deployment web").isReady()).isTrue();
    apply(deployment("web", 3, "crash"));

    soonTold(
        kubeconfig(),
        5,
        List.of("apps/v1 Deployment web"),
        "WAITING 1 of 3 new pods made, 3 old pods still running",
        "1 pod: container app crashes (exit code 1)");
  }

  @Test
  void aMendedStatefulSetThatWaitsForItsBrokenPodIsTold() throws Exception {
    assumeTrue(
        namespace.cluster().pretends(), "pods of a real cluster do not fail as they are told to");
    String set =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}, annotations: {test-cluster/fails: "%s"}}
            spec: {containers: [{name: app, image: shop}]}
        """;
    apply(set.formatted("crash"));
    namespace.soon(each -> each.contains("db-0"), "get", "pods");
    apply(set.formatted(""));

    soonTold(
        kubeconfig(),
        5,
        List.of("apps/v1 StatefulSet db"),
        "pod db-0 is of an older revision, and is replaced only when it is ready");

    // kubectl would wait for ever where the set makes the next one sooner than it looks
    namespace.out("delete", "pod", "db-0", "--wait=false");
    assertThat(waited(kubeconfig(), 60, "apps/v1 StatefulSet db").isReady()).isTrue();
  }

  @Test
  void whoMayReadLittleIsWaitedForAndToldWhatIsMissing() throws Exception {
    apply(
        deployment("web", 1, "").replace("containers:", "nodeSelector: {disk: none}, containers:"),
        deployment("api", 1, ""),
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: little}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: little}
        rules:
        - {apiGroups: [apps], resources: [deployments], verbs: [get]}
        - {apiGroups: [apps], resources: [replicasets], verbs: [list]}
        - {apiGroups: [""], resources: [pods], verbs: [list]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: little}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: little}
        subjects: [{kind: ServiceAccount, name: little, namespace: %s}]
        """
            .formatted(namespace.name()));

    soonTold(
        kubeconfigOf("little"),
        4,
        List.of("apps/v1 Deployment web", "apps/v1 Deployment api"),
        "Deployment/api READY 1 pod is ready",
        "1 pod: fits on no node",
        "events may not be read by you: events is forbidden");
  }

  @Test
  void aServerThatAnswersNowAndThenIsWaitedFor() throws Exception {
    try (ApiProxy proxy = ApiProxy.before(namespace.cluster().address())) {
      Path through = proxy.kubeconfig(folder.resolve("through"), namespace.name());
      proxy.rule(
          call ->
              call.number() % 3 == 0
                  ? ApiProxy.Action.answer(503)
                  : call.number() % 4 == 0
                      ? ApiProxy.Action.cutAfter(20)
                      : ApiProxy.Action.FORWARD);
      apply(deployment("web", 2, "slow"));

      assertThat(told(waited(through.toString(), 60, "apps/v1 Deployment web")))
          .isEqualTo("Deployment/web READY all 2 pods are ready\n");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsLeftWhenTheTimeIsOver() throws Exception {
    try (ApiProxy proxy = ApiProxy.before(namespace.cluster().address());
        ApiServer api =
            ApiServer.at(
                new Target(
                    proxy.kubeconfig(folder.resolve("through"), namespace.name()).toString(),
                    "",
                    Map.of()))) {
      Kinds kinds = new Kinds(api);
      List<Wanted> wanted = wanted(kinds, "apps/v1 Deployment web");
      proxy.rule(call -> ApiProxy.Action.FORWARD.delayed(Duration.ofMinutes(1)));
      long start = System.nanoTime();

      Outcome outcome = Waiting.on(api, kinds).until(wanted, Duration.ofSeconds(4), now -> {});

      assertThat(told(outcome))
          .isEqualTo(
              "Deployment/web WAITING cannot be looked at: the API server has not answered\n");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private String kubeconfig() {
    return namespace.cluster().kubeconfig();
  }

  private String kubeconfigOf(String account) throws Exception {
    Path file = folder.resolve("kubeconfig-" + account);
    Files.copy(Path.of(kubeconfig()), file);
    String token = namespace.out("create", "token", account).strip();
    String cluster =
        namespace.out("config", "view", "--minify", "-o", "jsonpath={.clusters[0].name}");
    String config = "--kubeconfig=" + file;
    namespace.out(config, "config", "set-credentials", account, "--token=" + token);
    namespace.out(
        config, "config", "set-context", account, "--user=" + account, "--cluster=" + cluster);
    namespace.out(config, "config", "use-context", account);
    return file.toString();
  }

  private static String deployment(String name, int replicas, String fails) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s}
        spec:
          replicas: %2$d
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}, annotations: {test-cluster/fails: "%3$s"}}
            spec: {containers: [{name: app, image: 'registry.example/shop:1', resources: {limits: {memory: 64Mi}}, readinessProbe: {httpGet: {path: /ready, port: 8081}}}]}
        """
        .formatted(name, replicas, fails);
  }

  private void apply(String... documents) throws Exception {
    namespace.apply(String.join("\n---\n", documents));
  }

  /** Waits so many seconds, again where controllers need more of them until all that is told. */
  private Outcome soonTold(String kubeconfig, int seconds, List<String> objects, String... words)
      throws Exception {
    Outcome outcome = waited(kubeconfig, seconds, objects.toArray(String[]::new));
    for (int past = seconds; past < 60 && !tells(outcome, words); past += seconds) {
      outcome = waited(kubeconfig, seconds, objects.toArray(String[]::new));
    }
    assertThat(told(outcome)).contains(words);
    return outcome;
  }

  private static boolean tells(Outcome outcome, String... words) {
    return Stream.of(words).allMatch(told(outcome)::contains);
  }

  private Outcome waited(String kubeconfig, int seconds, String... objects) throws Exception {
    try (ApiServer api = ApiServer.at(new Target(kubeconfig, "", Map.of()))) {
      Kinds kinds = new Kinds(api);
      return Waiting.on(api, kinds)
          .until(wanted(kinds, objects), Duration.ofSeconds(seconds), now -> {});
    }
  }

  /** Objects named by version, kind and name. */
  private List<Wanted> wanted(Kinds kinds, String... objects) {
    List<Wanted> wanted = new ArrayList<>();
    for (String each : objects) {
      String[] words = each.split(" ");
      ResourceKind kind = kinds.built(words[0], words[1]);
      String within = kind.namespaced() ? namespace.name() : "";
      wanted.add(new Wanted(kind, new ObjectKey(kind.group(), kind.kind(), within, words[2])));
    }
    return wanted;
  }

  /** As a screen would show it. */
  private static String told(Outcome outcome) {
    StringBuilder told = new StringBuilder();
    for (Progress each : outcome.objects()) {
      told.append(each.key().shortName())
          .append(' ')
          .append(each.readiness().state())
          .append(' ')
          .append(each.readiness().why())
          .append('\n');
      each.details().forEach(line -> told.append("  ").append(line).append('\n'));
    }
    return told.toString();
  }
}
