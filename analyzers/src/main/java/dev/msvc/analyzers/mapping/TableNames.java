package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Home;
import dev.msvc.model.Certainty;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tables mapped classes are in: their own, those of superclasses, secondary ones. */
final class TableNames {
  private final MappedTypes types;
  private final Naming naming;
  private final Map<String, List<Home>> known = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();

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
    if (!type.has("Entity")) {
      Stores.Given given = Stores.name(type);
      if (given.isDynamic()) {
        unread.add(
            new Unread(
                type.place().file(),
                type.place().line(),
                "name '%s' is known only where the program runs".formatted(given.name())));
        return List.of();
      }
      return List.of(
          new Home(
              type.isDocument() ? given.name() : naming.table(given.schema(), given.name()),
              MappingRole.OWN,
              given.explicit() ? Certainty.PARSED : Certainty.INFERRED));
    }
    List<Mapped> entities =
        types.hierarchy(type).stream().filter(each -> types.entity(each.name()) != null).toList();
    Mapped root = entities.get(0);
    Map<String, Home> all = new LinkedHashMap<>();
    Mark inheritance = Jpa.first(root.marks(), "Inheritance");
    String strategy = inheritance == null ? "" : inheritance.given("strategy");
    if (strategy.equals("TABLE_PER_CLASS")) {
      if (!type.isAbstract()) {
        addOwn(all, type);
      }
    } else if (strategy.equals("JOINED")) {
      addOwn(all, type);
      for (int i = entities.size() - 2; i >= 0; i--) {
        homes(entities.get(i)).stream().limit(1).forEach(each -> add(all, each.inherited()));
      }
    } else if (root.equals(type)) {
      addOwn(all, type);
    } else {
      homes(root).stream().limit(1).forEach(each -> add(all, each.inherited()));
    }
    for (Mapped each : entities) {
      for (Mark secondary : Jpa.all(each.marks(), "SecondaryTable")) {
        if (!secondary.given("name").isEmpty()) {
          Home home =
              new Home(
                  naming.table(schema(secondary), secondary.given("name")),
                  MappingRole.SECONDARY,
                  naming.sureness(true));
          add(all, each.equals(type) ? home : home.inherited());
        }
      }
    }
    return List.copyOf(all.values());
  }

  private void addOwn(Map<String, Home> all, Mapped type) {
    Mark table = table(type);
    if (table != null && table.isOpen("name")) {
      unread.add(
          new Unread(
              type.place().file(),
              table.line(),
              table.given("name").isEmpty()
                  ? "the table's name is a constant that is not in the source"
                  : "the table's name is the constant '%s', which is not in the source"
                      .formatted(table.given("name"))));
    } else if (Jpa.named(type.marks(), "org.hibernate.annotations.Subselect") == null) {
      // otherwise a query stands for the table
      add(all, ownTable(type));
    }
  }

  private static void add(Map<String, Home> all, Home home) {
    all.putIfAbsent(TableName.key(home.table()), home);
  }

  /** The first that names the table; XML's comes before the annotation. */
  private static @Nullable Mark table(Mapped type) {
    List<Mark> tables = type.marks().stream().filter(each -> Jpa.is(each, "Table")).toList();
    return tables.stream()
        .filter(each -> !each.given("name").isEmpty() || each.isOpen("name"))
        .findFirst()
        .orElse(tables.isEmpty() ? null : tables.get(0));
  }

  private Home ownTable(Mapped type) {
    Mark table = table(type);
    String name = table == null ? "" : table.given("name");
    return new Home(
        naming.table(schema(table), name.isEmpty() ? type.jpqlName() : name),
        MappingRole.OWN,
        naming.sureness(!name.isEmpty()));
  }

  /** Names that could not be read. */
  List<Unread> unread() {
    return List.copyOf(unread);
  }

  /** The schema or catalog that is given; empty for none. */
  static String schema(@Nullable Mark table) {
    return table == null ? "" : table.given("schema", "catalog");
  }
}
