// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One of {@link CardPayment}, {@link InvoicePayment}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CardPayment.class, name = "CardPayment"),
  @JsonSubTypes.Type(value = InvoicePayment.class, name = "InvoicePayment")
})
public sealed interface PaymentMethod permits CardPayment, InvoicePayment {}
