package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import java.util.List;
import java.util.Map;

/** What has the cluster's Fluent Bit read the lines that the service logs. */
final class LoggingGenerator implements Generator {
  /** In a pattern of file names. */
  private static final String ANY = "*";

  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    Logs logs = new Logs(workload.namespace().isEmpty() ? ANY : workload.namespace());
    return blueprint
        .scaffold(Map.of("workload", workload, "logs", logs), Map.of())
        .files(List.of("logging/base"));
  }

  /**
   * Where lines are.
   *
   * @param namespace of the pods; a pattern where any may be meant
   */
  public record Logs(String namespace) {}
}
