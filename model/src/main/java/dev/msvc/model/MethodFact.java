package dev.msvc.model;

import java.util.List;

/**
 * A method of a type.
 *
 * @param name {@code <init>} for constructors
 * @param parameters types as written, without generics
 * @param line its first line
 * @param lines how many lines it has
 * @param annotations fully qualified names where known
 */
public record MethodFact(
    String name, List<String> parameters, int line, int lines, List<String> annotations) {
  public MethodFact {
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }
}
