package dev.msvc.model;

import java.util.List;

/**
 * A reference from columns of one table to another.
 *
 * @param references the other table
 * @param referencedColumns empty where the primary key is meant
 * @param certainty parsed from DDL, or inferred from a mapping
 * @param name of the constraint, without case and quotes; empty where it has none of its own
 */
public record ForeignKey(
    List<String> columns,
    String references,
    List<String> referencedColumns,
    Place place,
    Certainty certainty,
    String name) {
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
    this(columns, references, referencedColumns, place, certainty, "");
  }
}
