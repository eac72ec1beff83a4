// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

public enum StatusChangeStatus {
  NEW,
  PAID,
  SHIPPED,
  DELIVERED,
  CANCELLED
}
