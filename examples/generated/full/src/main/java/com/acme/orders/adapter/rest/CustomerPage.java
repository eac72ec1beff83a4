// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.application.Page;
import com.acme.orders.domain.customer.Customer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some customers, and what to give as pageToken for the next ones; null on the last page. */
record CustomerPage(List<CustomerResponse> customers, @Nullable String nextPageToken) {

  static CustomerPage of(Page<Customer> page) {
    return new CustomerPage(
        page.items().stream().map(CustomerResponse::of).toList(), page.nextToken());
  }
}
