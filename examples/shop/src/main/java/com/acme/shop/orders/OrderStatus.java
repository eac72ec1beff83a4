package com.acme.shop.orders;

import java.util.EnumSet;
import java.util.Set;

/** The states of an order. */
public enum OrderStatus {
  NEW,
  PAID,
  SHIPPED,
  DELIVERED,
  CANCELLED;

  private static final Set<OrderStatus> OPEN = EnumSet.of(NEW, PAID);

  public boolean isOpen() {
    return OPEN.contains(this);
  }

  public boolean canBecome(OrderStatus next) {
    return switch (next) {
      case NEW -> false;
      case PAID -> this == NEW;
      case SHIPPED -> this == PAID;
      case DELIVERED -> this == SHIPPED;
      case CANCELLED -> isOpen();
    };
  }
}
