// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.customer;

import java.util.List;
import java.util.Optional;

/** Where customers are kept. */
public interface CustomerRepository {

  long nextId();

  Optional<Customer> findById(long id);

  /** Whether a customer other than this one has the email. */
  boolean existsOtherWithEmail(long id, String email);

  /** The customers whose ids come next, in the order of their ids. */
  List<Customer> findAfter(long id, int limit);

  /** Keeps the customer. */
  Customer save(Customer customer);
}
