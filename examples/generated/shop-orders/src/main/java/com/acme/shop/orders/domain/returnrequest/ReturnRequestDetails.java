// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.returnrequest;

import com.acme.shop.orders.domain.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a caller says of a {@link ReturnRequest}, when it is created and when it is updated. */
public record ReturnRequestDetails(
    Instant createdAt,
    Instant updatedAt,
    long lineId,
    int quantity,
    @Nullable String reason,
    boolean accepted) {

  public ReturnRequestDetails {
    createdAt = Check.instant("createdAt", createdAt);
    updatedAt = Check.instant("updatedAt", updatedAt);
    if (reason != null) {
      Check.text("reason", reason, 400);
    }
  }
}
