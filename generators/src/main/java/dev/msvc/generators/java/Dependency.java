package dev.msvc.generators.java;

/**
 * A library that a project needs.
 *
 * @param version empty where a parent or a BOM says it
 * @param scope empty for what is there when the project compiles and when it runs
 * @param why for people; empty where the name says it
 */
public record Dependency(String group, String artifact, String version, String scope, String why) {

  /** One whose version a parent or a BOM says. */
  static Dependency managed(String group, String artifact) {
    return new Dependency(group, artifact, "", "", "");
  }

  /** One of a version that a property says. */
  static Dependency of(String group, String artifact, String property) {
    return new Dependency(group, artifact, "${" + property + "}", "", "");
  }

  /** The same, absent when the project compiles. */
  Dependency atRuntime() {
    return new Dependency(group, artifact, version, "runtime", why);
  }

  /** The same, for tests only. */
  Dependency inTests() {
    return new Dependency(group, artifact, version, "test", why);
  }

  /** The same with a sentence. */
  Dependency because(String reason) {
    return new Dependency(group, artifact, version, scope, reason);
  }
}
