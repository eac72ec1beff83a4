// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.grpc;

import com.acme.orders.domain.customer.Customer;
import com.acme.orders.domain.customer.CustomerDetails;
import com.acme.orders.v1.CustomerProto;

/** Customers, as messages and back. */
final class CustomerMessages {

  private CustomerMessages() {}

  static CustomerDetails details(CustomerProto.CustomerDetails message) {
    return new CustomerDetails(message.getEmail(), message.getName(), message.getActive());
  }

  static CustomerProto.CustomerDetails message(CustomerDetails details) {
    return CustomerProto.CustomerDetails.newBuilder()
        .setEmail(details.email())
        .setName(details.name())
        .setActive(details.active())
        .build();
  }

  static CustomerProto.Customer message(Customer customer) {
    return CustomerProto.Customer.newBuilder()
        .setId(customer.id())
        .setVersion(customer.version())
        .setEmail(customer.email())
        .setName(customer.name())
        .setActive(customer.active())
        .build();
  }
}
