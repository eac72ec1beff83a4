package dev.msvc.cli;

/**
 * Whether one thing that msvc works with is there.
 *
 * @param needed for all that msvc does, not for some commands only
 * @param detail its version and place, or what is wrong
 * @param hint what to type; empty if it is fine
 */
record Check(String name, boolean found, boolean needed, String detail, String hint) {
  static Check found(String name, String detail) {
    return new Check(name, true, false, detail, "");
  }

  static Check missing(String name, String detail, String hint) {
    return new Check(name, false, false, detail, hint);
  }
}
