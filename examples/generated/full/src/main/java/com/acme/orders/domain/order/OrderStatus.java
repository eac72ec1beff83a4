// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

public enum OrderStatus {
  NEW,
  PAID,
  SHIPPED,
  CANCELLED
}
