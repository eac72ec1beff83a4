package dev.msvc.generators.openapi;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.CommandSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of what is sent and what comes back. */
final class Schemas {
  private static final String TYPE = "type";
  private static final String REF = "$ref";
  private static final String TOKEN = "nextPageToken";

  private final ServiceSpec service;
  private final List<OpenApi.Schema> schemas = new ArrayList<>();

  Schemas(ServiceSpec service) {
    this.service = service;
  }

  /** Of one page of an aggregate. */
  static String page(AggregateSpec aggregate) {
    return aggregate.name() + "Page";
  }

  /** Of what a command is told. */
  static String command(AggregateSpec aggregate, CommandSpec command) {
    return command.name().capitalized() + aggregate.name() + "Request";
  }

  /** Of the id of an aggregate. */
  static List<Node> id(IdKind id) {
    return switch (id) {
      case UUID -> List.of(Node.of(TYPE, "string"), Node.of("format", "uuid"));
      case LONG -> List.of(Node.of(TYPE, "integer"), Node.of("format", "int64"));
      case STRING ->
          List.of(
              Node.of(TYPE, "string"),
              Node.of("minLength", 1),
              Node.of("maxLength", Rules.DEFAULT_LENGTH));
    };
  }

  List<OpenApi.Schema> all() {
    service.aggregates().forEach(this::aggregate);
    service.values().forEach(this::value);
    return schemas;
  }

  private void aggregate(AggregateSpec aggregate) {
    String name = aggregate.name().value();
    List<Property> own = new ArrayList<>();
    own.add(new Property("id", id(aggregate.id()), true));
    own.add(new Property("version", FieldSchema.type(FieldType.Scalar.LONG), true));
    own.addAll(answered(aggregate.fields()));
    object(name, aggregate.description(), own);
    enums(aggregate.fields());
    if (aggregate.can(StandardOperation.CREATE) || aggregate.can(StandardOperation.UPDATE)) {
      object(name + "Details", "", sent(aggregate.details()));
    }
    if (aggregate.can(StandardOperation.LIST)) {
      String many = aggregate.name().plural();
      object(
          page(aggregate),
          "",
          List.of(
              new Property(
                  Character.toLowerCase(many.charAt(0)) + many.substring(1),
                  List.of(Node.of(TYPE, "array"), Node.map("items", reference(name))),
                  true),
              new Property(
                  TOKEN,
                  List.of(
                      Node.of(TYPE, "[string, \"null\"]"),
                      Node.text("description", "pageToken of the next page; null on the last")),
                  false)));
    }
    for (CommandSpec each : aggregate.commands()) {
      if (!each.fields().isEmpty()) {
        object(command(aggregate, each), "", sent(each.fields()));
        enums(each.fields());
      }
    }
    for (EntitySpec each : aggregate.entities()) {
      List<Property> properties = new ArrayList<>();
      properties.add(
          new Property(
              "id",
              List.of(
                  Node.of(TYPE, "[string, \"null\"]"),
                  Node.of("format", "uuid"),
                  Node.text("description", "left out for a new one")),
              false));
      properties.addAll(sent(each.fields()));
      object(each.name().value(), "", properties);
      enums(each.fields());
    }
  }

  private void value(ValueSpec value) {
    String name = value.name().value();
    enums(value.fields());
    if (value.isAbstract()) {
      List<String> kinds =
          service.values().stream()
              .filter(each -> each.parent().filter(value.name()::equals).isPresent())
              .map(each -> each.name().value())
              .toList();
      add(
          name,
          List.of(
              Node.list("oneOf", kinds.stream().map(each -> List.of(reference(each))).toList()),
              Node.map(
                  "discriminator",
                  Node.of("propertyName", TYPE),
                  Node.map(
                      "mapping",
                      kinds.stream().map(each -> Node.text(each, target(each))).toList()))));
      return;
    }
    List<Property> properties = new ArrayList<>();
    if (value.parent().isPresent()) {
      properties.add(new Property(TYPE, List.of(Node.of("const", name)), true));
      find(value.parent().get()).ifPresent(parent -> properties.addAll(sent(parent.fields())));
    }
    properties.addAll(sent(value.fields()));
    object(name, "", properties);
  }

  private Optional<ValueSpec> find(TypeName name) {
    return service.values().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private void enums(List<FieldSpec> fields) {
    for (FieldSpec field : fields) {
      if (field.type().element() instanceof FieldType.EnumOf choice) {
        add(
            choice.name().value(),
            List.of(
                Node.of(TYPE, "string"),
                Node.words("enum", choice.labels().stream().map(EnumLabel::value).toList())));
      }
    }
  }

  private static List<Property> sent(List<FieldSpec> fields) {
    return fields.stream()
        .map(
            each ->
                new Property(
                    each.name().value(),
                    FieldSchema.of(each, true),
                    !each.optional() && !FieldSchema.isMany(each.type())))
        .toList();
  }

  private static List<Property> answered(List<FieldSpec> fields) {
    return fields.stream()
        .map(
            each ->
                new Property(each.name().value(), FieldSchema.of(each, false), !each.optional()))
        .toList();
  }

  /** A property of an object. */
  private record Property(String name, List<Node> schema, boolean required) {}

  private void object(String name, String description, List<Property> properties) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(Node.of(TYPE, "object"));
    if (!description.isBlank()) {
      nodes.add(Node.text("description", description));
    }
    List<String> required =
        properties.stream().filter(Property::required).map(Property::name).toList();
    if (!required.isEmpty()) {
      nodes.add(Node.words("required", required));
    }
    if (!properties.isEmpty()) {
      nodes.add(
          Node.map(
              "properties",
              properties.stream().map(each -> Node.map(each.name(), each.schema())).toList()));
    }
    add(name, nodes);
  }

  private void add(String name, List<Node> nodes) {
    schemas.add(new OpenApi.Schema(name, Node.lines(nodes)));
  }

  static Node reference(String schema) {
    return Node.text(REF, target(schema));
  }

  private static String target(String schema) {
    return "#/components/schemas/" + schema;
  }
}
