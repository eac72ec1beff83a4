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

/** Counts who could answer for a backend now. */
final class Endpoints {
  private static final String MESH = "networking.istio.io/v1";

  private final ApiServer api;
  private final Kinds kinds;

  Endpoints(ApiServer api, Kinds kinds) {
    this.api = api;
    this.kinds = kinds;
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

  /** Whether a DestinationRule of its host says what the subset is. */
  private boolean hasSubset(Backend backend) {
    ResourceKind kind = kinds.of(MESH, "DestinationRule");
    if (kind == null) {
      return false;
    }
    for (KubeObject each : api.list(kind, "", "")) {
      String host = each.text("spec", "host");
      if (sameHost(backend, Backend.inMesh(host, each.namespace(), 0, ""))
          && each.list("spec", "subsets").stream()
              .anyMatch(some -> KubeObject.text(some, "name").equals(backend.subset()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameHost(Backend one, Backend other) {
    return one.isService()
        ? one.service().equals(other.service()) && one.namespace().equals(other.namespace())
        : one.host().equals(other.host());
  }
}
