package com.acme.shop.common;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** An amount in a currency, rounded to cents. */
@Embeddable
public class Money implements Comparable<Money> {

  public static final String DEFAULT_CURRENCY = "EUR";

  @Column(name = "amount", precision = 12, scale = 2)
  private BigDecimal amount;

  @Column(name = "currency", length = 3)
  private String currency;

  protected Money() {}

  public Money(BigDecimal amount, String currency) {
    this.amount = amount.setScale(2, RoundingMode.HALF_UP);
    this.currency = Objects.requireNonNull(currency);
  }

  public static Money of(String amount) {
    return new Money(new BigDecimal(amount), DEFAULT_CURRENCY);
  }

  public static Money of(BigDecimal amount) {
    return new Money(amount, DEFAULT_CURRENCY);
  }

  public static Money zero() {
    return of(BigDecimal.ZERO);
  }

  public Money plus(Money other) {
    checkCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    checkCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  public Money times(int factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }

  public Money percent(int percent) {
    BigDecimal part =
        amount
            .multiply(BigDecimal.valueOf(percent))
            .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    return new Money(part, currency);
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isGreaterThan(Money other) {
    return compareTo(other) > 0;
  }

  private void checkCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new BusinessException("Cannot mix " + currency + " and " + other.currency);
    }
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public String getCurrency() {
    return currency;
  }

  @Override
  public int compareTo(Money other) {
    checkCurrency(other);
    return amount.compareTo(other.amount);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money
        && amount.compareTo(money.amount) == 0
        && currency.equals(money.currency);
  }

  @Override
  public int hashCode() {
    return Objects.hash(amount.stripTrailingZeros(), currency);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
