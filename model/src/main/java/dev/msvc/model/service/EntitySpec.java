package dev.msvc.model.service;

import java.util.List;

/** A part of an aggregate that has an identity inside it. */
public record EntitySpec(TypeName name, List<FieldSpec> fields) {
  public EntitySpec {
    fields = List.copyOf(fields);
  }
}
