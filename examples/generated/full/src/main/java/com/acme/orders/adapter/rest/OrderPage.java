// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.application.Page;
import com.acme.orders.domain.order.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some orders, and what to give as pageToken for the next ones; null on the last page. */
record OrderPage(List<OrderResponse> orders, @Nullable String nextPageToken) {

  static OrderPage of(Page<Order> page) {
    return new OrderPage(page.items().stream().map(OrderResponse::of).toList(), page.nextToken());
  }
}
