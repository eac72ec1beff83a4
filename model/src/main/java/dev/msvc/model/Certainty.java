package dev.msvc.model;

/** How sure a fact is. */
public enum Certainty {
  /** Read by a parser of its language, every name in it resolved. */
  PARSED,
  /** Follows from a rule of a framework, as a table name from a naming strategy. */
  INFERRED,
  /** Taken from text that could not be parsed. */
  GUESSED
}
