package dev.msvc.model;

import java.util.List;

/**
 * A table as migrations and mappings define it.
 *
 * @param name as in the schema, with the schema's name where there is one
 * @param entities types that map it
 * @param places where it is defined or mapped
 * @param dependsOn tables that a view reads
 */
public record TableFact(
    String name,
    TableKind kind,
    List<Column> columns,
    List<Key> keys,
    List<ForeignKey> foreignKeys,
    List<String> entities,
    List<String> dependsOn,
    List<Place> places) {
  public TableFact {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    foreignKeys = List.copyOf(foreignKeys);
    entities = List.copyOf(entities);
    dependsOn = List.copyOf(dependsOn);
    places = List.copyOf(places);
  }
}
