package dev.msvc.generators.service;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.schema.Migrations;
import dev.msvc.generators.schema.Schema;
import dev.msvc.generators.template.Scaffold;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that generators are given: what the service is, what its organisation wants, and templates.
 *
 * @param kept texts of the {@link #LOCKS} that are there already, and of what was made {@link
 *     #ONCE}, by path
 * @param others paths below {@link #ONCE} that somebody else made
 */
public record Blueprint(
    ServiceSpec service,
    Organisation organisation,
    Templates templates,
    Map<String, String> kept,
    Set<String> others) {
  /** Files that the next run starts from: written as they are made, never merged. */
  public static final List<String> LOCKS = List.of(NumberLock.FILE, Schema.FILE);

  /** The folder of files that stay as they were made, since they have run somewhere. */
  public static final String ONCE = Migrations.FOLDER;

  public Blueprint {
    kept = Map.copyOf(kept);
    others = Set.copyOf(others);
  }

  /** Of a service of which nothing is there yet. */
  public Blueprint(ServiceSpec service, Organisation organisation, Templates templates) {
    this(service, organisation, templates, Map.of(), Set.of());
  }

  /** The same, where some files are there. */
  public Blueprint keeping(Map<String, String> files, Set<String> otherFiles) {
    return new Blueprint(service, organisation, templates, files, otherFiles);
  }

  /** The service as a cluster sees it. */
  Workload workload() {
    return new Workload(service, organisation);
  }

  /** Files of templates that see {@code service}, {@code organisation} and what is given here. */
  Scaffold scaffold(Map<String, ?> data, Map<String, ? extends List<?>> each) {
    Map<String, Object> all = new HashMap<>();
    all.put("service", service);
    all.put("organisation", organisation.running(service.options().java()));
    all.putAll(data);
    return new Scaffold(templates, all, each);
  }
}
