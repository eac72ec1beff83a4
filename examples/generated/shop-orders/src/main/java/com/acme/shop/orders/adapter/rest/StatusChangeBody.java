// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.StatusChange;
import com.acme.shop.orders.domain.StatusChangeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record StatusChangeBody(@Nullable StatusChangeStatus status, @Nullable Instant changedAt) {

  static StatusChangeBody of(StatusChange statusChange) {
    return new StatusChangeBody(statusChange.status(), statusChange.changedAt());
  }

  StatusChange toDomain() {
    return new StatusChange(status, changedAt);
  }
}
