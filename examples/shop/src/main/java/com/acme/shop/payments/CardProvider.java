package com.acme.shop.payments;

import com.acme.shop.common.Money;
import java.time.YearMonth;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Charges credit cards. The connection to the acquirer is simulated outside production. */
@Component
class CardProvider implements PaymentProvider {

  private static final Logger LOG = LoggerFactory.getLogger(CardProvider.class);
  private static final String DECLINED_TOKEN = "tok_declined";

  @Override
  public boolean supports(PaymentMethod method) {
    return method instanceof CardPaymentMethod;
  }

  @Override
  public Result charge(PaymentMethod method, Money amount, String orderNumber) {
    CardPaymentMethod card = (CardPaymentMethod) method;
    if (card.isExpired(YearMonth.now())) {
      return Result.declined("The card has expired");
    }
    if (DECLINED_TOKEN.equals(card.getToken())) {
      return Result.declined("The bank has declined the card");
    }
    return Result.accepted("C-" + UUID.randomUUID());
  }

  @Override
  public void refund(String reference, Money amount) {
    LOG.info("Refund of {} for {}", amount, reference);
  }
}
