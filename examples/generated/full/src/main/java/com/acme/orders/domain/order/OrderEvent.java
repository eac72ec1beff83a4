// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import com.acme.orders.domain.DomainEvent;
import com.acme.orders.domain.Money;
import com.acme.orders.domain.PaymentMethod;
import java.util.UUID;

/** What happens to an {@link Order}. */
public sealed interface OrderEvent extends DomainEvent {

  UUID orderId();

  @Override
  default String aggregateId() {
    return orderId().toString();
  }

  record OrderPlaced(UUID orderId, String number, Money total) implements OrderEvent {}

  record OrderPaid(UUID orderId, PaymentMethod method) implements OrderEvent {}

  record OrderCancelled(UUID orderId, String reason) implements OrderEvent {}
}
