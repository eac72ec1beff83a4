package com.acme.shop.event;

import com.acme.shop.domain.Customer;

/** Published when an account was opened. */
public class CustomerRegisteredEvent {

  private final Customer customer;
  private final boolean newsletterWanted;

  public CustomerRegisteredEvent(Customer customer, boolean newsletterWanted) {
    this.customer = customer;
    this.newsletterWanted = newsletterWanted;
  }

  public Customer getCustomer() {
    return customer;
  }

  public boolean isNewsletterWanted() {
    return newsletterWanted;
  }
}
