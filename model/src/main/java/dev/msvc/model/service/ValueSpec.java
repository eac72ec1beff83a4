package dev.msvc.model.service;

import java.util.List;
import java.util.Optional;

/**
 * A value object: two with the same fields are the same.
 *
 * @param parent the value that it is a kind of
 * @param isAbstract whether only its kinds have values
 */
public record ValueSpec(
    TypeName name, Optional<TypeName> parent, boolean isAbstract, List<FieldSpec> fields) {
  public ValueSpec {
    fields = List.copyOf(fields);
  }
}
