package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that entities are mapped to, with the columns and keys that the mapping tells. */
public final class EntityMappings implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    for (Entity each : model.entities()) {
      addOwnTables(each, model, facts);
      boolean read = true;
      for (Property property : each.properties().values()) {
        if (property.place().file().isEmpty()) {
          continue;
        }
        addLinkTables(each, property, model, facts);
        boolean lost =
            property.mapping() == Mapping.RELATION
                && property.owning()
                && model.of(property.type()) == null;
        if (lost) {
          read = false;
          facts.add(
              new Unread(
                  property.place().file(),
                  property.place().line(),
                  "relation to '%s', which is no entity that we read".formatted(property.type())));
        }
      }
      facts.mapping(read);
    }
  }

  private static void addOwnTables(Entity entity, EntityModel model, FactCollector facts) {
    for (int i = 0; i < entity.tables().size(); i++) {
      String table = entity.tables().get(i);
      boolean first = i == 0;
      List<ForeignKey> keys = new ArrayList<>();
      if (first) {
        if (entity.tables().size() > 1) {
          keys.addAll(toSuperclass(entity, model));
        }
        for (Property each : entity.properties().values()) {
          keys.addAll(ownKeys(each, model));
        }
      }
      facts.add(
          new TableFact(
              table,
              entity.kind(),
              first ? columns(entity) : List.of(),
              entity.idColumns().isEmpty()
                  ? List.of()
                  : List.of(new Key(Key.Kind.PRIMARY, entity.idColumns())),
              keys,
              List.of(entity.className()),
              List.of(),
              List.of(entity.place())));
    }
  }

  private static List<Column> columns(Entity entity) {
    Set<String> names = new LinkedHashSet<>(entity.idColumns());
    for (Property each : entity.properties().values()) {
      if (each.table().isEmpty()) {
        names.addAll(each.columns());
      }
    }
    return named(names);
  }

  private static List<Column> named(Iterable<String> names) {
    List<Column> all = new ArrayList<>();
    names.forEach(each -> all.add(new Column(each, "")));
    return all;
  }

  /** A joined subclass's table refers to the superclass's by its primary key. */
  private static List<ForeignKey> toSuperclass(Entity entity, EntityModel model) {
    boolean joined =
        model.entities().stream()
            .anyMatch(
                each ->
                    !each.tables().isEmpty()
                        && !each.name().equals(entity.name())
                        && each.tables().get(0).equals(entity.tables().get(1)));
    return joined
        ? List.of(key(entity.idColumns(), entity.tables().get(1), entity.place()))
        : List.of();
  }

  private static List<ForeignKey> ownKeys(Property property, EntityModel model) {
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    if (target == null
        || target.tables().isEmpty()
        || !property.table().isEmpty()
        || property.columns().isEmpty()) {
      return List.of();
    }
    return List.of(key(property.columns(), target.tables().get(0), property.place()));
  }

  private static ForeignKey key(List<String> columns, String to, Place place) {
    return new ForeignKey(columns, to, List.of(), place, Certainty.INFERRED);
  }

  /** Join and collection tables, and keys that a relation puts into the target's table. */
  private static void addLinkTables(
      Entity entity, Property property, EntityModel model, FactCollector facts) {
    if (!property.owning() || property.ownerColumns().isEmpty() || entity.tables().isEmpty()) {
      return;
    }
    String home = entity.tables().get(0);
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    List<ForeignKey> keys = new ArrayList<>();
    keys.add(key(property.ownerColumns(), home, property.place()));
    if (property.table().isEmpty()) {
      if (target != null && !target.tables().isEmpty()) {
        facts.add(
            mapped(
                target.tables().get(0),
                target.kind(),
                named(property.ownerColumns()),
                keys,
                target,
                property));
      }
      return;
    }
    if (target != null && !target.tables().isEmpty()) {
      keys.add(key(property.columns(), target.tables().get(0), property.place()));
    }
    List<String> columns = new ArrayList<>(property.ownerColumns());
    columns.addAll(property.columns());
    facts.add(
        mapped(property.table(), TableKind.UNDEFINED, named(columns), keys, entity, property));
  }

  private static TableFact mapped(
      String table,
      TableKind kind,
      List<Column> columns,
      List<ForeignKey> keys,
      Entity entity,
      Property property) {
    return new TableFact(
        table,
        kind,
        columns,
        List.of(),
        keys,
        List.of(entity.className()),
        List.of(),
        List.of(property.place()));
  }
}
