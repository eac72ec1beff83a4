package dev.msvc.analyzers.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "OrderLineItem, order line item",
    "HTTPOrder_line2, http order line 2",
    "customer_address, customer address",
    "getURL, get url",
    "'', ''"
  })
  void splitsAtCapitalsDigitsAndSigns(String identifier, String words) {
    assertThat(String.join(" ", Words.split(identifier))).isEqualTo(words);
  }

  @Test
  void leavesOutWhatSaysHowAThingIsBuilt() {
    assertThat(Words.domain("AbstractClaimHandlingServiceImpl"))
        .containsExactly("claim", "handling");
    assertThat(Words.domain("BaseDaoFactory")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, order",
    "categories, category",
    "addresses, address",
    "boxes, box",
    "status, status",
    "address, address",
    "analysis, analysis"
  })
  void takesPluralsForTheirSingular(String word, String stem) {
    assertThat(Words.stem(word)).isEqualTo(stem);
  }
}
