// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.application;

import com.acme.orders.domain.AlreadyExistsException;
import com.acme.orders.domain.NotFoundException;
import com.acme.orders.domain.customer.Customer;
import com.acme.orders.domain.customer.CustomerDetails;
import com.acme.orders.domain.customer.CustomerRepository;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of customers, whoever asks: one method, one transaction. */
@Service
public class CustomerService {

  private static final long BEFORE_ALL = Long.MIN_VALUE;
  private static final int BATCH = 200;

  private final CustomerRepository customers;

  CustomerService(CustomerRepository customers) {
    this.customers = customers;
  }

  @PreAuthorize("hasRole('orders-write')")
  @Transactional
  public Customer create(CustomerDetails details) {
    long id = customers.nextId();
    requireUnique(id, details);
    return customers.save(new Customer(id, details));
  }

  @PreAuthorize("hasRole('orders-read')")
  @Transactional(readOnly = true)
  public Customer get(long id) {
    return find(id);
  }

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('orders-read')")
  @Transactional(readOnly = true)
  public Page<Customer> list(int size, @Nullable String pageToken) {
    long after = PageToken.read(pageToken, BEFORE_ALL, Long::valueOf);
    return Page.of(customers.findAfter(after, Page.size(size) + 1), Page.size(size), Customer::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('orders-read')")
  public Stream<Customer> stream() {
    return Stream.iterate(
            customers.findAfter(BEFORE_ALL, BATCH),
            batch -> !batch.isEmpty(),
            batch -> customers.findAfter(batch.get(batch.size() - 1).id(), BATCH))
        .flatMap(List::stream);
  }

  private Customer find(long id) {
    return customers.findById(id).orElseThrow(() -> new NotFoundException("customer", id));
  }

  private void requireUnique(long id, CustomerDetails details) {
    if (customers.existsOtherWithEmail(id, details.email())) {
      throw new AlreadyExistsException("a customer", "email", details.email());
    }
  }
}
