// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.order.Order;
import com.acme.orders.domain.order.OrderStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OrderResponse(
    UUID id,
    long version,
    String number,
    UUID customerId,
    Instant placedAt,
    @Nullable LocalDate dueOn,
    OrderStatus status,
    MoneyBody total,
    @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal discount,
    AddressBody deliverTo,
    List<OrderLineBody> lines,
    Map<String, String> labels,
    @Nullable String note) {

  static OrderResponse of(Order order) {
    return new OrderResponse(
        order.id(),
        order.version(),
        order.number(),
        order.customerId(),
        order.placedAt(),
        order.dueOn(),
        order.status(),
        MoneyBody.of(order.total()),
        order.discount(),
        AddressBody.of(order.deliverTo()),
        order.lines().stream().map(OrderLineBody::of).toList(),
        order.labels(),
        order.note());
  }
}
