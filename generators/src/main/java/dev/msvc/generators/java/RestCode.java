package dev.msvc.generators.java;

import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** How fields look to callers of the REST API. */
final class RestCode {
  private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d+,}");
  private static final String AS_TEXT = "@JsonFormat(shape = JsonFormat.Shape.STRING) ";
  private static final String VALID = "@Valid ";
  private static final String NOT_NULL = "@NotNull ";

  private final Types types;

  RestCode(Types types) {
    this.types = types;
  }

  /** The component of a request: what is checked before our code sees it. */
  String request(FieldSpec field) {
    FieldType type = field.type();
    String name = " " + field.name();
    if (type instanceof FieldType.ListOf list) {
      return many(field) + shape(type) + "List<" + element(list.item()) + ">" + name;
    }
    if (type instanceof FieldType.MapOf map) {
      return many(field)
          + shape(type)
          + "Map<@NotBlank @Size(max = 255) String, "
          + element(map.value())
          + ">"
          + name;
    }
    String rules = rules(type, field.rules(), field.optional());
    if (field.optional()) {
      return type == FieldType.Scalar.BYTES
          ? rules + Types.nullable("byte[]") + name
          : "@Nullable " + rules + body(type) + name;
    }
    boolean blank =
        field.rules().pattern().isPresent()
            || field.rules().format().isPresent()
            || field.rules().min().filter(each -> each.signum() == 0).isPresent();
    boolean text = type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT;
    return (text && !blank ? "@NotBlank " : NOT_NULL) + rules + body(type) + name;
  }

  /** Decimals are texts: a number of JSON is a double to many. */
  private static String shape(FieldType type) {
    return Scope.element(type) instanceof FieldType.Decimal ? AS_TEXT : "";
  }

  private static String many(FieldSpec field) {
    boolean needed = field.rules().min().filter(each -> each.signum() > 0).isPresent();
    return (needed ? NOT_NULL : "@Nullable ") + size(field.rules().min(), field.rules().max());
  }

  /** The component of an answer. */
  String response(FieldSpec field) {
    String type =
        Types.isPrimitive(field.type()) && !field.optional()
            ? types.plain(field)
            : responseBody(field.type());
    String shape = shape(field.type());
    if (!field.optional()) {
      return shape + type + " " + field.name();
    }
    return type.endsWith("[]")
        ? Types.nullable(type) + " " + field.name()
        : "@Nullable " + shape + type + " " + field.name();
  }

  private String responseBody(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return "List<" + body(list.item()) + ">";
    }
    return type instanceof FieldType.MapOf map
        ? "Map<String, " + body(map.value()) + ">"
        : body(type);
  }

  private String element(FieldType type) {
    return NOT_NULL + rules(type, Rules.NONE, false).replace(AS_TEXT, "") + body(type);
  }

  /** The class of one value. */
  private String body(FieldType type) {
    if (type == FieldType.Scalar.MONEY) {
      return "MoneyBody";
    }
    return type instanceof FieldType.Named named ? types.body(named) : types.boxed(type);
  }

  private String rules(FieldType type, Rules rules, boolean optional) {
    if (type == FieldType.Scalar.MONEY || type instanceof FieldType.Named) {
      return VALID;
    }
    if (type instanceof FieldType.Decimal decimal) {
      return "@Digits(integer = %d, fraction = %d) "
              .formatted(decimal.precision() - decimal.scale(), decimal.scale())
          + range(rules)
          + AS_TEXT;
    }
    if (!(type instanceof FieldType.Scalar scalar)) {
      return "";
    }
    return switch (scalar) {
      case STRING, TEXT -> text(scalar, rules, optional);
      case INT, LONG -> whole(rules);
      case DOUBLE -> range(rules);
      case BYTES -> size(rules.min(), rules.max());
      default -> "";
    };
  }

  private static String whole(Rules rules) {
    return rules.min().map(each -> "@Min(%s) ".formatted(ceiling(each))).orElse("")
        + rules.max().map(each -> "@Max(%s) ".formatted(floor(each))).orElse("");
  }

  private static String ceiling(BigDecimal number) {
    return Checks.whole(number.setScale(0, RoundingMode.CEILING));
  }

  private static String floor(BigDecimal number) {
    return Checks.whole(number.setScale(0, RoundingMode.FLOOR));
  }

  private static String range(Rules rules) {
    return rules
            .min()
            .map(each -> "@DecimalMin(\"%s\") ".formatted(each.toPlainString()))
            .orElse("")
        + rules
            .max()
            .map(each -> "@DecimalMax(\"%s\") ".formatted(each.toPlainString()))
            .orElse("");
  }

  private static String text(FieldType.Scalar type, Rules rules, boolean optional) {
    boolean shaped = rules.pattern().isPresent() || rules.format().isPresent();
    boolean bounded = rules.pattern().isPresent() && !ENDLESS.matcher(rules.pattern().get()).find();
    Optional<BigDecimal> max = rules.max();
    if (max.isEmpty() && type == FieldType.Scalar.STRING && !bounded) {
      max = Optional.of(BigDecimal.valueOf(Rules.DEFAULT_LENGTH));
    }
    Optional<BigDecimal> min = rules.min().filter(each -> each.signum() > 0);
    if (min.isEmpty() && optional && !shaped && type == FieldType.Scalar.STRING) {
      min = rules.min().isPresent() ? min : Optional.of(BigDecimal.ONE);
    }
    if (!optional && min.filter(BigDecimal.ONE::equals).isPresent()) {
      min = Optional.empty();
    }
    String email =
        rules.format().filter(Rules.Format.EMAIL::equals).map(all -> "@Email ").orElse("");
    return email
        + size(min, max)
        + rules
            .pattern()
            .map(each -> "@Pattern(regexp = %s) ".formatted(JavaText.quoted(each)))
            .orElse("");
  }

  private static String size(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    if (min.isPresent() && max.isPresent()) {
      return "@Size(min = %s, max = %s) "
          .formatted(min.get().toPlainString(), max.get().toPlainString());
    }
    if (min.isPresent()) {
      return "@Size(min = %s) ".formatted(min.get().toPlainString());
    }
    return max.map(each -> "@Size(max = %s) ".formatted(each.toPlainString())).orElse("");
  }

  /** The code of the domain's value, from that of a request. */
  String toDomain(FieldSpec field, String code) {
    FieldType type = field.type();
    if (type instanceof FieldType.ListOf list) {
      return "%s == null ? List.of() : %s"
          .formatted(code, JavaText.list(code, each -> one(list.item(), each)));
    }
    if (type instanceof FieldType.MapOf map) {
      return "%s == null ? Map.of() : %s"
          .formatted(code, JavaText.map(code, each -> one(map.value(), each)));
    }
    String made = one(type, code);
    return made.equals(code) || !field.optional()
        ? made
        : "%s == null ? null : %s".formatted(code, made);
  }

  private String one(FieldType type, String code) {
    boolean wrapped = type == FieldType.Scalar.MONEY || type instanceof FieldType.Named;
    return wrapped ? code + ".toDomain()" : code;
  }

  /** The code of an answer's value, from that of the domain. */
  String toBody(FieldSpec field, String code) {
    FieldType type = field.type();
    if (type instanceof FieldType.ListOf list) {
      return JavaText.list(code, each -> body(list.item(), each));
    }
    if (type instanceof FieldType.MapOf map) {
      return JavaText.map(code, each -> body(map.value(), each));
    }
    String made = body(type, code);
    return made.equals(code) || !field.optional()
        ? made
        : "%s == null ? null : %s".formatted(code, made);
  }

  private String body(FieldType type, String code) {
    boolean wrapped = type == FieldType.Scalar.MONEY || type instanceof FieldType.Named;
    return wrapped ? "%s.of(%s)".formatted(body(type), code) : code;
  }
}
