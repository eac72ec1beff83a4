package dev.msvc.model;

import java.util.List;

/**
 * One read or write of a table by a method.
 *
 * @param className type that holds the method
 * @param method empty where the type as a whole is meant
 * @param columns that are named; of an insert, update or merge those that it sets; empty for all or
 *     unknown
 */
public record Access(
    String table,
    String className,
    String method,
    Operation op,
    List<String> columns,
    Place place,
    AccessVia via,
    Certainty certainty) {
  public Access {
    columns = List.copyOf(columns);
  }

  /**
   * Whether it is of a change of the schema or of its first rows, made once: that says nothing of
   * who owns the table.
   */
  public boolean isMigration() {
    return via == AccessVia.MIGRATION;
  }
}
