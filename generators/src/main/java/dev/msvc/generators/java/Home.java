package dev.msvc.generators.java;

/**
 * Where the class of a type is.
 *
 * @param name of the class
 * @param packageName that it is in
 * @param variable as one of it is called
 * @param messages the class that turns it into a message and back
 * @param proto the message or enum, with its outer class
 */
record Home(
    Kind kind, String name, String packageName, String variable, String messages, String proto) {
  /** What a type is. */
  enum Kind {
    AGGREGATE,
    ENTITY,
    VALUE,
    ABSTRACT,
    ENUM
  }

  String qualified() {
    return packageName + "." + name;
  }
}
