package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.List;
import java.util.Map;

/** What watches the service: kinds of the Prometheus operator, and a dashboard for Grafana. */
final class MonitoringGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    return blueprint
        .scaffold(Map.of("workload", workload, "watch", new Watch(workload)), Map.of())
        .files(List.of("monitoring/base"));
  }
}
