// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.numberrange.NumberRange;

record NumberRangeResponse(String id, long version, long nextValue) {

  static NumberRangeResponse of(NumberRange numberRange) {
    return new NumberRangeResponse(
        numberRange.id(), numberRange.version(), numberRange.nextValue());
  }
}
