package com.acme.shop.orders;

import com.acme.shop.common.Address;
import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.ConflictException;
import com.acme.shop.common.Money;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Product;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What a customer has bought in one go. */
@Entity
@Table(name = "orders")
@NamedQuery(
    name = "Order.findOpenForCustomer",
    query =
        "select distinct o from Order o join fetch o.lines where o.customer.id = :customerId"
            + " and o.status in (com.acme.shop.orders.OrderStatus.NEW,"
            + " com.acme.shop.orders.OrderStatus.PAID)")
public class Order extends BaseEntity {

  /** When an order came into a state. */
  @Embeddable
  public static class StatusChange {

    @Enumerated(EnumType.STRING)
    @Column(name = "status", length = 20)
    private OrderStatus status;

    @Column(name = "changed_at")
    private LocalDateTime changedAt;

    protected StatusChange() {}

    StatusChange(OrderStatus status) {
      this.status = status;
      this.changedAt = LocalDateTime.now();
    }

    public OrderStatus getStatus() {
      return status;
    }

    public LocalDateTime getChangedAt() {
      return changedAt;
    }
  }

  @Column(name = "order_number", nullable = false, length = 20)
  private String number;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private OrderStatus status = OrderStatus.NEW;

  @Column(name = "placed_at")
  private LocalDateTime placedAt;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "ship_street"))
  @AttributeOverride(name = "zipCode", column = @Column(name = "ship_zip_code"))
  @AttributeOverride(name = "city", column = @Column(name = "ship_city"))
  @AttributeOverride(name = "countryCode", column = @Column(name = "ship_country_code"))
  private Address shippingAddress;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "shipping_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "shipping_currency"))
  private Money shippingCost;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "discount_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "discount_currency"))
  private Money discount;

  @Column(name = "gift_note", length = 400)
  private String giftNote;

  private boolean archived;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<OrderLine> lines = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "order_status_history", joinColumns = @JoinColumn(name = "order_id"))
  private List<StatusChange> history = new ArrayList<>();

  protected Order() {}

  public Order(String number, Customer customer, Address shippingAddress) {
    this.number = number;
    this.customer = customer;
    this.shippingAddress = shippingAddress;
    this.shippingCost = Money.zero();
    this.discount = Money.zero();
    this.placedAt = LocalDateTime.now();
    history.add(new StatusChange(OrderStatus.NEW));
  }

  public void addLine(Product product, int quantity) {
    lines.add(new OrderLine(this, product, quantity, product.getPrice()));
  }

  public void become(OrderStatus next) {
    if (!status.canBecome(next)) {
      throw new ConflictException("Order " + number + " is " + status + ", not yet " + next);
    }
    status = next;
    history.add(new StatusChange(next));
  }

  public Money getGoodsTotal() {
    return lines.stream().map(OrderLine::getTotal).reduce(Money.zero(), Money::plus);
  }

  public Money getTotal() {
    return getGoodsTotal().minus(discount).plus(shippingCost);
  }

  public boolean isGift() {
    return giftNote != null && !giftNote.isBlank();
  }

  public String getNumber() {
    return number;
  }

  public Customer getCustomer() {
    return customer;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public LocalDateTime getPlacedAt() {
    return placedAt;
  }

  public Address getShippingAddress() {
    return shippingAddress;
  }

  public Money getShippingCost() {
    return shippingCost;
  }

  public void setShippingCost(Money shippingCost) {
    this.shippingCost = shippingCost;
  }

  public Money getDiscount() {
    return discount;
  }

  public void setDiscount(Money discount) {
    this.discount = discount;
  }

  public String getGiftNote() {
    return giftNote;
  }

  public void setGiftNote(String giftNote) {
    this.giftNote = giftNote;
  }

  public boolean isArchived() {
    return archived;
  }

  public List<OrderLine> getLines() {
    return lines;
  }

  public List<StatusChange> getHistory() {
    return history;
  }
}
