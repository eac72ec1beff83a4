package dev.msvc.model.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the parts of a service go together. */
final class Coherence {
  private final List<AggregateSpec> aggregates;
  private final Map<TypeName, ValueSpec> values = new HashMap<>();
  private final Map<TypeName, String> names = new HashMap<>();
  private final Set<String> paths = new HashSet<>();
  private final List<ValueSpec> inOrder;

  Coherence(List<AggregateSpec> aggregates, List<ValueSpec> values) {
    this.aggregates = aggregates;
    this.inOrder = values;
  }

  void check() {
    if (aggregates.isEmpty()) {
      throw new Incoherent(
          List.of("aggregates"),
          "a service has one aggregate or more",
          "name one under aggregates");
    }
    if (aggregates.stream().noneMatch(AggregateSpec::isCalled)) {
      throw new Incoherent(
          List.of("aggregates"),
          "nothing of this service can be called",
          "give an aggregate an operation or a command");
    }
    for (ValueSpec value : inOrder) {
      taken(value.name(), "value", List.of("values", value.name().value()));
      values.put(value.name(), value);
      enums(value.fields(), List.of("values", value.name().value(), "fields"));
    }
    for (AggregateSpec aggregate : aggregates) {
      namesOf(aggregate);
    }
    for (ValueSpec value : inOrder) {
      parents(value);
      List<String> at = List.of("values", value.name().value());
      fields(value.fields(), below(at, "fields"), Set.of());
    }
    aggregates.forEach(this::aggregate);
    inOrder.forEach(value -> endless(value.name(), value.name(), new HashSet<>()));
  }

  private void namesOf(AggregateSpec aggregate) {
    List<String> at = List.of("aggregates", aggregate.name().value());
    taken(aggregate.name(), "aggregate", at);
    if (!paths.add(aggregate.path())) {
      throw new Incoherent(
          below(at, "path"),
          "another aggregate is below %s, too".formatted(aggregate.path()),
          "give each a path of its own");
    }
    for (EntitySpec entity : aggregate.entities()) {
      taken(entity.name(), "entity", below(at, "entities", entity.name().value()));
    }
    for (EventSpec event : aggregate.events()) {
      taken(event.name(), "event", below(at, "events", event.name().value()));
      enums(event.fields(), below(at, "events", event.name().value(), "fields"));
    }
    for (CommandSpec command : aggregate.commands()) {
      enums(command.fields(), below(at, "commands", command.name().value(), "fields"));
    }
    enums(aggregate.fields(), below(at, "fields"));
    for (EntitySpec entity : aggregate.entities()) {
      enums(entity.fields(), below(at, "entities", entity.name().value(), "fields"));
    }
  }

  private void enums(List<FieldSpec> fields, List<String> at) {
    for (FieldSpec field : fields) {
      if (element(field.type()) instanceof FieldType.EnumOf choice) {
        taken(choice.name(), "enum", below(at, field.name().value()));
      }
    }
  }

  private void taken(TypeName name, String as, List<String> at) {
    String before = names.putIfAbsent(name, as);
    if (before != null) {
      throw new Incoherent(
          at,
          "'%s' is there twice, as %s and as %s".formatted(name, before, as),
          "every type of a service has a name of its own");
    }
  }

  private void aggregate(AggregateSpec aggregate) {
    List<String> at = List.of("aggregates", aggregate.name().value());
    Set<TypeName> entities = new HashSet<>();
    aggregate.entities().forEach(each -> entities.add(each.name()));
    if (aggregate.fields().isEmpty()) {
      throw new Incoherent(
          at, "aggregate '%s' has no fields".formatted(aggregate.name()), "name one under fields");
    }
    fields(aggregate.fields(), below(at, "fields"), entities);
    for (EntitySpec entity : aggregate.entities()) {
      List<String> there = below(at, "entities", entity.name().value());
      if (aggregate.fields().stream().noneMatch(each -> holds(each, entity.name()))) {
        throw new Incoherent(
            there,
            "no field of '%s' holds '%s', so that none is ever stored"
                .formatted(aggregate.name(), entity.name()),
            "add a field of type list(%s) to '%s', or leave the entity out"
                .formatted(entity.name(), aggregate.name()));
      }
      fields(entity.fields(), below(there, "fields"), Set.of());
    }
    Set<TypeName> events = new TreeSet<>();
    for (EventSpec event : aggregate.events()) {
      events.add(event.name());
      fields(event.fields(), below(at, "events", event.name().value(), "fields"), Set.of());
    }
    Set<FieldName> commands = new HashSet<>();
    for (CommandSpec command : aggregate.commands()) {
      List<String> there = below(at, "commands", command.name().value());
      if (!commands.add(command.name()) || isStandard(command.name())) {
        throw new Incoherent(
            there,
            "'%s' is an operation already".formatted(command.name()),
            "create, get, list, update and delete are listed under operations");
      }
      fields(command.fields(), below(there, "fields"), Set.of());
      command.emits().ifPresent(each -> known(aggregate, events, each, below(there, "emits")));
      command.sets().forEach((field, label) -> sets(aggregate, field, label, below(there, "sets")));
    }
    aggregate
        .emits()
        .forEach(
            (operation, event) -> {
              List<String> there = below(at, "emits", operation.notation());
              if (!aggregate.can(operation)) {
                throw new Incoherent(
                    there,
                    "aggregate '%s' has no operation '%s'"
                        .formatted(aggregate.name(), operation.notation()),
                    "name it under operations");
              }
              known(aggregate, events, event, there);
            });
  }

  private static boolean holds(FieldSpec field, TypeName type) {
    return element(field.type()) instanceof FieldType.Named named && named.name().equals(type);
  }

  private static void known(
      AggregateSpec aggregate, Set<TypeName> events, TypeName event, List<String> at) {
    if (!events.contains(event)) {
      throw new Incoherent(
          at,
          "aggregate '%s' has no event '%s'".formatted(aggregate.name(), event),
          "name it under events");
    }
  }

  private static void sets(
      AggregateSpec aggregate, FieldName name, EnumLabel label, List<String> at) {
    for (FieldSpec field : aggregate.fields()) {
      if (field.name().equals(name)
          && field.type() instanceof FieldType.EnumOf choice
          && !field.optional()
          && choice.labels().contains(label)) {
        return;
      }
    }
    throw new Incoherent(
        below(at, name.value()),
        "aggregate '%s' has no enum '%s' with '%s' in it".formatted(aggregate.name(), name, label),
        "a command sets an enum of its aggregate that is not optional");
  }

  private static boolean isStandard(FieldName name) {
    for (StandardOperation each : StandardOperation.values()) {
      if (each.notation().equals(name.value())) {
        return true;
      }
    }
    return false;
  }

  private void fields(List<FieldSpec> fields, List<String> at, Set<TypeName> entities) {
    Set<String> columns = new HashSet<>();
    for (FieldSpec field : fields) {
      List<String> there = below(at, field.name().value());
      if (Set.of("id", "version", "etag").contains(field.name().value())) {
        throw new Incoherent(
            there,
            "'%s' is there by itself".formatted(field.name()),
            "leave it out, or choose another word");
      }
      if (!columns.add(field.name().snake())) {
        throw new Incoherent(
            there,
            "'%s' is the same column as another: %s".formatted(field.name(), field.name().snake()),
            "choose another word");
      }
      type(field, there, entities);
    }
  }

  private void type(FieldSpec field, List<String> at, Set<TypeName> entities) {
    FieldType type = field.type();
    FieldType element = element(type);
    if (element instanceof FieldType.ListOf || element instanceof FieldType.MapOf) {
      throw new Incoherent(
          at,
          "'%s' holds lists of lists".formatted(field.name()),
          "give the inner one a name: a value with a list in it");
    }
    if (element instanceof FieldType.Named named) {
      if (entities.contains(named.name())) {
        if (!(type instanceof FieldType.ListOf)) {
          throw new Incoherent(
              at,
              "'%s' holds one %s, which is an entity".formatted(field.name(), named.name()),
              "write list(%s), or make it a value".formatted(named.name()));
        }
      } else if (!values.containsKey(named.name())) {
        throw new Incoherent(
            at,
            "there is no value or entity '%s'".formatted(named.name()),
            known(named.name(), entities));
      }
    }
    boolean many = type != element;
    if (field.unique() && (many || element instanceof FieldType.Named)) {
      throw new Incoherent(
          at, "'%s' cannot be unique".formatted(field.name()), "only plain fields can");
    }
    if (field.optional() && many) {
      throw new Incoherent(
          at,
          "'%s' is a list or a map, and optional".formatted(field.name()),
          "leave out 'optional': it may be empty");
    }
  }

  private String known(TypeName name, Set<TypeName> entities) {
    if (names.containsKey(name)) {
      return "'%s' is an %s: refer to another aggregate by its id".formatted(name, names.get(name));
    }
    Set<TypeName> all = new TreeSet<>(values.keySet());
    all.addAll(entities);
    List<String> near =
        dev.msvc.model.Nearest.of(name.value(), all.stream().map(TypeName::value).toList());
    return near.isEmpty()
        ? "name it under values, or under entities of its aggregate"
        : "did you mean '%s'?".formatted(near.get(0));
  }

  private void parents(ValueSpec value) {
    if (value.parent().isEmpty()) {
      boolean hasKinds =
          inOrder.stream().anyMatch(each -> each.parent().filter(value.name()::equals).isPresent());
      if (value.isAbstract() && !hasKinds) {
        throw new Incoherent(
            List.of("values", value.name().value()),
            "'%s' is abstract and has no kinds".formatted(value.name()),
            "write 'extends: %s' at another value, or leave out 'abstract'"
                .formatted(value.name()));
      }
      if (!value.isAbstract() && value.fields().isEmpty()) {
        throw new Incoherent(
            List.of("values", value.name().value()),
            "value '%s' has no fields".formatted(value.name()),
            "name one under fields");
      }
      return;
    }
    List<String> at = List.of("values", value.name().value(), "extends");
    ValueSpec parent = values.get(value.parent().get());
    if (parent == null || !parent.isAbstract()) {
      throw new Incoherent(
          at,
          "there is no abstract value '%s'".formatted(value.parent().get()),
          "write 'abstract: true' at it");
    }
    for (ValueSpec each : List.of(parent, value)) {
      if (each.fields().stream().anyMatch(field -> field.name().value().equals("type"))) {
        throw new Incoherent(
            List.of("values", each.name().value(), "fields", "type"),
            "'type' says which kind of '%s' a value is".formatted(parent.name()),
            "choose another word");
      }
    }
    if (value.isAbstract() || parent.parent().isPresent()) {
      throw new Incoherent(
          at, "a kind of value has no kinds itself", "put all kinds below one abstract value");
    }
  }

  /** A value that is part of itself has no end. */
  private void endless(TypeName from, TypeName at, Set<TypeName> seen) {
    if (!seen.add(at)) {
      return;
    }
    List<FieldSpec> fields = new ArrayList<>();
    for (ValueSpec value : inOrder) {
      if (value.name().equals(at) || value.parent().filter(at::equals).isPresent()) {
        fields.addAll(value.fields());
      }
    }
    for (FieldSpec field : fields) {
      if (element(field.type()) instanceof FieldType.Named named) {
        if (named.name().equals(from)) {
          throw new Incoherent(
              List.of("values", from.value()),
              "'%s' is part of itself, by '%s'".formatted(from, field.name()),
              "refer to it by an id");
        }
        endless(from, named.name(), seen);
      }
    }
  }

  private static FieldType element(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return list.item();
    }
    return type instanceof FieldType.MapOf map ? map.value() : type;
  }

  private static List<String> below(List<String> at, String... keys) {
    List<String> below = new ArrayList<>(at);
    below.addAll(List.of(keys));
    return below;
  }
}
