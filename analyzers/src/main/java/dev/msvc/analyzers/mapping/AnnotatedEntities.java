package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entities that annotations, JPA's XML and conventions make. */
final class AnnotatedEntities {
  private final MappedTypes types;
  private final Naming naming;
  private final TableNames tables;
  private final IdColumns ids;
  private final Envers envers;
  private final Map<String, Entity> read = new TreeMap<>();

  AnnotatedEntities(MappedTypes types, Naming naming, Configured configured) {
    this.types = types;
    this.envers = new Envers(types, naming, configured);
    this.naming = naming;
    this.tables = new TableNames(types, naming);
    this.ids = new IdColumns(types, tables, naming);
  }

  /** All, sorted by class. */
  List<Entity> read() {
    List<Entity> all = new ArrayList<>();
    types.entities().forEach(each -> all.add(entity(each)));
    return all;
  }

  /** What was not understood, after all is read. */
  List<Unread> unread() {
    return tables.unread();
  }

  private Entity entity(Mapped type) {
    Entity known = read.get(type.name());
    if (known == null) {
      known = read(type);
      read.put(type.name(), known);
    }
    return known;
  }

  private Entity read(Mapped type) {
    String home = tables.first(type);
    Map<String, Property> properties = new LinkedHashMap<>();
    PropertyReader reader =
        new PropertyReader(types, tables, ids, naming, type, home, Overrides.of(type.marks()));
    List<Mapped> hierarchy = types.hierarchy(type);
    int own = hierarchy.size() - 1;
    while (own > 0 && types.entity(hierarchy.get(own - 1).name()) == null) {
      own--;
    }
    if (own > 0) {
      properties.putAll(entity(hierarchy.get(own - 1)).properties());
    }
    for (Mapped each : hierarchy.subList(own, hierarchy.size())) {
      reader.read(each, "", properties);
    }
    MappingSql sql = new MappingSql(type.name());
    sql.read(type.marks(), type.place());
    hierarchy.forEach(
        each -> each.members().forEach(member -> sql.read(member.marks(), member.place())));
    return new Entity(
        type.name(),
        type.jpqlName(),
        type.kind(),
        tables.homes(type),
        envers.tables(type, tables.homes(type), properties.values()),
        ids.of(type, home),
        Collections.unmodifiableMap(properties),
        sql.accesses(),
        sql.isSoftDelete(),
        type.place());
  }
}
