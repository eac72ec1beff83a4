// made by msvc; this file is yours: edit it, and the next run merges
package [=package].domain;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What constructors of the domain ask of their values. Each returns the value, or throws {@link
 * InvalidValueException}.
 */
public final class Check {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Check() {}

  public static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidValueException(field, "must be given");
    }
    return value;
  }

  public static String text(String field, @Nullable String value, int max) {
    if (characters(field, present(field, value)).isBlank()) {
      throw new InvalidValueException(field, "must not be blank");
    }
    if (value.codePointCount(0, value.length()) > max) {
      throw new InvalidValueException(field, "must have at most %d characters".formatted(max));
    }
    return value;
  }

  /** Any text that a database can keep: PostgreSQL refuses NUL. */
  public static String characters(String field, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new InvalidValueException(field, "must not contain NUL");
    }
    return value;
  }

  public static String matching(String field, @Nullable String value, Pattern pattern) {
    if (!pattern.matcher(present(field, value)).matches()) {
      throw new InvalidValueException(field, "must match %s".formatted(pattern));
    }
    return value;
  }

  /** Something before and after an @: whether mail arrives there, only mail can tell. */
  public static String email(String field, @Nullable String value, int max) {
    if (!EMAIL.matcher(text(field, value, max)).matches()) {
      throw new InvalidValueException(field, "must be an e-mail address");
    }
    return value;
  }

  public static long between(String field, long value, long min, long max) {
    if (value < min || value > max) {
      throw new InvalidValueException(field, "must be between %d and %d".formatted(min, max));
    }
    return value;
  }

  /**
   * At most {@code precision} digits, {@code scale} of them after the point; returned with just so
   * many.
   */
  public static BigDecimal decimal(
      String field, @Nullable BigDecimal value, int precision, int scale) {
    BigDecimal plain = present(field, value).stripTrailingZeros();
    if (plain.scale() > scale || plain.precision() - plain.scale() > precision - scale) {
      throw new InvalidValueException(
          field,
          "must have at most %d digits before and %d after the point"
              .formatted(precision - scale, scale));
    }
    return plain.setScale(scale);
  }
}
