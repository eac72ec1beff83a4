package dev.msvc.generators.service;

import dev.msvc.generators.openapi.OpenApi;
import dev.msvc.model.PlannedFile;
import java.util.List;
import java.util.Map;

/**
 * What REST offers of a service, for those who call it; the service itself serves what its code
 * says.
 */
final class OpenApiGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    return blueprint
        .scaffold(Map.of("api", OpenApi.of(blueprint.service())), Map.of())
        .files(List.of("openapi/base"));
  }
}
