package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chart that makes the same objects as the plain manifests, with values to choose. */
final class HelmGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    List<String> folders = new ArrayList<>(List.of("helm/base"));
    if (workload.externalSecrets()) {
      folders.add("helm/external-secrets");
    }
    if (workload.gatewayApi()) {
      folders.add("helm/gateway");
    }
    if (workload.mesh()) {
      folders.add("helm/istio");
    }
    if (workload.gatewayOfIstio()) {
      folders.add("helm/istio-gateway");
    }
    return blueprint.scaffold(Map.of("workload", workload), Map.of()).files(folders);
  }
}
