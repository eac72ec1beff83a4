package dev.msvc.cli;

import java.io.BufferedReader;
import org.jspecify.annotations.Nullable;

/**
 * Which of the outputs a person looks at; the launcher knows, a JVM cannot tell.
 *
 * @param in where a person answers; null where nobody does
 */
record Terminal(boolean out, boolean err, @Nullable BufferedReader in) {
  static final Terminal NONE = new Terminal(false, false);

  Terminal(boolean out, boolean err) {
    this(out, err, null);
  }
}
