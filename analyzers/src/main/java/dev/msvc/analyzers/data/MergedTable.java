package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All definitions and mappings of one table, as one. */
final class MergedTable {
  private MergedTable() {}

  static TableFact of(String name, List<TableFact> same, TableNames names) {
    Map<String, Column> columns = new LinkedHashMap<>();
    Set<Key> keys = new LinkedHashSet<>();
    Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    Set<String> entities = new TreeSet<>();
    Set<String> linkedBy = new TreeSet<>();
    Set<String> dependsOn = new TreeSet<>();
    Set<Place> places = new TreeSet<>();
    TableKind kind = TableKind.UNDEFINED;
    boolean defined = same.stream().anyMatch(TableNames::isDefinition);
    List<TableFact> ordered = new ArrayList<>(same);
    ordered.sort(TableNames.ORDER);
    for (TableFact each : ordered) {
      boolean definition = TableNames.isDefinition(each);
      if (kind == TableKind.UNDEFINED) {
        kind = each.kind();
      }
      if (definition || !defined) {
        each.columns().forEach(column -> columns.putIfAbsent(TableName.key(column.name()), column));
      }
      if (definition || !defined) {
        each.keys().forEach(key -> addKey(keys, key));
      }
      for (ForeignKey key : each.foreignKeys()) {
        String identity =
            String.join(",", key.columns()).toLowerCase(Locale.ROOT)
                + " "
                + names.of(key.references());
        // of two mappings that tell one key, one tells what the database does
        foreignKeys.merge(
            identity,
            key.to(names.of(key.references())),
            (known, other) ->
                defined || known.onDelete().changesRows() ? known : known.with(other.onDelete()));
      }
      entities.addAll(each.entities());
      linkedBy.addAll(each.linkedBy());
      each.dependsOn().stream()
          .filter(on -> !names.isSystem(on))
          .map(names::of)
          .forEach(dependsOn::add);
      places.addAll(each.places());
    }
    return new TableFact(
        name,
        kind,
        List.copyOf(columns.values()),
        List.copyOf(keys),
        foreignKeys.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList(),
        List.copyOf(entities),
        List.copyOf(linkedBy),
        List.copyOf(dependsOn),
        List.copyOf(places));
  }

  private static void addKey(Set<Key> keys, Key key) {
    boolean there =
        keys.stream()
            .anyMatch(
                each ->
                    each.kind() == key.kind()
                        && (key.kind() == Key.Kind.PRIMARY
                            || each.columns()
                                .toString()
                                .equalsIgnoreCase(key.columns().toString())));
    if (!there) {
      keys.add(key);
    }
  }
}
