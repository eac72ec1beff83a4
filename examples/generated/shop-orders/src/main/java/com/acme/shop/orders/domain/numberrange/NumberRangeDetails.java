// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.numberrange;

/** What a caller says of a {@link NumberRange}, when it is created and when it is updated. */
public record NumberRangeDetails(long nextValue) {
}
