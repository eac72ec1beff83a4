package com.acme.shop.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void addsAndMultiplies() {
    assertThat(Money.of("19.90").times(3).plus(Money.of("0.30"))).isEqualTo(Money.of("60.00"));
  }

  @Test
  void roundsPercentagesToCents() {
    assertThat(Money.of("9.99").percent(10)).isEqualTo(Money.of("1.00"));
  }

  @Test
  void doesNotMixCurrencies() {
    Money dollars = new Money(BigDecimal.ONE, "USD");
    assertThatThrownBy(() -> Money.zero().plus(dollars)).isInstanceOf(BusinessException.class);
  }

  @Test
  void equalsIgnoresScale() {
    assertThat(Money.of("5")).isEqualTo(Money.of("5.00")).hasSameHashCodeAs(Money.of("5.00"));
  }
}
