package dev.msvc.cluster.router;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts who could answer for a backend now. */
final class Endpoints {
  private static final String MESH = "networking.istio.io/v1";

  private final ApiServer api;
  private final Kinds kinds;
  private final String beside;

  /**
   * As a route sees them.
   *
   * @param beside namespace of the route
   */
  Endpoints(ApiServer api, Kinds kinds, String beside) {
    this.api = api;
    this.kinds = kinds;
    this.beside = beside;
  }

  /** Addresses that are ready; none where the backend is not there, empty where nobody knows. */
  Optional<Integer> ready(Backend backend) {
    if (!backend.subset().isEmpty() && !hasSubset(backend)) {
      return Optional.of(0);
    }
    if (!backend.isService()) {
      return Optional.empty();
    }
    KubeObject service =
        api.get(
            kinds.built("v1", "Service"),
            new ObjectKey("", "Service", backend.namespace(), backend.service()));
    if (service == null || !hasPort(service, backend.port())) {
      return Optional.of(0);
    }
    return service.text("spec", "type").equals("ExternalName")
        ? Optional.empty()
        : Optional.of(addresses(backend));
  }

  /** Where an endpoint has an address of each family, it is one all the same. */
  private int addresses(Backend backend) {
    Map<String, Set<String>> byFamily = new HashMap<>();
    for (KubeObject slice :
        api.list(
            kinds.built("discovery.k8s.io/v1", "EndpointSlice"),
            backend.namespace(),
            "kubernetes.io/service-name=" + backend.service())) {
      for (Object each : slice.list("endpoints")) {
        // one that says nothing of it is ready
        if (!Boolean.FALSE.equals(KubeObject.at(each, "conditions", "ready"))) {
          KubeObject.list(each, "addresses")
              .forEach(
                  address ->
                      byFamily
                          .computeIfAbsent(slice.text("addressType"), key -> new HashSet<>())
                          .add(String.valueOf(address)));
        }
      }
    }
    return byFamily.values().stream().mapToInt(Set::size).max().orElse(0);
  }

  private static boolean hasPort(KubeObject service, int port) {
    return port == 0
        || service.list("spec", "ports").stream()
            .anyMatch(each -> KubeObject.number(each, 0, "port") == port);
  }

  /** Whether a DestinationRule of its host, beside it or the route, says what the subset is. */
  private boolean hasSubset(Backend backend) {
    ResourceKind kind = kinds.of(MESH, "DestinationRule");
    if (kind == null) {
      return false;
    }
    Set<String> namespaces = new TreeSet<>(Set.of(beside));
    if (backend.isService()) {
      namespaces.add(backend.namespace());
    }
    return namespaces.stream()
        .flatMap(each -> api.list(kind, each, "").stream())
        .filter(each -> isOf(backend, each))
        .flatMap(each -> each.list("spec", "subsets").stream())
        .anyMatch(each -> KubeObject.text(each, "name").equals(backend.subset()));
  }

  private static boolean isOf(Backend backend, KubeObject rule) {
    String host = rule.text("spec", "host");
    return sameHost(backend, Backend.inMesh(host, rule.namespace(), 0, ""));
  }

  private static boolean sameHost(Backend one, Backend other) {
    return one.isService()
        ? one.service().equals(other.service()) && one.namespace().equals(other.namespace())
        : one.host().equals(other.host());
  }
}
