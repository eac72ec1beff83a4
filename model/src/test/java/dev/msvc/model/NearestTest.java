package dev.msvc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "anaylze, analyze",
    "oders, orders",
    "ordresevrice, shop.OrderService",
    "ORDERS, orders"
  })
  void aTypingErrorIsRecognised(String typed, String meant) {
    assertThat(Nearest.of(typed, List.of(meant, "unrelated"))).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({"market, basket", "cart, chat_room", "foo, get", "art, party", "id, is", "x, y"})
  void whatMerelyResemblesIsNotSuggested(String typed, String other) {
    assertThat(Nearest.of(typed, List.of(other))).isEmpty();
  }

  @Test
  void theNearestComesFirst() {
    assertThat(Nearest.of("order", List.of("shop.OldOrder", "border", "ordering", "order_line")))
        .containsExactly("border", "order_line", "ordering", "shop.OldOrder");
  }

  @Test
  void lettersThatGrowWhenMadeSmallAreBorne() {
    assertThat(Nearest.of("sip", List.of("\u0130\u0130sip"))).isEmpty();
  }

  @Test
  void atMostFiveAreSuggested() {
    assertThat(Nearest.of("item", List.of("item1", "item2", "item3", "item4", "item5", "item6")))
        .containsExactly("item1", "item2", "item3", "item4", "item5");
  }
}
