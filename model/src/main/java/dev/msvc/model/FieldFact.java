package dev.msvc.model;

import java.util.List;

/**
 * A field, enum constant or record component of a type.
 *
 * @param type fully qualified where known, without generics
 * @param annotations fully qualified names where known
 */
public record FieldFact(String name, String type, int line, List<String> annotations) {
  public FieldFact {
    annotations = List.copyOf(annotations);
  }
}
