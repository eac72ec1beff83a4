package dev.msvc.generators.service;

import dev.msvc.generators.template.Scaffold;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that generators are given: what the service is, what its organisation wants, and templates.
 */
public record Blueprint(ServiceSpec service, Organisation organisation, Templates templates) {

  /** The service as a cluster sees it. */
  Workload workload() {
    return new Workload(service, organisation);
  }

  /** Files of templates that see {@code service}, {@code organisation} and what is given here. */
  Scaffold scaffold(Map<String, ?> data, Map<String, ? extends List<?>> each) {
    Map<String, Object> all = new HashMap<>();
    all.put("service", service);
    all.put("organisation", organisation);
    all.putAll(data);
    return new Scaffold(templates, all, each);
  }
}
