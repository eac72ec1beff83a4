package dev.msvc.generators.java;

import dev.msvc.generators.proto.ProtoMessage;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;

/** How fields are read from messages and put into them. */
final class ProtoCode {
  private final Scope scope;

  ProtoCode(Scope scope) {
    this.scope = scope;
  }

  /** The stem of a field's getter in the class that protoc makes. */
  String accessor(String message, String field) {
    ProtoMessage of = scope.contract().message(message);
    return of.field(field).accessor();
  }

  /** The code of the domain's value, from the message that holds it. */
  String fromMessage(String message, FieldSpec field, String code) {
    String stem = accessor(message, field.name().value());
    FieldType type = field.type();
    if (type instanceof FieldType.ListOf list) {
      return JavaText.list(code + ".get" + stem + "List()", each -> from(list.item(), each));
    }
    if (type instanceof FieldType.MapOf map) {
      return JavaText.map(code + ".get" + stem + "Map()", each -> from(map.value(), each));
    }
    String value = from(type, code + ".get" + stem + "()");
    return field.optional() ? "%s.has%s() ? %s : null".formatted(code, stem, value) : value;
  }

  /** The call of a builder that takes a value of the domain that is there. */
  String setter(String message, FieldSpec field, String code) {
    String stem = accessor(message, field.name().value());
    FieldType type = field.type();
    if (type instanceof FieldType.ListOf list) {
      return ".addAll%s(%s)".formatted(stem, JavaText.list(code, each -> to(list.item(), each)));
    }
    if (type instanceof FieldType.MapOf map) {
      return ".putAll%s(%s)".formatted(stem, JavaText.map(code, each -> to(map.value(), each)));
    }
    return ".set%s(%s)".formatted(stem, to(type, code));
  }

  private String from(FieldType type, String code) {
    if (type instanceof FieldType.Named named) {
      return reader(scope.home(named.name()), code);
    }
    if (type instanceof FieldType.EnumOf choice) {
      return reader(scope.home(choice.name()), code);
    }
    if (type instanceof FieldType.Decimal) {
      return "ValueMessages.decimal(" + code + ")";
    }
    return switch ((FieldType.Scalar) type) {
      case STRING, TEXT, INT, LONG, DOUBLE, BOOLEAN -> code;
      case BYTES -> code + ".toByteArray()";
      case UUID -> "ValueMessages.uuid(" + code + ")";
      case INSTANT -> "ValueMessages.instant(" + code + ")";
      case DATE -> "ValueMessages.date(" + code + ")";
      case TIME -> "ValueMessages.time(" + code + ")";
      case MONEY -> "ValueMessages.money(" + code + ")";
    };
  }

  private static String reader(Home home, String code) {
    return "%s.%s(%s)".formatted(home.messages(), home.variable(), code);
  }

  private String to(FieldType type, String code) {
    if (type instanceof FieldType.Named named) {
      Home home = scope.home(named.name());
      // of several methods, that of the abstract value
      boolean kind = home.kind() == Home.Kind.ABSTRACT && code.startsWith("new ");
      return "%s.message(%s%s)"
          .formatted(home.messages(), kind ? "(" + home.name() + ") " : "", code);
    }
    if (type instanceof FieldType.EnumOf choice) {
      return "%s.message(%s)".formatted(scope.home(choice.name()).messages(), code);
    }
    if (type instanceof FieldType.Decimal) {
      return "ValueMessages.message(" + code + ")";
    }
    return switch ((FieldType.Scalar) type) {
      case STRING, TEXT, INT, LONG, DOUBLE, BOOLEAN -> code;
      case BYTES -> "ByteString.copyFrom(" + code + ")";
      case UUID -> code + ".toString()";
      case INSTANT, DATE, TIME, MONEY -> "ValueMessages.message(" + code + ")";
    };
  }
}
