package dev.msvc.analyzers.aggregate;

import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Events that tell of what happened to entities. */
final class Published {
  private static final Set<String> BASES = Set.of("AbstractAggregateRoot", "AggregateRoot");

  private final ContextMap map;
  private final Entities entities;
  private final Stores stores;
  private final Map<String, List<Part>> byEntity = new TreeMap<>();
  private final Map<String, SortedSet<String>> words = new HashMap<>();

  Published(ContextMap map, Entities entities, Stores stores) {
    this.map = map;
    this.entities = entities;
    this.stores = stores;
    entities
        .all()
        .forEach(
            each -> words.computeIfAbsent(entities.word(each), name -> new TreeSet<>()).add(each));
    Map<String, String> byClass = new HashMap<>();
    entities
        .all()
        .forEach(each -> entities.classes(each).forEach(of -> byClass.put(map.topLevel(of), each)));
    for (Reference each : map.facts().references()) {
      if (each.kind() == ReferenceKind.EVENT_PUBLISHED) {
        published(each, byClass);
      }
    }
    entities.all().forEach(this::declared);
  }

  private void published(Reference each, Map<String, String> byClass) {
    TypeFact publisher = map.type(each.from());
    Place place = new Place(publisher == null ? "" : publisher.place().file(), each.line());
    String from = map.topLevel(each.from());
    String by =
        Entities.simple(each.from()) + (each.fromMember().isEmpty() ? "" : "." + each.fromMember());
    String itself = byClass.get(from);
    if (itself != null) {
      add(itself, each.to(), by + " publishes it", place, Certainty.PARSED);
      return;
    }
    String carried = carried(each.to());
    if (!carried.isEmpty()) {
      add(carried, each.to(), by + " publishes it, and it carries it", place, Certainty.INFERRED);
      return;
    }
    String called = called(each.to(), map.contextOf(from));
    if (!called.isEmpty()) {
      add(
          called,
          each.to(),
          by + " publishes it, and it is called after it",
          place,
          Certainty.INFERRED);
      return;
    }
    String name = Entities.simple(each.to()).toLowerCase(Locale.ROOT);
    stores.written(from).stream()
        .filter(entity -> name.contains(entities.word(entity)))
        .max(
            Comparator.comparingInt((String entity) -> entities.word(entity).length())
                .thenComparing(entity -> entity))
        .ifPresent(
            entity ->
                add(
                    entity,
                    each.to(),
                    by + " writes the one and publishes the other",
                    place,
                    Certainty.GUESSED));
  }

  /** The one entity that an event has a field of. */
  private String carried(String event) {
    TypeFact type = map.type(event);
    SortedSet<String> all = new TreeSet<>();
    for (FieldFact field : type == null ? List.<FieldFact>of() : type.fields()) {
      String entity = entities.of(field.type());
      if (entity != null) {
        all.add(entity);
      }
    }
    return all.size() == 1 ? all.first() : "";
  }

  /**
   * The entity with the longest name that an event's name starts with; of several that of a
   * context.
   */
  private String called(String event, String context) {
    String name = Entities.simple(event).toLowerCase(Locale.ROOT);
    for (int end = name.length(); end > 2; end--) {
      SortedSet<String> found = words.getOrDefault(name.substring(0, end), new TreeSet<>());
      if (!found.isEmpty()) {
        return found.stream()
            .filter(each -> found.size() == 1 || entities.context(each).equals(context))
            .findFirst()
            .orElse("");
      }
    }
    return "";
  }

  /** What Spring Data publishes when an entity is saved. */
  private void declared(String entity) {
    for (String each : entities.classes(entity)) {
      TypeFact type = map.type(each);
      if (type == null) {
        continue;
      }
      String above = type.superclass();
      if (above != null
          && BASES.contains(Entities.simple(above))
          && !byEntity.containsKey(entity)) {
        String why = Entities.simple(each) + " collects events until it is saved";
        add(entity, above, why, type.place(), Certainty.PARSED);
      }
      for (MethodFact method : type.methods()) {
        if (method.annotations().stream().map(Entities::simple).anyMatch("DomainEvents"::equals)) {
          String why = Entities.simple(each) + "." + method.name() + " gives the events of a save";
          add(entity, each, why, new Place(type.place().file(), method.line()), Certainty.PARSED);
        }
      }
    }
  }

  private void add(String entity, String event, String why, Place place, Certainty certainty) {
    byEntity
        .computeIfAbsent(entity, name -> new ArrayList<>())
        .add(new Part(event, "", why, place, certainty));
  }

  List<Part> of(String entity) {
    return byEntity.getOrDefault(entity, List.of());
  }
}
