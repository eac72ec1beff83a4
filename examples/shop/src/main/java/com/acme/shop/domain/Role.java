package com.acme.shop.domain;

/** What a customer account may do. */
public enum Role {
  CUSTOMER,
  BUSINESS,
  STAFF
}
