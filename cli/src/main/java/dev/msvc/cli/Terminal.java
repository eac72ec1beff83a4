package dev.msvc.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the outputs a person looks at; the launcher knows, a JVM cannot tell.
 *
 * @param in where a person answers; null where nobody does
 * @param piped what another program feeds; empty where nothing is
 */
record Terminal(boolean out, boolean err, @Nullable BufferedReader in, InputStream piped) {
  static final Terminal NONE = new Terminal(false, false);

  Terminal(boolean out, boolean err) {
    this(out, err, null, InputStream.nullInputStream());
  }

  Terminal(boolean out, boolean err, @Nullable BufferedReader in) {
    this(out, err, in, InputStream.nullInputStream());
  }
}
