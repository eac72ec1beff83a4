package dev.msvc.analyzers.cache;

/** What was kept is not what was written. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedException(String what) {
    super(what);
  }

  DamagedException(String what, Throwable cause) {
    super(what, cause);
  }
}
