// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.CardPayment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record CardPaymentBody(
    @NotBlank @Size(max = 255) String token, @NotNull @Pattern(regexp = "[0-9]{4}") String lastFour)
    implements PaymentMethodBody {

  static CardPaymentBody of(CardPayment cardPayment) {
    return new CardPaymentBody(cardPayment.token(), cardPayment.lastFour());
  }

  @Override
  public CardPayment toDomain() {
    return new CardPayment(token, lastFour);
  }
}
