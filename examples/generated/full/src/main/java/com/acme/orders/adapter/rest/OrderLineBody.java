// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.order.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OrderLineBody(
    @Nullable UUID id,
    @NotNull UUID productId,
    @NotBlank @Size(max = 200) String name,
    @NotNull @Min(1) @Max(1000) Integer quantity,
    @NotNull @Valid MoneyBody price) {

  static OrderLineBody of(OrderLine orderLine) {
    return new OrderLineBody(
        orderLine.id(),
        orderLine.productId(),
        orderLine.name(),
        orderLine.quantity(),
        MoneyBody.of(orderLine.price()));
  }

  OrderLine toDomain() {
    return new OrderLine(id, productId, name, quantity, price.toDomain());
  }
}
