package dev.msvc.model.service;

import java.util.List;

/**
 * A service: what {@code service.yaml} says, whole; parts that do not go together are {@link
 * Incoherent}.
 *
 * @param description for people; empty for none
 * @param values that its aggregates share
 */
public record ServiceSpec(
    ServiceName name,
    PackageName packageName,
    String description,
    List<AggregateSpec> aggregates,
    List<ValueSpec> values,
    ServiceOptions options) {
  /** The file, as messages name it. */
  public static final String FILE = "service.yaml";

  public ServiceSpec {
    aggregates = List.copyOf(aggregates);
    values = List.copyOf(values);
    new Coherence(aggregates, values).check();
  }

  /** An aggregate by its name. */
  public AggregateSpec aggregate(TypeName name) {
    return aggregates.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
