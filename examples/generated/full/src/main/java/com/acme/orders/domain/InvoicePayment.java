// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

import org.jspecify.annotations.Nullable;

public record InvoicePayment(@Nullable String vatId) implements PaymentMethod {

  public InvoicePayment {
    if (vatId != null) {
      Check.text("vatId", vatId, 255);
    }
  }
}
