package dev.msvc.generators.java;

/**
 * A value for tests.
 *
 * @param java its code
 * @param json as a caller writes it; {@code %s} where each is another
 * @param argument the code of what stands there; empty where nothing does
 */
record Sample(String java, String json, String argument) {
  static Sample of(String java, String json) {
    return new Sample(java, json, "");
  }
}
