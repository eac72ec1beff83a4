package dev.msvc.generators.java;

import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What constructors of the domain check, as statements about their parameters. */
final class Checks {
  // what repeats without an end, so that the pattern bounds no length
  private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d+,}");
  private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal GREATEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private Checks() {}

  /** Constants that the statements need. */
  static List<String> constants(List<FieldSpec> fields) {
    return fields.stream()
        .filter(each -> each.rules().pattern().isPresent())
        .map(each -> constant(JavaText.constant(each.name()), each.rules().pattern().get()))
        .toList();
  }

  static String constant(String name, String pattern) {
    return "private static final Pattern %s = Pattern.compile(%s);"
        .formatted(name, JavaText.quoted(pattern));
  }

  /** The statements of a field. */
  static List<String> of(FieldSpec field) {
    return of(field, JavaText.constant(field.name()));
  }

  /**
   * The statements of a field.
   *
   * @param constant that holds its pattern
   */
  static List<String> of(FieldSpec field, String constant) {
    String name = field.name().value();
    FieldType type = field.type();
    if (type instanceof FieldType.ListOf list) {
      return list(name, field.rules(), list.item());
    }
    if (type instanceof FieldType.MapOf map) {
      return map(name, field.rules(), map.value());
    }
    List<String> lines = new ArrayList<>();
    if (type == FieldType.Scalar.DATE) {
      lines.add("%s;".formatted(element(type, name, name)));
    } else if (type == FieldType.Scalar.INSTANT) {
      lines.add("%s = %s;".formatted(name, element(type, name, name)));
    } else if (type == FieldType.Scalar.TIME) {
      String given = field.optional() ? name : "Check.present(\"%s\", %s)".formatted(name, name);
      lines.add("%s = %s;".formatted(name, element(type, name, given)));
    } else if (!field.optional() && !Types.isPrimitive(type) && !isText(type) && !isDecimal(type)) {
      lines.add("Check.present(\"%s\", %s);".formatted(name, name));
    }
    lines.addAll(one(field, name, constant));
    return field.optional() && !lines.isEmpty() ? whereGiven(name, lines) : lines;
  }

  private static List<String> whereGiven(String name, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add("if (" + name + " != null) {");
    lines.forEach(each -> all.add("  " + each));
    all.add("}");
    return all;
  }

  private static boolean isText(FieldType type) {
    return type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT;
  }

  private static boolean isDecimal(FieldType type) {
    return type instanceof FieldType.Decimal;
  }

  private static List<String> one(FieldSpec field, String name, String constant) {
    FieldType type = field.type();
    Rules rules = field.rules();
    if (isText(type)) {
      return text(field, name, constant);
    }
    List<String> lines = new ArrayList<>();
    if (type instanceof FieldType.Decimal) {
      lines.add("%s = %s;".formatted(name, element(type, name, name)));
      bounds(rules.min(), rules.max(), each -> "new BigDecimal(\"" + each.toPlainString() + "\")")
          .ifPresent(call -> lines.add(call.formatted(name, name)));
    } else if (type == FieldType.Scalar.DOUBLE) {
      lines.add("Check.finite(\"%s\", %s);".formatted(name, name));
      bounds(rules.min(), rules.max(), Checks::fraction)
          .ifPresent(call -> lines.add(call.formatted(name, name)));
    } else if (type == FieldType.Scalar.INT || type == FieldType.Scalar.LONG) {
      bounds(
              rules.min().map(each -> each.setScale(0, RoundingMode.CEILING)),
              rules.max().map(each -> each.setScale(0, RoundingMode.FLOOR)),
              Checks::whole)
          .ifPresent(call -> lines.add(call.formatted(name, name)));
    } else if (type == FieldType.Scalar.BYTES) {
      size(rules).ifPresent(call -> lines.add(call.formatted(name, name + ".length")));
    }
    return lines;
  }

  static String whole(BigDecimal number) {
    boolean small = number.compareTo(LEAST_INT) >= 0 && number.compareTo(GREATEST_INT) <= 0;
    return number.toPlainString() + (small ? "" : "L");
  }

  private static String fraction(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static Optional<String> bounds(
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      java.util.function.Function<BigDecimal, String> literal) {
    if (min.isPresent() && max.isPresent()) {
      return Optional.of(
          "Check.between(\"%s\", %s, "
              + literal.apply(min.get())
              + ", "
              + literal.apply(max.get())
              + ");");
    }
    if (min.isPresent()) {
      return Optional.of("Check.atLeast(\"%s\", %s, " + literal.apply(min.get()) + ");");
    }
    return max.map(each -> "Check.atMost(\"%s\", %s, " + literal.apply(each) + ");");
  }

  private static Optional<String> size(Rules rules) {
    if (rules.min().isEmpty() && rules.max().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Check.size(\"%s\", %s, "
            + rules.min().map(BigDecimal::intValueExact).orElse(0)
            + ", "
            + rules.max().map(Checks::whole).orElse("Integer.MAX_VALUE")
            + ");");
  }

  private static List<String> text(FieldSpec field, String name, String constant) {
    Rules rules = field.rules();
    List<String> lines = new ArrayList<>();
    int min = rules.min().map(BigDecimal::intValueExact).orElse(-1);
    String max = max(field);
    boolean shaped = rules.pattern().isPresent() || rules.format().isPresent();
    if (shaped) {
      rules
          .format()
          .ifPresent(
              each ->
                  lines.add(
                      "Check.%s(\"%s\", %s, %s);"
                          .formatted(
                              each.name().toLowerCase(java.util.Locale.ROOT),
                              name,
                              name,
                              max.isEmpty() ? "Integer.MAX_VALUE" : max)));
      if (rules.pattern().isPresent()) {
        lines.add("Check.matching(\"%s\", %s, %s);".formatted(name, name, constant));
        if (!max.isEmpty() && rules.format().isEmpty()) {
          lines.add("Check.characters(\"%s\", %s, %s);".formatted(name, name, max));
        }
      }
      if (min > 0) {
        lines.add("Check.atLeast(\"%s\", %s.length(), %d);".formatted(name, name, min));
      }
      return lines;
    }
    boolean blank = min == 0 || (field.type() == FieldType.Scalar.TEXT && field.optional());
    if (blank && min <= 0) {
      String value = field.optional() ? name : "Check.present(\"%s\", %s)".formatted(name, name);
      lines.add("Check.characters(\"%s\", %s%s);".formatted(name, value, more(max)));
    } else if (min > 1) {
      lines.add(
          "Check.text(\"%s\", %s, %d, %s);"
              .formatted(name, name, min, max.isEmpty() ? "Integer.MAX_VALUE" : max));
    } else {
      lines.add("Check.text(\"%s\", %s%s);".formatted(name, name, more(max)));
    }
    return lines;
  }

  private static String more(String max) {
    return max.isEmpty() ? "" : ", " + max;
  }

  /** The greatest length of a text; empty where there is none, or where its pattern bounds it. */
  private static String max(FieldSpec field) {
    Rules rules = field.rules();
    if (rules.max().isPresent()) {
      return whole(rules.max().get());
    }
    boolean bounded = rules.pattern().isPresent() && !ENDLESS.matcher(rules.pattern().get()).find();
    return field.type() == FieldType.Scalar.TEXT || bounded
        ? ""
        : String.valueOf(Rules.DEFAULT_LENGTH);
  }

  private static List<String> list(String name, Rules rules, FieldType item) {
    List<String> lines = new ArrayList<>();
    lines.add(
        JavaText.isNothing(each -> element(item, name, each))
            ? "%s = List.copyOf(%s);".formatted(name, name)
            : "%s = Check.each(\"%s\", %s, each -> %s);"
                .formatted(name, name, name, element(item, name, "each")));
    size(rules).ifPresent(call -> lines.add(call.formatted(name, name + ".size()")));
    return lines;
  }

  private static List<String> map(String name, Rules rules, FieldType value) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s = Check.entries(\"%s\", %s, each -> %s);"
            .formatted(name, name, name, element(value, name, "each")));
    size(rules).ifPresent(call -> lines.add(call.formatted(name, name + ".size()")));
    return lines;
  }

  /** The code of one of several, checked. */
  private static String element(FieldType type, String name, String code) {
    if (type instanceof FieldType.Decimal decimal) {
      return "Check.decimal(\"%s\", %s, %d, %d)"
          .formatted(name, code, decimal.precision(), decimal.scale());
    }
    if (!(type instanceof FieldType.Scalar scalar)) {
      return code;
    }
    return switch (scalar) {
      case STRING -> "Check.characters(\"%s\", %s, %d)".formatted(name, code, Rules.DEFAULT_LENGTH);
      case TEXT -> "Check.characters(\"%s\", %s)".formatted(name, code);
      case DOUBLE -> "Check.finite(\"%s\", %s)".formatted(name, code);
      case DATE -> "Check.date(\"%s\", %s)".formatted(name, code);
      case INSTANT -> "Check.instant(\"%s\", %s)".formatted(name, code);
      case TIME -> code + ".truncatedTo(ChronoUnit.MICROS)";
      default -> code;
    };
  }
}
