// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.application;

import com.acme.orders.domain.AlreadyExistsException;
import com.acme.orders.domain.NotFoundException;
import com.acme.orders.domain.PaymentMethod;
import com.acme.orders.domain.order.Order;
import com.acme.orders.domain.order.OrderDetails;
import com.acme.orders.domain.order.OrderRepository;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked of orders, whoever asks: one method, one transaction. */
@Service
public class OrderService {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int BATCH = 200;

  private final OrderRepository orders;

  OrderService(OrderRepository orders) {
    this.orders = orders;
  }

  @PreAuthorize("hasRole('orders-write')")
  @Transactional
  public Order create(OrderDetails details) {
    UUID id = orders.nextId();
    requireUnique(id, details);
    return orders.save(new Order(id, details));
  }

  @PreAuthorize("hasRole('orders-read')")
  @Transactional(readOnly = true)
  public Order get(UUID id) {
    return find(id);
  }

  /** A page in the order of ids; a size of 0 leaves it to us. */
  @PreAuthorize("hasRole('orders-read')")
  @Transactional(readOnly = true)
  public Page<Order> list(int size, @Nullable String pageToken) {
    UUID after = PageToken.read(pageToken, BEFORE_ALL, UUID::fromString);
    return Page.of(orders.findAfter(after, Page.size(size) + 1), Page.size(size), Order::id);
  }

  /** All of them, read as they are consumed; what is added meanwhile may be among them. */
  @PreAuthorize("hasRole('orders-read')")
  public Stream<Order> stream() {
    return Stream.iterate(
            orders.findAfter(BEFORE_ALL, BATCH),
            batch -> !batch.isEmpty(),
            batch -> orders.findAfter(batch.get(batch.size() - 1).id(), BATCH))
        .flatMap(List::stream);
  }

  @PreAuthorize("hasRole('orders-write')")
  @Transactional
  public Order update(UUID id, long version, OrderDetails details) {
    requireUnique(id, details);
    return change(id, version, order -> order.update(details));
  }

  @PreAuthorize("hasRole('orders-write')")
  @Transactional
  public void delete(UUID id, @Nullable Long version) {
    Order order = find(id);
    order.expectVersion(version);
    orders.delete(order);
  }

  @PreAuthorize("hasRole('orders-write')")
  @Transactional
  public Order pay(UUID id, @Nullable Long version, PaymentMethod method) {
    return change(id, version, order -> order.pay(method));
  }

  @PreAuthorize("hasRole('orders-write')")
  @Transactional
  public Order cancel(UUID id, @Nullable Long version, String reason) {
    return change(id, version, order -> order.cancel(reason));
  }

  private Order change(UUID id, @Nullable Long version, Consumer<Order> change) {
    Order order = find(id);
    order.expectVersion(version);
    change.accept(order);
    return orders.save(order);
  }

  private Order find(UUID id) {
    return orders.findById(id).orElseThrow(() -> new NotFoundException("order", id));
  }

  private void requireUnique(UUID id, OrderDetails details) {
    if (orders.existsOtherWithNumber(id, details.number())) {
      throw new AlreadyExistsException("an order", "number", details.number());
    }
  }
}
