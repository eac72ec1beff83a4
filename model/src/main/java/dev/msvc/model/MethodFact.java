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
 * @param ownCalls names of methods of its own type that it calls, sorted
 * @param ownRepeated those of them that it calls in a loop
 * @param repeated lines with a call in a loop, sorted
 */
public record MethodFact(
    String name,
    List<String> parameters,
    int line,
    int lines,
    List<String> annotations,
    List<String> ownCalls,
    List<String> ownRepeated,
    List<Integer> repeated) {
  public MethodFact {
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
    ownCalls = List.copyOf(ownCalls);
    ownRepeated = List.copyOf(ownRepeated);
    repeated = List.copyOf(repeated);
  }

  /** One that calls nothing of its own type, and nothing in a loop. */
  public MethodFact(
      String name, List<String> parameters, int line, int lines, List<String> annotations) {
    this(name, parameters, line, lines, annotations, List.of(), List.of(), List.of());
  }
}
