package dev.msvc.cluster.deploy;

import dev.msvc.model.kube.ObjectKey;
import java.util.Map;
import java.util.Set;

/** When an object's turn is: what others stand on comes first, and goes last. */
public enum Stage {
  /** Kinds, before objects of them. */
  DEFINITIONS(5),
  /** Namespaces, before what is in them. */
  NAMESPACES(10),
  /** What bounds pods, before there are any. */
  POLICIES(15),
  /** Who may do what, before who does it. */
  ACCESS(20),
  /** What pods read when they start. */
  CONFIG(25),
  /** Names in DNS, before who looks them up. */
  SERVICES(30),
  /** Pods. */
  WORKLOADS(35),
  /** What acts on workloads. */
  AUTOSCALERS(40),
  /** Kinds that we know nothing about. */
  OTHERS(45),
  /** Traffic, once there is somebody to answer. */
  ROUTES(50),
  /** What is asked about every request, and stops all where it does not answer. */
  ADMISSION(55);

  private static final Map<String, Stage> BUILT_IN =
      Map.ofEntries(
          Map.entry("CustomResourceDefinition.apiextensions.k8s.io", DEFINITIONS),
          Map.entry("Namespace", NAMESPACES),
          Map.entry("ResourceQuota", POLICIES),
          Map.entry("LimitRange", POLICIES),
          Map.entry("NetworkPolicy.networking.k8s.io", POLICIES),
          Map.entry("PriorityClass.scheduling.k8s.io", POLICIES),
          Map.entry("RuntimeClass.node.k8s.io", POLICIES),
          Map.entry("ServiceAccount", ACCESS),
          Map.entry("ConfigMap", CONFIG),
          Map.entry("Secret", CONFIG),
          Map.entry("PersistentVolume", CONFIG),
          Map.entry("PersistentVolumeClaim", CONFIG),
          Map.entry("ExternalSecret.external-secrets.io", CONFIG),
          Map.entry("SecretStore.external-secrets.io", CONFIG),
          Map.entry("Service", SERVICES),
          Map.entry("Endpoints", SERVICES),
          Map.entry("EndpointSlice.discovery.k8s.io", SERVICES),
          Map.entry("Pod", WORKLOADS),
          Map.entry("ReplicationController", WORKLOADS),
          Map.entry("PodDisruptionBudget.policy", AUTOSCALERS),
          Map.entry("Ingress.networking.k8s.io", ROUTES),
          Map.entry("IngressClass.networking.k8s.io", ROUTES),
          Map.entry("APIService.apiregistration.k8s.io", ADMISSION));

  private static final Map<String, Stage> GROUPS =
      Map.of(
          "rbac.authorization.k8s.io", ACCESS,
          "storage.k8s.io", CONFIG,
          "apps", WORKLOADS,
          "batch", WORKLOADS,
          "autoscaling", AUTOSCALERS,
          "autoscaling.k8s.io", AUTOSCALERS,
          "gateway.networking.k8s.io", ROUTES,
          "networking.istio.io", ROUTES,
          "configuration.konghq.com", ROUTES,
          "admissionregistration.k8s.io", ADMISSION);

  /** Kinds that hold data or hold others: never deleted without being told by name. */
  private static final Set<String> DANGEROUS =
      Set.of(
          "PersistentVolumeClaim",
          "PersistentVolume",
          "Namespace",
          "CustomResourceDefinition.apiextensions.k8s.io");

  private final int number;

  Stage(int number) {
    this.number = number;
  }

  /** What names of files begin with, so that they sort by it. */
  int number() {
    return number;
  }

  /** The turn of an object's kind. */
  public static Stage of(ObjectKey key) {
    Stage built = BUILT_IN.get(key.groupKind());
    return built == null ? GROUPS.getOrDefault(key.group(), OTHERS) : built;
  }

  /** Whether much is lost when an object of that kind is deleted. */
  public static boolean isDangerousToDelete(ObjectKey key) {
    return DANGEROUS.contains(key.groupKind());
  }
}
