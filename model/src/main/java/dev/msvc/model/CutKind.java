package dev.msvc.model;

/** What a boundary between contexts cuts. */
public enum CutKind {
  /** A transaction that writes tables of several owners. */
  TRANSACTION("writes tables of several owners at once"),
  /** A class that writes a table of another context. */
  FOREIGN_WRITE("writes a table of another context"),
  /** A table of which several contexts write columns. */
  COLUMN_SPLIT("has columns that several contexts write"),
  /** A trigger on or beyond the boundary. */
  TRIGGER("fires across the boundary"),
  /** A procedure, function or job of the database that touches tables of several owners. */
  ROUTINE("touches tables of several owners inside the database"),
  /** A statement that names tables of several owners. */
  JOIN("joins tables of several owners"),
  /** A view over tables of several owners. */
  VIEW("shows tables of several owners as one"),
  /** A source of ids that tables of several owners take from. */
  SEQUENCE("hands out ids to tables of several owners"),
  /** A property of an entity that holds one of another context. */
  RELATION("holds an entity of another context"),
  /** A foreign key to a table of another context. */
  FOREIGN_KEY("refers to a table of another context"),
  /** A class that reads a table of another context. */
  FOREIGN_READ("reads a table of another context");

  private final String title;

  CutKind(String title) {
    this.title = title;
  }

  /** What one does, as the end of a sentence. */
  public String title() {
    return title;
  }
}
