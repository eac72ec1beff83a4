// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import com.acme.shop.orders.domain.Address;
import com.acme.shop.orders.domain.Aggregate;
import com.acme.shop.orders.domain.Check;
import com.acme.shop.orders.domain.Money;
import com.acme.shop.orders.domain.StatusChange;
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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "orders")
public class Order extends Aggregate {

  @Id private long id;

  private Instant createdAt;

  private Instant updatedAt;

  private String number;

  private long customerId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  private Instant placedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Address shippingAddress;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "shipping_cost_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "shipping_cost_currency"))
  private @Nullable Money shippingCost;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "discount_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "discount_currency"))
  private @Nullable Money discount;

  private @Nullable String giftNote;

  private boolean archived;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "order_lines", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  @Fetch(FetchMode.SELECT)
  private List<OrderLine> lines = new ArrayList<>();

  @JdbcTypeCode(SqlTypes.JSON)
  private List<StatusChange> history;

  /** For JPA. */
  protected Order() {}

  public Order(long id, OrderDetails details) {
    this.id = id;
    set(details);
  }

  public void update(OrderDetails details) {
    set(details);
  }

  public void cancel(String reason) {
    Check.text("reason", reason, 255);
  }

  public void returns(@Nullable String sku, int quantity, @Nullable String reason) {
    if (sku != null) {
      Check.text("sku", sku, 255);
    }
    if (reason != null) {
      Check.text("reason", reason, 255);
    }
  }

  private void set(OrderDetails details) {
    this.createdAt = details.createdAt();
    this.updatedAt = details.updatedAt();
    this.number = details.number();
    this.customerId = details.customerId();
    this.status = details.status();
    this.placedAt = details.placedAt();
    this.shippingAddress = details.shippingAddress();
    this.shippingCost = details.shippingCost();
    this.discount = details.discount();
    this.giftNote = details.giftNote();
    this.archived = details.archived();
    this.lines.clear();
    this.lines.addAll(details.lines());
    this.history = details.history();
  }

  public long id() {
    return id;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public String number() {
    return number;
  }

  public long customerId() {
    return customerId;
  }

  public OrderStatus status() {
    return status;
  }

  public Instant placedAt() {
    return placedAt;
  }

  public @Nullable Address shippingAddress() {
    return shippingAddress;
  }

  public @Nullable Money shippingCost() {
    return shippingCost;
  }

  public @Nullable Money discount() {
    return discount;
  }

  public @Nullable String giftNote() {
    return giftNote;
  }

  public boolean archived() {
    return archived;
  }

  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }

  public List<StatusChange> history() {
    return history;
  }
}
