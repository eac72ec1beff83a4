package dev.msvc.generators.java;

import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.Unmade;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values for tests of fields that are unique: another one for each number {@code n}. */
final class UniqueSample {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{2,}");
  private static final Pattern LETTERS = Pattern.compile("AA+|aa+");
  private static final int WIDE = 6;

  private UniqueSample() {}

  /** Whether there are many values of a field, whatever its rules. */
  static boolean isEasy(FieldSpec field) {
    FieldType type = field.type();
    if (type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT) {
      return field.rules().pattern().isEmpty()
          && field.rules().max().map(BigDecimal::intValueExact).orElse(WIDE) >= WIDE;
    }
    return field.rules().max().isEmpty()
        && (type == FieldType.Scalar.INT
            || type == FieldType.Scalar.LONG
            || type == FieldType.Scalar.DATE
            || type == FieldType.Scalar.INSTANT
            || type == FieldType.Scalar.UUID
            || type == FieldType.Scalar.MONEY);
  }

  static Sample of(FieldSpec field) {
    FieldType type = field.type();
    BigDecimal min = field.rules().min().orElse(BigDecimal.ZERO);
    if (type instanceof FieldType.Decimal decimal) {
      String number = "BigDecimal.valueOf(n, %d)".formatted(decimal.scale());
      if (field.rules().min().isPresent()) {
        number += ".add(new BigDecimal(\"%s\"))".formatted(min.toPlainString());
      }
      return new Sample(number, "\"%s\"", number);
    }
    if (!(type instanceof FieldType.Scalar scalar)) {
      throw few(field);
    }
    return switch (scalar) {
      case STRING, TEXT -> text(field);
      case INT -> number(min.signum() == 0 ? "n" : min.toBigInteger() + " + n");
      case LONG -> number(min.signum() == 0 ? "(long) n" : min.toBigInteger() + "L + n");
      case DOUBLE -> number(min.toPlainString() + (min.scale() > 0 ? "" : ".0") + " + n");
      case DATE -> quoted("LocalDate.parse(\"2026-01-02\").plusDays(n)");
      case TIME -> quoted("LocalTime.parse(\"03:04:05\").plusSeconds(n)");
      case INSTANT -> quoted("Instant.parse(\"2026-01-02T03:04:05Z\").plusSeconds(n)");
      case UUID -> quoted("new UUID(0x4000, Long.MIN_VALUE | n)");
      case MONEY ->
          new Sample(
              "Money.of(BigDecimal.valueOf(n), \"EUR\")",
              "{\"amount\": \"%s\", \"currency\": \"EUR\"}",
              "n");
      case BYTES, BOOLEAN -> throw few(field);
    };
  }

  private static Sample number(String code) {
    return new Sample(code, "%s", code);
  }

  private static Sample quoted(String code) {
    return new Sample(code, "\"%s\"", code);
  }

  private static Unmade few(FieldSpec field) {
    return new Unmade(
        field,
        "'%s' cannot be unique: there are few values of it".formatted(field.name()),
        "leave out 'unique'");
  }

  private static Sample text(FieldSpec field) {
    Rules rules = field.rules();
    Matcher letters = LETTERS.matcher(rules.pattern().isEmpty() ? "" : SampleCode.text(field));
    String format = format(field, rules);
    if (format.isEmpty()) {
      if (!letters.find()) {
        throw few(field);
      }
      String sample = letters.replaceFirst("%s");
      String code =
          "%s.formatted(letters(n, %d, '%s'))"
              .formatted(
                  JavaText.quoted(sample),
                  letters.end() - letters.start(),
                  letters.group().substring(0, 1));
      return new Sample(code, "\"%s\"", code);
    }
    String code = JavaText.quoted(format) + ".formatted(n)";
    return new Sample(code, "\"%s\"", code);
  }

  private static String format(FieldSpec field, Rules rules) {
    String name = field.name().value();
    int min = rules.min().map(BigDecimal::intValueExact).orElse(0);
    int max = rules.max().map(BigDecimal::intValueExact).orElse(Rules.DEFAULT_LENGTH);
    if (rules.pattern().isPresent()) {
      return patterned(field);
    }
    if (rules.format().isPresent()) {
      boolean email = rules.format().get() == Rules.Format.EMAIL;
      String usual = email ? name + "-%06d@example.com" : "https://example.com/" + name + "-%06d";
      String format = usual.length() + 2 <= max ? usual : email ? "a%04d@b.cd" : "http://a.b/%04d";
      return "x".repeat(email ? Math.max(0, min - format.length() - 1) : 0) + format;
    }
    String prefix = name.length() + 1 + WIDE <= max ? name + "-" : "";
    if (prefix.length() + WIDE >= min && prefix.length() > 0 && min <= prefix.length() + 1) {
      return prefix + "%d";
    }
    int width = Math.max(min - prefix.length(), Math.min(max - prefix.length(), WIDE));
    return prefix + "%0" + Math.max(1, width) + "d";
  }

  private static String patterned(FieldSpec field) {
    String name = field.name().value();
    String sample = SampleCode.text(field);
    Matcher digits = DIGITS.matcher(sample);
    Pattern pattern = Pattern.compile(field.rules().pattern().orElseThrow());
    while (digits.find()) {
      int width = digits.end() - digits.start();
      String format =
          sample.substring(0, digits.start()).replace("%", "%%")
              + "%0"
              + width
              + "d"
              + sample.substring(digits.end()).replace("%", "%%");
      if (pattern.matcher(format.formatted(1)).matches()
          && pattern.matcher(format.formatted(98)).matches()) {
        return format;
      }
    }
    for (String format : new String[] {name + "-%d", name + "%d", "a%d", "A%d", "%d", "%06d"}) {
      if (pattern.matcher(format.formatted(1)).matches()
          && pattern.matcher(format.formatted(98)).matches()) {
        return format;
      }
    }
    return "";
  }
}
