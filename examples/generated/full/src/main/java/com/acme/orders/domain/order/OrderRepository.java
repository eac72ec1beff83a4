// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import com.acme.orders.domain.TimeOrderedUuid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where orders are kept. */
public interface OrderRepository {

  default UUID nextId() {
    return TimeOrderedUuid.next();
  }

  Optional<Order> findById(UUID id);

  /** Whether an order other than this one has the number. */
  boolean existsOtherWithNumber(UUID id, String number);

  /** The orders whose ids come next, in the order of their ids. */
  List<Order> findAfter(UUID id, int limit);

  /** Keeps the order, and tells what happened to it. */
  Order save(Order order);

  void delete(Order order);
}
