package dev.msvc.generators.java;

import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;

/** What fields are declared as. */
final class Types {
  private static final String NULLABLE = "@Nullable ";

  private final Scope scope;

  Types(Scope scope) {
    this.scope = scope;
  }

  /** The type of one value that is there; never a primitive. */
  String boxed(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return "List<" + boxed(list.item()) + ">";
    }
    if (type instanceof FieldType.MapOf map) {
      return "Map<String, " + boxed(map.value()) + ">";
    }
    if (type instanceof FieldType.Named named) {
      return scope.home(named.name()).name();
    }
    if (type instanceof FieldType.EnumOf choice) {
      return scope.home(choice.name()).name();
    }
    if (type instanceof FieldType.Decimal) {
      return "BigDecimal";
    }
    return switch ((FieldType.Scalar) type) {
      case STRING, TEXT -> "String";
      case INT -> "Integer";
      case LONG -> "Long";
      case DOUBLE -> "Double";
      case BOOLEAN -> "Boolean";
      case DATE -> "LocalDate";
      case TIME -> "LocalTime";
      case INSTANT -> "Instant";
      case UUID -> "UUID";
      case BYTES -> "byte[]";
      case MONEY -> "Money";
    };
  }

  /** The class of a value or an entity in the REST API. */
  String body(FieldType.Named type) {
    return scope.body(type.name());
  }

  /** Whether a field is a primitive where it must be there. */
  static boolean isPrimitive(FieldType type) {
    return type == FieldType.Scalar.INT
        || type == FieldType.Scalar.LONG
        || type == FieldType.Scalar.DOUBLE
        || type == FieldType.Scalar.BOOLEAN;
  }

  /** The type of a field, without saying whether it may be absent. */
  String plain(FieldSpec field) {
    return isPrimitive(field.type()) && !field.optional()
        ? primitive((FieldType.Scalar) field.type())
        : boxed(field.type());
  }

  private static String primitive(FieldType.Scalar scalar) {
    return scalar == FieldType.Scalar.INT ? "int" : scalar.notation();
  }

  /** The type of a field of the domain: {@code @Nullable LocalDate}. */
  String of(FieldSpec field) {
    return field.optional() ? nullable(plain(field)) : plain(field);
  }

  static String nullable(String type) {
    return type.endsWith("[]")
        ? type.substring(0, type.length() - 2) + " " + NULLABLE + "[]"
        : NULLABLE + type;
  }

  static String id(IdKind id) {
    return switch (id) {
      case UUID -> "UUID";
      case LONG -> "long";
      case STRING -> "String";
    };
  }

  static String boxedId(IdKind id) {
    return id == IdKind.LONG ? "Long" : id(id);
  }
}
