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

  /**
   * Where a part of it stands in {@code service.yaml}, by the keys from its top; empty for what is
   * no part of it.
   */
  public List<String> path(Object part) {
    return new PartPaths(this).of(part);
  }

  /** An aggregate by its name. */
  public AggregateSpec aggregate(TypeName name) {
    return aggregates.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
