// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What constructors of the domain ask of their values. Each returns the value, or throws {@link
 * InvalidValueException}.
 */
public final class Check {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  // what servers and proxies refuse or take for something else in a step of a path, however it is written
  private static final Pattern NO_STEP =
      Pattern.compile("[/\\\\;%\\p{Cntrl}\\u2028\\u2029]|^\\.{1,2}$");
  private static final int LONGEST_KEY = 255;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Check() {}

  public static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidValueException(field, "must be given");
    }
    return value;
  }

  /** A text that is not blank. */
  public static String text(String field, @Nullable String value) {
    if (characters(field, present(field, value)).isBlank()) {
      throw new InvalidValueException(field, "must not be blank");
    }
    return value;
  }

  public static String text(String field, @Nullable String value, int max) {
    return characters(field, text(field, value), max);
  }

  public static String text(String field, @Nullable String value, int min, int max) {
    if (length(text(field, value, max)) < min) {
      throw new InvalidValueException(field, "must have at least %d characters".formatted(min));
    }
    return value;
  }

  /** Any text that a database can keep: PostgreSQL refuses NUL, and half a character is no text. */
  public static String characters(String field, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new InvalidValueException(field, "must not contain NUL");
    }
    if (value.codePoints().anyMatch(Check::isHalf)) {
      throw new InvalidValueException(
          field, "must not contain half a character (a lone surrogate)");
    }
    return value;
  }

  public static String characters(String field, String value, int max) {
    if (length(characters(field, value)) > max) {
      throw new InvalidValueException(field, "must have at most %d characters".formatted(max));
    }
    return value;
  }

  private static boolean isHalf(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private static int length(String value) {
    return value.codePointCount(0, value.length());
  }

  /** An id that its caller chooses: it is a step of the path that leads to what it identifies. */
  public static String id(@Nullable String value) {
    if (NO_STEP.matcher(text("id", value, LONGEST_KEY)).find()) {
      throw new InvalidValueException(
          "id", "must be fit for a path: no / \\ ; % or control characters, nor . or .. alone");
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

  /** A URI with its scheme. */
  public static String uri(String field, @Nullable String value, int max) {
    try {
      if (URI.create(text(field, value, max)).isAbsolute()) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(field, "must be a URI");
    }
    throw new InvalidValueException(field, "must be a URI with its scheme, as https:");
  }

  public static long between(String field, long value, long min, long max) {
    atLeast(field, value, min);
    return atMost(field, value, max);
  }

  public static long atLeast(String field, long value, long min) {
    if (value < min) {
      throw new InvalidValueException(field, "must be at least %d".formatted(min));
    }
    return value;
  }

  public static long atMost(String field, long value, long max) {
    if (value > max) {
      throw new InvalidValueException(field, "must be at most %d".formatted(max));
    }
    return value;
  }

  /** A number, and no infinite one. */
  public static double finite(String field, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidValueException(field, "must be a finite number");
    }
    return value;
  }

  public static double between(String field, double value, double min, double max) {
    atLeast(field, value, min);
    return atMost(field, value, max);
  }

  public static double atLeast(String field, double value, double min) {
    if (value < min) {
      throw new InvalidValueException(field, "must be at least %s".formatted(min));
    }
    return value;
  }

  public static double atMost(String field, double value, double max) {
    if (value > max) {
      throw new InvalidValueException(field, "must be at most %s".formatted(max));
    }
    return value;
  }

  public static BigDecimal between(String field, BigDecimal value, BigDecimal min, BigDecimal max) {
    atLeast(field, value, min);
    return atMost(field, value, max);
  }

  public static BigDecimal atLeast(String field, BigDecimal value, BigDecimal min) {
    if (value.compareTo(min) < 0) {
      throw new InvalidValueException(field, "must be at least %s".formatted(min.toPlainString()));
    }
    return value;
  }

  public static BigDecimal atMost(String field, BigDecimal value, BigDecimal max) {
    if (value.compareTo(max) > 0) {
      throw new InvalidValueException(field, "must be at most %s".formatted(max.toPlainString()));
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

  /** A day that both ways in, and the database, know. */
  public static LocalDate date(String field, @Nullable LocalDate value) {
    if (present(field, value).isBefore(FIRST_DAY) || value.isAfter(LAST_DAY)) {
      throw new InvalidValueException(field, "must be a day of the years 1 to 9999");
    }
    return value;
  }

  /** A point in time that both ways in, and the database, know; to the microsecond. */
  public static Instant instant(String field, @Nullable Instant value) {
    if (present(field, value).isBefore(FIRST_INSTANT) || value.isAfter(LAST_INSTANT)) {
      throw new InvalidValueException(field, "must be a time of the years 1 to 9999");
    }
    return value.truncatedTo(ChronoUnit.MICROS);
  }

  /** How many there are of something. */
  public static int size(String field, int size, int min, int max) {
    if (size < min || size > max) {
      throw new InvalidValueException(
          field,
          max == Integer.MAX_VALUE
              ? "must have at least %d".formatted(min)
              : "must have %d to %d".formatted(min, max));
    }
    return size;
  }

  /** A list of its own, of what is made of each. */
  public static <T> List<T> each(String field, List<T> list, Function<T, T> check) {
    return List.copyOf(present(field, list).stream().map(check).toList());
  }

  /** A map of its own, of what is made of each value; its keys are texts. */
  public static <T> Map<String, T> entries(String field, Map<String, T> map, Function<T, T> check) {
    Map<String, T> entries = new HashMap<>();
    present(field, map)
        .forEach((key, value) -> entries.put(text(field, key, LONGEST_KEY), check.apply(value)));
    return Map.copyOf(entries);
  }
}
