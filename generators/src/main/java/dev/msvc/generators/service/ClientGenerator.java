package dev.msvc.generators.service;

import dev.msvc.generators.java.JavaClient;
import dev.msvc.generators.java.JavaCode;
import dev.msvc.model.PlannedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A library in Java that others call the service with. */
final class ClientGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Workload workload = blueprint.workload();
    JavaCode code = JavaCode.of(blueprint.service());
    Map<String, Object> data = new HashMap<>(code.data());
    data.put("client", JavaClient.of(blueprint.service(), workload.headlessHost()));
    return code.tidy(blueprint.scaffold(data, Map.of()).files(List.of("client/base")));
  }
}
