// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import com.acme.orders.domain.Address;
import com.acme.orders.domain.Aggregate;
import com.acme.orders.domain.Check;
import com.acme.orders.domain.Money;
import com.acme.orders.domain.PaymentMethod;
import com.acme.orders.domain.RuleViolationException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "orders")
public class Order extends Aggregate {

  @Id private UUID id;

  private String number;

  private UUID customerId;

  private Instant placedAt;

  private @Nullable LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "total_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "total_currency"))
  private Money total;

  private @Nullable BigDecimal discount;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "deliver_to_street"))
  @AttributeOverride(name = "city", column = @Column(name = "deliver_to_city"))
  @AttributeOverride(name = "country", column = @Column(name = "deliver_to_country"))
  private Address deliverTo;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "order_lines", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  @Fetch(FetchMode.SELECT)
  private List<OrderLine> lines = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "order_labels", joinColumns = @JoinColumn(name = "order_id"))
  @MapKeyColumn(name = "key")
  @Column(name = "value")
  @Fetch(FetchMode.SELECT)
  private Map<String, String> labels = new HashMap<>();

  private @Nullable String note;

  /** For JPA. */
  protected Order() {}

  public Order(UUID id, OrderDetails details) {
    this.id = id;
    this.status = OrderStatus.NEW;
    set(details);
    happened(new OrderEvent.OrderPlaced(id, number, total));
  }

  public void update(OrderDetails details) {
    set(details);
  }

  public void pay(PaymentMethod method) {
    Check.present("method", method);
    if (status == OrderStatus.PAID) {
      throw new RuleViolationException("order %s is already PAID".formatted(id));
    }
    status = OrderStatus.PAID;
    happened(new OrderEvent.OrderPaid(id, method));
  }

  public void cancel(String reason) {
    Check.text("reason", reason, 500);
    if (status == OrderStatus.CANCELLED) {
      throw new RuleViolationException("order %s is already CANCELLED".formatted(id));
    }
    status = OrderStatus.CANCELLED;
    happened(new OrderEvent.OrderCancelled(id, reason));
  }

  private void set(OrderDetails details) {
    this.number = details.number();
    this.customerId = details.customerId();
    this.placedAt = details.placedAt();
    this.dueOn = details.dueOn();
    this.total = details.total();
    this.discount = details.discount();
    this.deliverTo = details.deliverTo();
    this.lines.clear();
    this.lines.addAll(details.lines());
    this.labels.clear();
    this.labels.putAll(details.labels());
    this.note = details.note();
  }

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public UUID customerId() {
    return customerId;
  }

  public Instant placedAt() {
    return placedAt;
  }

  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  public OrderStatus status() {
    return status;
  }

  public Money total() {
    return total;
  }

  public @Nullable BigDecimal discount() {
    return discount;
  }

  public Address deliverTo() {
    return deliverTo;
  }

  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }

  public Map<String, String> labels() {
    return Map.copyOf(labels);
  }

  public @Nullable String note() {
    return note;
  }
}
