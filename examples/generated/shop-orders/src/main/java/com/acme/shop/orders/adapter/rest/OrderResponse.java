// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.order.Order;
import com.acme.shop.orders.domain.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record OrderResponse(
    long id,
    long version,
    Instant createdAt,
    Instant updatedAt,
    String number,
    long customerId,
    OrderStatus status,
    Instant placedAt,
    @Nullable AddressBody shippingAddress,
    @Nullable MoneyBody shippingCost,
    @Nullable MoneyBody discount,
    @Nullable String giftNote,
    boolean archived,
    List<OrderLineBody> lines,
    List<StatusChangeBody> history) {

  static OrderResponse of(Order order) {
    return new OrderResponse(
        order.id(),
        order.version(),
        order.createdAt(),
        order.updatedAt(),
        order.number(),
        order.customerId(),
        order.status(),
        order.placedAt(),
        order.shippingAddress() == null ? null : AddressBody.of(order.shippingAddress()),
        order.shippingCost() == null ? null : MoneyBody.of(order.shippingCost()),
        order.discount() == null ? null : MoneyBody.of(order.discount()),
        order.giftNote(),
        order.archived(),
        order.lines().stream().map(OrderLineBody::of).toList(),
        order.history().stream().map(StatusChangeBody::of).toList());
  }
}
