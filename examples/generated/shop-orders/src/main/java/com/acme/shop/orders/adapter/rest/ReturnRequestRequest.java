// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.returnrequest.ReturnRequestDetails;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record ReturnRequestRequest(
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt,
    @NotNull Long lineId,
    @NotNull Integer quantity,
    @Nullable @Size(min = 1, max = 400) String reason,
    @NotNull Boolean accepted) {

  ReturnRequestDetails toDomain() {
    return new ReturnRequestDetails(createdAt, updatedAt, lineId, quantity, reason, accepted);
  }
}
