// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckTest {

  @Test
  void whatMustBeGivenIsGiven() {
    refused(() -> Check.present("field", null), "must be given");
    assertThat(Check.present("field", 1)).isEqualTo(1);
  }

  @Test
  void textIsNeitherBlankNorTooLong() {
    refused(() -> Check.text("field", " ", 3), "must not be blank");
    refused(() -> Check.text("field", "four", 3), "must have at most 3 characters");
    refused(() -> Check.text("field", "a", 2, 3), "must have at least 2 characters");
    assertThat(Check.text("field", "two", 3)).isEqualTo("two");
  }

  @Test
  void lengthCountsCharactersAsPeopleDo() {
    assertThat(Check.text("field", "\uD83D\uDE00", 1)).hasSize(2);
  }

  @Test
  void nulIsRefused() {
    refused(() -> Check.characters("field", "a\0b"), "must not contain NUL");
  }

  @Test
  void halfACharacterIsRefused() {
    for (String half : List.of("\uD83D", "a\uDE00b", "\uDE00\uD83D")) {
      refused(
          () -> Check.text("field", half), "must not contain half a character (a lone surrogate)");
    }
    assertThat(Check.text("field", "\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void patternsMatchTheWhole() {
    Pattern pattern = Pattern.compile("[A-Z]{2}");

    refused(() -> Check.matching("field", "ABC", pattern), "must match [A-Z]{2}");
    assertThat(Check.matching("field", "AB", pattern)).isEqualTo("AB");
  }

  @Test
  void idsAreFitForAPath() {
    for (String id : List.of("a/b", "..", ".", "a;b", "50%", "a\\b", "a\nb")) {
      refused(
          () -> Check.id(id),
          "must be fit for a path: no / \\ ; % or control characters, nor . or .. alone");
    }
    assertThat(Check.id("...a b.c:d@e+f=\u00fc")).isEqualTo("...a b.c:d@e+f=\u00fc");
  }

  @Test
  void formats() {
    refused(() -> Check.email("field", "nobody", 100), "must be an e-mail address");
    refused(() -> Check.uri("field", "a b", 100), "must be a URI");
    refused(() -> Check.uri("field", "path", 100), "must be a URI with its scheme, as https:");
    assertThat(Check.uri("field", "https://example.com/", 100)).isNotEmpty();
  }

  @Test
  void numbersHaveBounds() {
    refused(() -> Check.between("field", 0, 1, 10), "must be at least 1");
    refused(() -> Check.between("field", 11, 1, 10), "must be at most 10");
    refused(() -> Check.between("field", 0.5, 1.0, 10.0), "must be at least 1.0");
    refused(() -> Check.finite("field", Double.NaN), "must be a finite number");
    refused(() -> Check.atMost("field", BigDecimal.TEN, BigDecimal.ONE), "must be at most 1");
  }

  @Test
  void decimalsKeepTheirDigits() {
    refused(
        () -> Check.decimal("field", new BigDecimal("1.234"), 5, 2),
        "must have at most 3 digits before and 2 after the point");
    assertThat(Check.decimal("field", new BigDecimal("1.5"), 5, 2))
        .isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void timesAreOfYearsThatEverybodyKnows() {
    refused(
        () -> Check.date("field", LocalDate.of(10000, 1, 1)),
        "must be a day of the years 1 to 9999");
    refused(
        () -> Check.date("field", LocalDate.of(0, 12, 31)), "must be a day of the years 1 to 9999");
    refused(() -> Check.date("field", null), "must be given");
    refused(() -> Check.instant("field", Instant.MAX), "must be a time of the years 1 to 9999");
    refused(() -> Check.instant("field", Instant.MIN), "must be a time of the years 1 to 9999");
    assertThat(Check.instant("field", Instant.parse("2026-01-02T03:04:05.123456789Z")))
        .isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
  }

  @Test
  void listsAndMapsAreTheirOwn() {
    List<String> list = new ArrayList<>(List.of("a"));

    List<String> checked = Check.each("field", list, each -> Check.characters("field", each, 1));
    list.clear();

    assertThat(checked).containsExactly("a");
    refused(() -> Check.size("field", 0, 1, 2), "must have 1 to 2");
    refused(() -> Check.entries("field", Map.of("", 1), each -> each), "must not be blank");
  }

  private static void refused(ThrowingCallable check, String message) {
    assertThatThrownBy(check).isInstanceOf(InvalidValueException.class).hasMessage(message);
  }
}
