package dev.msvc.model;

/** How one type depends on another. */
public enum ReferenceKind {
  /** Calls a method of it, or reads or writes a field of it. */
  CALL,
  CONSTRUCT,
  INHERIT,
  IMPLEMENT,
  /** Declares a field of it. */
  FIELD,
  /** Declares a parameter of it. */
  PARAMETER,
  /** Declares a method that returns it. */
  RETURN,
  /** Names it as the argument of a generic type. */
  TYPE_ARGUMENT,
  /** Has it injected: field, constructor or setter. */
  INJECTED,
  EVENT_PUBLISHED,
  EVENT_HANDLED,
  /** Is annotated with it, or names it in an annotation. */
  ANNOTATION,
  /** Throws or catches it. */
  EXCEPTION,
  /** Casts to it, tests for it, names its class, or holds it in a local variable. */
  TYPE_USE,
  /** Calls a method that takes or returns it. */
  SIGNATURE,
  /** Uses, in code, a constant of it that the compiler copies. */
  CONSTANT,
  /** Uses a constant of it in an annotation: needed to compile, absent from bytecode. */
  INLINED(false),
  /** Is given it by a container, which finds it by a name or a type: absent from bytecode. */
  WIRED(false);

  private final boolean compiled;

  ReferenceKind() {
    this(true);
  }

  ReferenceKind(boolean compiled) {
    this.compiled = compiled;
  }

  /** Whether compiled classes show it, too. */
  public boolean isCompiled() {
    return compiled;
  }
}
