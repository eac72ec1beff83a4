// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

public enum OrderStatus {
  NEW,
  PAID,
  SHIPPED,
  DELIVERED,
  CANCELLED
}
