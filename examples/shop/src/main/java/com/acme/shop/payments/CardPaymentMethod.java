package com.acme.shop.payments;

import com.acme.shop.domain.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.YearMonth;

/** A credit card, of which only the token of the acquirer is kept. */
@Entity
public class CardPaymentMethod extends PaymentMethod {

  @Column(name = "card_token", length = 60)
  private String token;

  @Column(name = "last_digits", length = 4)
  private String lastDigits;

  @Column(name = "expiry_month")
  private int expiryMonth;

  @Column(name = "expiry_year")
  private int expiryYear;

  protected CardPaymentMethod() {}

  public CardPaymentMethod(Customer customer, String token, String lastDigits, YearMonth expiry) {
    super(customer);
    this.token = token;
    this.lastDigits = lastDigits;
    this.expiryMonth = expiry.getMonthValue();
    this.expiryYear = expiry.getYear();
  }

  @Override
  public String describe() {
    return "card ending in " + lastDigits;
  }

  public boolean isExpired(YearMonth now) {
    return YearMonth.of(expiryYear, expiryMonth).isBefore(now);
  }

  public String getToken() {
    return token;
  }

  public String getLastDigits() {
    return lastDigits;
  }
}
