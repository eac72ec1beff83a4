package com.acme.shop.payments;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import com.acme.shop.orders.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A bill that is still to be paid, or was. */
@Entity
@Table(name = "invoices")
public class Invoice extends BaseEntity {

  @OneToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id")
  private Order order;

  @Column(name = "invoice_number", length = 20)
  private String number;

  @Embedded private Money amount;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "paid_on")
  private LocalDate paidOn;

  private int reminders;

  protected Invoice() {}

  public Invoice(Order order, Money amount, LocalDate dueOn) {
    this.order = order;
    this.number = "R" + order.getNumber().substring(1);
    this.amount = amount;
    this.dueOn = dueOn;
  }

  public void pay(LocalDate day) {
    paidOn = day;
  }

  public int remind(LocalDate newDueDay) {
    dueOn = newDueDay;
    return ++reminders;
  }

  public boolean isPaid() {
    return paidOn != null;
  }

  public Order getOrder() {
    return order;
  }

  public String getNumber() {
    return number;
  }

  public Money getAmount() {
    return amount;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public int getReminders() {
    return reminders;
  }
}
