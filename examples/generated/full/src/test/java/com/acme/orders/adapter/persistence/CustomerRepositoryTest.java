// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.domain.customer.Customer;
import com.acme.orders.domain.customer.CustomerDetails;
import com.acme.orders.domain.customer.CustomerRepository;
import com.acme.orders.domain.customer.CustomerSamples;
import com.acme.orders.support.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@ServiceTest
class CustomerRepositoryTest {

  @Autowired CustomerRepository customers;

  @Test
  void whatIsSavedIsFoundWithAllThatItHas() {
    Customer saved = customers.save(new Customer(customers.nextId(), CustomerSamples.details()));

    Customer found = customers.findById(saved.id()).orElseThrow();

    assertThat(found)
        .isNotSameAs(saved)
        .usingRecursiveComparison()
        .ignoringFields("happened")
        .isEqualTo(saved);
  }

  @Test
  void emailIsUnique() {
    CustomerDetails details = CustomerSamples.details();
    customers.save(new Customer(customers.nextId(), details));

    assertThatThrownBy(() -> customers.save(new Customer(customers.nextId(), details)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void findAfterGoesOnWhereTheLastPageEnded() {
    Customer one = customers.save(new Customer(customers.nextId(), CustomerSamples.details()));
    Customer other = customers.save(new Customer(customers.nextId(), CustomerSamples.details()));

    List<Customer> firstTwo = customers.findAfter(Long.MIN_VALUE, 2);

    assertThat(firstTwo).hasSize(2);
    assertThat(customers.findAfter(firstTwo.get(0).id(), 1))
        .extracting(Customer::id)
        .containsExactly(firstTwo.get(1).id());
    assertThat(customers.findAfter(Long.MIN_VALUE, 1000))
        .extracting(Customer::id)
        .contains(one.id(), other.id());
  }
}
