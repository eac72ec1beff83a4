package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.List;
import java.util.Map;

/** What builds, tests and delivers the service whenever its repository changes. */
final class PipelineGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    boolean gitlab = blueprint.organisation().pipeline() == Organisation.Pipeline.GITLAB;
    return blueprint
        .scaffold(Map.of("workload", workload, "delivery", new Delivery(workload)), Map.of())
        .files(List.of("pipeline/base", gitlab ? "pipeline/gitlab/base" : "pipeline/github/base"));
  }
}
