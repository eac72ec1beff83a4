// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.customer.Customer;

record CustomerResponse(long id, long version, String email, String name, boolean active) {

  static CustomerResponse of(Customer customer) {
    return new CustomerResponse(
        customer.id(), customer.version(), customer.email(), customer.name(), customer.active());
  }
}
