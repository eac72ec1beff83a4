// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount, to the ten-thousandth, in a currency of ISO 4217. */
@Embeddable
public record Money(BigDecimal amount, Currency currency) {

  public Money {
    Check.present("currency", currency);
    amount = shortest(Check.decimal("amount", amount, 19, 4), currency.getDefaultFractionDigits());
  }

  public static Money of(BigDecimal amount, String currency) {
    try {
      return new Money(amount, Currency.getInstance(currency));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "currency", "%s is not a currency of ISO 4217".formatted(currency));
    }
  }

  /** 12.5000 as 12.50, where the currency has cents: equal amounts are equal values. */
  private static BigDecimal shortest(BigDecimal amount, int fractionDigits) {
    int needed = amount.stripTrailingZeros().scale();
    return amount.setScale(Math.max(needed, Math.max(fractionDigits, 0)));
  }

  /** The sum of the two, which must be of one currency. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new InvalidValueException(
          "currency", "%s is not %s".formatted(other.currency, currency));
    }
    return new Money(amount.add(other.amount), currency);
  }
}
