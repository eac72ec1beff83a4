package com.acme.shop.payments;

import com.acme.shop.domain.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Payment after delivery, for customers who are trusted. */
@Entity
@Table(name = "invoice_payment_method")
public class InvoicePaymentMethod extends PaymentMethod {

  @Column(name = "credit_limit")
  private int creditLimit;

  @Column(name = "days_to_pay")
  private int daysToPay = 14;

  protected InvoicePaymentMethod() {}

  public InvoicePaymentMethod(Customer customer, int creditLimit) {
    super(customer);
    this.creditLimit = creditLimit;
  }

  @Override
  public String describe() {
    return "invoice, " + daysToPay + " days";
  }

  public int getCreditLimit() {
    return creditLimit;
  }

  public int getDaysToPay() {
    return daysToPay;
  }
}
