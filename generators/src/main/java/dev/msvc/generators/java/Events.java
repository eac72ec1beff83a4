package dev.msvc.generators.java;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.EventSpec;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.Unmade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of an aggregate, and the code that makes them. */
final class Events {
  private final AggregateSpec aggregate;
  private final JavaName name;
  private final Types types;
  private final Scope scope;

  Events(AggregateSpec aggregate, JavaName name, Types types, Scope scope) {
    this.aggregate = aggregate;
    this.name = name;
    this.types = types;
    this.scope = scope;
  }

  /** The component that holds the aggregate's id. */
  String idComponent() {
    String usual = aggregate.name().uncapitalized() + "Id";
    // what every event is asked for
    return usual.equals("aggregateId") ? "idOfAggregate" : usual;
  }

  List<JavaEvent> all() {
    List<JavaEvent> all = new ArrayList<>();
    for (EventSpec event : aggregate.events()) {
      List<String> components = new ArrayList<>();
      components.add(Types.id(aggregate.id()) + " " + idComponent());
      for (FieldSpec each : own(event)) {
        components.add(types.of(each) + " " + each.name());
      }
      all.add(new JavaEvent(record(event.name()), components));
    }
    return all;
  }

  /** The record of an event: in the interface that holds it, no other class is called so. */
  String record(TypeName event) {
    boolean hides = LibraryTypes.taken(event.value()) || event.value().equals(home());
    return hides ? event + "Event" : event.value();
  }

  private String home() {
    return name.type() + "Event";
  }

  private List<FieldSpec> own(EventSpec event) {
    return event.fields().stream()
        .filter(each -> !each.name().value().equals(idComponent()))
        .toList();
  }

  /**
   * Code that makes an event.
   *
   * @param by what happened, as a message names it
   * @param said fields that are parameters there
   */
  String code(TypeName event, String by, List<FieldSpec> said) {
    EventSpec spec =
        aggregate.events().stream()
            .filter(each -> each.name().equals(event))
            .findFirst()
            .orElseThrow();
    List<String> arguments = new ArrayList<>(List.of("id"));
    for (FieldSpec each : own(spec)) {
      arguments.add(argument(each, spec, by, said));
    }
    return "new %s.%s(%s)".formatted(home(), record(event), String.join(", ", arguments));
  }

  private String argument(FieldSpec field, EventSpec event, String by, List<FieldSpec> said) {
    Optional<FieldSpec> parameter = named(said, field);
    Optional<FieldSpec> own = named(aggregate.fields(), field);
    if (parameter.filter(each -> fits(each, field)).isPresent()) {
      return converted(parameter.get(), field, field.name().value());
    }
    if (own.filter(each -> fits(each, field)).isPresent()) {
      // what callers say of an aggregate is a parameter of that name
      boolean hidden = parameter.isPresent() || field.name().value().equals("details");
      String before = hidden ? "this." : "";
      String code = before + field.name();
      return JavaField.isCollection(own.get())
          ? (own.get().type() instanceof FieldType.MapOf ? "Map" : "List") + ".copyOf(" + code + ")"
          : converted(own.get(), field, code);
    }
    if (field.optional()) {
      return "null";
    }
    if (field.type() == FieldType.Scalar.INSTANT) {
      return "Instant.now()";
    }
    throw new Unmade(
        field,
        "nothing says what '%s' of event '%s' is: neither %s nor a field of %s of its type is called so"
            .formatted(field.name(), event.name(), by, aggregate.name()),
        "add it there, or make it optional");
  }

  private static Optional<FieldSpec> named(List<FieldSpec> fields, FieldSpec like) {
    return fields.stream().filter(each -> each.name().equals(like.name())).findFirst();
  }

  private boolean fits(FieldSpec from, FieldSpec to) {
    if (from.optional() && !to.optional()) {
      return false;
    }
    if (from.type() instanceof FieldType.EnumOf one
        && to.type() instanceof FieldType.EnumOf other) {
      return other.labels().containsAll(one.labels()) && !from.optional();
    }
    return types.boxed(from.type()).equals(types.boxed(to.type()));
  }

  private String converted(FieldSpec from, FieldSpec to, String code) {
    if (to.type() instanceof FieldType.EnumOf other && !from.type().equals(to.type())) {
      return "%s.valueOf(%s.name())".formatted(scope.home(other.name()).name(), code);
    }
    return code;
  }
}
