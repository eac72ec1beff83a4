package dev.msvc.model;

/**
 * Something that was seen at run time, and that no code or table was found for.
 *
 * @param what a method and path, a class, a table or a destination; numbers and names in it as
 *     {@code *}
 */
public record Unmatched(Kind kind, String what, long count) {
  /** What it is that was not found. */
  public enum Kind {
    /** A request that no known entry point serves. */
    REQUEST,
    /** A request that several entry points might have served. */
    AMBIGUOUS,
    /** A message that no known listener takes. */
    MESSAGE,
    /** A class that is not in the analysed code. */
    CLASS,
    /** A table that is not known. */
    TABLE,
    /** Statements that tell no table. */
    STATEMENT
  }
}
