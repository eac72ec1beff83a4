package dev.msvc.model;

/** What an access does to a table. */
public enum Operation {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  /** Inserts or updates, as SQL's MERGE and JPA's save do. */
  MERGE,
  TRUNCATE;

  /** Whether rows are changed. */
  public boolean writes() {
    return this != SELECT;
  }
}
