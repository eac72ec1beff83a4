// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.customer;

import java.util.concurrent.atomic.AtomicInteger;

/** Customers for tests, each another one. */
public final class CustomerSamples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private CustomerSamples() {}

  public static CustomerDetails details() {
    int n = COUNT.incrementAndGet();
    return new CustomerDetails("email-%06d@example.com".formatted(n), "name", true);
  }

  public static Customer customer() {
    return new Customer(id(), details());
  }

  /** An id that no other one of the tests has. */
  public static long id() {
    return COUNT.incrementAndGet();
  }

  /** What a caller of the REST API sends. */
  public static String json() {
    int n = COUNT.incrementAndGet();
    return """
    {
      "email": "%s",
      "name": "name",
      "active": true
    }
    """
        .formatted("email-%06d@example.com".formatted(n));
  }
}
