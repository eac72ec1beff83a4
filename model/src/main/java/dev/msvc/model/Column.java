package dev.msvc.model;

/**
 * A column of a table.
 *
 * @param type as written; empty where unknown
 * @param computed whether the database computes it from others, so that nobody can write it
 */
public record Column(String name, String type, boolean computed) {
  /** One that is written. */
  public Column(String name, String type) {
    this(name, type, false);
  }
}
