// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.application.Page;
import com.acme.shop.orders.domain.numberrange.NumberRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some number ranges, and what to give as pageToken for the next ones; null on the last page. */
record NumberRangePage(List<NumberRangeResponse> numberRanges, @Nullable String nextPageToken) {

  static NumberRangePage of(Page<NumberRange> page) {
    return new NumberRangePage(
        page.items().stream().map(NumberRangeResponse::of).toList(), page.nextToken());
  }
}
