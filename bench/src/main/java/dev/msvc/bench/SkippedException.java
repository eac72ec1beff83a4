package dev.msvc.bench;

/** A benchmark that lacks what it needs. */
final class SkippedException extends Exception {
  private static final long serialVersionUID = 1L;

  SkippedException(String why) {
    super(why);
  }
}
