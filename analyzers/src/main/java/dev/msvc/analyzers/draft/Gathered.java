package dev.msvc.analyzers.draft;

import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of one owner, each name once. */
final class Gathered {
  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
  private final DraftNames names;
  private final TypeName owner;

  Gathered(DraftNames names, TypeName owner) {
    this.names = names;
    this.owner = owner;
  }

  /** Adds a field, under another name where there is one of its name. */
  void add(FieldSpec field) {
    FieldName name = field.name();
    for (int i = 2; fields.containsKey(name.snake()); i++) {
      name = new FieldName(DraftNames.shortened(field.name().value()) + i);
      if (field.type().element() instanceof FieldType.EnumOf) {
        name = names.choice(owner, name);
      }
    }
    fields.put(name.snake(), name.equals(field.name()) ? field : renamed(field, name));
  }

  /** Adds a field that only some have, where there is none of its name. */
  void addOptional(FieldSpec field) {
    boolean many =
        field.type() instanceof FieldType.ListOf || field.type() instanceof FieldType.MapOf;
    fields.putIfAbsent(
        field.name().snake(),
        new FieldSpec(
            field.name(), field.type(), !many, field.unique(), field.rules(), field.description()));
  }

  boolean has(String name) {
    return fields.containsKey(new FieldName(name).snake());
  }

  List<FieldSpec> all() {
    return List.copyOf(fields.values());
  }

  private FieldSpec renamed(FieldSpec field, FieldName name) {
    FieldType type = field.type();
    if (type.element() instanceof FieldType.EnumOf choice) {
      FieldType.EnumOf words = new FieldType.EnumOf(TypeName.ofEnum(owner, name), choice.labels());
      type =
          type instanceof FieldType.ListOf
              ? new FieldType.ListOf(words)
              : type instanceof FieldType.MapOf ? new FieldType.MapOf(words) : words;
    }
    return new FieldSpec(
        name, type, field.optional(), field.unique(), field.rules(), field.description());
  }
}
