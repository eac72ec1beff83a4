package dev.msvc.analyzers.source;

import java.util.regex.Pattern;

/**
 * A library that a build file asks for.
 *
 * @param group empty where only a catalogue tells it, as for {@code libs.junit.jupiter} of Gradle
 * @param version empty where another file tells it
 * @param scope Maven's scope, empty for the usual one, or Gradle's configuration
 * @param line where it begins, from 1
 */
public record Dependency(String group, String artifact, String version, String scope, int line) {
  private static final Pattern TEST = Pattern.compile("test.*|.*Test[A-Z].*|.*Test");

  /** Whether only tests see it. */
  public boolean isForTests() {
    return TEST.matcher(scope).matches();
  }

  /** By which versions and scopes of it are managed elsewhere. */
  String name() {
    return group + ":" + artifact;
  }

  Dependency in(String otherScope) {
    return new Dependency(group, artifact, version, otherScope, line);
  }
}
