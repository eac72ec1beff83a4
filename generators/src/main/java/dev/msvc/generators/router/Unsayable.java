package dev.msvc.generators.router;

/** Something of a plan that a router has no words for. */
final class Unsayable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String hint;

  /** At the line of the plan that asks for it; at that of the router where it is 0. */
  Unsayable(int line, String message, String hint) {
    super(message);
    this.line = line;
    this.hint = hint;
  }

  int line() {
    return line;
  }

  String hint() {
    return hint;
  }
}
