package com.acme.shop.repository;

/** The few columns of a customer that lists need. */
public interface CustomerSummary {

  Long getId();

  String getEmail();

  String getFirstName();

  String getLastName();

  default String getDisplayName() {
    return getLastName() + ", " + getFirstName();
  }
}
