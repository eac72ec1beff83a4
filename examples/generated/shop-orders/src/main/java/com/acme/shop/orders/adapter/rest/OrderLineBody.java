// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.order.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OrderLineBody(
    @Nullable UUID id,
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt,
    @NotNull Long productId,
    @Nullable @Size(min = 1, max = 120) String productName,
    @NotNull Integer quantity,
    @Nullable @Valid MoneyBody unitPrice) {

  static OrderLineBody of(OrderLine orderLine) {
    return new OrderLineBody(
        orderLine.id(),
        orderLine.createdAt(),
        orderLine.updatedAt(),
        orderLine.productId(),
        orderLine.productName(),
        orderLine.quantity(),
        orderLine.unitPrice() == null ? null : MoneyBody.of(orderLine.unitPrice()));
  }

  OrderLine toDomain() {
    return new OrderLine(
        id,
        createdAt,
        updatedAt,
        productId,
        productName,
        quantity,
        unitPrice == null ? null : unitPrice.toDomain());
  }
}
