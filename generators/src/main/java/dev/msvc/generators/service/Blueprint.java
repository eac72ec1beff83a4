package dev.msvc.generators.service;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.template.Scaffold;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that generators are given: what the service is, what its organisation wants, and templates.
 *
 * @param kept texts of the {@link #LOCKS} that are there already, by path
 */
public record Blueprint(
    ServiceSpec service, Organisation organisation, Templates templates, Map<String, String> kept) {
  /** Files that the next run starts from: written as they are made, never merged. */
  public static final List<String> LOCKS = List.of(NumberLock.FILE);

  public Blueprint {
    kept = Map.copyOf(kept);
  }

  /** Of a service of which nothing is there yet. */
  public Blueprint(ServiceSpec service, Organisation organisation, Templates templates) {
    this(service, organisation, templates, Map.of());
  }

  /** The same, where some of the {@link #LOCKS} are there. */
  public Blueprint keeping(Map<String, String> locks) {
    return new Blueprint(service, organisation, templates, locks);
  }

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
