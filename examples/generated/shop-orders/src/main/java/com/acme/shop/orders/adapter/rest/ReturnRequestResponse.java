// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record ReturnRequestResponse(
    long id,
    long version,
    Instant createdAt,
    Instant updatedAt,
    long lineId,
    int quantity,
    @Nullable String reason,
    boolean accepted) {

  static ReturnRequestResponse of(ReturnRequest returnRequest) {
    return new ReturnRequestResponse(
        returnRequest.id(),
        returnRequest.version(),
        returnRequest.createdAt(),
        returnRequest.updatedAt(),
        returnRequest.lineId(),
        returnRequest.quantity(),
        returnRequest.reason(),
        returnRequest.accepted());
  }
}
