// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void equalAmountsAreEqualHoweverTheyAreWritten() {
    assertThat(Money.of(new BigDecimal("12.5"), "EUR"))
        .isEqualTo(Money.of(new BigDecimal("12.5000"), "EUR"));
  }

  @Test
  void amountsOfOneCurrencyAdd() {
    assertThat(
            Money.of(new BigDecimal("0.10"), "EUR").plus(Money.of(new BigDecimal("0.20"), "EUR")))
        .isEqualTo(Money.of(new BigDecimal("0.30"), "EUR"));
  }

  @Test
  void amountsOfTwoCurrenciesDoNotAdd() {
    Money euro = Money.of(BigDecimal.ONE, "EUR");

    assertThatThrownBy(() -> euro.plus(Money.of(BigDecimal.ONE, "JPY")))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void anAmountFinerThanATenThousandthIsRefused() {
    assertThatThrownBy(() -> Money.of(new BigDecimal("0.00001"), "EUR"))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aCurrencyThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> Money.of(BigDecimal.ONE, "ZZZ"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("ZZZ is not a currency of ISO 4217");
  }
}
