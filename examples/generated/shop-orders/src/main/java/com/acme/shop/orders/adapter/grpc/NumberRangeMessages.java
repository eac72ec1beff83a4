// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeDetails;
import com.acme.shop.orders.v1.NumberRangeProto;

/** Number ranges, as messages and back. */
final class NumberRangeMessages {

  private NumberRangeMessages() {}

  static NumberRangeDetails details(NumberRangeProto.NumberRangeDetails message) {
    return new NumberRangeDetails(message.hasNextValue() ? message.getNextValue() : null);
  }

  static NumberRangeProto.NumberRangeDetails message(NumberRangeDetails details) {
    NumberRangeProto.NumberRangeDetails.Builder message =
        NumberRangeProto.NumberRangeDetails.newBuilder();
    if (details.nextValue() != null) {
      message.setNextValue(details.nextValue());
    }
    return message.build();
  }

  static NumberRangeProto.NumberRange message(NumberRange numberRange) {
    NumberRangeProto.NumberRange.Builder message =
        NumberRangeProto.NumberRange.newBuilder()
            .setId(numberRange.id())
            .setVersion(numberRange.version());
    if (numberRange.nextValue() != null) {
      message.setNextValue(numberRange.nextValue());
    }
    return message.build();
  }
}
