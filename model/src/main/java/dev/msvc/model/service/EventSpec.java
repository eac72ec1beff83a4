package dev.msvc.model.service;

import java.util.List;

/** Something that happened to an aggregate. */
public record EventSpec(TypeName name, List<FieldSpec> fields) {
  public EventSpec {
    fields = List.copyOf(fields);
  }
}
