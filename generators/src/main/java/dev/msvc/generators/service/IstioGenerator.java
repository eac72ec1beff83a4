package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Istio treats calls to the service. */
final class IstioGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    List<String> folders = new ArrayList<>(List.of("istio/base"));
    if (workload.gatewayOfIstio()) {
      folders.add("istio/gateway");
    }
    return blueprint.scaffold(Map.of("workload", workload), Map.of()).files(folders);
  }
}
