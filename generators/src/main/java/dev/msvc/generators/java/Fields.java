package dev.msvc.generators.java;

import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Makes fields in all their places. */
final class Fields {
  private static final Mapping NONE = new Mapping(List.of(), "", false);

  private final Types types;
  private final RestCode rest;
  private final ProtoCode proto;
  private final SampleCode samples;

  Fields(Scope scope) {
    this.types = new Types(scope);
    this.rest = new RestCode(types);
    this.proto = new ProtoCode(scope);
    this.samples = new SampleCode(scope);
  }

  /**
   * Fields of one owner.
   *
   * @param owner as code calls it
   * @param message that has the same fields; empty for none
   */
  List<JavaField> of(List<FieldSpec> specs, String owner, String message) {
    return specs.stream().map(each -> of(each, owner, message, NONE)).toList();
  }

  /** Fields whose annotations are given, in their order. */
  List<JavaField> annotated(
      List<FieldSpec> specs, String owner, String message, List<List<String>> annotations) {
    List<Mapping> mappings =
        annotations.stream().map(each -> new Mapping(each, "", false)).toList();
    return mapped(specs, owner, message, mappings);
  }

  /** Fields that are stored, in their order. */
  List<JavaField> mapped(
      List<FieldSpec> specs, String owner, String message, List<Mapping> mappings) {
    List<JavaField> fields = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      fields.add(of(specs.get(i), owner, message, mappings.get(i)));
    }
    return fields;
  }

  /** What callers say of an aggregate; in tests no two are the same, where that can be. */
  List<JavaField> details(List<FieldSpec> specs, String message) {
    boolean varied = specs.stream().anyMatch(FieldSpec::unique);
    FieldName one =
        specs.stream()
            .filter(each -> !varied && UniqueSample.isEasy(each))
            .map(FieldSpec::name)
            .findFirst()
            .orElse(null);
    return specs.stream()
        .map(
            each ->
                of(
                    each,
                    each.name().equals(one) ? UniqueSample.of(each) : samples.of(each),
                    "details",
                    message,
                    NONE))
        .toList();
  }

  private JavaField of(FieldSpec field, String owner, String message, Mapping mapping) {
    return of(field, samples.of(field), owner, message, mapping);
  }

  private JavaField of(
      FieldSpec field, Sample sample, String owner, String message, Mapping mapping) {
    String name = field.name().value();
    String read = owner + "." + name + "()";
    return new JavaField(
        name,
        field.name().capitalized(),
        types.of(field),
        field.optional(),
        field.unique(),
        mapping.isFilled(),
        mapping.annotations(),
        mapping.initial(),
        Checks.of(field),
        rest.request(field),
        rest.response(field),
        read,
        rest.toDomain(field, owner.equals("request") ? read : name),
        rest.toBody(field, read),
        message.isEmpty()
            ? ""
            : proto.fromMessage(message, field, owner.equals("request") ? owner : "message"),
        message.isEmpty() ? "" : proto.setter(message, field, read),
        message.isEmpty() ? "" : proto.setter(message, field, sample.java()),
        sample.java(),
        sample.json(),
        sample.argument());
  }

  /** The getter of a message's field, as a method. */
  String accessor(String message, String field) {
    return proto.accessor(message, field);
  }

  /** Whether a request must hold a field: the names that an empty one is told of. */
  static boolean isAsked(FieldSpec field) {
    if (field.type() instanceof FieldType.ListOf || field.type() instanceof FieldType.MapOf) {
      return field.rules().min().filter(each -> each.signum() > 0).isPresent();
    }
    return !field.optional();
  }

  Types types() {
    return types;
  }
}
