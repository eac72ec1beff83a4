package dev.msvc.generators.java;

import java.util.List;

/**
 * A value or an entity, as a record.
 *
 * @param label its name in the specification
 * @param body the class of the same in the REST API
 * @param variable as one of it is called
 * @param packageName below that of the service
 * @param owner the aggregate that an entity is part of; empty for a value
 * @param parent the abstract value that it is a kind of; empty for none
 * @param proto its message, with the outer class
 * @param parentBody that of its parent
 * @param messages the class that turns it into a message and back
 * @param constants patterns
 * @param isEmbeddable whether its components are columns
 */
public record JavaValue(
    String name,
    String label,
    String body,
    String variable,
    String packageName,
    String owner,
    String parent,
    String parentBody,
    String proto,
    String messages,
    List<String> constants,
    boolean isEmbeddable,
    List<JavaField> fields) {
  public JavaValue {
    constants = List.copyOf(constants);
    fields = List.copyOf(fields);
  }

  /** The package as a folder. */
  public String path() {
    return packageName.replace('.', '/');
  }
}
