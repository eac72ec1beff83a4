package dev.msvc.model;

/** What a table-like thing is. */
public enum TableKind {
  TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  /** A collection of a document database. */
  COLLECTION,
  /** Named in a statement or mapping, never defined in a migration or schema we read. */
  UNDEFINED
}
