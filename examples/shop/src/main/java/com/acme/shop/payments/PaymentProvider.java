package com.acme.shop.payments;

import com.acme.shop.common.Money;

/** Somebody who collects money for the shop. */
public interface PaymentProvider {

  /**
   * The answer of a provider.
   *
   * @param accepted whether the money will come
   * @param reference the number of the provider
   * @param message why not
   */
  record Result(boolean accepted, String reference, String message) {

    static Result accepted(String reference) {
      return new Result(true, reference, null);
    }

    static Result declined(String message) {
      return new Result(false, null, message);
    }
  }

  boolean supports(PaymentMethod method);

  Result charge(PaymentMethod method, Money amount, String orderNumber);

  void refund(String reference, Money amount);

  default String name() {
    return getClass().getSimpleName();
  }
}
