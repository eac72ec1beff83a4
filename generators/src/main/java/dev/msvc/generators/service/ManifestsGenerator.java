package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs the service in a cluster, as plain manifests of kinds that every cluster has. */
final class ManifestsGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    List<String> folders = new ArrayList<>(List.of("kubernetes/base"));
    if (!workload.namespace().isEmpty()) {
      folders.add("kubernetes/namespace");
    }
    if (workload.externalSecrets()) {
      folders.add("kubernetes/external-secrets");
    }
    if (workload.prometheus()) {
      folders.add("kubernetes/prometheus");
    }
    return blueprint.scaffold(Map.of("workload", workload), Map.of()).files(folders);
  }
}
