// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import com.acme.shop.orders.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to an {@link Order}. */
public sealed interface OrderEvent extends DomainEvent {

  long orderId();

  @Override
  default String aggregateId() {
    return String.valueOf(orderId());
  }

  record OrderPlacedEvent(long orderId, @Nullable String orderNumber, @Nullable Long customerId)
      implements OrderEvent {}
}
