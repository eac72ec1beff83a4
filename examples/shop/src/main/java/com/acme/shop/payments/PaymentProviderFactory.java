package com.acme.shop.payments;

import com.acme.shop.common.BusinessException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the provider for a payment method. */
@Component
class PaymentProviderFactory {

  private final List<PaymentProvider> providers;

  PaymentProviderFactory(List<PaymentProvider> providers) {
    this.providers = providers;
  }

  PaymentProvider forMethod(PaymentMethod method) {
    return providers.stream()
        .filter(provider -> provider.supports(method))
        .findFirst()
        .orElseThrow(() -> new BusinessException("Nobody can charge: " + method.describe()));
  }
}
