// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeDetails;
import com.acme.shop.orders.v1.NumberRangeProto;

/** Number ranges, as messages and back. */
final class NumberRangeMessages {

  private NumberRangeMessages() {}

  static NumberRangeDetails details(NumberRangeProto.NumberRangeDetails message) {
    return new NumberRangeDetails(message.getNextValue());
  }

  static NumberRangeProto.NumberRangeDetails message(NumberRangeDetails details) {
    return NumberRangeProto.NumberRangeDetails.newBuilder()
        .setNextValue(details.nextValue())
        .build();
  }

  static NumberRangeProto.NumberRange message(NumberRange numberRange) {
    return NumberRangeProto.NumberRange.newBuilder()
        .setId(numberRange.id())
        .setVersion(numberRange.version())
        .setNextValue(numberRange.nextValue())
        .build();
  }
}
