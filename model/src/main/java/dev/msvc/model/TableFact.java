package dev.msvc.model;

import java.util.List;

/**
 * A table as migrations and mappings define it.
 *
 * @param name as in the schema, with the schema's name where there is one
 * @param entities types whose own or secondary table it is
 * @param linkedBy types whose mapping uses it otherwise: to join, for a collection, for old states
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
    List<String> linkedBy,
    List<String> dependsOn,
    List<Place> places) {
  public TableFact {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    foreignKeys = List.copyOf(foreignKeys);
    entities = List.copyOf(entities);
    linkedBy = List.copyOf(linkedBy);
    dependsOn = List.copyOf(dependsOn);
    places = List.copyOf(places);
  }

  /** One that no mapping links. */
  public TableFact(
      String name,
      TableKind kind,
      List<Column> columns,
      List<Key> keys,
      List<ForeignKey> foreignKeys,
      List<String> entities,
      List<String> dependsOn,
      List<Place> places) {
    this(name, kind, columns, keys, foreignKeys, entities, List.of(), dependsOn, places);
  }

  /** Columns of the primary key, as they are written; empty where none is known. */
  public List<String> primaryKey() {
    return keys.stream()
        .filter(each -> each.kind() == Key.Kind.PRIMARY)
        .findFirst()
        .map(Key::columns)
        .orElse(List.of());
  }
}
