package dev.msvc.analyzers.draft;

import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What Bean Validation and the schema demand of a field. */
final class DraftRules {
  /** Of a text in a column: what is longer has no bound. */
  static final BigDecimal LONGEST = BigDecimal.valueOf(10_485_760);

  /** Of a text that rows hold without a letter. */
  static final Optional<BigDecimal> NONE_NEEDED = Optional.of(BigDecimal.ZERO);

  private DraftRules() {}

  /**
   * Those of a field.
   *
   * @param column its key; empty for none
   */
  static Rules of(Declared field, FieldType type, Columns columns, String column) {
    boolean text = type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT;
    Optional<BigDecimal> min = Optional.empty();
    Optional<BigDecimal> max = Optional.empty();
    if (text || type instanceof FieldType.ListOf || type instanceof FieldType.MapOf) {
      min =
          field
              .says("Size", "min")
              .or(() -> field.says("Length", "min"))
              .flatMap(DraftRules::number);
      if (min.isEmpty() && (field.has("NotBlank") || field.has("NotEmpty"))) {
        min = Optional.of(BigDecimal.ONE);
      }
      max =
          field
              .says("Size", "max")
              .or(() -> field.says("Length", "max"))
              .flatMap(DraftRules::number);
    }
    if (text && min.isEmpty() && columns.isBlank(column) && !field.has("Pattern")) {
      min = NONE_NEEDED;
    }
    if (text && max.isEmpty()) {
      int length = Columns.length(columns.type(column));
      max =
          length > 0
              ? Optional.of(BigDecimal.valueOf(length))
              : field.says("Column", "length").flatMap(DraftRules::number);
    }
    max = max.filter(each -> each.signum() > 0 && each.compareTo(LONGEST) <= 0);
    if (isNumber(type)) {
      min =
          field
              .says("Min", "value")
              .or(() -> field.says("DecimalMin", "value"))
              .flatMap(DraftRules::number);
      max =
          field
              .says("Max", "value")
              .or(() -> field.says("DecimalMax", "value"))
              .flatMap(DraftRules::number);
      if (min.isEmpty() && field.has("PositiveOrZero")) {
        min = Optional.of(BigDecimal.ZERO);
      } else if (min.isEmpty() && field.has("Positive") && !(type instanceof FieldType.Decimal)) {
        min = Optional.of(BigDecimal.ONE);
      }
    }
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      min = Optional.empty();
    }
    return new Rules(
        min,
        max,
        text ? field.says("Pattern", "regexp").filter(DraftRules::isPattern) : Optional.empty(),
        text && field.has("Email") ? Optional.of(Rules.Format.EMAIL) : Optional.empty());
  }

  private static boolean isNumber(FieldType type) {
    return type == FieldType.Scalar.INT
        || type == FieldType.Scalar.LONG
        || type == FieldType.Scalar.DOUBLE
        || type instanceof FieldType.Decimal;
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("-?\\d{1,18}(\\.\\d{1,18})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static boolean isPattern(String text) {
    try {
      Pattern.compile(text);
      return Rules.remedy(text).isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
