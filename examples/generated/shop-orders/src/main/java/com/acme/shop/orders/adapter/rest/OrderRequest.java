// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.order.OrderDetails;
import com.acme.shop.orders.domain.order.OrderStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record OrderRequest(
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt,
    @NotBlank @Size(max = 20) String number,
    @NotNull Long customerId,
    @NotNull OrderStatus status,
    @NotNull Instant placedAt,
    @Nullable @Valid AddressBody shippingAddress,
    @Nullable @Valid MoneyBody shippingCost,
    @Nullable @Valid MoneyBody discount,
    @Nullable @Size(min = 1, max = 400) String giftNote,
    @NotNull Boolean archived,
    @Nullable List<@NotNull @Valid OrderLineBody> lines,
    @Nullable List<@NotNull @Valid StatusChangeBody> history) {

  OrderDetails toDomain() {
    return new OrderDetails(
        createdAt,
        updatedAt,
        number,
        customerId,
        status,
        placedAt,
        shippingAddress == null ? null : shippingAddress.toDomain(),
        shippingCost == null ? null : shippingCost.toDomain(),
        discount == null ? null : discount.toDomain(),
        giftNote,
        archived,
        lines == null ? List.of() : lines.stream().map(each -> each.toDomain()).toList(),
        history == null ? List.of() : history.stream().map(each -> each.toDomain()).toList());
  }
}
