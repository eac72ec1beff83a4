package com.acme.shop.payments;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import com.acme.shop.orders.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Money that was taken for an order. */
@Entity
@Table(name = "payments")
public class Payment extends BaseEntity {

  /** What became of the money. */
  public enum Status {
    CAPTURED,
    REFUNDED
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id")
  private Order order;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "payment_method_id")
  private PaymentMethod method;

  @Embedded private Money amount;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Status status = Status.CAPTURED;

  @Column(name = "provider_reference", length = 60)
  private String providerReference;

  protected Payment() {}

  public Payment(Order order, PaymentMethod method, Money amount, String providerReference) {
    this.order = order;
    this.method = method;
    this.amount = amount;
    this.providerReference = providerReference;
  }

  public void markRefunded() {
    status = Status.REFUNDED;
  }

  public Order getOrder() {
    return order;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public Money getAmount() {
    return amount;
  }

  public Status getStatus() {
    return status;
  }

  public String getProviderReference() {
    return providerReference;
  }
}
