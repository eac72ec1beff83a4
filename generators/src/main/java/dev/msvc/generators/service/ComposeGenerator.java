package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.List;
import java.util.Map;

/** What starts the service and its database on a laptop. */
final class ComposeGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    return blueprint
        .scaffold(Map.of("workload", blueprint.workload()), Map.of())
        .files(List.of("compose/base"));
  }
}
