package dev.msvc.model.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that an aggregate does when it is told to.
 *
 * @param sets enum fields of the aggregate and what they are afterwards; such a field is a state:
 *     it begins at its first label, and nothing but commands sets it
 * @param emits the event that says that it was done
 */
public record CommandSpec(
    FieldName name,
    List<FieldSpec> fields,
    Map<FieldName, EnumLabel> sets,
    Optional<TypeName> emits) {
  public CommandSpec {
    fields = List.copyOf(fields);
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
  }
}
