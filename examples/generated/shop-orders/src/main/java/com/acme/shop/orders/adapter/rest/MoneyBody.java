// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

record MoneyBody(
    @NotNull @Digits(integer = 15, fraction = 4) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

  static MoneyBody of(Money money) {
    return new MoneyBody(money.amount(), money.currency().getCurrencyCode());
  }

  Money toDomain() {
    return Money.of(amount, currency);
  }
}
