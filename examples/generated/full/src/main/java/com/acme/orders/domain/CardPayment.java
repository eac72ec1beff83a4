// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

@Embeddable
public record CardPayment(String token, String lastFour) implements PaymentMethod {

  private static final Pattern LAST_FOUR = Pattern.compile("[0-9]{4}");

  public CardPayment {
    Check.text("token", token, 255);
    Check.matching("lastFour", lastFour, LAST_FOUR);
  }
}
