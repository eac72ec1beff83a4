// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.domain.StaleVersionException;
import org.junit.jupiter.api.Test;

class CustomerTest {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    CustomerDetails details = CustomerSamples.details();

    Customer customer = new Customer(CustomerSamples.id(), details);

    assertThat(customer)
        .usingRecursiveComparison()
        .comparingOnlyFields("email", "name", "active")
        .isEqualTo(details);
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    Customer customer = CustomerSamples.customer();

    assertThatThrownBy(() -> customer.expectVersion(7L)).isInstanceOf(StaleVersionException.class);
  }
}
