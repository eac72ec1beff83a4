package com.acme.shop.payments;

import com.acme.shop.common.Money;
import com.acme.shop.util.DateUtils;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets customers pay later. */
@Component
class InvoiceProvider implements PaymentProvider {

  @Override
  public boolean supports(PaymentMethod method) {
    return method instanceof InvoicePaymentMethod;
  }

  @Override
  public Result charge(PaymentMethod method, Money amount, String orderNumber) {
    int limit = ((InvoicePaymentMethod) method).getCreditLimit();
    if (amount.isGreaterThan(Money.of(String.valueOf(limit)))) {
      return Result.declined("More than " + limit + " cannot be paid by invoice");
    }
    return Result.accepted("I-" + orderNumber);
  }

  Optional<LocalDate> dueDay(PaymentMethod method) {
    return Optional.of(method)
        .filter(this::supports)
        .map(InvoicePaymentMethod.class::cast)
        .map(m -> DateUtils.addWorkingDays(LocalDate.now(), m.getDaysToPay()));
  }

  @Override
  public void refund(String reference, Money amount) {
    // The invoice is corrected by hand in the accounting department.
  }
}
