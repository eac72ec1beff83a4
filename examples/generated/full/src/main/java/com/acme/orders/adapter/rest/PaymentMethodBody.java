// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.CardPayment;
import com.acme.orders.domain.InvoicePayment;
import com.acme.orders.domain.PaymentMethod;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CardPaymentBody.class, name = "CardPayment"),
  @JsonSubTypes.Type(value = InvoicePaymentBody.class, name = "InvoicePayment")
})
sealed interface PaymentMethodBody permits CardPaymentBody, InvoicePaymentBody {

  static PaymentMethodBody of(PaymentMethod paymentMethod) {
    if (paymentMethod instanceof CardPayment it) {
      return CardPaymentBody.of(it);
    }
    return InvoicePaymentBody.of((InvoicePayment) paymentMethod);
  }

  PaymentMethod toDomain();
}
