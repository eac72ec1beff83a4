package dev.msvc.generators.service;

import dev.msvc.generators.java.JavaProject;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.ServiceSpec;
import java.util.List;
import java.util.Map;

/** A project in Java on Spring Boot that builds, starts and answers by REST and by gRPC. */
final class JavaSpringGenerator implements Generator {
  private static final String HOME = "service/java-spring/";

  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    ServiceSpec service = blueprint.service();
    JavaProject project = new JavaProject(service);
    Map<String, Object> data =
        Map.of(
            "project", project,
            "package", service.packageName().value(),
            "packagePath", service.packageName().path());
    return blueprint
        .scaffold(data, Map.of())
        .files(project.folders().stream().map(HOME::concat).toList());
  }
}
