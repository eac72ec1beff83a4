package dev.msvc.model.service;

import java.util.List;
import java.util.Optional;

/**
 * Something that an aggregate does when it is told to.
 *
 * @param emits the event that says that it was done
 */
public record CommandSpec(FieldName name, List<FieldSpec> fields, Optional<TypeName> emits) {
  public CommandSpec {
    fields = List.copyOf(fields);
  }
}
