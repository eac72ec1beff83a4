package com.acme.shop.payments;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Money that went back to the customer. */
@Entity
@Table(name = "refunds")
public class Refund extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "payment_id")
  private Payment payment;

  @Embedded private Money amount;

  @Column(length = 400)
  private String reason;

  protected Refund() {}

  public Refund(Payment payment, Money amount, String reason) {
    this.payment = payment;
    this.amount = amount;
    this.reason = reason;
  }

  public Payment getPayment() {
    return payment;
  }

  public Money getAmount() {
    return amount;
  }

  public String getReason() {
    return reason;
  }
}
