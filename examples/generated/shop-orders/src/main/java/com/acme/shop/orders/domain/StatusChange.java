// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record StatusChange(@Nullable StatusChangeStatus status, @Nullable Instant changedAt) {

  public StatusChange {
    if (changedAt != null) {
      changedAt = Check.instant("changedAt", changedAt);
    }
  }
}
