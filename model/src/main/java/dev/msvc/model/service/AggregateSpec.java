package dev.msvc.model.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An aggregate: what is stored and changed as one.
 *
 * @param description for people; empty for none
 * @param entities parts of it with an identity of their own
 */
public record AggregateSpec(
    TypeName name,
    String description,
    IdKind id,
    List<FieldSpec> fields,
    List<EntitySpec> entities,
    Set<StandardOperation> operations,
    List<CommandSpec> commands,
    List<EventSpec> events) {
  public AggregateSpec {
    fields = List.copyOf(fields);
    entities = List.copyOf(entities);
    operations = java.util.Collections.unmodifiableSet(new TreeSet<>(operations));
    commands = List.copyOf(commands);
    events = List.copyOf(events);
  }

  public boolean can(StandardOperation operation) {
    return operations.contains(operation);
  }
}
