package dev.msvc.model;

/** What the database does to rows with a foreign key when the row that they refer to goes. */
public enum OnDelete {
  /** Nothing; the other row cannot go while they are there. */
  REFUSE,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** Whether rows change that nobody's statement names. */
  public boolean changesRows() {
    return this != REFUSE;
  }
}
