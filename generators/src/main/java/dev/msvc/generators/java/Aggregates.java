package dev.msvc.generators.java;

import dev.msvc.generators.proto.ProtoField;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes aggregates. */
final class Aggregates {
  // variables of templates
  private static final Set<String> VARIABLES =
      Set.of(
          "after",
          "anonymous",
          "batch",
          "body",
          "change",
          "changed",
          "channel",
          "created",
          "details",
          "e",
          "event",
          "first",
          "found",
          "id",
          "ids",
          "ifMatch",
          "it",
          "json",
          "limit",
          "message",
          "messages",
          "n",
          "page",
          "pageSize",
          "pageToken",
          "path",
          "port",
          "read",
          "reader",
          "refused",
          "reply",
          "request",
          "requests",
          "response",
          "responses",
          "rest",
          "saved",
          "second",
          "service",
          "services",
          "size",
          "stale",
          "stream",
          "token",
          "updated",
          "version",
          "width");

  private final Scope scope;
  private final Fields fields;
  private final Storage storage;
  private final Values values;

  Aggregates(Scope scope, Fields fields, Storage storage, Values values) {
    this.scope = scope;
    this.fields = fields;
    this.storage = storage;
    this.values = values;
  }

  JavaAggregate of(AggregateSpec aggregate) {
    JavaName name = name(aggregate);
    String label = name.label();
    List<FieldSpec> said = said(aggregate);
    boolean described =
        aggregate.can(StandardOperation.CREATE) || aggregate.can(StandardOperation.UPDATE);
    Commands commands = new Commands(scope, fields, storage, aggregate, said);
    Events events = new Events(aggregate, name, fields.types(), scope);
    List<JavaCommand> does =
        aggregate.commands().stream().map(each -> commands.of(each, name, events)).toList();
    List<FieldSpec> asked = said.stream().filter(Fields::isAsked).toList();
    List<JavaEnum> enums = new ArrayList<>(values.enums(aggregate.fields()));
    aggregate.entities().forEach(each -> enums.addAll(values.enums(each.fields())));
    aggregate.commands().forEach(each -> enums.addAll(values.enums(each.fields())));
    aggregate.events().forEach(each -> enums.addAll(values.enums(each.fields())));
    return new JavaAggregate(
        name,
        aggregate.description(),
        aggregate.path(),
        Storage.table(aggregate),
        id(aggregate),
        aggregate.operations(),
        fields.mapped(aggregate.fields(), name.variable(), label, storage.aggregate(aggregate)),
        fields.details(said, described ? label + "Details" : ""),
        states(aggregate),
        aggregate.entities().stream().map(each -> values.entity(each, aggregate)).toList(),
        enums,
        does,
        events.all(),
        contract(aggregate),
        commands.constants(),
        Checks.constants(said),
        asked.stream().map(each -> each.name().value()).sorted().toList(),
        described ? askedOfContract(label, asked) : List.of(),
        told(aggregate, events),
        events.idComponent());
  }

  private List<String> askedOfContract(String label, List<FieldSpec> asked) {
    return asked.stream()
        .filter(each -> !Types.isPrimitive(each.type()))
        .filter(each -> each.type() != FieldType.Scalar.BYTES)
        .filter(
            each ->
                (each.type() != FieldType.Scalar.STRING && each.type() != FieldType.Scalar.TEXT)
                    || each.rules().isEmpty())
        .map(each -> scope.contract().message(label + "Details").field(each.name().value()))
        .map(ProtoField::name)
        .toList();
  }

  private JavaName name(AggregateSpec aggregate) {
    TypeName label = aggregate.name();
    Home home = scope.home(label);
    String type = home.name();
    String variable = uncapitalized(type);
    String many = label.kebabPlural().replace('-', ' ');
    String several = type.equals(label.value()) ? uncapitalized(label.plural()) : variable + "s";
    String words = label.snake().replace('_', ' ');
    return new JavaName(
        type,
        label.value(),
        VARIABLES.contains(variable) ? "the" + type : variable,
        VARIABLES.contains(several) || several.equals(variable) ? "all" + type : several,
        label.plural(),
        Scope.word(label),
        words,
        "aeiou".indexOf(words.charAt(0)) >= 0 ? "an" : "a",
        many);
  }

  private static String uncapitalized(String name) {
    return new TypeName(name).uncapitalized();
  }

  private static JavaAggregate.Id id(AggregateSpec aggregate) {
    String type = Types.id(aggregate.id());
    String boxed = Types.boxedId(aggregate.id());
    return switch (aggregate.id()) {
      case UUID ->
          new JavaAggregate.Id(
              "uuid",
              type,
              boxed,
              "new UUID(0, 0)",
              "UUID::fromString",
              "ValueMessages.uuid(request.getId())",
              "",
              "UUID.randomUUID()",
              "UUID.fromString(\"ffffffff-ffff-7fff-bfff-fffffffffffe\")",
              "00000000-0000-4000-8000-000000000001",
              "\"00000000-0000-4000-8000-000000000001\"");
      case LONG ->
          new JavaAggregate.Id(
              "long",
              type,
              boxed,
              "Long.MIN_VALUE",
              "Long::valueOf",
              "request.getId()",
              Storage.sequence(aggregate),
              "1",
              "Long.MAX_VALUE",
              "9223372036854775806",
              "9223372036854775806L");
      case STRING ->
          new JavaAggregate.Id(
              "string",
              type,
              boxed,
              "\"\"",
              "text -> Check.characters(\"pageToken\", text)",
              "request.getId()",
              "",
              "\"id\"",
              "\"zzzz-\" + UUID.randomUUID()",
              "absent",
              "\"absent\"");
    };
  }

  private JavaAggregate.Contract contract(AggregateSpec aggregate) {
    String label = aggregate.name().value();
    boolean served = !aggregate.operations().isEmpty() || !aggregate.commands().isEmpty();
    String one = "";
    String field = "";
    String many = "";
    String calls = "";
    if (served) {
      boolean lists = aggregate.can(StandardOperation.LIST);
      String call = firstCall(aggregate);
      calls = scope.contract().outerClass(call + "Request");
      List<ProtoField> answer = scope.contract().message(call + "Response").fields();
      if (!answer.isEmpty() && !call.equals("List" + aggregate.name().plural())) {
        one = answer.get(0).accessor();
        field = answer.get(0).name();
      }
      if (lists) {
        many =
            scope
                .contract()
                .message("List" + aggregate.name().plural() + "Response")
                .fields()
                .get(0)
                .accessor();
        one =
            scope
                .contract()
                .message("Stream" + aggregate.name().plural() + "Response")
                .fields()
                .get(0)
                .accessor();
      }
    }
    return new JavaAggregate.Contract(scope.contract().outerClass(label), calls, one, many, field);
  }

  private static String firstCall(AggregateSpec aggregate) {
    String label = aggregate.name().value();
    if (aggregate.can(StandardOperation.CREATE)) {
      return "Create" + label;
    }
    if (aggregate.can(StandardOperation.GET)) {
      return "Get" + label;
    }
    if (aggregate.can(StandardOperation.UPDATE)) {
      return "Update" + label;
    }
    if (!aggregate.commands().isEmpty()) {
      return aggregate.commands().get(0).name().capitalized() + label;
    }
    return aggregate.can(StandardOperation.LIST)
        ? "List" + aggregate.name().plural()
        : "Delete" + label;
  }

  private List<JavaAggregate.State> states(AggregateSpec aggregate) {
    return aggregate.fields().stream()
        .filter(each -> aggregate.isState(each.name()))
        .map(
            each -> {
              FieldType.EnumOf choice = (FieldType.EnumOf) each.type();
              String label = choice.labels().get(0).value();
              String type = scope.home(choice.name()).name();
              return new JavaAggregate.State(
                  each.name().value(),
                  type,
                  type + "." + label,
                  label,
                  fields.accessor(aggregate.name().value(), each.name().value()),
                  scope.home(choice.name()).proto()
                      + "."
                      + scope.contract().enumeration(choice.name().value()).value(label));
            })
        .toList();
  }

  /** What callers say of it: all that no command sets. */
  private static List<FieldSpec> said(AggregateSpec aggregate) {
    return aggregate.fields().stream().filter(each -> !aggregate.isState(each.name())).toList();
  }

  private static JavaAggregate.Told told(AggregateSpec aggregate, Events events) {
    TypeName created = aggregate.emits().get(StandardOperation.CREATE);
    return new JavaAggregate.Told(
        created == null ? "" : events.record(created),
        told(aggregate, events, StandardOperation.CREATE),
        told(aggregate, events, StandardOperation.UPDATE),
        told(aggregate, events, StandardOperation.DELETE));
  }

  private static String told(AggregateSpec aggregate, Events events, StandardOperation operation) {
    TypeName event = aggregate.emits().get(operation);
    return event == null ? "" : events.code(event, operation.notation(), List.of());
  }
}
