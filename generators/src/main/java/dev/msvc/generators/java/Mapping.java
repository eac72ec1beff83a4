package dev.msvc.generators.java;

import java.util.List;

/**
 * How JPA stores a field.
 *
 * @param annotations of it
 * @param initial what it holds before it is set, with {@code =}; empty for nothing
 * @param isFilled whether it is a collection that is filled, not set
 */
record Mapping(List<String> annotations, String initial, boolean isFilled) {
  Mapping {
    annotations = List.copyOf(annotations);
  }
}
