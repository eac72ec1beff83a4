package dev.msvc.model.service;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a value must be.
 *
 * @param min of a number its least value, of a text or a list its least length
 * @param max of a number its greatest value, of a text or a list its greatest length
 * @param pattern that the whole of a text matches: RE2, so that every language can check it
 * @param format of a text
 */
public record Rules(
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<String> pattern,
    Optional<Format> format) {
  /** Of a {@code string} where nothing is said. */
  public static final int DEFAULT_LENGTH = 255;

  /** None. */
  public static final Rules NONE =
      new Rules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Rules {
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new IllegalArgumentException(
          "min %s is above max %s".formatted(min.get().toPlainString(), max.get().toPlainString()));
    }
    if (pattern.flatMap(EveryLanguage::remedy).isPresent()) {
      throw new IllegalArgumentException(
          "'%s' cannot be checked in every language".formatted(pattern.get()));
    }
  }

  /** What to do about a pattern that some language reads otherwise; empty where all agree. */
  public static Optional<String> remedy(String pattern) {
    return EveryLanguage.remedy(pattern);
  }

  /** What a text is. */
  public enum Format {
    EMAIL,
    URI
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** The greatest length of a text; empty where none is said. */
  public OptionalInt maxLength() {
    return max.isPresent() ? OptionalInt.of(max.get().intValueExact()) : OptionalInt.empty();
  }
}
