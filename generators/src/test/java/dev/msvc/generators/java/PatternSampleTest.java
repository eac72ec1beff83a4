package dev.msvc.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSampleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "[A-Z]{2} ~ AA",
        "[0-9]{4} ~ 0000",
        "[A-Z]{3}-[0-9]{4} ~ AAA-0000",
        "\\d+ ~ 0",
        "(a|b)c? ~ a",
        "(?i)x{2,} ~ xx",
        "[^a]b* ~ 0",
        "[]x]y ~ xy",
        "\\p{Lu}\\. ~ A."
      })
  void theShortestTextIsFound(String pattern, String text) {
    assertThat(PatternSample.of(pattern, 1)).contains(text);
  }

  @Test
  void whatMayRepeatIsAsLongAsItMust() {
    assertThat(PatternSample.of("[a-z]+", 5)).contains("aaaaa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\bb", "[a&&b]"})
  void whereNothingMatchesThereIsNone(String pattern) {
    assertThat(PatternSample.of(pattern, 1)).isEmpty();
  }
}
