package dev.msvc.model;

import java.util.List;

/**
 * A reference from columns of one table to another.
 *
 * @param references the other table
 * @param referencedColumns empty where the primary key is meant
 * @param certainty parsed from DDL, or inferred from a mapping
 */
public record ForeignKey(
    List<String> columns,
    String references,
    List<String> referencedColumns,
    Place place,
    Certainty certainty) {
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
