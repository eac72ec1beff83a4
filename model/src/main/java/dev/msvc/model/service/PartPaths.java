package dev.msvc.model.service;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Where the parts of a service stand in {@code service.yaml}, by the keys from its top. */
final class PartPaths {
  private static final String FIELDS = "fields";

  private final IdentityHashMap<Object, List<String>> paths = new IdentityHashMap<>();

  PartPaths(ServiceSpec service) {
    paths.put(service.options(), List.of("options"));
    for (AggregateSpec each : service.aggregates()) {
      List<String> at = List.of("aggregates", each.name().value());
      paths.put(each, at);
      fields(each.fields(), at);
      for (EntitySpec of : each.entities()) {
        part(of, of.fields(), at, "entities", of.name().value());
      }
      for (CommandSpec of : each.commands()) {
        part(of, of.fields(), at, "commands", of.name().value());
      }
      for (EventSpec of : each.events()) {
        part(of, of.fields(), at, "events", of.name().value());
      }
    }
    for (ValueSpec each : service.values()) {
      part(each, each.fields(), List.of(), "values", each.name().value());
    }
  }

  /** Empty, the service itself, for what is no part. */
  List<String> of(Object part) {
    return paths.getOrDefault(part, List.of());
  }

  private void part(Object part, List<FieldSpec> fields, List<String> above, String... keys) {
    List<String> at = new ArrayList<>(above);
    at.addAll(List.of(keys));
    paths.put(part, at);
    fields(fields, at);
  }

  private void fields(List<FieldSpec> fields, List<String> above) {
    for (FieldSpec each : fields) {
      List<String> at = new ArrayList<>(above);
      at.add(FIELDS);
      at.add(each.name().value());
      paths.put(each, at);
    }
  }
}
