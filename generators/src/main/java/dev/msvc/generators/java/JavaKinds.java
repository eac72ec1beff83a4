package dev.msvc.generators.java;

import java.util.List;

/**
 * An abstract value: a sealed interface.
 *
 * @param body the class of the same in the REST API
 * @param property that tells its kinds apart in JSON
 * @param fields that all kinds have
 */
public record JavaKinds(
    String name,
    String label,
    String body,
    String variable,
    String proto,
    String property,
    List<JavaField> fields,
    List<Kind> kinds) {
  public JavaKinds {
    fields = List.copyOf(fields);
    kinds = List.copyOf(kinds);
  }

  /**
   * One of its kinds.
   *
   * @param caseName as the message's choice calls it
   * @param accessor the stem of the message's getter
   */
  public record Kind(
      String name, String label, String body, String variable, String caseName, String accessor) {}
}
