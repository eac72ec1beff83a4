package dev.msvc.model.shift;

/**
 * A row that is not the same in both.
 *
 * @param key as text
 */
public record RowMismatch(String key, Kind kind) {
  /** How it is not the same. */
  public enum Kind {
    /** The monolith has it, and the service not. */
    MISSING,
    /** The service has it, and the monolith not. */
    EXTRA,
    /** Both have it, with other values. */
    DIFFERS
  }
}
