package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.Entity.Home;
import dev.msvc.analyzers.mapping.Entity.Mapping;
import dev.msvc.analyzers.mapping.Entity.Property;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.OnDelete;
import dev.msvc.model.Place;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that entities are mapped to, with the columns and keys that the mapping tells. */
public final class EntityMappings implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntityModel model = EntityModel.of(sources, facts.tables());
    Set<String> kept = kept(model);
    for (Entity each : model.entities()) {
      addHomes(each, model, facts);
      for (Access access : each.sql()) {
        if (MappingSql.isOfIds(access)) {
          // whoever stores an object takes an id: no access of the class itself
          addMapping(each, access.table(), MappingRole.IDS, access.place(), facts);
          facts.add(linked(access.table(), List.of(), List.of(), each, access.place()));
        } else {
          facts.add(access);
        }
      }
      boolean read = true;
      for (Property property : each.properties().values()) {
        if (property.declaredBy().equals(each.className())) {
          if (property.owning() || !kept.contains(TableName.key(property.table()))) {
            addLinkTables(each, property, model, facts);
          }
          if (property.mapping() != Mapping.COLUMN) {
            facts.add(relation(each, property, model));
          }
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
                    "relation to '%s', which is no entity that we read"
                        .formatted(property.type())));
          }
        }
      }
      facts.mapping(read);
    }
    model.revisionTables().forEach(each -> facts.add(revisions(each)));
    model.unread().forEach(facts::add);
  }

  /** Tables whose rows an entity or the owning side of a relation keeps: not what mirrors it. */
  private static Set<String> kept(EntityModel model) {
    Set<String> all = new HashSet<>();
    for (Entity entity : model.entities()) {
      entity.tables().forEach(each -> all.add(TableName.key(each)));
      for (Property each : entity.properties().values()) {
        if (each.owning() && !each.table().isEmpty()) {
          all.add(TableName.key(each.table()));
        }
      }
    }
    return all;
  }

  private static RelationFact relation(Entity entity, Property property, EntityModel model) {
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    return new RelationFact(
        entity.className(),
        property.name(),
        target == null ? property.type() : target.className(),
        switch (property.mapping()) {
          case EMBEDDED -> RelationFact.Kind.EMBEDDED;
          case ELEMENTS -> RelationFact.Kind.ELEMENTS;
          default -> RelationFact.Kind.ENTITY;
        },
        property.many(),
        property.owning(),
        property.saves(),
        property.removes(),
        property.orphans(),
        property.eager(),
        property.columns(),
        property.table(),
        property.place());
  }

  private static void addHomes(Entity entity, EntityModel model, FactCollector facts) {
    for (int i = 0; i < entity.homes().size(); i++) {
      Home home = entity.homes().get(i);
      facts.add(
          new MappingFact(
              entity.className(), home.table(), home.role(), entity.place(), home.certainty()));
      if (i == 0 || home.role() == MappingRole.SECONDARY) {
        facts.add(
            new TableFact(
                home.table(),
                entity.kind(),
                i == 0 ? columns(entity) : List.of(),
                entity.idColumns().isEmpty()
                    ? List.of()
                    : List.of(new Key(Key.Kind.PRIMARY, entity.idColumns())),
                i == 0 ? keys(entity, model) : List.of(),
                List.of(entity.className()),
                List.of(),
                List.of(),
                List.of(entity.place())));
      }
    }
    for (String each : entity.audits()) {
      addMapping(entity, each, MappingRole.AUDIT, entity.place(), facts);
      facts.add(linked(each, List.of(), List.of(), entity, entity.place()));
    }
  }

  private static void addMapping(
      Entity entity, String table, MappingRole role, Place place, FactCollector facts) {
    facts.add(new MappingFact(entity.className(), table, role, place, Certainty.INFERRED));
  }

  /** A joined subclass's table holds only what the subclass itself declares. */
  private static boolean isHere(Property property, Entity entity) {
    boolean joined =
        entity.homes().get(0).role() == MappingRole.OWN
            && entity.homes().stream().anyMatch(each -> each.role() == MappingRole.INHERITED);
    return !joined || property.declaredBy().equals(entity.className());
  }

  private static List<Column> columns(Entity entity) {
    Set<String> names = new LinkedHashSet<>(entity.idColumns());
    for (Property each : entity.properties().values()) {
      if (each.table().isEmpty() && isHere(each, entity)) {
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

  private static List<ForeignKey> keys(Entity entity, EntityModel model) {
    List<ForeignKey> keys = new ArrayList<>();
    if (entity.homes().get(0).role() == MappingRole.OWN) {
      // a joined subclass's table refers to the one above by its primary key
      entity.homes().stream()
          .filter(each -> each.role() == MappingRole.INHERITED)
          .findFirst()
          .ifPresent(above -> keys.add(key(entity.idColumns(), above.table(), entity.place())));
    }
    for (Property each : entity.properties().values()) {
      if (isHere(each, entity)) {
        keys.addAll(ownKeys(each, model));
      }
    }
    return keys;
  }

  private static List<ForeignKey> ownKeys(Property property, EntityModel model) {
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    if (target == null
        || target.homes().isEmpty()
        || !property.table().isEmpty()
        || property.columns().isEmpty()) {
      return List.of();
    }
    return List.of(
        key(property.columns(), target.ownTable(), property.place()).with(property.onDelete()));
  }

  private static ForeignKey key(List<String> columns, String to, Place place) {
    return new ForeignKey(columns, to, List.of(), place, Certainty.INFERRED);
  }

  /** Join and collection tables, and keys that a relation puts into the target's table. */
  private static void addLinkTables(
      Entity entity, Property property, EntityModel model, FactCollector facts) {
    List<ForeignKey> keys = new ArrayList<>();
    Entity target = property.mapping() == Mapping.RELATION ? model.of(property.type()) : null;
    Entity other = target == null || target.homes().isEmpty() ? null : target;
    OnDelete action = property.onDelete();
    List<String> back = property.ownerColumns();
    if (back.isEmpty() && action.changesRows() && property.table().isEmpty() && other != null) {
      back = back(entity, other);
    }
    boolean told = property.owning() || !property.table().isEmpty() || action.changesRows();
    if (told && !entity.homes().isEmpty() && !back.isEmpty()) {
      keys.add(key(back, entity.ownTable(), property.place()).with(action));
    }
    if (property.table().isEmpty()) {
      if (other != null && !keys.isEmpty()) {
        facts.add(
            new TableFact(
                other.ownTable(),
                other.kind(),
                named(back),
                List.of(),
                keys,
                List.of(other.className()),
                List.of(),
                List.of(property.place())));
      }
      return;
    }
    if (other != null && !property.columns().isEmpty()) {
      keys.add(key(property.columns(), other.ownTable(), property.place()));
    }
    List<String> columns = new ArrayList<>(property.ownerColumns());
    columns.addAll(property.columns());
    addMapping(
        entity,
        property.table(),
        property.mapping() == Mapping.RELATION ? MappingRole.JOIN : MappingRole.COLLECTION,
        property.place(),
        facts);
    facts.add(linked(property.table(), named(columns), keys, entity, property.place()));
  }

  /** The columns by which a part leads to its whole, where it is clear which these are. */
  private static List<String> back(Entity whole, Entity part) {
    List<Property> all =
        part.properties().values().stream()
            .filter(each -> each.mapping() == Mapping.RELATION && each.owning() && !each.many())
            .filter(each -> each.type().equals(whole.className()))
            .toList();
    return all.size() == 1 ? all.get(0).columns() : List.of();
  }

  private static TableFact revisions(String table) {
    return new TableFact(
        table,
        TableKind.UNDEFINED,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static TableFact linked(
      String table, List<Column> columns, List<ForeignKey> keys, Entity entity, Place place) {
    return new TableFact(
        table,
        TableKind.UNDEFINED,
        columns,
        List.of(),
        keys,
        List.of(),
        List.of(entity.className()),
        List.of(),
        List.of(place));
  }
}
