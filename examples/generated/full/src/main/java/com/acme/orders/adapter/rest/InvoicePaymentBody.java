// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.InvoicePayment;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record InvoicePaymentBody(@Nullable @Size(min = 1, max = 255) String vatId)
    implements PaymentMethodBody {

  static InvoicePaymentBody of(InvoicePayment invoicePayment) {
    return new InvoicePaymentBody(invoicePayment.vatId());
  }

  @Override
  public InvoicePayment toDomain() {
    return new InvoicePayment(vatId);
  }
}
