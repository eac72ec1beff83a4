package dev.msvc.cli;

/** Which of the two outputs a person looks at; the launcher knows, a JVM cannot tell. */
record Terminal(boolean out, boolean err) {
  static final Terminal NONE = new Terminal(false, false);
}
