// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import java.util.List;
import java.util.Optional;

/** Where orders are kept. */
public interface OrderRepository {

  long nextId();

  Optional<Order> findById(long id);

  /** Whether an order other than this one has the number. */
  boolean existsOtherWithNumber(long id, String number);

  /** The orders whose ids come next, in the order of their ids. */
  List<Order> findAfter(long id, int limit);

  /** Keeps the order, and tells what happened to it. */
  Order save(Order order);
}
