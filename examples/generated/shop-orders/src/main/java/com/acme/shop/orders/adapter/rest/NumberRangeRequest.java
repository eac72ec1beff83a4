// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.numberrange.NumberRangeDetails;
import jakarta.validation.constraints.NotNull;

record NumberRangeRequest(@NotNull Long nextValue) {

  NumberRangeDetails toDomain() {
    return new NumberRangeDetails(nextValue);
  }
}
