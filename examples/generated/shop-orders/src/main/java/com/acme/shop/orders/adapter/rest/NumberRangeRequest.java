// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.numberrange.NumberRangeDetails;
import org.jspecify.annotations.Nullable;

record NumberRangeRequest(@Nullable Long nextValue) {

  NumberRangeDetails toDomain() {
    return new NumberRangeDetails(nextValue);
  }
}
