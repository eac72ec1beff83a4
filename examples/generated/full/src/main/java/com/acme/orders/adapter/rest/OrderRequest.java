// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.order.OrderDetails;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OrderRequest(
    @NotBlank @Size(max = 20) String number,
    @NotNull UUID customerId,
    @NotNull Instant placedAt,
    @Nullable LocalDate dueOn,
    @NotNull @Valid MoneyBody total,
    @Nullable @Digits(integer = 3, fraction = 2) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal discount,
    @NotNull @Valid AddressBody deliverTo,
    @Nullable List<@NotNull @Valid OrderLineBody> lines,
    @Nullable Map<@NotBlank @Size(max = 255) String, @NotNull @Size(max = 255) String> labels,
    @Nullable String note) {

  OrderDetails toDomain() {
    return new OrderDetails(
        number,
        customerId,
        placedAt,
        dueOn,
        total.toDomain(),
        discount,
        deliverTo.toDomain(),
        lines == null ? List.of() : lines.stream().map(each -> each.toDomain()).toList(),
        labels == null ? Map.of() : labels,
        note);
  }
}
