package dev.msvc.generators.openapi;

import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The schema of a field. */
final class FieldSchema {
  private static final String TIME =
      "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?$";

  private FieldSchema() {}

  /**
   * Of a field.
   *
   * @param checked whether callers send it, and it is checked
   */
  static List<Node> of(FieldSpec field, boolean checked) {
    List<Node> nodes = new ArrayList<>(type(field.type()));
    if (checked) {
      nodes.addAll(rules(field));
    }
    if (field.optional()) {
      nodes = nullable(field.type(), nodes);
    }
    if (!field.description().isEmpty()) {
      nodes.add(Node.text("description", field.description()));
    }
    return nodes;
  }

  static boolean isMany(FieldType type) {
    return type instanceof FieldType.ListOf || type instanceof FieldType.MapOf;
  }

  private static List<Node> nullable(FieldType type, List<Node> nodes) {
    List<Node> nullable = new ArrayList<>(nodes);
    if (type instanceof FieldType.Named || type instanceof FieldType.EnumOf) {
      return new ArrayList<>(
          List.of(Node.list("anyOf", List.of(nodes, List.of(Node.text("type", "null"))))));
    }
    nullable.set(0, Node.of("type", "[" + nodes.get(0).value() + ", \"null\"]"));
    return nullable;
  }

  /** A type, without the rules of a field; what it is comes first. */
  static List<Node> type(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return List.of(Node.of("type", "array"), Node.map("items", element(list.item())));
    }
    if (type instanceof FieldType.MapOf map) {
      return List.of(
          Node.of("type", "object"), Node.map("additionalProperties", element(map.value())));
    }
    if (type instanceof FieldType.Named named) {
      return List.of(Schemas.reference(named.name().value()));
    }
    if (type instanceof FieldType.EnumOf choice) {
      return List.of(Schemas.reference(choice.name().value()));
    }
    if (type instanceof FieldType.Decimal decimal) {
      return List.of(
          Node.of("type", "string"),
          Node.text("pattern", digits(decimal.precision() - decimal.scale(), decimal.scale())));
    }
    return type instanceof FieldType.Scalar scalar ? scalar(scalar) : List.of();
  }

  private static List<Node> element(FieldType type) {
    List<Node> nodes = new ArrayList<>(type(type));
    if (type == FieldType.Scalar.STRING) {
      nodes.add(Node.of("maxLength", Rules.DEFAULT_LENGTH));
    }
    return nodes;
  }

  private static List<Node> scalar(FieldType.Scalar type) {
    return switch (type) {
      case STRING, TEXT -> List.of(Node.of("type", "string"));
      case INT -> List.of(Node.of("type", "integer"), Node.of("format", "int32"));
      case LONG -> List.of(Node.of("type", "integer"), Node.of("format", "int64"));
      case DOUBLE -> List.of(Node.of("type", "number"), Node.of("format", "double"));
      case BOOLEAN -> List.of(Node.of("type", "boolean"));
      case DATE -> List.of(Node.of("type", "string"), Node.of("format", "date"));
      case TIME -> List.of(Node.of("type", "string"), Node.text("pattern", TIME));
      case INSTANT -> List.of(Node.of("type", "string"), Node.of("format", "date-time"));
      case UUID -> List.of(Node.of("type", "string"), Node.of("format", "uuid"));
      case BYTES -> List.of(Node.of("type", "string"), Node.of("contentEncoding", "base64"));
      case MONEY ->
          List.of(
              Node.of("type", "object"),
              Node.words("required", List.of("amount", "currency")),
              Node.map(
                  "properties",
                  Node.map(
                      "amount", Node.of("type", "string"), Node.text("pattern", digits(15, 4))),
                  Node.map(
                      "currency", Node.of("type", "string"), Node.text("pattern", "^[A-Z]{3}$"))));
    };
  }

  /** A number as text, so that no reader rounds it. */
  private static String digits(int before, int after) {
    String whole = before == 0 ? "0" : "[0-9]{1," + before + "}";
    return "^-?" + whole + (after == 0 ? "" : "([.][0-9]{1," + after + "})?") + "$";
  }

  private static List<Node> rules(FieldSpec field) {
    FieldType type = field.type();
    Rules rules = field.rules();
    if (type instanceof FieldType.ListOf) {
      return lengths(rules, "minItems", "maxItems");
    }
    if (type instanceof FieldType.MapOf) {
      return lengths(rules, "minProperties", "maxProperties");
    }
    if (type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT) {
      return text(field);
    }
    List<Node> nodes = new ArrayList<>();
    if (type == FieldType.Scalar.BYTES) {
      // three bytes are four letters
      rules
          .max()
          .ifPresent(each -> nodes.add(Node.of("maxLength", (each.longValueExact() + 2) / 3 * 4)));
    } else if (type instanceof FieldType.Scalar) {
      rules.min().ifPresent(each -> nodes.add(Node.of("minimum", each.toPlainString())));
      rules.max().ifPresent(each -> nodes.add(Node.of("maximum", each.toPlainString())));
    }
    return nodes;
  }

  private static List<Node> lengths(Rules rules, String least, String most) {
    List<Node> nodes = new ArrayList<>();
    rules
        .min()
        .filter(each -> each.signum() > 0)
        .ifPresent(each -> nodes.add(Node.of(least, each.toBigInteger())));
    rules.max().ifPresent(each -> nodes.add(Node.of(most, each.toBigInteger())));
    return nodes;
  }

  private static List<Node> text(FieldSpec field) {
    Rules rules = field.rules();
    boolean shaped = rules.pattern().isPresent() || rules.format().isPresent();
    boolean empty = shaped || (field.type() == FieldType.Scalar.TEXT && field.optional());
    long min = rules.min().map(BigDecimal::longValue).orElse(empty ? 0L : 1L);
    List<Node> nodes = new ArrayList<>();
    rules
        .format()
        .ifPresent(each -> nodes.add(Node.of("format", each.name().toLowerCase(Locale.ROOT))));
    if (min > 0) {
      nodes.add(Node.of("minLength", min));
    }
    if (rules.max().isPresent()) {
      nodes.add(Node.of("maxLength", rules.max().get().longValue()));
    } else if (field.type() == FieldType.Scalar.STRING) {
      nodes.add(Node.of("maxLength", Rules.DEFAULT_LENGTH));
    }
    rules.pattern().ifPresent(each -> nodes.add(Node.text("pattern", "^(?:" + each + ")$")));
    return nodes;
  }
}
