package dev.msvc.model;

import java.util.List;

/**
 * A reference from columns of one table to another.
 *
 * @param references the other table
 * @param referencedColumns empty where the primary key is meant
 * @param certainty parsed from DDL, or inferred from a mapping
 * @param name of the constraint, without case and quotes; empty where it has none of its own
 * @param onDelete what happens to its rows when the other row goes
 */
public record ForeignKey(
    List<String> columns,
    String references,
    List<String> referencedColumns,
    Place place,
    Certainty certainty,
    String name,
    OnDelete onDelete) {
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }

  /** One without a name of its own. */
  public ForeignKey(
      List<String> columns,
      String references,
      List<String> referencedColumns,
      Place place,
      Certainty certainty) {
    this(columns, references, referencedColumns, place, certainty, "", OnDelete.REFUSE);
  }

  /** The same key, to a table of another name. */
  public ForeignKey to(String table) {
    return new ForeignKey(columns, table, referencedColumns, place, certainty, name, onDelete);
  }

  /** The same key, by which the database does this. */
  public ForeignKey with(OnDelete action) {
    return new ForeignKey(columns, references, referencedColumns, place, certainty, name, action);
  }

  /** The same key, over columns of other names. */
  public ForeignKey withColumns(List<String> names) {
    return new ForeignKey(names, references, referencedColumns, place, certainty, name, onDelete);
  }

  /** The same key, to columns of other names. */
  public ForeignKey withReferencedColumns(List<String> names) {
    return new ForeignKey(columns, references, names, place, certainty, name, onDelete);
  }
}
