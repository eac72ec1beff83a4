package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Home;
import dev.msvc.model.MappingRole;
import java.beans.Introspector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tables mapped classes are in: their own, those of superclasses, secondary ones. */
final class TableNames {
  private final MappedTypes types;
  private final Naming naming;
  private final Map<String, List<Home>> known = new LinkedHashMap<>();

  TableNames(MappedTypes types, Naming naming) {
    this.types = types;
    this.naming = naming;
  }

  /** Its own first, then those of superclasses and secondary ones. */
  List<Home> homes(Mapped type) {
    List<Home> homes = known.get(type.name());
    if (homes == null) {
      homes = read(type);
      known.put(type.name(), homes);
    }
    return homes;
  }

  /** The table that its own properties are in; empty for none. */
  String first(@Nullable Mapped type) {
    if (type == null || types.entity(type.name()) == null) {
      return "";
    }
    List<Home> homes = homes(type);
    return homes.isEmpty() ? "" : homes.get(0).table();
  }

  private List<Home> read(Mapped type) {
    List<Mapped> entities =
        types.hierarchy(type).stream().filter(each -> types.entity(each.name()) != null).toList();
    if (!type.has("Entity")) {
      return List.of(new Home(ownTable(type), MappingRole.OWN));
    }
    Mapped root = entities.get(0);
    Map<String, Home> all = new LinkedHashMap<>();
    Mark inheritance = Jpa.first(root.marks(), "Inheritance");
    String strategy = inheritance == null ? "" : inheritance.given("strategy");
    if (strategy.equals("TABLE_PER_CLASS")) {
      if (!type.isAbstract()) {
        add(all, ownTable(type), MappingRole.OWN);
      }
    } else if (strategy.equals("JOINED")) {
      add(all, ownTable(type), MappingRole.OWN);
      for (int i = entities.size() - 2; i >= 0; i--) {
        add(all, ownTable(entities.get(i)), MappingRole.INHERITED);
      }
    } else {
      add(all, ownTable(root), root.equals(type) ? MappingRole.OWN : MappingRole.INHERITED);
    }
    for (Mapped each : entities) {
      for (Mark secondary : Jpa.all(each.marks(), "SecondaryTable")) {
        if (!secondary.given("name").isEmpty()) {
          add(
              all,
              naming.table(schema(secondary), secondary.given("name")),
              each.equals(type) ? MappingRole.SECONDARY : MappingRole.INHERITED);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static void add(Map<String, Home> all, String table, MappingRole role) {
    all.putIfAbsent(TableName.key(table), new Home(table, role));
  }

  private String ownTable(Mapped type) {
    Mark document = SpringData.document(type.marks());
    if (type.isDocument()) {
      String name = document == null ? "" : document.given("collection", "value", "indexName");
      return name.isEmpty() ? Introspector.decapitalize(type.simpleName()) : name;
    }
    Mark entity = Jpa.first(type.marks(), "Entity");
    if (entity == null) {
      Mark table = SpringData.table(type.marks());
      String name = table == null ? "" : table.given("value", "name");
      return naming.table(
          table == null ? "" : schema(table),
          name.isEmpty() ? Naming.snake(type.simpleName()) : name);
    }
    Mark table = Jpa.first(type.marks(), "Table");
    String name = table == null ? "" : table.given("name");
    if (name.isEmpty()) {
      name = entity.given("name");
    }
    return naming.table(
        table == null ? "" : schema(table), name.isEmpty() ? type.simpleName() : name);
  }

  /** The schema or catalog that is given; empty for none. */
  static String schema(@Nullable Mark table) {
    return table == null ? "" : table.given("schema", "catalog");
  }
}
