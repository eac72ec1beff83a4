// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.customer;

import com.acme.orders.domain.Check;

/** What a caller says of a {@link Customer}, when it is created. */
public record CustomerDetails(String email, String name, boolean active) {

  public CustomerDetails {
    Check.email("email", email, 254);
    Check.text("name", name, 100);
  }
}
