package dev.msvc.generators.service;

import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.List;
import java.util.Map;

/** How the service is reached from outside: routes of the Gateway API, or those of Kong. */
final class GatewayGenerator implements Generator {
  @Override
  public List<PlannedFile> files(Blueprint blueprint) {
    Organisation organisation = blueprint.organisation();
    boolean kong = organisation.gateway() == Organisation.Gateway.KONG;
    // asked for on its own, there are routes whatever the organisation has
    Workload workload =
        new Workload(
            blueprint.service(),
            kong ? organisation : organisation.with(Organisation.Gateway.GATEWAY_API));
    return blueprint
        .scaffold(Map.of("workload", workload), Map.of())
        .files(List.of(kong ? "kong/base" : "gateway/base"));
  }
}
