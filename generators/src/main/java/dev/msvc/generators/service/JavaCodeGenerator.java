package dev.msvc.generators.service;

import dev.msvc.generators.java.JavaCode;
import dev.msvc.model.PlannedFile;
import java.util.List;

/** The code of a service that depends on what its aggregates are. */
final class JavaCodeGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    JavaCode project = JavaCode.of(blueprint.service());
    return project.tidy(
        blueprint
            .scaffold(project.data(), project.service().each())
            .files(List.of("service/java-spring/code")));
  }
}
