package dev.msvc.generators.java;

import dev.msvc.generators.proto.ProtoEnum;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.List;
import java.util.Locale;

/** Makes the records and enums of a service. */
final class Values {
  private final Scope scope;
  private final Fields fields;
  private final Storage storage;

  Values(Scope scope, Fields fields, Storage storage) {
    this.scope = scope;
    this.fields = fields;
    this.storage = storage;
  }

  JavaValue value(ValueSpec value) {
    List<FieldSpec> all = scope.fields(value);
    boolean flat = scope.isFlat(value.name());
    String variable = scope.home(value.name()).variable();
    String message = value.name().value();
    return record(
        value.name(),
        "",
        value.parent().map(each -> scope.home(each).name()).orElse(""),
        value.parent().map(scope::body).orElse(""),
        Checks.constants(all),
        flat,
        flat
            ? fields.annotated(all, variable, message, storage.value(value.name()))
            : fields.of(all, variable, message));
  }

  JavaValue entity(EntitySpec entity, AggregateSpec aggregate) {
    return record(
        entity.name(),
        scope.home(aggregate.name()).name(),
        "",
        "",
        Checks.constants(entity.fields()),
        true,
        fields.annotated(
            entity.fields(),
            scope.home(entity.name()).variable(),
            entity.name().value(),
            storage.entity(entity)));
  }

  private JavaValue record(
      TypeName name,
      String owner,
      String parent,
      String parentBody,
      List<String> constants,
      boolean embeddable,
      List<JavaField> of) {
    Home home = scope.home(name);
    return new JavaValue(
        home.name(),
        name.value(),
        scope.body(name),
        home.variable(),
        below(home),
        owner,
        parent,
        parentBody,
        home.proto(),
        home.messages(),
        constants,
        embeddable,
        of);
  }

  private String below(Home home) {
    return home.packageName().substring(scope.service().packageName().value().length() + 1);
  }

  JavaKinds kinds(ValueSpec value) {
    Home home = scope.home(value.name());
    return new JavaKinds(
        home.name(),
        value.name().value(),
        scope.body(value.name()),
        home.variable(),
        home.proto(),
        Kinds.property(scope, value.name()),
        fields.of(value.fields(), home.variable(), ""),
        scope.kinds(value.name()).stream().map(each -> kind(value, each)).toList());
  }

  private JavaKinds.Kind kind(ValueSpec parent, ValueSpec kind) {
    Home home = scope.home(kind.name());
    String field = kind.name().snake();
    String inMessage = scope.contract().message(parent.name().value()).field(field).name();
    return new JavaKinds.Kind(
        home.name(),
        kind.name().value(),
        scope.body(kind.name()),
        home.variable(),
        inMessage.toUpperCase(Locale.ROOT),
        fields.accessor(parent.name().value(), field));
  }

  List<JavaEnum> enums(List<FieldSpec> of) {
    return of.stream()
        .map(each -> Scope.element(each.type()))
        .filter(FieldType.EnumOf.class::isInstance)
        .map(each -> enumOf((FieldType.EnumOf) each))
        .toList();
  }

  private JavaEnum enumOf(FieldType.EnumOf choice) {
    Home home = scope.home(choice.name());
    ProtoEnum proto = scope.contract().enumeration(choice.name().value());
    return new JavaEnum(
        home.name(),
        home.variable(),
        below(home),
        home.proto(),
        home.messages(),
        choice.labels().stream()
            .map(each -> new JavaEnum.Label(each.value(), proto.value(each.value())))
            .toList());
  }
}
