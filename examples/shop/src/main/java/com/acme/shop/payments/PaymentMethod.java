package com.acme.shop.payments;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.domain.Customer;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A way to pay that a customer has set up. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class PaymentMethod extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  private boolean active = true;

  protected PaymentMethod() {}

  protected PaymentMethod(Customer customer) {
    this.customer = customer;
  }

  public abstract String describe();

  public void deactivate() {
    active = false;
  }

  public Customer getCustomer() {
    return customer;
  }

  public boolean isActive() {
    return active;
  }
}
