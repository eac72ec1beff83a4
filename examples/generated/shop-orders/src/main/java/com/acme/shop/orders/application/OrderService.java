// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.application;

import com.acme.shop.orders.domain.AlreadyExistsException;
import com.acme.shop.orders.domain.NotFoundException;
import com.acme.shop.orders.domain.order.Order;
import com.acme.shop.orders.domain.order.OrderDetails;
import com.acme.shop.orders.domain.order.OrderRepository;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of orders, whoever asks: one method, one transaction. */
@Service
public class OrderService {

  private static final long BEFORE_ALL = Long.MIN_VALUE;
  private static final int BATCH = 200;

  private final OrderRepository orders;

  OrderService(OrderRepository orders) {
    this.orders = orders;
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public Order create(OrderDetails details) {
    long id = orders.nextId();
    requireUnique(id, details);
    return orders.save(new Order(id, details));
  }

  @PreAuthorize("hasRole('shop-orders-read')")
  @Transactional(readOnly = true)
  public Order get(long id) {
    return find(id);
  }

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('shop-orders-read')")
  @Transactional(readOnly = true)
  public Page<Order> list(int size, @Nullable String pageToken) {
    long after = PageToken.read(pageToken, BEFORE_ALL, Long::valueOf);
    return Page.of(orders.findAfter(after, Page.size(size) + 1), Page.size(size), Order::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('shop-orders-read')")
  public Stream<Order> stream() {
    return Stream.iterate(
            orders.findAfter(BEFORE_ALL, BATCH),
            batch -> !batch.isEmpty(),
            batch -> orders.findAfter(batch.get(batch.size() - 1).id(), BATCH))
        .flatMap(List::stream);
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public Order update(long id, long version, OrderDetails details) {
    requireUnique(id, details);
    return change(id, version, order -> order.update(details));
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public Order cancel(long id, @Nullable Long version, String reason) {
    return change(id, version, order -> order.cancel(reason));
  }

  @PreAuthorize("hasRole('shop-orders-write')")
  @Transactional
  public Order returns(
      long id,
      @Nullable Long version,
      @Nullable String sku,
      int quantity,
      @Nullable String reason) {
    return change(id, version, order -> order.returns(sku, quantity, reason));
  }

  private Order change(long id, @Nullable Long version, Consumer<Order> change) {
    Order order = find(id);
    order.expectVersion(version);
    change.accept(order);
    return orders.save(order);
  }

  private Order find(long id) {
    return orders.findById(id).orElseThrow(() -> new NotFoundException("order", id));
  }

  private void requireUnique(long id, OrderDetails details) {
    if (orders.existsOtherWithNumber(id, details.number())) {
      throw new AlreadyExistsException("an order", "number", details.number());
    }
  }
}
