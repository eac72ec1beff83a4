package dev.msvc.cluster.ready;

import static java.util.Map.entry;

import dev.msvc.model.kube.KubeObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When each kind is ready: the catalogue. */
final class Rules {
  private static final Function<KubeObject, Readiness> AT_ONCE =
      live -> Readiness.ready("is there");

  /** Nobody writes what becomes of it into the object itself. */
  private static final Function<KubeObject, Readiness> AT_ONCE_BUT_FOR_A_CONTROLLER =
      live -> Readiness.ready("is there; its controller does not say when it has taken it up");

  private static final Map<String, Function<KubeObject, Readiness>> OF_KIND =
      Map.ofEntries(
          // pods, and what makes them
          entry("Deployment.apps", WorkloadRules::deployment),
          entry("StatefulSet.apps", WorkloadRules::statefulSet),
          entry("DaemonSet.apps", WorkloadRules::daemonSet),
          entry("ReplicaSet.apps", WorkloadRules::replicaSet),
          entry("ReplicationController", WorkloadRules::replicaSet),
          entry("Job.batch", WorkloadRules::job),
          entry("Pod", WorkloadRules::pod),
          entry("Rollout.argoproj.io", WorkloadRules::rollout),
          // it makes Jobs when its time comes
          entry("CronJob.batch", live -> Readiness.ready("is there, and waits for its time")),
          // what the platform does for them
          entry("CustomResourceDefinition.apiextensions.k8s.io", PlatformRules::definition),
          entry("APIService.apiregistration.k8s.io", needs("Available")),
          entry("Namespace", PlatformRules::namespace),
          entry("Service", PlatformRules::service),
          entry("HorizontalPodAutoscaler.autoscaling", PlatformRules::autoscaler),
          entry("PodDisruptionBudget.policy", PlatformRules::disruptionBudget),
          // ways in
          entry("Gateway.gateway.networking.k8s.io", RouteRules::gateway),
          entry("GatewayClass.gateway.networking.k8s.io", needs("Accepted")),
          entry("HTTPRoute.gateway.networking.k8s.io", RouteRules::route),
          entry("GRPCRoute.gateway.networking.k8s.io", RouteRules::route),
          entry("TLSRoute.gateway.networking.k8s.io", RouteRules::route),
          entry("TCPRoute.gateway.networking.k8s.io", RouteRules::route),
          entry("UDPRoute.gateway.networking.k8s.io", RouteRules::route),
          entry("Ingress.networking.k8s.io", AT_ONCE_BUT_FOR_A_CONTROLLER),
          entry("NetworkPolicy.networking.k8s.io", AT_ONCE_BUT_FOR_A_CONTROLLER),
          // others' kinds of which it is known that somebody will speak
          entry("ExternalSecret.external-secrets.io", needs("Ready")),
          entry("ClusterExternalSecret.external-secrets.io", needs("Ready")),
          entry("SecretStore.external-secrets.io", needs("Ready")),
          entry("ClusterSecretStore.external-secrets.io", needs("Ready")),
          entry("PushSecret.external-secrets.io", needs("Ready")),
          entry("SealedSecret.bitnami.com", needs("Synced")),
          entry("Certificate.cert-manager.io", needs("Ready")),
          entry("Issuer.cert-manager.io", needs("Ready")),
          entry("ClusterIssuer.cert-manager.io", needs("Ready")),
          entry("ScaledObject.keda.sh", needs("Ready")),
          entry("Service.serving.knative.dev", needs("Ready")),
          entry("Kustomization.kustomize.toolkit.fluxcd.io", needs("Ready")),
          entry("HelmRelease.helm.toolkit.fluxcd.io", needs("Ready")),
          entry("Kafka.kafka.strimzi.io", needs("Ready")),
          entry("KafkaTopic.kafka.strimzi.io", needs("Ready")),
          entry("KafkaUser.kafka.strimzi.io", needs("Ready")),
          entry("Cluster.postgresql.cnpg.io", needs("Ready")),
          // data, rights and limits: they are what they say
          entry("ConfigMap", AT_ONCE),
          entry("Secret", AT_ONCE),
          entry("ServiceAccount", AT_ONCE),
          entry("ResourceQuota", AT_ONCE),
          entry("LimitRange", AT_ONCE),
          entry("Role.rbac.authorization.k8s.io", AT_ONCE),
          entry("RoleBinding.rbac.authorization.k8s.io", AT_ONCE),
          entry("ClusterRole.rbac.authorization.k8s.io", AT_ONCE),
          entry("ClusterRoleBinding.rbac.authorization.k8s.io", AT_ONCE),
          entry("PriorityClass.scheduling.k8s.io", AT_ONCE),
          entry("StorageClass.storage.k8s.io", AT_ONCE),
          entry("ServiceMonitor.monitoring.coreos.com", AT_ONCE_BUT_FOR_A_CONTROLLER),
          entry("PodMonitor.monitoring.coreos.com", AT_ONCE_BUT_FOR_A_CONTROLLER),
          entry("PrometheusRule.monitoring.coreos.com", AT_ONCE_BUT_FOR_A_CONTROLLER));

  private Rules() {}

  static boolean atOnce(String groupKind) {
    Function<KubeObject, Readiness> rule = OF_KIND.get(groupKind);
    return AT_ONCE.equals(rule) || AT_ONCE_BUT_FOR_A_CONTROLLER.equals(rule);
  }

  static Readiness of(KubeObject live, Set<String> lateClasses) {
    String groupKind = live.key().groupKind();
    if (groupKind.equals("PersistentVolumeClaim")) {
      return PlatformRules.claim(live, lateClasses);
    }
    return OF_KIND.getOrDefault(groupKind, Rules::unknown).apply(live);
  }

  /** A kind that we know nothing of is believed what it says in the usual words, if anything. */
  private static Readiness unknown(KubeObject live) {
    for (String type : new String[] {"Ready", "Available"}) {
      Condition said = Condition.of(live, type);
      if (said != null) {
        return by(live, type, said);
      }
    }
    return Readiness.ready("is there; its kind does not say more");
  }

  /** Ready when somebody says so; nobody having spoken is waited for. */
  private static Function<KubeObject, Readiness> needs(String type) {
    return live -> by(live, type, Condition.of(live, type));
  }

  /** Ready by one condition. */
  static Readiness by(KubeObject live, String type, @Nullable Condition said) {
    if (said == null || (said.status().equals("Unknown") && said.reason().equals("Pending"))) {
      return Readiness.waiting("no controller has said yet whether it is " + spoken(type));
    }
    if (said.olderThan(live)) {
      return Readiness.waiting("its controller has not seen the change yet");
    }
    return said.isTrue()
        ? Readiness.ready("is " + spoken(type))
        : Readiness.waiting("is not " + spoken(type) + ": " + said.said());
  }

  private static String spoken(String type) {
    return type.toLowerCase(Locale.ROOT);
  }
}
