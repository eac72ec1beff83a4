package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.model.Certainty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entities that annotations and conventions make. */
final class AnnotatedEntities {
  private final MappedTypes types;
  private final Naming naming;
  private final TableNames tables;
  private final IdColumns ids;

  AnnotatedEntities(MappedTypes types, Naming naming) {
    this.types = types;
    this.naming = naming;
    this.tables = new TableNames(types, naming);
    this.ids = new IdColumns(types, tables, naming);
  }

  /** All, sorted by class. */
  List<Entity> read() {
    List<Entity> all = new ArrayList<>();
    types.entities().forEach(each -> all.add(read(each)));
    return all;
  }

  private Entity read(Mapped type) {
    Mark declared = Jpa.first(type.marks(), "Entity");
    String name = declared == null ? "" : declared.given("name");
    String home = tables.first(type);
    Map<String, Property> properties = new LinkedHashMap<>();
    PropertyReader reader =
        new PropertyReader(types, tables, ids, naming, type, home, Overrides.of(type.marks()));
    for (Mapped each : types.hierarchy(type)) {
      reader.read(each, "", properties);
    }
    return new Entity(
        type.name(),
        name.isEmpty() ? type.simpleName() : name,
        type.kind(),
        tables.homes(type),
        ids.of(type, home),
        Collections.unmodifiableMap(properties),
        type.place(),
        Certainty.INFERRED);
  }
}
